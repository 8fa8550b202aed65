package room

import (
	"fmt"

	"bankshot/game/wire"
)

// Advance steps the world through so many snapshot intervals (one, or a few after a stall), makes the body of each once,
// and sends every seat at most one frame.
func (r *Room) Advance(intervals int) {
	before := r.tick
	reset := false
	for range intervals {
		if r.interval() {
			reset = true
		}
	}
	if reset {
		for i := range r.taken() {
			r.seats[i].synced = false
		}
	}
	r.events.expire(r.tick)
	r.expire()
	if r.cells.world != nil {
		r.sendCells(intervals, reset)
		return
	}
	if r.held = r.slow && !r.held && !reset; r.held {
		r.counters.Held++
		return
	}
	r.send(before, intervals)
}

// Slow has every second snapshot sent from now on, each with the one before it, or each by itself again. The ticks go on
// as ever.
func (r *Room) Slow(slow bool) { r.slow = slow }

// interval steps the ticks of one snapshot and keeps its body. It says whether no delta leads here.
func (r *Room) interval() (reset bool) {
	if r.tick == 0 {
		r.record(nil, true)
	}
	for range r.divisor {
		r.gather()
		out := r.world.Step(r.inputs)
		r.tick++
		r.counters.Ticks++
		for _, e := range out.Events {
			r.happen(e)
		}
		reset = reset || out.Reset
		if out.About != nil {
			r.about = *out.About
		}
		if r.closing == "" {
			r.closing = out.Close
		}
	}
	if r.cells.world != nil {
		return reset
	}
	// Also on a reset: the next body has to begin where this one ended.
	d := r.deltas.add(r.tick, r.world)
	BodyScale.put(&r.counters.Bodies, uint64(len(d.body)))
	if len(d.body) > wire.MaxDelta {
		r.counters.Oversized++
		reset = true
	}
	r.record(d.body, reset)
	return reset
}

// gather collects the inputs for the tick about to be stepped, in the order of seats.
func (r *Room) gather() {
	r.inputs = r.inputs[:0]
	for i := range r.taken() {
		if s := &r.seats[i]; s.presence == Here {
			r.inputs = s.intents.take(r.inputs, Seat(i), r.tick+1)
		}
	}
}

func (r *Room) happen(e []byte) {
	if len(e) == 0 || len(e) > wire.MaxEvent {
		panic(fmt.Sprintf("room: world made an event of %d bytes in tick %d; 1 to %d are allowed", len(e), r.tick, wire.MaxEvent))
	}
	r.counters.Events++
	if r.events.add(r.tick, e) {
		r.counters.EventsForgotten++
	}
}

// expire hangs up on those who have said nothing for long, and frees the seats that nobody came back to: neither with a
// connection nor from being Away.
func (r *Room) expire() {
	for i := range r.taken() {
		s := &r.seats[i]
		switch {
		case !s.taken:
		case s.conn != nil && r.tick-s.heard >= r.silent:
			r.counters.Silent++
			r.hangUp(Seat(i), wire.ByeSilent)
		case s.conn == nil && r.tick-s.dropped >= r.grace:
			r.counters.Expired++
			r.free(Seat(i))
		case s.presence == Away && r.tick-s.left >= r.away:
			r.counters.Idle++
			if s.conn != nil {
				r.farewell(s.conn, s.token, wire.Bye{Code: wire.ByeIdle, Reason: wire.ByeIdle.String()})
			}
			r.free(Seat(i))
		}
	}
}
