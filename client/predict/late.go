package predict

import "bankshot/game"

// A screen that hangs for a moment leaves ticks behind for which it is too late to ask anything: the server steps them
// before word of them could reach it, and holds what it was told last. So that is what is predicted for them, and nothing
// is sent; what the player does enters the first tick that is still to be had. A screen that draws seldom does this in
// every frame, and its ship flies as exactly as any other.

// predict runs one tick of mine.
func (p *Predictor) predict() {
	t := p.ahead.newest + 1
	asked, held := p.ask(t)
	p.step(asked)
	p.ahead.slots[t%aheadTicks].held = held
	if held {
		p.counts.givenUp++
	}
}

// step predicts one more tick, and tells what I do in it.
func (p *Predictor) step(asked game.Input) {
	events := p.ahead.step(p.arena, asked)
	p.happens.mine(events, p.seat)
	p.draw.beams.foreseen(events, p.seat, asked.Lag, p.draw.lens.over)
}

// ask is what is asked for in a tick; held says that it is what the server takes for want of anything else.
func (p *Predictor) ask(t game.Tick) (asked game.Input, held bool) {
	s := &p.ahead.slots[t%aheadTicks]
	switch {
	case s.tick == t && s.told:
		return s.asked, false
	case !p.asks():
		return p.ahead.idle(), false
	case p.late(t):
		return p.silence(t), true
	}
	asked = p.held
	asked.Lag = p.lagFor(t)
	asked.Buttons |= p.latched
	p.latched = 0
	return asked, false
}

// late says whether an input for a tick would come too late if it went out now. The ticks of an interval go together, so
// it is the last of them that counts. What is known already nobody can ask for any more.
func (p *Predictor) late(t game.Tick) bool {
	last := t
	if over := (t - p.replica.Tick) % p.divisor; over > 0 {
		last += p.divisor - over
	}
	return int32(t-p.replica.Tick) <= 0 || p.clock.mine-float64(last) > targetMargin
}

// silence is what the server takes my input for a tick to be when it is not told.
func (p *Predictor) silence(t game.Tick) game.Input {
	if p.out.told == 0 {
		return p.ahead.idle()
	}
	return p.out.last.Held(t - p.out.told)
}

// amend gives up the ticks that were predicted but whose inputs were not sent before it was too late: those that waited
// for the other ticks of their interval while the screen hung.
func (p *Predictor) amend() {
	t := p.out.sent + 1
	s := p.ahead.at(t)
	if s == nil || s.told || s.held || !p.asks() || !p.late(t) || p.ahead.at(t-1) == nil {
		return
	}
	until := p.ahead.newest
	was, drawn := p.shipAt(float64(until))
	p.ahead.newest = t - 1
	for int32(until-p.ahead.newest) > 0 {
		next := p.ahead.newest + 1
		s := &p.ahead.slots[next%aheadTicks]
		asked := s.asked
		if held := !s.told && p.late(next); held && !s.held {
			p.latched |= asked.Buttons
			asked, s.held = p.silence(next), true
			p.counts.givenUp++
			if asked != s.asked && p.flying() {
				p.counts.mispredicted++ // for it was drawn already
			}
		}
		p.step(asked)
	}
	if is, still := p.shipAt(float64(until)); drawn && still {
		p.shift(was, is)
	}
}

// extend predicts up to the newest known tick where the screen hung so long that it was not reached: nothing was told for
// what lies between.
func (p *Predictor) extend() {
	for int32(p.replica.Tick-p.ahead.newest) > 0 {
		t := p.ahead.newest + 1
		asked := p.ahead.idle()
		if p.asks() {
			asked = p.silence(t)
		}
		p.step(asked)
		p.ahead.slots[t%aheadTicks].held = true
		p.counts.givenUp++
	}
}
