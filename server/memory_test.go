package main

import (
	"context"
	"errors"
	"net"
	"sync"
)

// memory is a network inside of this process, for programs that run in fake time. It can be cut, and lie idle for a while.
type memory struct {
	knocks chan net.Conn
	closed chan struct{}

	mu   sync.Mutex
	once sync.Once
	down bool
	open []net.Conn
}

func newMemory() *memory {
	return &memory{knocks: make(chan net.Conn), closed: make(chan struct{})}
}

var errNetworkDown = errors.New("the network is down")

// dial makes a connection; it has the signature of net.Dialer's DialContext.
func (m *memory) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	ours, theirs := net.Pipe()
	m.mu.Lock()
	if m.down {
		m.mu.Unlock()
		return nil, errNetworkDown
	}
	m.open = append(m.open, ours, theirs)
	m.mu.Unlock()
	select {
	case m.knocks <- local{theirs}:
		return ours, nil
	case <-m.closed:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// set cuts all connections where it is false, and lets nobody through until it is true again.
func (m *memory) set(up bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.down = !up
	if m.down {
		for _, c := range m.open {
			_ = c.Close()
		}
		m.open = nil
	}
}

// Accept, Close and Addr make memory a net.Listener.
func (m *memory) Accept() (net.Conn, error) {
	select {
	case c := <-m.knocks:
		return c, nil
	case <-m.closed:
		return nil, net.ErrClosed
	}
}

func (m *memory) Close() error {
	m.once.Do(func() { close(m.closed) })
	return nil
}

func (m *memory) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 1} }

// local is a connection from this machine, as the program is to see it.
type local struct{ net.Conn }

func (local) RemoteAddr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 2} }
