package gateway

import (
	"bufio"
	"errors"
	"net"
	"net/http"
	"time"

	"bankshot/game/wire"
)

var (
	errFlood  = errors.New("the client sends more than allowed")
	errClosed = errors.New("the client's stream is over")
)

// tap is the connection as the library sees it. Reading, it counts and limits
// at the socket, and lets through nothing but sound frames up to the one that
// ends the stream. Writing, it lets the handshake through and takes away the
// rest: closing is ours, by way of the outbox, and the connection is left to
// whoever runs the read loop.
type tap struct {
	net.Conn
	early  *bufio.Reader // what came along with the request; nil once read
	socket *socket

	upgraded bool
	frames   framing
	end      *verdict // what follows the last frame that may be read
	rate     bucket
	volume   bucket
	extended time.Time // when the read deadline was moved last
	failed   error     // why reading ended
}

func newTap(conn net.Conn, s *socket, now time.Time) *tap {
	return &tap{
		Conn: conn, socket: s,
		rate:   newBucket(framesPerSecond, framesBurst, now),
		volume: newBucket(bytesPerSecond, bytesBurst, now),
	}
}

// Read is called from the read loop only.
func (t *tap) Read(p []byte) (int, error) {
	if t.end != nil {
		return t.finish()
	}
	n, err := t.read(p)
	if err != nil {
		t.failed = err
	}
	if n == 0 {
		return n, err
	}
	now := time.Now()
	pass, ended, end := t.frames.follow(p[:n])
	s := t.socket
	s.framesUp.Add(uint64(ended))
	s.bytesUp.Add(uint64(n))
	switch {
	case !t.rate.take(ended, now):
		t.failed = errFlood
		s.refuse(closePolicy, wire.ByeFlood, endFrames)
		return 0, errFlood
	case !t.volume.take(n, now):
		t.failed = errFlood
		s.refuse(closePolicy, wire.ByeFlood, endBytes)
		return 0, errFlood
	}
	if ended > 0 && s.line != nil && now.Sub(t.extended) >= quietStep {
		t.extended = now
		s.out.extend(now.Add(quietLimit))
	}
	s.out.flush()
	if end == nil {
		return n, err
	}
	// The frames before it count; the library comes again when it has dealt with them.
	if t.end = end; pass == 0 {
		return t.finish()
	}
	return pass, nil
}

// finish ends the stream as its last frame had it.
func (t *tap) finish() (int, error) {
	t.failed = errClosed
	if t.end.why == nil {
		t.socket.clientCloses(t.end.code)
	} else {
		t.socket.gate.rejected(t.end.label)
		t.socket.refuse(t.end.code, wire.ByeMessage, t.end.why)
	}
	return 0, errClosed
}

// read begins with what net/http had read already: a client may send its Hello
// without waiting for the handshake's answer.
func (t *tap) read(p []byte) (int, error) {
	if t.early != nil {
		if n := min(t.early.Buffered(), len(p)); n > 0 {
			return t.early.Read(p[:n])
		}
		t.early = nil
	}
	return t.Conn.Read(p)
}

// Write gets the answer to the handshake first. Later the library writes one
// close frame, from within the read loop, because reading ended.
func (t *tap) Write(p []byte) (int, error) {
	if !t.upgraded {
		return t.Conn.Write(p)
	}
	if t.failed != nil {
		t.socket.readFailed(t.failed)
	} else { // it found a fault that framing did not; nobody knows how
		t.socket.libraryRefuses()
	}
	return len(p), nil
}

// Close is the library's wish, which ends the read loop anyway; what is still
// to be sent would be lost.
func (t *tap) Close() error {
	if t.upgraded {
		return nil
	}
	return t.Conn.Close()
}

// hijacker gives the library a tap in place of the connection.
type hijacker struct {
	http.ResponseWriter
	socket *socket
	tap    *tap // nil until hijacked
}

func (h *hijacker) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, rw, err := http.NewResponseController(h.ResponseWriter).Hijack()
	if err != nil {
		return nil, nil, err
	}
	h.tap = newTap(conn, h.socket, time.Now())
	if rw.Reader.Buffered() > 0 {
		h.tap.early = rw.Reader
	}
	return h.tap, rw, nil
}
