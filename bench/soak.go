package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"bankshot/bench/child"
)

// soakOptions are the flags of bench -soak.
type soakOptions struct {
	Players, RoomSize int
	Duration, Cycle   time.Duration
	Seed              uint64
}

const (
	// mostRest is how long the server may take to come to rest once the last player has left: a seat whose player did not
	// say goodbye is kept for a minute, and its room steps ten seconds more before it sleeps, and closes.
	mostRest = 100 * time.Second
	// fewestCycles are the warm-up, one to compare with, and one to compare.
	fewestCycles = 3
)

func parseSoak(args []string, w io.Writer) (o soakOptions, asked bool, err error) {
	f := flagsOf("bench -soak")
	f.IntVar(&o.Players, "players", 200, "how many players there are at most, `N`: they come, drop, reload, and go")
	f.IntVar(&o.RoomSize, "room-size", 8, "people that a room takes, `P`")
	f.DurationVar(&o.Duration, "duration", 10*time.Minute, "`TIME` in all; there are three cycles at least")
	f.DurationVar(&o.Cycle, "cycle", 80*time.Second, "`TIME` of a cycle until everybody leaves and the server comes to rest; beyond 70s some also leave without a goodbye")
	f.Uint64Var(&o.Seed, "seed", 1, "`N`: the same seed, the same choices of bots")
	if asked, err := readAlone(f, args, func() {
		explain(f, w, `Has players come and go for long, and tells whether the server keeps anything of them: memory, goroutines, files at rest.`)
	}); !asked {
		return o, false, err
	}
	err = errors.Join(between("players", o.Players, 1, mostPlayers), between("room-size", o.RoomSize, 1, mostRoomSize))
	switch {
	case err != nil:
	case o.Cycle < time.Second || o.Duration < o.Cycle || o.Duration > mostDuration:
		err = fmt.Errorf("-cycle is %v and -duration %v: a cycle must last a second at least, and all of them %v at most", o.Cycle, o.Duration, mostDuration)
	default:
		return o, true, nil
	}
	return o, false, fmt.Errorf("%w; %w", err, errUsage)
}

// benchSoak has players come and go for long, and looks whether the server keeps anything of them.
func benchSoak(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	o, asked, err := parseSoak(args, stdout)
	if err != nil || !asked {
		return err
	}
	if err := raiseFiles(4*o.Players + stormFiles); err != nil {
		return err
	}
	bar := newProgress(stderr)
	defer bar.end()
	bar.begin("building the server", 0)
	binary, cleanup, err := child.Build(ctx)
	if err != nil {
		return err
	}
	defer cleanup()
	return soakChild(ctx, &o, binary, bar, stdout)
}

func soakChild(ctx context.Context, o *soakOptions, binary string, bar *progress, stdout io.Writer) (err error) {
	run := options{Players: o.Players, RoomSize: o.RoomSize}
	server, err := child.Start(ctx, child.Config{Binary: binary, Args: append(run.serverArgs(), "-ships", fmt.Sprint(o.RoomSize))})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, server.Stop()) }()
	s := &soak{o: o, server: server, bar: bar, began: time.Now()}
	if err := s.play(ctx); err != nil {
		return errors.Join(err, ctx.Err())
	}
	bar.end()
	s.table(stdout)
	return s.verdict()
}

// soak is a run of bench -soak.
type soak struct {
	o      *soakOptions
	server *child.Server
	bar    *progress
	began  time.Time
	start  level // before anybody came
	cycles []cycle
}

// cycle is one wave of players and the server at rest after it.
type cycle struct {
	joins, drops, reloads, goodbyes, silent int
	// most is the highest of each figure while they played, rest is after they had left.
	most, rest level
}

// play runs cycle after cycle.
func (s *soak) play(ctx context.Context) error {
	var err error
	if s.start, err = s.look(ctx, true); err != nil {
		return err
	}
	for len(s.cycles) < fewestCycles || time.Since(s.began)+s.o.Cycle < s.o.Duration {
		n := len(s.cycles) + 1
		s.bar.begin(fmt.Sprintf("cycle %d: players come and go", n), int(s.o.Cycle.Seconds()))
		c, err := s.wave(ctx, uint64(n))
		if err != nil {
			return err
		}
		s.bar.begin(fmt.Sprintf("cycle %d: the server comes to rest", n), 0)
		if c.rest, err = s.rest(ctx); err != nil {
			return err
		}
		s.cycles = append(s.cycles, c)
	}
	return nil
}

// rest waits until nobody is there, and no room.
func (s *soak) rest(ctx context.Context) (level, error) {
	late := time.Now().Add(mostRest)
	for {
		now, err := s.look(ctx, false)
		if err != nil {
			return now, err
		}
		if now.people == 0 && now.connections == 0 && now.rooms == 0 {
			return s.look(ctx, true)
		}
		if time.Now().After(late) {
			return now, fmt.Errorf("%v after everybody left, there are %.0f people and %.0f connections in %.0f rooms", mostRest, now.people, now.connections, now.rooms)
		}
		if err := wait(ctx, time.Second, nil); err != nil {
			return now, err
		}
	}
}
