package predict

import (
	"fmt"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

// onFull replaces the replica. It is decoded aside first, so that a bad one leaves nothing behind.
func (p *Predictor) onFull(m *wire.Full) error {
	if err := snap.DecodeFull(m.Shared, &p.full); err != nil {
		return fmt.Errorf("%w: %w", ErrSnapshot, err)
	}
	a := p.arenaOf(p.full.Arena)
	if a == nil {
		return ErrArena
	}
	check := p.full.Check
	if game.Endless(p.full.Mode) {
		check = func(*arena.Arena) error { return checkHead(&p.full) }
	}
	if err := check(a); err != nil {
		return fmt.Errorf("%w: %w", ErrSnapshot, err)
	}
	var mine game.Private
	if len(m.Private) > 0 {
		if err := snap.DecodePrivate(m.Private, &mine); err != nil {
			return fmt.Errorf("%w: %w", ErrSnapshot, err)
		}
	}
	since := int64(p.full.Tick) - int64(p.replica.Tick)
	elsewhere := since < 0 || since > aheadTicks
	if a != p.arena || p.full.Round != p.replica.Round || elsewhere {
		p.past.clear()
		p.happens.skip(p.full.Tick)
	}
	if elsewhere {
		// Another room, the same one begun again, or long ago: its ticks have nothing to do with those predicted.
		p.clock.begin()
		p.ahead.valid = false
		p.out.sent = 0
	}
	p.arena = a
	p.replica.Public.CopyFrom(&p.full)
	p.replica.Private = append(p.replica.Private[:0], make([]game.Private, len(p.full.Ships))...)
	if i := p.replica.ShipOf(p.seat); i >= 0 {
		p.replica.Private[i] = mine
	}
	if game.Endless(p.full.Mode) {
		p.cells.begin(&p.full, mine) // the cells follow in the same frame
	} else {
		p.past.keep(&p.replica.Public, nil)
	}
	p.ready = true
	p.out.keyframe = false
	p.clock.measured(p.full.Tick, m.Margin)
	p.counts.fulls++
	return nil
}

// onDelta steps the replica by what a snapshot tells. One that does not fit is dropped, and a full one asked for.
func (p *Predictor) onDelta(m *wire.Delta) {
	if !p.ready || game.Endless(p.replica.Mode) {
		p.out.want(wire.KeyframeNone)
		return
	}
	held := p.replica.Tick
	if err := snap.DecodeDelta(m.Body, p.replica.Ships, held, &p.delta); err != nil {
		p.counts.broken++
		p.out.want(wire.KeyframeBroken)
		return
	}
	if first := int32(p.delta.First - (held + 1)); first != 0 {
		if first > 0 {
			p.counts.gaps++
			p.out.want(wire.KeyframeGap)
		}
		return
	}
	if p.scale != nil {
		p.scale.Add(p.replica.Ships, &p.delta)
	}
	for i := range p.delta.Entries {
		e := &p.delta.Entries[i]
		if err := e.Check(&p.replica.Public, p.arena); err != nil {
			p.counts.broken++
			p.out.want(wire.KeyframeBroken)
			return
		}
		p.stepped = game.Step(&p.replica, p.arena, e, p.stepped[:0])
		p.past.keep(&p.replica.Public, p.stepped)
		p.happens.known(p.stepped, p.seat)
		p.seen.known(p.replica.Tick, p.stepped)
	}
	p.clock.measured(p.replica.Tick, m.Margin)
	p.counts.snapshots++
	if p.delta.HasHash && uint32(p.replica.Hash()) != p.delta.Hash {
		p.counts.desyncs++
		p.out.want(wire.KeyframeHash)
	}
}

// reconcile compares what has become known with what was predicted for it, and where they differ goes on from what is
// known: the inputs since are played again.
func (p *Predictor) reconcile(known game.Tick, reset bool) {
	newest := p.replica.Tick
	if !p.ahead.valid || int32(newest-p.ahead.newest) > mostExtended {
		// Not predicted that far: the next Advance begins there.
		p.ahead.valid = false
		return
	}
	p.amend()
	foreseen := p.ahead.newest
	p.extend()
	worst := same
	if reset {
		known = newest - 1
	}
	ticks := 0
	for t := known + 1; int32(newest-t) >= 0; t++ {
		ticks++
		m := p.past.at(t)
		if m == nil || !m.sure {
			continue
		}
		like := p.ahead.compare(&m.public, p.privateAt(t), p.seat)
		if int32(foreseen-t) >= 0 {
			p.counts.compared(like, alive(&m.public, p.seat), ticks)
		}
		ticks = 0
		worst = max(worst, like)
	}
	if worst == same {
		return
	}
	was, drawn := p.shipAt(p.clock.mine)
	warped := p.warpedAt(p.clock.mine)
	p.replay()
	is, still := p.shipAt(p.clock.mine)
	if worst == reborn || !drawn || !still {
		p.offset.clear()
		return
	}
	if p.warpedAt(p.clock.mine) != warped {
		// It is at the other end of a portal, not beside where it was: nothing glides through the arena.
		p.counts.corrected(length(Point{was.X - is.X, was.Y - is.Y}))
		p.offset.clear()
		return
	}
	p.shift(was, is)
}

// shift lets my ship glide from where it was drawn to where it turned out to be.
func (p *Predictor) shift(was, is Point) {
	if d := length(Point{was.X - is.X, was.Y - is.Y}); d > 0 {
		p.counts.corrected(d)
		p.offset.moved(was, is, p.clock.at)
	}
}

// privateAt is what is private to me after tick t, known for the newest one only.
func (p *Predictor) privateAt(t game.Tick) *game.Private {
	if i := p.replica.ShipOf(p.seat); i >= 0 && t == p.replica.Tick {
		return &p.replica.Private[i]
	}
	return nil
}

// replay predicts again from the newest known tick, with what was asked then.
func (p *Predictor) replay() {
	until := p.ahead.newest
	p.ahead.begin(&p.replica, p.seat)
	for int32(until-p.ahead.newest) > 0 {
		asked := p.ahead.slots[(p.ahead.newest+1)%aheadTicks].asked
		p.step(asked)
	}
}

// aheadAround is the predicted ticks around a time of mine.
func (p *Predictor) aheadAround(time float64) span {
	h := &p.ahead
	t := game.Tick(max(time, 0))
	a, b := h.at(t), h.at(t+1)
	switch {
	case a != nil && b != nil && int32(t-h.newest) < 0:
		return span{&a.state.Public, &b.state.Public, float32(time - float64(t)), time}
	case a != nil && int32(t-h.newest) <= 0:
		return span{&a.state.Public, &a.state.Public, 0, time}
	}
	if a = h.at(h.newest); a != nil {
		return span{&a.state.Public, &a.state.Public, 0, time}
	}
	return span{time: time}
}
