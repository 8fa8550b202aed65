package predict

import "bankshot/game"

// past keeps the replica as it was after each of the last ticks, and what happened in them.
type past struct {
	slots [pastTicks]moment
}

type moment struct {
	known bool
	// sure says that the server has told of it: the ticks within an interval of a world of cells are guesses, good enough to
	// draw.
	sure   bool
	public game.Public
	events []game.Event
	told   []bool // by event: it has been told already
}

// at is the moment of a tick, nil if it is not kept.
func (p *past) at(t game.Tick) *moment {
	m := &p.slots[t%pastTicks]
	if !m.known || m.public.Tick != t {
		return nil
	}
	return m
}

// keep notes the replica; events are those of its newest tick.
func (p *past) keep(public *game.Public, events []game.Event) {
	m := &p.slots[public.Tick%pastTicks]
	m.known, m.sure = true, true
	m.public.CopyPresent(public)
	m.events = append(m.events[:0], events...)
	m.told = append(m.told[:0], make([]bool, len(events))...)
}

// clear forgets all: another arena has begun.
func (p *past) clear() {
	for i := range p.slots {
		p.slots[i].known = false
	}
}

// around is what to draw the others from at a time: the moment at or before it and the one after. Where full snapshots
// have left a gap, nothing is drawn between its ends. Before the first moment kept there is that one.
func (p *past) around(time float64, newest game.Tick) span {
	t := game.Tick(max(time, 0))
	if t >= newest {
		return p.still(newest, time)
	}
	if a := p.at(t); a != nil {
		if b := p.at(t + 1); b != nil {
			return span{&a.public, &b.public, float32(time - float64(t)), time}
		}
		return p.still(t, time)
	}
	for k := game.Tick(1); k < pastTicks && k <= t; k++ {
		if p.at(t-k) != nil {
			return p.still(t-k, time)
		}
	}
	for k := t + 1; k < newest && k-t <= pastTicks; k++ {
		if p.at(k) != nil {
			return p.still(k, time)
		}
	}
	return p.still(newest, time)
}

// still is one moment, with nothing after it.
func (p *past) still(t game.Tick, time float64) span {
	m := p.at(t)
	if m == nil {
		return span{time: time}
	}
	return span{&m.public, &m.public, 0, time}
}
