package gateway

import (
	"time"

	"bankshot/game/wire"
)

// inbox is the receiving half of one connection: what its socket read, put
// together to messages, counted and limited. It is its reader's.
type inbox struct {
	socket *socket
	frames framing
	// message and control are what came of a message, and of a control frame
	// within it, that is not whole yet: seldom anything.
	message, control []byte
	rate, volume     bucket
}

func newInbox(s *socket, now time.Time) inbox {
	return inbox{
		socket: s,
		rate:   newBucket(framesPerSecond, framesBurst, now),
		volume: newBucket(bytesPerSecond, bytesBurst, now),
	}
}

// take reads what came, in place. Whatever ends the connection, nothing behind
// it is looked at; what stands before it counts.
func (in *inbox) take(p []byte, now time.Time) {
	s := in.socket
	s.bytesUp.Add(uint64(len(p)))
	if !in.volume.take(len(p), now) {
		s.refuse(closePolicy, wire.ByeFlood, endBytes)
		return
	}
	for len(p) > 0 && s.out.open() {
		n, got, end := in.frames.next(p)
		p = p[n:]
		if end != nil {
			in.broke(end)
			return
		}
		if got.ended {
			s.framesUp.Add(1)
			if !in.rate.take(1, now) {
				s.refuse(closePolicy, wire.ByeFlood, endFrames)
				return
			}
		}
		if got.op&controlBit != 0 {
			in.steer(got)
		} else {
			in.gather(got, now)
		}
	}
}

// gather puts a message together, and hands it on once it is whole. One that
// came in one piece, which is every honest one, is handed on where it lies.
func (in *inbox) gather(got piece, now time.Time) {
	if !got.last || len(in.message) > 0 {
		in.message = append(in.message, got.payload...)
		if !got.last {
			return
		}
		got.payload = in.message
		in.message = nil
	}
	in.socket.receive(got.payload, now)
}

// steer answers a control frame once it is whole.
func (in *inbox) steer(got piece) {
	if !got.ended || len(in.control) > 0 {
		in.control = append(in.control, got.payload...)
		if !got.ended {
			return
		}
		got.payload = in.control
		in.control = nil
	}
	switch got.op {
	case opPing: // with its payload, as RFC 6455 asks
		_ = in.socket.out.send(opPong, got.payload)
	case opClose:
		in.socket.out.close(answerTo(got.payload), "", endLeft)
	}
}

// broke ends the stream for a fault in its frames.
func (in *inbox) broke(end *verdict) {
	in.socket.gate.rejected(end.label)
	in.socket.refuse(end.code, wire.ByeMessage, end.why)
}
