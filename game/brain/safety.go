package brain

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// safety is the way off what hurts, or from between it; false where a ship may stay.
func (c *Chart) safety(me *game.Ship) (game.Vec, bool) {
	pos := me.Pos
	if !c.hasPain {
		return game.Vec{}, false
	}
	if c.isSafe(c.index(pos)) {
		return game.Vec{}, false
	}
	// The nearest floor beyond, by rings, seen from where it is flying to.
	const soon = 7
	v := perTick(me.Vel)
	fore := game.Vec{X: pos.X + v.X*soon, Y: pos.Y + v.Y*soon}
	mid := arena.CellOf(pos)
	for far := 1; far <= 6; far++ {
		best, off := game.Vec{}, int64(1<<60)
		for y := mid.Y - far; y <= mid.Y+far; y++ {
			for x := mid.X - far; x <= mid.X+far; x++ {
				cell := arena.Cell{X: x, Y: y}
				if max(x-mid.X, mid.X-x, y-mid.Y, mid.Y-y) < far || !c.flyable(x, y) || !c.isSafe(c.arena.Index(cell)) {
					continue
				}
				if d := distance(fore, cell.Centre()); d < off {
					best, off = cell.Centre(), d
				}
			}
		}
		if off < 1<<60 {
			return best, true
		}
	}
	return game.Vec{}, false
}

// isSafe says whether a tile neither hurts nor is an island in what does.
func (c *Chart) isSafe(tile int) bool {
	post := c.nearest[tile]
	return c.arena.Tiles[tile].Rules().Harm == 0 && (post == noPost || !c.ringed[post])
}
