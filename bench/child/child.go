package child

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"time"
)

const (
	// startLimit is how long a server may take until it listens.
	startLimit = 20 * time.Second
	// stopLimit is how long it may take to end when asked to, before it is killed.
	stopLimit = 10 * time.Second
)

// Config is what a server is started with.
type Config struct {
	// Binary is the server's program; Build makes one.
	Binary string
	// Args come after those that this package gives, and so win over them.
	Args []string
	// Log receives what the server writes to stderr; nil throws it away.
	Log io.Writer
}

// Server is a running server.
type Server struct {
	cmd     *exec.Cmd
	folder  string
	started time.Time
	lines   *lines

	exited chan struct{} // closed when the process is gone and waited for
	err    error         // how it ended; good once exited is closed

	once sync.Once
	stop error
}

// Start runs the program and returns once it listens. The context bounds the start only: Stop ends the server.
func Start(ctx context.Context, cfg Config) (*Server, error) {
	folder, err := os.MkdirTemp("", "bankshot-data-*")
	if err != nil {
		return nil, fmt.Errorf("make a folder for the server's data: %w", err)
	}
	args := append([]string{"-addr", "127.0.0.1:0", "-admin", "127.0.0.1:0", "-web", "off", "-data", folder}, cfg.Args...)
	s := &Server{folder: folder, exited: make(chan struct{}), lines: newLines(cfg.Log)}
	s.cmd = exec.Command(cfg.Binary, args...)
	s.cmd.Env = environment(os.Environ())
	s.cmd.Stderr = s.lines
	s.cmd.SysProcAttr = attributes()

	launched := make(chan error)
	go s.live(launched)
	if err := <-launched; err != nil {
		return nil, errors.Join(fmt.Errorf("start the server: %w", err), os.RemoveAll(folder))
	}
	if err := s.listens(ctx); err != nil {
		return nil, errors.Join(err, s.kill())
	}
	return s, nil
}

// live starts the process and stays until it has ended. The kernel's promise to kill it with its parent is about the
// thread that started it, not the process: so this goroutine keeps that thread for itself.
func (s *Server) live(launched chan<- error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	s.started = time.Now()
	err := s.cmd.Start()
	launched <- err
	if err != nil {
		return
	}
	s.err = s.cmd.Wait()
	close(s.exited)
}

// listens waits until the server has said where.
func (s *Server) listens(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, startLimit)
	defer cancel()
	select {
	case <-s.lines.ready:
		return nil
	case <-s.exited:
		return fmt.Errorf("the server ended before it listened: %v\n%s", s.err, s.lines.tail())
	case <-ctx.Done():
		return fmt.Errorf("the server does not listen: %w\n%s", ctx.Err(), s.lines.tail())
	}
}

// URL is where clients connect, such as http://127.0.0.1:40321.
func (s *Server) URL() string { return "http://" + s.lines.public() }

// Admin is where its metrics and profiles are.
func (s *Server) Admin() string { return "http://" + s.lines.private() }

// PID is its process id.
func (s *Server) PID() int { return s.cmd.Process.Pid }

// Started is when its process was made.
func (s *Server) Started() time.Time { return s.started }

// Exited is closed when the process is gone.
func (s *Server) Exited() <-chan struct{} { return s.exited }

// Log is the newest of what the server has written, for telling why something failed.
func (s *Server) Log() string { return s.lines.tail() }

// Stop asks the server to end, waits, kills it if it takes too long, and removes its data. An error says that it had
// ended by itself, or not as it should.
func (s *Server) Stop() error {
	s.once.Do(func() { s.stop = errors.Join(s.end(), os.RemoveAll(s.folder)) })
	return s.stop
}

func (s *Server) end() error {
	select {
	case <-s.exited:
		return fmt.Errorf("the server had ended by itself: %v\n%s", s.err, s.lines.tail())
	default:
	}
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		_ = s.cmd.Process.Kill() // a system without signals
		<-s.exited
		return nil
	}
	select {
	case <-s.exited:
	case <-time.After(stopLimit):
		_ = s.cmd.Process.Kill()
		<-s.exited
		return fmt.Errorf("the server did not end within %v of SIGTERM and was killed\n%s", stopLimit, s.lines.tail())
	}
	if s.err != nil {
		return fmt.Errorf("the server ended badly: %w\n%s", s.err, s.lines.tail())
	}
	return nil
}

// Kill ends the server at once, as a crash of the machine would, and keeps its data until Stop.
func (s *Server) Kill() {
	_ = s.cmd.Process.Kill()
	<-s.exited
}

// kill is for a server that never came up.
func (s *Server) kill() error {
	s.Kill()
	return os.RemoveAll(s.folder)
}

// environment leaves out what would change the server behind our back.
func environment(of []string) []string {
	var env []string
	for _, e := range of {
		if !strings.HasPrefix(e, "BANKSHOT_") {
			env = append(env, e)
		}
	}
	return env
}
