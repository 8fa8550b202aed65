package brain

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// places are where an arena has more than walls and floor.
type places struct {
	// pickups are where pick-ups appear, in the order of Public.Pickups.
	pickups []game.Vec
	// gates are the portals, as tiles.
	gates []gate
	// pulled are the tiles from which a shot may soon be in a portal; nil where there is none.
	pulled []bool
	// rough says that there is ground a straight way should not lead over, hasGlass and hasPain that there is any that
	// breaks and any that hurts.
	rough, hasGlass, hasPain bool
}

// gate is a portal's tile and the tile it leads to.
type gate struct{ at, to int }

func (c *Chart) findPlaces() {
	a := c.arena
	for i := range a.Places {
		p := &a.Places[i]
		switch p.Kind {
		case arena.PickupPlace:
			if len(c.pickups) < c.mostPickups() {
				c.pickups = append(c.pickups, p.At.Centre())
			}
		case arena.PortalPlace:
			if to, ok := a.PortalEnd(p.At); ok {
				c.gates = append(c.gates, gate{at: a.Index(p.At), to: a.Index(to)})
			}
		}
	}
	for _, t := range a.Tiles {
		c.rough = c.rough || t.Open() && !t.Plain()
		c.hasGlass = c.hasGlass || t.Breaks()
		c.hasPain = c.hasPain || t.Rules().Harm > 0
	}
	c.findPulled()
}

// findPulled marks all tiles less than pull tiles away from a portal.
func (c *Chart) findPulled() {
	const pull = 2
	if len(c.gates) == 0 {
		return
	}
	c.pulled = make([]bool, len(c.arena.Tiles))
	for _, g := range c.gates {
		at := c.arena.CellAt(g.at)
		for y := max(at.Y-pull, 0); y <= min(at.Y+pull, c.arena.H-1); y++ {
			for x := max(at.X-pull, 0); x <= min(at.X+pull, c.arena.W-1); x++ {
				c.pulled[y*c.arena.W+x] = true
			}
		}
	}
}

// behind is the tile to which the portal at a tile leads; the tile itself if there is none.
func (c *Chart) behind(tile int) int {
	if c.arena.Made() {
		return tile // its ways don't lead through portals
	}
	for i := range c.gates {
		if c.gates[i].at == tile {
			return c.gates[i].to
		}
	}
	return tile
}

func (c *Chart) mostPickups() int {
	if c.arena.Made() {
		return arena.FrontierPlaces
	}
	return game.MaxPickups
}

// placeOf is which of the chart's pickups the n-th of s is. A match tells all of them, in their order; of a large world
// only some are told.
func (c *Chart) placeOf(s *game.Public, n int) int {
	if game.Endless(s.Mode) {
		return int(s.Pickups[n].Place)
	}
	return n
}
