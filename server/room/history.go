package room

import "bankshot/game/wire"

// deltas are the newest snapshots' bodies, for seats that missed some.
type deltas struct {
	ring [wire.KeepDeltas]delta
	n    int // how many of the newest count
	head int // where the next goes
}

type delta struct {
	tick uint32
	body []byte
}

// add keeps the body that the world writes for a tick, in memory of the oldest one.
func (d *deltas) add(tick uint32, world World) *delta {
	e := &d.ring[d.head]
	e.tick, e.body = tick, world.Shared(e.body[:0])
	d.head = (d.head + 1) % len(d.ring)
	d.n = min(d.n+1, len(d.ring))
	return e
}

// newest is the body added i before the last one.
func (d *deltas) newest(i int) *delta {
	return &d.ring[(d.head-1-i+2*len(d.ring))%len(d.ring)]
}

// since says how many of the newest lead from a tick to now, and how many bytes they take in a frame. It says false where
// the first of them is no longer kept.
func (d *deltas) since(tick, divisor uint32) (count, size int, ok bool) {
	for i := range d.n {
		e := d.newest(i)
		if e.tick == tick {
			return i, size, true
		}
		size += len(e.body) + deltaOverhead
		if e.tick-divisor == tick {
			return i + 1, size, true
		}
	}
	return 0, 0, false
}

// deltaOverhead is what a Delta message takes beside its body, as a rule: the seat's prefix and the header of a bin.
const deltaOverhead = 6

// maxEvents is how many room events are kept, if they are younger than wire.KeepEventsTicks; beyond that the oldest are
// forgotten early, and counted.
const maxEvents = 256

// events are the newest room events, for seats that missed some. They are numbered from 1 on.
type events struct {
	ring        [maxEvents]event
	first, last uint32 // the numbers kept; first = last+1 when none
}

type event struct {
	tick uint32
	data []byte
}

func newEvents() events { return events{first: 1} }

// add keeps a copy, and says whether an older one had to go early for it.
func (e *events) add(tick uint32, data []byte) (forgot bool) {
	if e.last+1-e.first == maxEvents {
		e.first++
		forgot = true
	}
	e.last++
	slot := &e.ring[e.last%maxEvents]
	slot.tick, slot.data = tick, append(slot.data[:0], data...)
	return forgot
}

// expire forgets those that have been kept long enough.
func (e *events) expire(tick uint32) {
	for e.first <= e.last && tick-e.ring[e.first%maxEvents].tick > wire.KeepEventsTicks {
		e.first++
	}
}

// at is the event of a number from first to last.
func (e *events) at(n uint32) []byte { return e.ring[n%maxEvents].data }
