package brain

import (
	"slices"

	"bankshot/game"
	"bankshot/game/arena"
)

// Which mirrors are worth a thought: those not farther than mirrorReach, the best nearMirrors of them from each block of
// tiles, and for each mirror the best partners of those it faces, for a second bank.
const (
	mirrorReach = 640 * game.Unit
	nearMirrors = 40
	partners    = 20
	// edge is how near to its ends a mirror is left alone: a slip of the hand would miss it.
	edge = 6 * game.Unit
)

// mirrors are the faces of the arena and which of them serve from where.
type mirrors struct {
	faces []arena.Face
	// inner are the faces' ends, moved in by edge: what goes through between them clears the corners.
	inner [][2]game.Vec
	// side is the length of a block in tiles, across the blocks in a row.
	side, across int
	// near lists for each block of tiles the faces that face it, the best first.
	near [][]int16
	// pairs lists for each face those that face it.
	pairs [][]int16
}

// ranked is a face and how far it is, less what makes up for it.
type ranked struct {
	face int16
	far  int32
}

func (c *Chart) findMirrors() {
	a := c.arena
	for _, f := range a.Faces() {
		if !absorbs(a, &f) {
			c.faces = append(c.faces, f)
		}
	}
	if len(c.faces) > 1<<15-1 {
		// The longest reach farthest; no arena that people draw has so many.
		slices.SortStableFunc(c.faces, func(f, g arena.Face) int { return int(length(g.A, g.B) - length(f.A, f.B)) })
		c.faces = c.faces[:1<<15-1]
	}
	for _, f := range c.faces {
		in := along(game.Vec{}, offset(f.A, f.B), edge, max(abs(f.B.X-f.A.X), abs(f.B.Y-f.A.Y)))
		c.inner = append(c.inner, [2]game.Vec{{X: f.A.X + in.X, Y: f.A.Y + in.Y}, {X: f.B.X - in.X, Y: f.B.Y - in.Y}})
	}
	c.side = 4
	if a.W*a.H > 96*96 {
		c.side = 8
	}
	c.across = (a.W + c.side - 1) / c.side
	blocks := make([][]ranked, c.across*((a.H+c.side-1)/c.side))
	for i := range c.faces {
		c.offer(blocks, int16(i))
	}
	c.near = make([][]int16, len(blocks))
	for b, list := range blocks {
		c.near[b] = best(list, nearMirrors)
	}
	c.pairs = make([][]int16, len(c.faces))
	var list []ranked
	for i := range c.faces {
		f := &c.faces[i]
		list = list[:0]
		for _, n := range c.nearTo(middle(f)) {
			if g := &c.faces[n]; int(n) != i && facing(f, g) && facing(g, f) {
				list = append(list, ranked{face: n, far: int32(length(middle(f), middle(g))) - worth(g)})
			}
		}
		c.pairs[i] = best(list, partners)
	}
}

// absorbs says whether nothing lies behind a face but what ends shots.
func absorbs(a *arena.Arena, f *arena.Face) bool {
	way := offset(f.A, f.B)
	tiles := max(abs(way.X), abs(way.Y)) / arena.TileSub
	for n := range tiles {
		// A little behind the middle of each tile's part of it.
		at := along(f.A, way, 2*n+1, 2*tiles)
		cell := arena.CellOf(game.Vec{X: at.X + sign(way.Y), Y: at.Y - sign(way.X)})
		if !a.At(cell.X, cell.Y).Ends() {
			return false
		}
	}
	return true
}

// offer enters a face into the lists of the blocks within its reach that lie before it.
func (c *Chart) offer(blocks [][]ranked, i int16) {
	f := &c.faces[i]
	span := int32(c.side) * arena.TileSub
	rows := len(blocks) / c.across
	left, right := min(f.A.X, f.B.X)-mirrorReach, max(f.A.X, f.B.X)+mirrorReach
	top, bottom := min(f.A.Y, f.B.Y)-mirrorReach, max(f.A.Y, f.B.Y)+mirrorReach
	for y := max(int(top/span), 0); y <= min(int(bottom/span), rows-1); y++ {
		for x := max(int(left/span), 0); x <= min(int(right/span), c.across-1); x++ {
			low := game.Vec{X: int32(x) * span, Y: int32(y) * span}
			high := game.Vec{X: low.X + span, Y: low.Y + span}
			if !f.Before(low) && !f.Before(high) && !f.Before(game.Vec{X: low.X, Y: high.Y}) && !f.Before(game.Vec{X: high.X, Y: low.Y}) {
				continue
			}
			centre := game.Vec{X: low.X + span/2, Y: low.Y + span/2}
			far := int32(length(centre, nearestOn(f, centre)))
			if far <= mirrorReach {
				b := y*c.across + x
				blocks[b] = append(blocks[b], ranked{face: i, far: far - worth(f)})
			}
		}
	}
}

// worth is how much farther a face may be for its length.
func worth(f *arena.Face) int32 { return min(int32(length(f.A, f.B)), 320*game.Unit) }

// best are the faces of the lowest rank, in its order.
func best(list []ranked, most int) []int16 {
	slices.SortFunc(list, func(p, q ranked) int {
		if p.far != q.far {
			return int(p.far) - int(q.far)
		}
		return int(p.face) - int(q.face)
	})
	out := make([]int16, 0, min(len(list), most))
	for _, r := range list[:min(len(list), most)] {
		out = append(out, r.face)
	}
	return out
}

// nearTo are the faces that serve at a place.
func (c *Chart) nearTo(p game.Vec) []int16 {
	span := int32(c.side) * arena.TileSub
	b := int(p.Y/span)*c.across + min(max(int(p.X/span), 0), c.across-1)
	return c.near[min(max(b, 0), len(c.near)-1)]
}

// facing says whether some of g lies before f.
func facing(f, g *arena.Face) bool { return f.Before(g.A) || f.Before(g.B) }

func middle(f *arena.Face) game.Vec { return game.Vec{X: (f.A.X + f.B.X) / 2, Y: (f.A.Y + f.B.Y) / 2} }

// nearestOn is the place on a face that is nearest to p.
func nearestOn(f *arena.Face, p game.Vec) game.Vec {
	long := offset(f.A, f.B)
	square := dot(long, long)
	part := min(max(dot(offset(f.A, p), long), 0), square)
	// Faces have multiples of a tile for coordinates: a length in tiles squared is exact and small.
	const tile = arena.TileSub * arena.TileSub
	return game.Vec{
		X: f.A.X + int32(int64(long.X)*(part/arena.TileSub)/(square/tile)/arena.TileSub),
		Y: f.A.Y + int32(int64(long.Y)*(part/arena.TileSub)/(square/tile)/arena.TileSub),
	}
}
