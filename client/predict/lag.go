package predict

import (
	"math"

	"bankshot/game"
	"bankshot/game/wire"
)

// lagSlack is by how much, in 1/game.LagParts of a tick, the lag that the server knows of may be off before it is told
// another: nobody who can be hit flies two units in that time, and telling costs everybody in the room.
const lagSlack = 1.5

// toldLag is by how much I see the others late, as the server is told it.
type toldLag uint8

// follow brings it up to date with how late they are drawn, in ticks.
func (l *toldLag) follow(ticks float64) {
	is := min(max(ticks*game.LagParts, 0), game.MaxLag)
	if math.Abs(is-float64(*l)) > lagSlack {
		*l = toldLag(math.Round(is))
	}
}

// lagFor is what to tell for a tick. One message says it for all of its ticks, so that it changes with the first only.
func (p *Predictor) lagFor(t game.Tick) uint8 {
	span := min(p.divisor, wire.MaxInputs)
	if before := p.ahead.at(t - 1); (t-p.replica.Tick)%span != 1%span && before != nil && !before.held {
		return before.asked.Lag
	}
	p.lag.follow(p.clock.mine - p.clock.others)
	return uint8(p.lag)
}

// view is the time at which the others were drawn beside a tick of mine, as wire.Input has it.
func (p *Predictor) view(t game.Tick) uint32 {
	lag := uint32(p.lag)
	if s := p.ahead.at(t); s != nil {
		lag = uint32(s.asked.Lag)
	}
	return uint32(t)*wire.ViewUnits - lag*(wire.ViewUnits/game.LagParts)
}
