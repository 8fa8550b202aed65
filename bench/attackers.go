package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"

	"bankshot/bench/hostile"
)

// attackCommand is bench's own: attackers live in a process of their own, which gives way to everybody else where there is nice(1). On a machine
// that they share with the honest players, players would otherwise feel what attacking costs, not what being attacked does.
const attackCommand = "attack-from-here"

// order is what such a process is told, as JSON on stdin. It attacks until stdin ends.
type order struct {
	Kinds  []string
	Config hostile.Config
}

// attackers are a process that attacks.
type attackers struct {
	cmd    *exec.Cmd
	stdin  io.WriteCloser
	stdout strings.Builder
	stderr strings.Builder
}

func startAttackers(ctx context.Context, kinds []hostile.Kind, cfg hostile.Config) (*attackers, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("start the attackers: %w", err)
	}
	words := []string{self, attackCommand}
	if nice, err := exec.LookPath("nice"); err == nil {
		words = append([]string{nice, "-n", "19"}, words...)
	}
	a := &attackers{cmd: exec.CommandContext(ctx, words[0], words[1:]...)}
	a.cmd.Stdout, a.cmd.Stderr = &a.stdout, &a.stderr
	if a.stdin, err = a.cmd.StdinPipe(); err != nil {
		return nil, fmt.Errorf("start the attackers: %w", err)
	}
	if err := a.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start the attackers: %w", err)
	}
	o := order{Config: cfg}
	for _, k := range kinds {
		o.Kinds = append(o.Kinds, k.Name)
	}
	if err := json.NewEncoder(a.stdin).Encode(o); err != nil {
		_, stopped := a.stop()
		return nil, errors.Join(fmt.Errorf("tell the attackers what to do: %w", err), stopped)
	}
	return a, nil
}

// stop ends the attack and tells what it did.
func (a *attackers) stop() ([]hostile.Stats, error) {
	_ = a.stdin.Close()
	if err := a.cmd.Wait(); err != nil {
		return nil, fmt.Errorf("the attackers: %w\n%s", err, &a.stderr)
	}
	var stats []hostile.Stats
	if err := json.Unmarshal([]byte(a.stdout.String()), &stats); err != nil {
		return nil, fmt.Errorf("what the attackers did: %w", err)
	}
	return stats, nil
}

// benchAttack is the whole of such a process.
func benchAttack(ctx context.Context, _ []string, stdout, _ io.Writer) error {
	var o order
	in := json.NewDecoder(os.Stdin)
	if err := in.Decode(&o); err != nil {
		return fmt.Errorf("%s is bench's own way to attack: %w", attackCommand, err)
	}
	if err := raiseFiles(2*o.Config.Sockets + 4000); err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go func() { // until stdin ends; this process does with it
		_, _ = io.Copy(io.Discard, os.Stdin)
		cancel()
	}()
	kinds := slices.DeleteFunc(hostile.Kinds(), func(k hostile.Kind) bool { return !slices.Contains(o.Kinds, k.Name) })
	stats, failed := make([]hostile.Stats, len(kinds)), make([]error, len(kinds))
	var running sync.WaitGroup
	for i, k := range kinds {
		running.Go(func() { stats[i], failed[i] = hostile.Run(ctx, k, o.Config) })
	}
	running.Wait()
	return errors.Join(errors.Join(failed...), json.NewEncoder(stdout).Encode(stats))
}
