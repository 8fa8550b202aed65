package scene

import (
	"bankshot/client/render"
	"bankshot/game"
)

// tally is how well I shoot on the range.
type tally struct {
	fired, hits, kills, banked int
	// bestBanks and bestUnits are those of the best hit: more banks, then a longer way.
	bestBanks, bestUnits int
}

// count goes through what happened in a tick. A shot that hits several times, as splash does, hits so often.
func (t *tally) count(events []game.Event) {
	for i := range events {
		switch e := &events[i]; e.Kind {
		case game.EventFired:
			if e.Seat == mySeat {
				t.fired++
			}
		case game.EventHit:
			if e.Other != mySeat || e.Seat == mySeat {
				continue
			}
			t.hits++
			if e.Banks > 0 {
				t.banked++
			}
			t.bestBanks = max(t.bestBanks, int(e.Banks))
		case game.EventKilled:
			if e.Other == mySeat && e.Seat != mySeat {
				t.kills++
				t.bestUnits = max(t.bestUnits, int(e.Length))
			}
		}
	}
}

// accuracy is the share of shots that hit, in percent. What splits or splashes may hit more often than it was fired.
func (t *tally) accuracy() int {
	if t.fired == 0 {
		return 0
	}
	return min(100*t.hits/t.fired, 100)
}

// call says of each hit what it was.
func (p *practice) call(events []game.Event) {
	for i := range events {
		e := &events[i]
		if e.Other != mySeat || e.Seat == mySeat {
			continue
		}
		switch e.Kind {
		case game.EventHit:
			if e.Amount > 0 {
				l := p.floats.write().str("-").int(int(e.Amount))
				p.floats.add(placeAt(e.Pos), float64(p.b.Tick), l, render.SizeBody, render.Heat(e.Banks).Color)
			}
		case game.EventKilled:
			at := placeAt(e.Pos)
			at.Y -= 26
			l := p.floats.write().str(bankShots[min(int(e.Banks), len(bankShots)-1)])
			p.floats.add(at, float64(p.b.Tick), l, render.SizeLarge, render.Heat(e.Banks).Color)
		}
	}
}
