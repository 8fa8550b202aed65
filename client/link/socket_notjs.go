//go:build !js

package link

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"

	"github.com/lxzan/gws"

	"bankshot/game/wire"
)

// closeNormal is the WebSocket close code for a connection that has served its purpose.
const closeNormal = 1000

// way is how connections are made: over the network where dial is nil.
type way struct {
	dial func(ctx context.Context, network, addr string) (net.Conn, error)
}

// DialOver is Dial over connections that the caller makes: in memory, for tests in fake time, or bound to an address. A
// browser has no such choice, so there is no DialOver in it.
func DialOver(cfg Config, dial func(ctx context.Context, network, addr string) (net.Conn, error)) *Link {
	return begin(cfg, way{dial})
}

// socket is one WebSocket through gws: a goroutine that reads, a goroutine that writes. Whatever ends it closes the
// network connection under both, because gws' own close waits for a write that may be stuck.
type socket struct {
	gws.BuiltinEventHandler
	link *Link
	conn *gws.Conn
	done chan struct{} // closed when both goroutines have ended
	quit chan struct{} // closed by end
	wake chan struct{} // something waits in out

	mu   sync.Mutex
	out  outbox
	why  error // why it ended
	over bool
	last bool // nothing more is sent after what waits in out
}

// dial makes one attempt. The context ends it at any point; once it has succeeded, only end does.
func dial(ctx context.Context, url string, l *Link) (*socket, error) {
	s := &socket{
		link: l,
		done: make(chan struct{}),
		quit: make(chan struct{}),
		wake: make(chan struct{}, 1),
	}
	ctx, cancel := context.WithTimeout(ctx, DialTimeout)
	defer cancel()
	d := &dialer{ctx: ctx, dial: l.way.dial}
	if d.dial == nil {
		d.dial = new(net.Dialer).DialContext
	}
	conn, _, err := gws.NewClient(s, &gws.ClientOption{
		Addr:               url,
		ReadMaxPayloadSize: wire.MaxServerFrame,
		HandshakeTimeout:   DialTimeout,
		NewDialer:          func() (gws.Dialer, error) { return d, nil },
	})
	if d.stop != nil && !d.stop() && err == nil {
		err = context.Cause(ctx)
	}
	if err != nil {
		return nil, fmt.Errorf("link: dial %s: %w", url, err)
	}
	s.conn = conn
	var both sync.WaitGroup
	both.Go(s.read)
	both.Go(s.write)
	go func() {
		both.Wait()
		close(s.done)
	}()
	return s, nil
}

// dialer hands gws a connection that the context closes while the handshake is on its way.
type dialer struct {
	ctx  context.Context
	dial func(ctx context.Context, network, addr string) (net.Conn, error)
	stop func() bool
}

// Dial is what gws calls.
func (d *dialer) Dial(network, addr string) (net.Conn, error) {
	c, err := d.dial(d.ctx, network, addr)
	if err != nil {
		return nil, err
	}
	d.stop = context.AfterFunc(d.ctx, func() { _ = c.Close() })
	return c, nil
}

// send puts a copy of the frame into the outbox.
func (s *socket) send(frame []byte) bool {
	s.mu.Lock()
	open := !s.over && !s.last
	ok := open && s.out.put(frame)
	s.mu.Unlock()
	if open && !ok {
		s.end(ErrStuck)
		return false
	}
	s.stir()
	return ok
}

// stir has the writing goroutine look again.
func (s *socket) stir() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// finish sends what waits, a goodbye among it perhaps, and then closes; a network that takes nothing is not waited for.
func (s *socket) finish() {
	s.mu.Lock()
	s.last = true
	s.mu.Unlock()
	if s.conn.NetConn().SetWriteDeadline(time.Now().Add(FlushTimeout)) != nil {
		s.end(ErrClosed)
	}
	s.stir()
}

// end closes the connection; the first reason stands.
func (s *socket) end(why error) {
	s.mu.Lock()
	first := !s.over
	if first {
		s.over, s.why = true, why
		close(s.quit)
	}
	s.mu.Unlock()
	if first {
		_ = s.conn.NetConn().Close()
	}
}

// err is why it ended.
func (s *socket) err() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.why
}

// read runs gws' loop. gws does not recover from what a hostile frame header does to it, so we do.
func (s *socket) read() {
	defer func() {
		if r := recover(); r != nil {
			s.end(fmt.Errorf("link: reading failed: %v", r))
		}
		s.end(net.ErrClosed)
	}()
	s.conn.ReadLoop()
}

// write sends what waits in the outbox, one frame after another.
func (s *socket) write() {
	for {
		s.mu.Lock()
		frame, ok := s.out.take()
		last := s.last
		s.mu.Unlock()
		if last && !ok {
			s.part()
			return
		}
		if ok {
			if err := s.conn.WriteMessage(gws.OpcodeBinary, frame); err != nil {
				s.end(fmt.Errorf("link: write: %w", err))
				return
			}
			continue
		}
		select {
		case <-s.wake:
		case <-s.quit:
			return
		}
	}
}

// part says goodbye and waits for the other side to close, while read goes on: a connection that is closed with frames unread
// is reset, and a reset may overtake what was sent last. gws' own WriteClose closes at once.
func (s *socket) part() {
	if s.conn.WriteMessage(gws.OpcodeCloseConnection, binary.BigEndian.AppendUint16(nil, closeNormal)) == nil {
		patience := time.NewTimer(FlushTimeout)
		defer patience.Stop()
		select {
		case <-s.quit:
		case <-patience.C:
		}
	}
	s.end(ErrClosed)
}

// OnMessage is called by gws, from read.
func (s *socket) OnMessage(_ *gws.Conn, m *gws.Message) {
	defer func() { _ = m.Close() }() // gives the memory back to gws' pool
	if m.Opcode != gws.OpcodeBinary {
		s.end(ErrText)
		return
	}
	buf := s.link.buffer(m.Data.Len())
	copy(buf, m.Bytes())
	if err := s.link.receive(s, buf); err != nil {
		s.end(err)
	}
}

// OnPing is called by gws, from read. The protocol wants the payload back.
func (s *socket) OnPing(c *gws.Conn, payload []byte) { _ = c.WritePong(payload) }

// OnClose is called by gws, from read.
func (s *socket) OnClose(_ *gws.Conn, err error) {
	var closed *gws.CloseError
	if errors.As(err, &closed) {
		s.link.closed(closed.Code)
	}
	s.end(fmt.Errorf("link: connection ended: %w", err))
}
