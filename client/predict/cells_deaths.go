package predict

import (
	"slices"

	"bankshot/game"
)

// tellOnce leaves out the deaths that a cell has shown by itself where the server has told of the same ship's, or that it
// lives: what the cell does not know of, it has got wrong.
func (c *cells) tellOnce() {
	last := c.ticks[c.frame.Ticks-1].events
	for i := len(last) - 1; i >= 0; i-- {
		if last[i].Kind != game.EventKilled {
			continue
		}
		for k := range c.frame.Ticks {
			g := &c.ticks[k]
			for at, e := range g.events {
				if again := e.Kind == game.EventKilled && e.Seat == last[i].Seat; again && (k < c.frame.Ticks-1 || at < i) {
					g.events[at].Kind = 0
				}
			}
		}
	}
	for k := range c.frame.Ticks {
		g := &c.ticks[k]
		c.refute(g.events)
		g.events = slices.DeleteFunc(g.events, func(e game.Event) bool { return e.Kind == 0 })
	}
}

// refute leaves out the deaths in a tick of whoever is alive at the end of the interval, and the hits that they came of.
func (c *cells) refute(events []game.Event) {
	for i := range events {
		e := &events[i]
		if e.Kind != game.EventKilled || !c.lives(e.Seat, e.Tick) {
			continue
		}
		e.Kind = 0
		for k := range events[:i] {
			if hit := &events[k]; hit.Kind == game.EventHit && hit.Seat == e.Seat && hit.Shot == e.Shot {
				hit.Kind = 0
			}
		}
	}
}

// lives says whether a ship is alive at the end of the interval without having appeared anew since that tick.
func (c *cells) lives(seat game.Seat, since game.Tick) bool {
	ships := c.ticks[c.frame.Ticks-1].ships
	for i := range ships {
		ship := &ships[i]
		if ship.Seat == seat {
			return ship.Alive && (ship.SpawnTick == 0 || int32(ship.SpawnTick-since) <= 0)
		}
	}
	return false
}
