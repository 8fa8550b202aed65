package floor

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/netip"
	"os/exec"
	"strconv"
	"strings"
)

// process is a server that runs.
type process struct {
	cmd    *exec.Cmd
	stdin  io.WriteCloser
	stdout *bufio.Reader
	stderr strings.Builder
	addr   netip.AddrPort
}

// launch starts a server and waits until it says where it listens. It ends when the context does, or by stop; if we end
// without either, its stdin does, and it with it.
func launch(ctx context.Context, cfg *Config, kind string) (*process, error) {
	args := append(cfg.Serve[1:len(cfg.Serve):len(cfg.Serve)],
		"-players", strconv.Itoa(cfg.Players), "-hz", strconv.Itoa(cfg.Hz), "-down", strconv.Itoa(cfg.BytesDown), kind)
	p := &process{cmd: exec.CommandContext(ctx, cfg.Serve[0], args...)}
	p.cmd.Stderr = &p.stderr
	var err error
	if p.stdin, err = p.cmd.StdinPipe(); err != nil {
		return nil, fmt.Errorf("floor: %w", err)
	}
	stdout, err := p.cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("floor: %w", err)
	}
	p.stdout = bufio.NewReader(stdout)
	if err := p.cmd.Start(); err != nil {
		return nil, fmt.Errorf("floor: start the %s server: %w", kind, err)
	}
	line, err := p.stdout.ReadString('\n')
	if err == nil {
		p.addr, err = netip.ParseAddrPort(strings.TrimSpace(line))
	}
	if err != nil {
		p.stop()
		return nil, fmt.Errorf("floor: the %s server does not listen: %w\n%s", kind, err, &p.stderr)
	}
	return p, nil
}

// count asks what it has done so far.
func (p *process) count() (Count, error) {
	var c Count
	if _, err := fmt.Fprintln(p.stdin, "count"); err != nil {
		return c, fmt.Errorf("floor: ask the server: %w", err)
	}
	line, err := p.stdout.ReadBytes('\n')
	if err == nil {
		err = json.Unmarshal(line, &c)
	}
	if err != nil {
		return c, fmt.Errorf("floor: the server's count: %w", err)
	}
	return c, nil
}

// stop ends it at once: it holds nothing that could be lost.
func (p *process) stop() {
	_ = p.stdin.Close()
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
}
