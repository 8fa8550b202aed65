package scene

import (
	"errors"

	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/replay"
)

// projector shows a recording at any speed: it holds the two worlds that the moment shown lies between.
type projector struct {
	reel   *replay.Reel
	local  *predict.Local
	a, b   game.State
	events []game.Event // of the ticks since the frame before
	// time is the moment that is shown, in ticks.
	time float64
	// trouble is why no more can be played, nil for none.
	trouble error
}

// mostReelTicks is how many ticks a frame plays at most: what a late one does not show is not caught up with.
const mostReelTicks = 40

func newProjector(reel *replay.Reel) *projector {
	p := &projector{reel: reel}
	p.jump(float64(reel.First()))
	return p
}

func (p *projector) first() float64 { return float64(p.reel.First()) }
func (p *projector) last() float64  { return float64(p.reel.Last()) }

// ended says that nothing more is recorded.
func (p *projector) ended() bool { return p.time >= p.last() }

// jump goes to a moment. Nothing is drawn between where it was and where it is now.
func (p *projector) jump(to float64) {
	if p.trouble != nil {
		return
	}
	p.time = min(max(to, p.first()), p.last())
	p.events = p.events[:0]
	p.local = predict.NewLocal(p.reel.Arena(), game.NoSeat)
	if p.trouble = p.reel.Seek(game.Tick(p.time)); p.trouble != nil {
		return
	}
	p.a.CopyFrom(p.reel.State())
	p.b.CopyFrom(p.reel.State())
	p.step()
	p.events = p.events[:0]
}

// advance goes on by so many ticks, or to the end.
func (p *projector) advance(ticks float64) {
	if p.trouble != nil {
		return
	}
	p.time = min(p.time+min(ticks, mostReelTicks), p.last())
	for float64(p.b.Tick) < p.time && p.step() {
		continue
	}
}

// step goes on by a tick, if there is one.
func (p *projector) step() bool {
	if len(p.events) > mostEvents {
		p.events = p.events[:0]
	}
	events, err := p.reel.Step(p.events)
	p.events = events
	if err != nil {
		if !errors.Is(err, replay.ErrEnd) {
			p.trouble = err
		}
		return false
	}
	p.a, p.b = p.b, p.a
	p.b.CopyFrom(p.reel.State())
	return true
}

// view is what is drawn now. It is valid until the next one.
func (p *projector) view() *predict.View {
	frac := float32(min(max(p.time-float64(p.a.Tick), 0), 1))
	v := p.local.View(&p.a, &p.b, frac, game.Input{}, p.events)
	p.events = p.events[:0]
	return v
}
