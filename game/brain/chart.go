package brain

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// Chart is what pilots know of an arena: how open it is, the ways through it, the mirrors in it, and its places. It is
// surveyed once and nothing changes it, so that all pilots and rooms share it.
type Chart struct {
	arena *arena.Arena
	// room is, for each tile, how many tiles away (by rows or columns, whichever is more) the nearest is that a shot does
	// not just fly over: 0 for those themselves.
	room []uint8
	places
	ways
	mirrors
}

// mostRoom bounds room.
const mostRoom = 255

// Survey draws the chart of an arena. All of it holds while no glass is broken.
func Survey(a *arena.Arena) *Chart {
	c := &Chart{arena: a, room: make([]uint8, a.W*a.H)}
	c.measureRoom()
	c.findPlaces()
	c.findWays()
	c.findMirrors()
	return c
}

// flat says that a shot flies over such a tile as over any floor, and is not led away.
func flat(t arena.Tile) bool { return t.Open() && !t.Rules().Leads }

// measureRoom finds the room of every tile in two sweeps over the map: from the upper left, then from the lower right,
// each time from the neighbours swept before.
func (c *Chart) measureRoom() {
	w, h := c.arena.W, c.arena.H
	at := func(x, y int) uint8 {
		if x < 0 || y < 0 || x >= w || y >= h {
			return 0
		}
		return c.room[y*w+x]
	}
	for y := range h {
		for x := range w {
			if flat(c.arena.Tiles[y*w+x]) {
				c.room[y*w+x] = 1 + min(at(x-1, y), at(x, y-1), at(x-1, y-1), at(x+1, y-1), mostRoom-1)
			}
		}
	}
	for y := h - 1; y >= 0; y-- {
		for x := w - 1; x >= 0; x-- {
			if c.room[y*w+x] != 0 {
				least := min(at(x+1, y), at(x, y+1), at(x+1, y+1), at(x-1, y+1), mostRoom-1)
				c.room[y*w+x] = min(c.room[y*w+x], least+1)
			}
		}
	}
}

// roomAt is the room at a place; 0 outside of the map.
func (c *Chart) roomAt(p game.Vec) int32 {
	x, y := p.X/arena.TileSub, p.Y/arena.TileSub
	if p.X < 0 || p.Y < 0 || int(x) >= c.arena.W || int(y) >= c.arena.H {
		return 0
	}
	return int32(c.room[int(y)*c.arena.W+int(x)])
}

// index is the tile at a place, the nearest one for places outside of the map.
func (c *Chart) index(p game.Vec) int {
	x := min(max(int(p.X/arena.TileSub), 0), c.arena.W-1)
	y := min(max(int(p.Y/arena.TileSub), 0), c.arena.H-1)
	return y*c.arena.W + x
}

// sight says whether nothing solid stands between two places. It leaps over open floor and asks the arena about the
// rest; that cuts the line at places rounded to 1/256 unit.
func (c *Chart) sight(from, to game.Vec) bool {
	for {
		way := game.Vec{X: to.X - from.X, Y: to.Y - from.Y}
		long := max(abs(way.X), abs(way.Y))
		leap := (c.roomAt(from) - 1) * arena.TileSub
		if leap >= long {
			return true
		}
		if leap > 0 {
			from = along(from, way, leap, long)
			continue
		}
		if long <= arena.TileSub {
			return c.arena.Clear(from, to)
		}
		next := along(from, way, arena.TileSub, long)
		if !c.arena.Clear(from, next) {
			return false
		}
		from = next
	}
}

// along is the place part/whole of the way on from a place.
func along(from, way game.Vec, part, whole int32) game.Vec {
	return game.Vec{
		X: from.X + int32(int64(way.X)*int64(part)/int64(whole)),
		Y: from.Y + int32(int64(way.Y)*int64(part)/int64(whole)),
	}
}
