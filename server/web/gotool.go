package web

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// goTool runs the go command in one folder.
type goTool struct {
	path string
	dir  string
}

// killDelay is how long an interrupted go command gets to remove its temporary
// files; the server's own goodbye has five seconds.
const killDelay = 2 * time.Second

func findGoTool(dir string) (goTool, error) {
	path, err := exec.LookPath("go")
	if err != nil {
		// Some start the server with an absolute path to go and no PATH to match.
		beside := filepath.Join(os.Getenv("GOROOT"), "bin", "go")
		if path, err = exec.LookPath(beside); err != nil {
			return goTool{}, fmt.Errorf("there is no command named go in PATH")
		}
	}
	return goTool{path: path, dir: dir}, nil
}

// command runs in the client's environment: for the browser, in this module
// alone, with no flags of the host's own. GOFLAGS is set rather than emptied,
// because the go command takes an empty variable for an absent one and then
// reads it from its configuration file. The flag chosen keeps the version
// control system out: a stamp would make equal sources differ.
func (g goTool) command(ctx context.Context, args ...string) *exec.Cmd {
	name := g.path
	// Rooms tick while this runs; on Unix the compiler yields to them.
	if nice, err := exec.LookPath("nice"); err == nil {
		name, args = nice, append([]string{"-n", "10", g.path}, args...)
	}
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = g.dir
	cmd.Env = append(os.Environ(),
		"GOFLAGS=-buildvcs=false", "GOWORK=off", "GOOS=js", "GOARCH=wasm", "GOWASM=", "CGO_ENABLED=0")
	cmd.Cancel = func() error {
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			return cmd.Process.Kill()
		}
		return nil
	}
	cmd.WaitDelay = killDelay
	return cmd
}

// output returns what the command prints, trimmed. Its error holds what the
// command complained of.
func (g goTool) output(ctx context.Context, args ...string) (string, error) {
	cmd := g.command(ctx, args...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		return "", fmt.Errorf("go %s: %w\n%s", strings.Join(args, " "), err, clip(stderr.String()))
	}
	return strings.TrimSpace(stdout.String()), nil
}

// maxErrorBytes bounds what a compiler may put on the page.
const maxErrorBytes = 8 << 10

func clip(text string) string {
	text = strings.TrimSpace(text)
	if len(text) > maxErrorBytes {
		text = strings.ToValidUTF8(text[:maxErrorBytes], "") + "\n…"
	}
	return text
}

// lines is a Writer that hands on whole lines.
type lines struct {
	each func(line string)
	rest []byte
}

func (l *lines) Write(p []byte) (int, error) {
	l.rest = append(l.rest, p...)
	for {
		line, after, found := bytes.Cut(l.rest, []byte("\n"))
		if !found {
			return len(p), nil
		}
		l.each(strings.TrimSuffix(string(line), "\r"))
		l.rest = after
	}
}

// flush hands on a last line that has no end.
func (l *lines) flush() {
	if len(l.rest) > 0 {
		l.each(string(l.rest))
		l.rest = nil
	}
}
