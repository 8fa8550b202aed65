package brain

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// elbowRoom is how far from walls a pilot likes to fly, beyond its own radius, in 1/256 unit.
const elbowRoom = 12 * game.Unit

// The price of a step onto a tile, by the room it leaves. A tight tile is flown over only where there is no way around.
const (
	stepRoomy = 1
	stepTight = 6
)

// unreached marks tiles without a way.
const unreached = ^uint16(0)

// Chart is what pilots know of an arena: the way to each spawn from every tile. Nothing changes it once it is drawn.
type Chart struct {
	arena *arena.Arena
	// step is the price of flying onto each tile, 0 where no ship fits.
	step []uint8
	// way[g] is the price of the way from each tile to spawn g.
	way [][]uint16
}

// Survey draws the chart of an arena: one search over its tiles for each spawn.
func Survey(a *arena.Arena) *Chart {
	c := &Chart{arena: a, step: make([]uint8, a.W*a.H)}
	for y := range a.H {
		for x := range a.W {
			switch p := centre(arena.Cell{X: x, Y: y}); {
			case a.Fits(p, game.ShipRadius+elbowRoom):
				c.step[y*a.W+x] = stepRoomy
			case a.Fits(p, game.ShipRadius):
				c.step[y*a.W+x] = stepTight
			}
		}
	}
	for _, goal := range a.Spawns {
		c.way = append(c.way, c.search(goal))
	}
	return c
}

// search is Dijkstra's algorithm; prices are small, so a first-in first-out queue that revisits serves as its heap.
func (c *Chart) search(goal arena.Cell) []uint16 {
	w := c.arena.W
	price := make([]uint16, len(c.step))
	for i := range price {
		price[i] = unreached
	}
	price[goal.Y*w+goal.X] = 0
	queue := []arena.Cell{goal}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		so := price[at.Y*w+at.X]
		for _, d := range neighbours {
			to := arena.Cell{X: at.X + d.X, Y: at.Y + d.Y}
			if !c.passes(at, d) {
				continue
			}
			if p := so + uint16(c.step[to.Y*w+to.X]); p < price[to.Y*w+to.X] {
				price[to.Y*w+to.X] = p
				queue = append(queue, to)
			}
		}
	}
	return price
}

// neighbours of a tile: first the four beside it, then the diagonal ones.
var neighbours = [8]arena.Cell{
	{X: 1},
	{Y: 1},
	{X: -1},
	{Y: -1},
	{X: 1, Y: 1},
	{X: -1, Y: 1},
	{X: -1, Y: -1},
	{X: 1, Y: -1},
}

// passes says whether a ship can fly from a tile to the neighbour at d; diagonally only where both sides are open.
func (c *Chart) passes(at, d arena.Cell) bool {
	return c.open(at.X+d.X, at.Y+d.Y) && c.open(at.X+d.X, at.Y) && c.open(at.X, at.Y+d.Y)
}

func (c *Chart) open(x, y int) bool {
	return x >= 0 && y >= 0 && x < c.arena.W && y < c.arena.H && c.step[y*c.arena.W+x] != 0
}

// Toward is the place to steer for from pos on the way to spawn goal: up to three tiles along it, as far as the straight
// line there is clear. It is pos itself where there is no way.
func (c *Chart) Toward(goal int, pos game.Vec) game.Vec {
	way, at, aim := c.way[goal], tileOf(pos), pos
	for range 3 {
		best, price := at, way[c.index(at)]
		for _, d := range neighbours {
			to := arena.Cell{X: at.X + d.X, Y: at.Y + d.Y}
			if c.passes(at, d) && way[c.index(to)] < price {
				best, price = to, way[c.index(to)]
			}
		}
		if best == at || !c.arena.Clear(pos, centre(best)) {
			break
		}
		at, aim = best, centre(best)
	}
	return aim
}

// Price is how far it is from pos to spawn goal, in prices of steps; false where there is no way.
func (c *Chart) Price(goal int, pos game.Vec) (int, bool) {
	p := c.way[goal][c.index(tileOf(pos))]
	return int(p), p != unreached
}

// Nearest is the spawn from which pos is reached at the lowest price.
func (c *Chart) Nearest(pos game.Vec) int {
	best, price := 0, unreached
	for g := range c.way {
		if p := c.way[g][c.index(tileOf(pos))]; p < price {
			best, price = g, p
		}
	}
	return best
}

// Goals is the number of places Toward knows the way to.
func (c *Chart) Goals() int { return len(c.way) }

func (c *Chart) index(at arena.Cell) int {
	x, y := min(max(at.X, 0), c.arena.W-1), min(max(at.Y, 0), c.arena.H-1)
	return y*c.arena.W + x
}

func tileOf(p game.Vec) arena.Cell {
	return arena.Cell{X: int(p.X / arena.TileSub), Y: int(p.Y / arena.TileSub)}
}

func centre(at arena.Cell) game.Vec {
	return game.Vec{X: int32(at.X)*arena.TileSub + arena.TileSub/2, Y: int32(at.Y)*arena.TileSub + arena.TileSub/2}
}
