package room

import "bankshot/game/wire"

// slots is how many ticks a seat's inputs are remembered for: those ahead, those late, and the one between. A power of
// two, so that the remainder is cheap and survives the tick's wrapping around.
const slots = 32

var _ [slots - wire.MaxAhead - wire.LateTicks - 1]struct{} // slots suffice

// intents are one seat's inputs, by the tick each one is for. The first write wins; a tick's slot stays written after
// the tick was stepped, so that a second, late input for it is seen to be surplus.
type intents struct {
	slot [slots]intent
	late [wire.LateTicks]Input
	n    int
	// margin is the smallest of those measured since the last frame, wire.MarginNone when none was.
	margin int8
}

type intent struct {
	tick    uint32
	written bool
	len     uint8
	early   int8
	view    uint32
	data    [wire.MaxPayload]byte
}

// verdict says what became of one tick's input.
type verdict uint8

const (
	accepted verdict = iota
	late
	tooLate
	tooEarly
	surplus
)

// put takes the input for one tick; now is the tick that was stepped last, early by how many ticks of time it came before
// the step it is for.
func (in *intents) put(s Seat, tick, now, view uint32, early int, payload []byte) verdict {
	ahead := int32(tick - now)
	switch {
	case ahead > wire.MaxAhead:
		return tooEarly
	case ahead <= 0:
		in.measure(min(early, -1))
	default:
		early = max(early, 0)
	}
	// The next step is for now+1: what is late for it by LateTicks is the oldest it may get.
	if ahead < 1-wire.LateTicks {
		return tooLate
	}
	slot := &in.slot[tick%slots]
	if slot.written && slot.tick == tick {
		return surplus
	}
	if ahead <= 0 && in.n == len(in.late) {
		return tooLate
	}
	*slot = intent{tick: tick, written: true, early: clampMargin(early), view: view}
	slot.len = uint8(copy(slot.data[:], payload))
	if ahead > 0 {
		return accepted
	}
	in.late[in.n] = Input{Seat: s, Tick: tick, View: view, Late: true, Len: slot.len, Data: slot.data}
	in.n++
	return late
}

// take appends what the step of a tick gets: the late ones, then the one for the tick itself.
func (in *intents) take(dst []Input, s Seat, tick uint32) []Input {
	for _, l := range in.late[:in.n] {
		l.View = clampView(l.View, tick)
		dst = append(dst, l)
	}
	in.n = 0
	if slot := &in.slot[tick%slots]; slot.written && slot.tick == tick {
		in.measure(int(slot.early))
		dst = append(dst, Input{Seat: s, Tick: tick, View: clampView(slot.view, tick), Len: slot.len, Data: slot.data})
	}
	return dst
}

// forget drops what has not been stepped yet: it was another connection's, with another clock, or the person is no longer
// here. What was stepped stays known.
func (in *intents) forget(now uint32) {
	for i := range in.slot {
		if int32(in.slot[i].tick-now) > 0 {
			in.slot[i].written = false
		}
	}
	in.n = 0
	in.margin = wire.MarginNone
}

func (in *intents) measure(early int) {
	if m := clampMargin(early); in.margin == wire.MarginNone || m < in.margin {
		in.margin = m
	}
}

// clampMargin keeps clear of wire.MarginNone.
func clampMargin(ticks int) int8 { return int8(max(-127, min(ticks, 127))) }

// clampView bounds how far back a player may claim to have seen the others: to wire.MaxViewTicks before the step. It
// counts in differences, so that it goes on working when the view, 1/16 of a tick, wraps around long before the tick.
func clampView(view, tick uint32) uint32 {
	now := tick * wire.ViewUnits
	back := int32(now - view)
	return now - uint32(max(0, min(back, wire.MaxViewTicks*wire.ViewUnits)))
}
