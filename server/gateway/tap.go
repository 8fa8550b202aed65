package gateway

import (
	"bufio"
	"encoding/binary"
	"errors"
	"net"
	"net/http"
	"time"

	"bankshot/game/wire"
)

var errFlood = errors.New("the client sends more than allowed")

// tap is the connection as the library sees it. Reading, it counts and limits
// at the socket. Writing, it lets the handshake through and takes away the rest:
// a close frame of the library goes through the outbox like everything else, and
// closing the connection is left to whoever runs the read loop.
type tap struct {
	net.Conn
	early  *bufio.Reader // what came along with the request; nil once read
	socket *socket

	upgraded bool
	frames   frameCounter
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
	n, err := t.read(p)
	if err != nil {
		t.failed = err
	}
	if n == 0 {
		return n, err
	}
	now := time.Now()
	ended := t.frames.count(p[:n])
	s := t.socket
	s.framesUp.Add(uint64(ended))
	s.bytesUp.Add(uint64(n))
	switch {
	case !t.rate.take(ended, now):
		s.refuse(closePolicy, wire.ByeFlood, endFrames)
		return 0, errFlood
	case !t.volume.take(n, now):
		s.refuse(closePolicy, wire.ByeFlood, endBytes)
		return 0, errFlood
	}
	if ended > 0 && s.line != nil && now.Sub(t.extended) >= quietStep {
		t.extended = now
		s.out.extend(now.Add(quietLimit))
	}
	s.out.flush()
	return n, err
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
// close frame, from within the read loop: with nothing but a code, if it answers
// the client's; with a text, if reading failed.
func (t *tap) Write(p []byte) (int, error) {
	switch {
	case !t.upgraded:
		return t.Conn.Write(p)
	case t.failed != nil:
		t.socket.readFailed(t.failed)
	case len(p) < 4:
		t.socket.clientCloses(closeNormal)
	case len(p) == 4:
		t.socket.clientCloses(binary.BigEndian.Uint16(p[2:]))
	default:
		t.socket.libraryRefuses(binary.BigEndian.Uint16(p[2:]), string(p[4:]))
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
