package predict

import "bankshot/game/wire"

// feed holds the room's numbered events that nobody has read yet.
type feed struct {
	last   uint32 // the number of the newest event that came
	events []wire.Event
}

// isNew says whether an event has not come before, and takes its number: after a resume the room repeats what we may have
// missed.
func (f *feed) isNew(n uint32) bool {
	if n <= f.last {
		return false
	}
	f.last = n
	return true
}

// add takes in an event that is new.
func (f *feed) add(m *wire.Event) {
	if len(f.events) == maxFeed {
		f.events = append(f.events[:0], f.events[1:]...)
	}
	f.events = append(f.events, wire.Event{N: m.N, Data: append([]byte(nil), m.Data...)})
}

// Feed appends the room's events that have come since the last call, in their order; snap.DecodeNotice reads them.
func (p *Predictor) Feed(dst []wire.Event) []wire.Event {
	dst = append(dst, p.feed.events...)
	clear(p.feed.events)
	p.feed.events = p.feed.events[:0]
	return dst
}

// LastEvent is the number of the newest of the room's events, to go on from after a reload.
func (p *Predictor) LastEvent() uint32 { return p.feed.last }
