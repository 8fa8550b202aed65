package room

import (
	"fmt"
	"time"

	"bankshot/game/wire"
)

const (
	// tailArrays is how many of a frame's messages are left for a seat's own: Rebase, Pong, some Replies.
	tailArrays = 5
	// sharedEvents is how many room events the shared part holds at most, in number and in bytes; more of them wait.
	sharedEvents      = wire.MaxArrays - 1 - tailArrays
	sharedEventsBytes = 32 << 10
	// frameReserve is what a frame with a Full or with many deltas leaves for everything else in it.
	frameReserve = 8 << 10
	// keepScratch is the most memory that a room holds on to after a large frame.
	keepScratch = 16 << 10
)

// A steady frame, which is what nearly every seat gets nearly every time:
//
//	0x93 0x23 margin | 0xc4 length body   0x93 0x24 number event …  | pong, replies …
//	the seat's own   | shared: lies in r.frame, made once           | the seat's own, mostly nothing
//
// The seat's own parts are written around the shared one, in place, and handed to Conn before the next seat's.

// send gives every seat its frame.
func (r *Room) send(before uint32, intervals int) {
	r.told = max(r.told, r.events.first-1)
	from := r.told
	shared := r.share()
	for i := range r.taken() {
		s := &r.seats[i]
		s.commands = 0
		if s.conn == nil {
			continue
		}
		if !r.listens(s) {
			continue
		}
		var frame []byte
		if s.synced && s.sent == before && intervals == 1 && s.link.events == from && !s.wantFull {
			frame = r.steady(s, shared)
		} else if frame = r.compose(Seat(i), s, before); frame == nil {
			r.counters.Skips++
			continue
		}
		r.deliver(Seat(i), s, frame)
	}
	if cap(r.out) > keepScratch {
		r.out = nil
	}
	if cap(r.frame) > keepScratch {
		r.frame = make([]byte, wire.MaxPrefix, 1024)
	}
}

// listens says whether a seat has echoed lately; one that has not is skipped.
func (r *Room) listens(s *seat) bool {
	age := s.age(r.tick, r.divisor)
	EchoScale.putTime(&r.counters.EchoAges, time.Duration(age)*r.tickTime)
	if age >= wire.EchoAgeTicks {
		r.counters.Skips++
		return false
	}
	return true
}

// deliver hands a seat its frame, and drops whose connection does not take it.
func (r *Room) deliver(i Seat, s *seat, frame []byte) {
	s.intents.margin = wire.MarginNone
	r.counters.Frames++
	if s.conn.Send(frame) != nil {
		r.lose(i)
	}
}

// lose drops a seat whose connection did not take its frame.
func (r *Room) lose(i Seat) {
	s := &r.seats[i]
	conn := s.conn
	r.drop(i)
	if s.taken {
		s.was = conn
	}
}

// share makes the part of the steady frame that is the same for all, and returns how many messages it holds.
func (r *Room) share() (arrays int) {
	r.frame, arrays = r.appendShared(wire.AppendBin(r.frame[:wire.MaxPrefix], r.deltas.newest(0).body))
	return arrays
}

// appendShared writes the room events that all are told with this snapshot, and returns how many messages that makes with it.
func (r *Room) appendShared(dst []byte) (_ []byte, arrays int) {
	arrays = 1
	for size := 0; r.told < r.events.last && arrays <= sharedEvents; arrays++ {
		e := r.events.at(r.told + 1)
		if size += len(e); size > sharedEventsBytes {
			break
		}
		r.told++
		dst = wire.AppendEvent(dst, &wire.Event{N: r.told, Data: e})
	}
	return dst, arrays
}

// steady writes a seat's own parts around the shared one.
func (r *Room) steady(s *seat, arrays int) []byte {
	var own [wire.MaxPrefix]byte
	prefix := wire.AppendDeltaPrefix(own[:0], s.intents.margin)
	start := wire.MaxPrefix - len(prefix)
	copy(r.frame[start:], prefix)
	s.sent = r.tick
	s.link.events = r.told
	frame := appendOwn(r.frame, s, arrays)
	if cap(frame) > cap(r.frame) {
		r.frame = frame[:len(r.frame)]
	}
	return frame[start:]
}

// compose makes a frame for a seat that needs more than the newest delta: one that is new or back, that missed some, that
// asked for a full snapshot. It returns nil where that has to wait, because the last Full is less than a second old.
func (r *Room) compose(i Seat, s *seat, before uint32) []byte {
	mayFull := !s.synced || s.fulls == 0 || r.tick-s.full >= r.fullEvery
	count, size, ok := 0, 0, false
	if s.synced {
		count, size, ok = r.deltas.since(s.sent, r.divisor)
		ok = ok && count <= wire.MaxArrays && size <= wire.MaxServerFrame-frameReserve
	}
	full := mayFull && (s.wantFull || !ok || size >= r.fullLen)
	if !full && !ok {
		return nil
	}
	out, arrays := r.out[:0], 0
	if s.welcome {
		out, arrays = r.welcome(out, i, s), arrays+1
	}
	if full {
		if s.synced && s.sent < before {
			r.counters.CatchUps++
		}
		out, arrays = r.appendFull(out, i, s, arrays)
	} else {
		if s.sent < before {
			r.counters.CatchUps++
		}
		for k := count - 1; k >= 0; k-- {
			out = wire.AppendDelta(out, &wire.Delta{Margin: s.intents.margin, Body: r.deltas.newest(k).body})
			arrays++
		}
	}
	if s.sent != before || full {
		s.gap = r.tick
	}
	s.sent = r.tick
	out, arrays = r.appendEvents(out, s, arrays)
	out = appendOwn(out, s, arrays)
	r.out = out
	return out
}

func (r *Room) welcome(out []byte, i Seat, s *seat) []byte {
	s.welcome = false
	return wire.AppendWelcome(out, &wire.Welcome{
		Protocol: wire.Protocol, Rules: r.cfg.Rules,
		Seat: uint16(i), Token: s.token, Resumed: s.resumed,
		Tick: r.tick, Divisor: uint8(r.rates.Divisor), TickHz: uint8(r.rates.TickHz), Room: r.code,
	})
}

// appendFull writes the Blob, if the connection lacks it, and the Full.
func (r *Room) appendFull(out []byte, i Seat, s *seat, arrays int) ([]byte, int) {
	if id, data := r.world.Blob(); len(data) > 0 && (!s.hasBlob || s.blob != id) {
		if len(data) > wire.MaxBlob {
			panic(fmt.Sprintf("room: world has a blob of %d bytes; %d are allowed", len(data), wire.MaxBlob))
		}
		out = wire.AppendBlob(out, &wire.Blob{ID: id, Data: data})
		s.hasBlob, s.blob = true, id
		arrays++
	}
	r.newestFull()
	r.private = r.world.Private(r.private[:0], i)
	if len(r.full) > wire.MaxShared || len(r.private) > wire.MaxPrivate {
		panic(fmt.Sprintf("room: world has a full snapshot of %d and %d bytes; %d and %d are allowed",
			len(r.full), len(r.private), wire.MaxShared, wire.MaxPrivate))
	}
	from := len(out)
	out = wire.AppendFull(out, &wire.Full{Tick: r.tick, Margin: s.intents.margin, Shared: r.full, Private: r.private})
	r.fullLen = len(out) - from
	r.counters.Fulls++
	s.synced, s.wantFull = true, false
	s.full = r.tick
	s.fulls++
	return out, arrays + 1
}

// appendEvents tells the room events that the seat lacks, up to those that all have been told.
func (r *Room) appendEvents(out []byte, s *seat, arrays int) ([]byte, int) {
	if s.link.events < r.events.first-1 {
		r.counters.EventsMissed += uint64(r.events.first - 1 - s.link.events)
		s.link.events = r.events.first - 1
	}
	for ; s.link.events < r.told && arrays < wire.MaxArrays-2; arrays++ {
		e := r.events.at(s.link.events + 1)
		if len(out)+len(e) > wire.MaxServerFrame-frameReserve/2 {
			break
		}
		s.link.events++
		out = wire.AppendEvent(out, &wire.Event{N: s.link.events, Data: e})
	}
	return out, arrays
}

// appendOwn writes what only this seat is told, as far as the frame has room; the rest follows in the next.
func appendOwn(out []byte, s *seat, arrays int) []byte {
	if s.rebase > 0 && arrays < wire.MaxArrays {
		out = wire.AppendRebase(out, &wire.Rebase{Ticks: s.rebase})
		s.rebase = 0
		arrays++
	}
	if s.ponging && arrays < wire.MaxArrays {
		out = wire.AppendPong(out, &s.pong)
		s.ponging = false
		arrays++
	}
	n := min(len(s.replies), wire.MaxArrays-arrays)
	for k := range n {
		out = wire.AppendReply(out, &s.replies[k])
	}
	s.replies = s.replies[:copy(s.replies, s.replies[n:])]
	return out
}
