package arena

import (
	"math"

	"pgregory.net/rapid"
)

// shapes is one more than the last of the tiles that have a shape of their own: all others fly like floor or like wall.
const shapes = HalfSE + 1

// randomArena is a small map of all shapes; it need not be a place to play.
func randomArena(t *rapid.T) *Arena {
	w, h := rapid.IntRange(1, 9).Draw(t, "w"), rapid.IntRange(1, 9).Draw(t, "h")
	a := &Arena{Name: "random", W: w, H: h, Tiles: make([]Tile, w*h)}
	floors := rapid.IntRange(0, 9).Draw(t, "floors of ten")
	for i := range a.Tiles {
		if rapid.IntRange(0, 9).Draw(t, "pick") >= floors {
			a.Tiles[i] = Tile(rapid.IntRange(0, int(shapes)-1).Draw(t, "tile"))
		}
	}
	return a
}

// randomPoint is somewhere in or just around the map; every second one is a corner, the middle of an edge, a centre
// or another point of a fine lattice, where a flight meets vertices exactly.
func randomPoint(t *rapid.T, a *Arena) Vec {
	if rapid.Bool().Draw(t, "lattice") {
		const step = TileSub / 4
		return Vec{
			int32(rapid.IntRange(-1, 4*a.W+1).Draw(t, "x4")) * step,
			int32(rapid.IntRange(-1, 4*a.H+1).Draw(t, "y4")) * step,
		}
	}
	return Vec{
		int32(rapid.IntRange(-10, a.W*TileSub+10).Draw(t, "x")),
		int32(rapid.IntRange(-10, a.H*TileSub+10).Draw(t, "y")),
	}
}

// randomStep is a short displacement: along one of the eight directions, with a slope of small numbers, or any.
func randomStep(t *rapid.T) Vec {
	switch rapid.IntRange(0, 3).Draw(t, "kind of direction") {
	case 0:
		n := int32(rapid.IntRange(1, 2*TileSub).Draw(t, "length"))
		return eight[rapid.IntRange(0, 7).Draw(t, "direction")].times(n)
	case 1:
		const step = TileSub / 8
		return Vec{int32(rapid.IntRange(-9, 9).Draw(t, "dx8")) * step, int32(rapid.IntRange(-9, 9).Draw(t, "dy8")) * step}
	case 2:
		n := int32(rapid.IntRange(1, 700).Draw(t, "scale"))
		return Vec{int32(rapid.IntRange(-9, 9).Draw(t, "dx")), int32(rapid.IntRange(-9, 9).Draw(t, "dy"))}.times(n)
	}
	const most = 3 * TileSub
	return Vec{int32(rapid.IntRange(-most, most).Draw(t, "dx")), int32(rapid.IntRange(-most, most).Draw(t, "dy"))}
}

var eight = [8]Vec{{1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}}

func (v Vec) times(n int32) Vec { return Vec{v.X * n, v.Y * n} }
func (v Vec) plus(w Vec) Vec    { return Vec{v.X + w.X, v.Y + w.Y} }
func (v Vec) minus(w Vec) Vec   { return Vec{v.X - w.X, v.Y - w.Y} }
func (v Vec) length() float64   { return math.Hypot(float64(v.X), float64(v.Y)) }

// turned is the whole map after one of the eight symmetries, and where a point of it went.
func (a *Arena) turned(turn Turn) (*Arena, func(Vec) Vec) {
	size := turn.Apply(Vec{int32(a.W), int32(a.H)})
	origin := Vec{max(0, -size.X), max(0, -size.Y)}
	b := &Arena{Name: a.Name, W: int(abs(size.X)), H: int(abs(size.Y)), Tiles: make([]Tile, len(a.Tiles))}
	move := func(v Vec) Vec { return turn.Apply(v).plus(origin.times(TileSub)) }
	corners := [TileKinds]Vec{HalfNW: {-1, -1}, HalfNE: {1, -1}, HalfSW: {-1, 1}, HalfSE: {1, 1}}
	for i, tile := range a.Tiles {
		to := CellOf(move(Cell{i % a.W, i / a.W}.Centre()))
		if tile.Half() {
			corner := turn.Apply(corners[tile])
			for other, c := range corners {
				if c == corner {
					tile = Tile(other)
					break
				}
			}
		}
		b.Tiles[to.Y*b.W+to.X] = tile
	}
	return b, move
}

// regions numbers the connected parts of what is free. A tile's free part counts as connected to its neighbour's where
// neither has a solid edge between them; touching at a vertex connects nothing.
func (a *Arena) regions() func(x, y int) int {
	number := make([]int, len(a.Tiles))
	last := 0
	for i, t := range a.Tiles {
		if t == Wall || number[i] != 0 {
			continue
		}
		last++
		todo := []int{i}
		number[i] = last
		for len(todo) > 0 {
			at := todo[0]
			todo = todo[1:]
			x, y := at%a.W, at/a.W
			for s, c := range [4]Cell{west: {x - 1, y}, north: {x, y - 1}, east: {x + 1, y}, south: {x, y + 1}} {
				if a.Tiles[at].solidAt(side(s)) || a.At(c.X, c.Y).solidAt(opposite(side(s))) {
					continue
				}
				if n := c.Y*a.W + c.X; number[n] == 0 {
					number[n] = last
					todo = append(todo, n)
				}
			}
		}
	}
	return func(x, y int) int {
		if a.At(x, y) == Wall {
			return 0
		}
		return number[y*a.W+x]
	}
}

// around are the regions that pos belongs to or borders on.
func (a *Arena) around(pos Vec, region func(x, y int) int) map[int]bool {
	found := map[int]bool{}
	c := CellOf(pos)
	for dy := -1; dy <= 0; dy++ {
		for dx := -1; dx <= 0; dx++ {
			if dx == -1 && pos.X&tileMask != 0 || dy == -1 && pos.Y&tileMask != 0 {
				continue
			}
			x, y := c.X+dx, c.Y+dy
			if r := region(x, y); r != 0 && !strictlyBehindFace(a.At(x, y), pos.minus(Vec{int32(x), int32(y)}.times(TileSub))) {
				found[r] = true
			}
		}
	}
	return found
}

func strictlyBehindFace(t Tile, p Vec) bool {
	switch t {
	case HalfNW:
		return p.X+p.Y < TileSub
	case HalfSE:
		return p.X+p.Y > TileSub
	case HalfNE:
		return p.X > p.Y
	case HalfSW:
		return p.X < p.Y
	}
	return false
}

// touches says whether pos is on or in something solid.
func (a *Arena) touches(pos Vec) bool {
	c := CellOf(pos)
	for dy := -1; dy <= 0; dy++ {
		for dx := -1; dx <= 0; dx++ {
			x, y := int32(c.X+dx), int32(c.Y+dy)
			if t := a.At(int(x), int(y)); t != Floor && awayFrom(t.Shape(), pos.minus(Vec{x, y}.times(TileSub))) == (Vec{}) {
				return true
			}
		}
	}
	return false
}

// deepInside says whether pos is in solid by more than a rounded point may seem to be.
func (a *Arena) deepInside(pos Vec) bool {
	for _, d := range eight {
		if !a.Solid(pos.plus(d.times(3))) {
			return false
		}
	}
	return true
}
