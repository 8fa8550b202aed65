package bot

import (
	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/brain"
)

// mostThoughts is for how many ticks at most a bot thinks in one frame: after a stall the rest is not made up for.
const mostThoughts = 4

// controls are the hands of a bot: a pilot that sees what a player sees.
type controls struct {
	strength brain.Strength
	seed     uint64
	charts   *Charts

	pilot brain.Pilot
	chart *brain.Chart
	arena *arena.Arena
	seat  game.Seat
	tick  game.Tick // the newest tick of my time that was thought about
	input game.Input

	sight game.Public
	ships []game.Ship
}

// held is what the pilot holds now. It thinks once a tick of the bot's own time, as the rooms' pilots do of theirs.
func (c *controls) held(p *predict.Predictor, v *predict.View) game.Input {
	if c.arena != v.Arena || c.seat != p.Seat() {
		c.arena, c.seat = v.Arena, p.Seat()
		c.chart = c.charts.of(v.Arena)
		c.pilot = brain.New(c.seat, c.strength, c.seed)
		c.tick = 0
	}
	now := game.Tick(max(v.Tick, 0))
	if behind := int32(now - c.tick); behind > mostThoughts || behind < 0 {
		c.tick = now - 1
	}
	if c.tick == now {
		return c.input
	}
	c.look(p.Replica(), v)
	for c.tick != now {
		c.tick++
		c.sight.Tick = c.tick
		c.input = c.pilot.Think(&c.sight, c.chart)
	}
	return c.input
}

// look makes what the pilot sees: the match as known, but with every ship where the screen shows it.
func (c *controls) look(known *game.Public, v *predict.View) {
	c.ships = append(c.ships[:0], known.Ships...)
	c.sight = *known
	c.sight.Ships = c.ships
	for i := range v.Ships {
		drawn := &v.Ships[i]
		if k := c.sight.ShipOf(drawn.Seat); k >= 0 && drawn.Alive && c.ships[k].Alive {
			c.ships[k].Pos = game.Vec{X: int32(drawn.Pos.X * game.Unit), Y: int32(drawn.Pos.Y * game.Unit)}
		}
	}
}
