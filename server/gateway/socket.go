package gateway

import (
	"errors"
	"net"
	"net/netip"
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/lxzan/gws"

	"bankshot/game/wire"
	"bankshot/server/room"
)

var (
	errHelloFirst = errors.New("the first message was not Hello")
	errHelloTwice = errors.New("a second Hello")
)

// socket is one connection of a client, from the handshake to its end. Three
// kinds of goroutine touch it: its own reader; its room's, through Send and
// Close; and whoever shuts the gateway down. All they share is the outbox.
type socket struct {
	gate *Gateway
	addr netip.Addr
	code string // the room asked for
	kind string // the kind of it, where any will do
	out  *outbox

	line      *room.Line // the reader's; nil until Hello
	presences bucket     // the reader's, from Hello on

	framesUp, bytesUp atomic.Uint64
}

// run reads until the connection ends, and then ends everything that belongs to
// it. The library's close event plays no part in that: after a panic it does not
// come.
func (s *socket) run(conn *gws.Conn) {
	var pump sync.WaitGroup
	if s.out.needsPump() {
		pump.Go(s.out.pump)
	}
	s.read(conn)
	if s.line != nil {
		s.line.Detach()
	}
	s.out.drain()
	pump.Wait()
	s.gate.remove(s)
}

// read runs the library's loop. The library recovers from panics in what it
// calls, but not in itself, where one would end the process: the last known way
// to cause one (a frame's length with its top bit set) ends in framing.
func (s *socket) read(conn *gws.Conn) {
	defer func() {
		if cause := recover(); cause != nil { // nobody knows how; it is ours to mend
			s.gate.log.Error("reading a connection panicked", "room", s.code, "panic", cause, "stack", string(debug.Stack()))
			s.refuse(closeProtocol, wire.ByeMessage, endPanic)
		}
	}()
	conn.ReadLoop()
}

// Send hands over a frame. It never waits: what the kernel does not take now is
// held, within the outbox's limit. After an error nothing more can be sent, and
// the reader is on its way to tell the room so.
func (s *socket) Send(frame []byte) error { return s.out.send(opBinary, frame) }

// Close ends the connection after what was sent. It never waits.
func (s *socket) Close(code wire.ByeCode, reason string) {
	s.out.close(code.Close(), reason, endRoom(code, reason))
}

// refuse ends the connection for something the gateway decides: with a Bye for
// our own clients, and a close code for whoever knows only WebSockets.
func (s *socket) refuse(code uint16, bye wire.ByeCode, why *ending) {
	s.bye(wire.Bye{Code: bye, Reason: why.text}, code, why)
}

func (s *socket) bye(bye wire.Bye, code uint16, why *ending) {
	if bye.Code.MayRetry() {
		bye.RetryMS = retryMS
	}
	_ = s.out.send(opBinary, wire.AppendBye(nil, &bye)) // if it cannot be sent, it has ended already
	s.out.close(code, bye.Reason, why)
}

// readFailed is called instead of the library's close frame when reading ended.
func (s *socket) readFailed(err error) {
	var timeout net.Error
	switch {
	case errors.Is(err, os.ErrDeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout():
		why := endQuiet
		if s.line == nil {
			why = endNoHello
		}
		s.refuse(closePolicy, wire.ByeSilent, why)
	default:
		s.out.close(closeNormal, "", endLost)
	}
}

// clientCloses answers a close frame.
func (s *socket) clientCloses(answer uint16) { s.out.close(answer, "", endLeft) }

// libraryRefuses is called when the library found the protocol broken.
func (s *socket) libraryRefuses() {
	s.gate.rejected("library")
	s.refuse(closeProtocol, wire.ByeMessage, endLibrary)
}

// receive takes one frame.
func (s *socket) receive(frame []byte) {
	var messages wire.Messages
	if err := messages.Open(frame, wire.FromClient()); err != nil {
		s.malformed(closeInvalid, err)
		return
	}
	for kind, args, ok := messages.Next(); ok; kind, args, ok = messages.Next() {
		if err := s.take(kind, args); err != nil {
			return
		}
	}
}

// take hands one message on; after an error the connection is closing.
func (s *socket) take(kind wire.Kind, args wire.Args) error {
	if (kind == wire.KindHello) != (s.line == nil) {
		err := errHelloFirst
		if s.line != nil {
			err = errHelloTwice
		}
		s.malformed(closePolicy, err)
		return err
	}
	var err error
	switch kind {
	case wire.KindHello:
		return s.hello(args)
	case wire.KindInput:
		var m wire.Input
		if err = m.Decode(args); err == nil {
			s.line.Input(&m)
		}
	case wire.KindCommand:
		var m wire.Command
		if err = m.Decode(args); err == nil {
			s.line.Command(&m)
		}
	case wire.KindPresence:
		if !s.presences.take(1, time.Now()) {
			s.refuse(closePolicy, wire.ByeFlood, endPresences)
			return endPresences
		}
		var m wire.SetPresence
		if err = m.Decode(args); err == nil {
			s.line.Presence(&m)
		}
	case wire.KindKeyframe:
		var m wire.Keyframe
		if err = m.Decode(args); err == nil {
			s.line.Keyframe(&m)
		}
	case wire.KindPing:
		var m wire.Ping
		if err = m.Decode(args); err == nil {
			s.line.Ping(&m)
		}
	default:
		s.malformed(closeProtocol, wire.ErrUnknown)
		return wire.ErrUnknown
	}
	if err != nil {
		s.malformed(closeInvalid, err)
	}
	return err
}

// hello asks for the room. What the room answers comes with its next wake-up.
func (s *socket) hello(args wire.Args) error {
	var m wire.Hello
	if err := m.Decode(args); err != nil {
		s.malformed(closeInvalid, err)
		return err
	}
	line, err := s.gate.attach(s, &m)
	if err != nil {
		code := room.Code(err)
		if errors.Is(err, errTooMany) {
			code = wire.ByeFull // as if the server had no place for another room
		}
		s.bye(wire.Bye{Code: code, Reason: strings.TrimPrefix(err.Error(), "room: ")}, code.Close(), endRefused(err))
		return err
	}
	now := time.Now()
	s.line, s.presences = line, newBucket(presencesPerSecond, presencesBurst, now)
	s.out.extend(now.Add(quietLimit)) // so far it was Hello's
	return nil
}

// malformed refuses a client whose message nobody understands, and names the fault.
func (s *socket) malformed(code uint16, err error) {
	s.gate.rejected(fault(err))
	s.refuse(code, wire.ByeMessage, endMalformed(err))
}
