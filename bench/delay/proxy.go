package delay

import (
	"context"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"
)

// Proxy is a bad path to a server. Its methods may be called from any goroutine.
type Proxy struct {
	cfg      Config
	target   string
	listener *net.TCPListener
	ctx      context.Context
	cancel   context.CancelFunc
	running  sync.WaitGroup
	stopped  func() bool

	mu        sync.Mutex
	lines     map[*line]struct{}
	blackhole bool
	closed    bool
	refused   int
}

// Listen begins to take connections on a free port of this machine. The proxy lives until Close, or until ctx ends.
func Listen(ctx context.Context, cfg Config) (*Proxy, error) {
	if err := cfg.check(); err != nil {
		return nil, err
	}
	target, err := cfg.address()
	if err != nil {
		return nil, err
	}
	listener, err := net.ListenTCP("tcp", &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)})
	if err != nil {
		return nil, fmt.Errorf("delay: %w", err)
	}
	p := &Proxy{cfg: cfg, target: target, listener: listener, lines: map[*line]struct{}{}}
	p.ctx, p.cancel = context.WithCancel(ctx)
	p.running.Go(p.accept)
	p.stopped = context.AfterFunc(ctx, p.stop)
	return p, nil
}

// Addr is where to connect to, as host:port; URL is the same as a page's address.
func (p *Proxy) Addr() string { return p.listener.Addr().String() }

// URL is Addr as the address of a server.
func (p *Proxy) URL() string { return "http://" + p.Addr() }

// Cut breaks every connection at once: both ends see a reset, and what was on its way is lost. New ones are welcome.
func (p *Proxy) Cut() { p.each(func(l *line) { l.end(abruptly) }) }

// Hangup ends every connection at once, as if each end had been closed by the other. What was on its way is lost.
func (p *Proxy) Hangup() { p.each(func(l *line) { l.end(orderly) }) }

// Blackhole begins to swallow: whatever is sent from now on, over connections old and new, is taken and forgotten, and so
// is the end of a connection. Switched off it lets new connections pass; those from which something was swallowed are
// dead for good, as their two ends have yet to find out.
func (p *Proxy) Blackhole(on bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.blackhole = on
	if on {
		for l := range p.lines {
			l.swallowed.Store(true)
		}
	}
}

// Lines is how many connections there are.
func (p *Proxy) Lines() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.lines)
}

// Refused is how many connections were broken at once because the server did not take them.
func (p *Proxy) Refused() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.refused
}

// Close takes no more connections, breaks those there are, and returns when nothing runs any more.
func (p *Proxy) Close() {
	p.stopped()
	p.stop()
	p.running.Wait()
}

func (p *Proxy) stop() {
	p.mu.Lock()
	p.closed = true
	p.mu.Unlock()
	p.cancel()
	_ = p.listener.Close() // which only fails when it was closed before
	p.Cut()
}

func (p *Proxy) each(do func(*line)) {
	p.mu.Lock()
	lines := make([]*line, 0, len(p.lines))
	for l := range p.lines {
		lines = append(lines, l)
	}
	p.mu.Unlock()
	for _, l := range lines {
		do(l)
	}
}

// accept takes connections until the listener is closed.
func (p *Proxy) accept() {
	const breath = 10 * time.Millisecond
	for number := uint64(0); ; number++ {
		client, err := p.listener.AcceptTCP()
		switch {
		case err == nil:
			p.running.Go(func() { p.serve(client, number) })
		case errors.Is(err, net.ErrClosed):
			return
		default:
			// Out of files, most likely: some connection ends sooner or later.
			select {
			case <-time.After(breath):
			case <-p.ctx.Done():
				return
			}
		}
	}
}

// serve is the life of one connection.
func (p *Proxy) serve(client *net.TCPConn, number uint64) {
	l := &line{began: time.Now(), client: client, ended: make(chan struct{})}
	var dialer net.Dialer
	conn, err := dialer.DialContext(p.ctx, "tcp", p.target)
	if err != nil {
		p.mu.Lock()
		p.refused++
		p.mu.Unlock()
		_ = client.SetLinger(0)
		_ = client.Close()
		return
	}
	l.back = conn.(*net.TCPConn)
	if !p.begin(l) {
		l.end(abruptly)
		return
	}
	l.run(&p.cfg, number)
	p.mu.Lock()
	delete(p.lines, l)
	p.mu.Unlock()
}

// begin notes a line, unless the proxy has stopped meanwhile.
func (p *Proxy) begin(l *line) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return false
	}
	l.swallowed.Store(p.blackhole)
	p.lines[l] = struct{}{}
	return true
}
