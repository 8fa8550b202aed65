package gateway

import (
	"errors"
	"net/netip"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"time"

	"bankshot/game/wire"
	"bankshot/server/room"
)

var (
	errHelloFirst = errors.New("the first message was not Hello")
	errHelloTwice = errors.New("a second Hello")
)

// socket is one connection of a client, from the handshake to its end. Three
// kinds of goroutine touch it: its reader; its room's, through Send and Close; and
// whoever shuts the gateway down. All they share is the outbox.
type socket struct {
	gate *Gateway
	addr netip.Addr
	code string // the room asked for
	kind string // the kind of it, where any will do
	out  *outbox

	// The reader's.
	in        inbox
	line      *room.Line // nil until Hello
	presences bucket     // from Hello on

	// due is when the client has to have been heard of again, in nanoseconds since gate.started.
	due               atomic.Int64
	framesUp, bytesUp atomic.Uint64
}

// expect says until when the client has to be heard of again.
func (s *socket) expect(t time.Time) { s.due.Store(int64(t.Sub(s.gate.started))) }

// deadline is that time.
func (s *socket) deadline() time.Time { return s.gate.started.Add(time.Duration(s.due.Load())) }

// hear takes what was read. One connection's bytes must not end the process,
// whatever is wrong with us.
func (s *socket) hear(p []byte, now time.Time) {
	defer func() {
		if cause := recover(); cause != nil { // nobody knows how; it is ours to mend
			s.gate.log.Error("reading a connection panicked", "room", s.code, "panic", cause, "stack", string(debug.Stack()))
			s.refuse(closeProtocol, wire.ByeMessage, endPanic)
		}
	}()
	before := s.framesUp.Load()
	s.in.take(p, now)
	if s.line != nil && s.framesUp.Load() > before {
		s.expect(now.Add(quietLimit))
	}
	s.out.flush()
}

// silent ends a connection of which nothing was heard in time.
func (s *socket) silent() {
	why := endQuiet
	if s.line == nil {
		why = endNoHello
	}
	s.refuse(closePolicy, wire.ByeSilent, why)
}

// lost ends a connection that broke.
func (s *socket) lost() { s.out.close(closeNormal, "", endLost) }

// detach tells the room that nothing more comes. It is its reader's last act.
func (s *socket) detach() {
	if s.line != nil {
		s.line.Detach()
	}
}

// end sends what is left, closes, and takes the connection out of the books.
func (s *socket) end() {
	s.out.drain()
	s.gate.remove(s)
	s.gate.running.Done()
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
	switch {
	case bye.Code == wire.ByeBusy:
		bye.RetryMS = room.BusyRetryMS
	case bye.Code.MayRetry():
		bye.RetryMS = retryMS
	}
	_ = s.out.send(opBinary, wire.AppendBye(nil, &bye)) // if it cannot be sent, it has ended already
	s.out.close(code, bye.Reason, why)
}

// receive takes one frame's messages. Its bytes are another's afterwards.
func (s *socket) receive(frame []byte, now time.Time) {
	var messages wire.Messages
	if err := messages.Open(frame, wire.FromClient()); err != nil {
		s.malformed(closeInvalid, err)
		return
	}
	for kind, args, ok := messages.Next(); ok; kind, args, ok = messages.Next() {
		if err := s.take(kind, args, now); err != nil {
			return
		}
	}
}

// take hands one message on; after an error the connection is closing.
func (s *socket) take(kind wire.Kind, args wire.Args, now time.Time) error {
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
		return s.hello(args, now)
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
		if !s.presences.take(1, now) {
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
func (s *socket) hello(args wire.Args, now time.Time) error {
	var m wire.Hello
	if err := m.Decode(args); err != nil {
		s.malformed(closeInvalid, err)
		return err
	}
	line, err := s.gate.attach(s, &m)
	if err != nil {
		code := room.Code(err)
		why := endRefused(err)
		switch {
		case errors.Is(err, errTooMany), errors.Is(err, errManySeats):
			code = wire.ByeFull // as if the server had no place for another room
		case errors.Is(err, errBusy):
			code, why = wire.ByeBusy, endBusy
		}
		s.bye(wire.Bye{Code: code, Reason: strings.TrimPrefix(err.Error(), "room: ")}, code.Close(), why)
		return err
	}
	s.line, s.presences = line, newBucket(presencesPerSecond, presencesBurst, now)
	return nil
}

// malformed refuses a client whose message nobody understands, and names the fault.
func (s *socket) malformed(code uint16, err error) {
	s.gate.rejected(fault(err))
	s.refuse(code, wire.ByeMessage, endMalformed(err))
}
