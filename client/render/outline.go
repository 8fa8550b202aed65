package render

import (
	"bankshot/client/predict"
	"bankshot/game/arena"
)

// edge is a straight piece of the border between solid and free, in units.
type edge struct{ A, B predict.Point }

// box is a solid rectangle in units.
type box struct{ X0, Y0, X1, Y1 float32 }

// wedge is the solid triangle of a half-wall: the corner first.
type wedge [3]predict.Point

// outline is an arena as it is drawn, worked out once.
type outline struct {
	of     *arena.Arena
	W, H   float32
	edges  []edge // of walls
	dull   []edge // of absorbers
	boxes  []box
	soaks  []box // absorbers
	wedges []wedge
	ground ground
	panes  []pane
}

const side = arena.TileUnits

// trace works out an arena's outline.
func trace(a *arena.Arena) *outline {
	o := &outline{of: a, W: float32(a.W * side), H: float32(a.H * side)}
	o.straight(a)
	o.slanted(a)
	o.fill(a)
	o.ground = survey(a)
	o.panes = glaze(a)
	return o
}

// solidSides tells which of a tile's sides are solid along their whole length.
func solidSides(t arena.Tile) (n, e, s, w bool) {
	switch t {
	case arena.Wall, arena.Absorber:
		return true, true, true, true
	case arena.HalfNW:
		return true, false, false, true
	case arena.HalfNE:
		return true, true, false, false
	case arena.HalfSW:
		return false, false, true, true
	case arena.HalfSE:
		return false, true, true, false
	}
	return false, false, false, false
}

// borders are the two kinds of edges, by what is solid behind them.
type borders uint8

const (
	noBorder borders = iota
	wallBorder
	dullBorder
)

// borderOf is what an edge is drawn as between two tiles, of which each is solid there or not. Glass is not: its panes
// come and go, and what is behind them has a border of its own.
func borderOf(one, other arena.Tile, oneSolid, otherSolid bool) borders {
	switch {
	case oneSolid == otherSolid:
		return noBorder
	case oneSolid && one == arena.Absorber, otherSolid && other == arena.Absorber:
		return dullBorder
	}
	return wallBorder
}

// straight finds the borders along the tiles' sides: where one neighbour is solid there and the other isn't.
func (o *outline) straight(a *arena.Arena) {
	for y := 0; y <= a.H; y++ {
		from, kind := 0, noBorder
		for x := 0; x <= a.W; x++ {
			now := noBorder
			if x < a.W {
				_, _, above, _ := solidSides(a.At(x, y-1))
				below, _, _, _ := solidSides(a.At(x, y))
				now = borderOf(a.At(x, y-1), a.At(x, y), above, below)
			}
			if now != kind {
				o.border(kind, corner(from, y), corner(x, y))
				from, kind = x, now
			}
		}
	}
	for x := 0; x <= a.W; x++ {
		from, kind := 0, noBorder
		for y := 0; y <= a.H; y++ {
			now := noBorder
			if y < a.H {
				_, left, _, _ := solidSides(a.At(x-1, y))
				_, _, _, right := solidSides(a.At(x, y))
				now = borderOf(a.At(x-1, y), a.At(x, y), left, right)
			}
			if now != kind {
				o.border(kind, corner(x, from), corner(x, y))
				from, kind = y, now
			}
		}
	}
}

// border adds a run of border that has come to its end.
func (o *outline) border(kind borders, from, to predict.Point) {
	switch kind {
	case wallBorder:
		o.edges = append(o.edges, edge{from, to})
	case dullBorder:
		o.dull = append(o.dull, edge{from, to})
	case noBorder:
	}
}

// slanted finds the 45 degree faces and joins those that continue each other.
func (o *outline) slanted(a *arena.Arena) {
	rising := func(x, y int) bool { t := a.At(x, y); return t == arena.HalfNW || t == arena.HalfSE }
	falling := func(x, y int) bool { t := a.At(x, y); return t == arena.HalfNE || t == arena.HalfSW }
	for y := range a.H {
		for x := range a.W {
			if rising(x, y) && !rising(x+1, y-1) {
				n := 1
				for rising(x-n, y+n) {
					n++
				}
				o.edges = append(o.edges, edge{corner(x+1, y), corner(x+1-n, y+n)})
			}
			if falling(x, y) && !falling(x-1, y-1) {
				n := 1
				for falling(x+n, y+n) {
					n++
				}
				o.edges = append(o.edges, edge{corner(x, y), corner(x+n, y+n)})
			}
		}
	}
}

// fill covers the solid tiles with few rectangles and a triangle for each half-wall, and frames the arena with solid
// ground, which is what lies outside.
func (o *outline) fill(a *arena.Arena) {
	o.boxes, o.soaks = cover(a, arena.Wall), cover(a, arena.Absorber)
	for i, t := range a.Tiles {
		if t.Half() {
			at := a.CellAt(i)
			o.wedges = append(o.wedges, wedgeOf(t, at.X, at.Y))
		}
	}
	const far = ViewW
	o.boxes = append(o.boxes,
		box{-far, -far, o.W + far, 0}, box{-far, o.H, o.W + far, o.H + far},
		box{-far, 0, 0, o.H}, box{o.W, 0, o.W + far, o.H})
}

// cover covers all tiles of a kind with few rectangles: greedy, wide first, then tall.
func cover(a *arena.Arena, kind arena.Tile) []box {
	var boxes []box
	used := make([]bool, a.W*a.H)
	free := func(x, y int) bool { return a.At(x, y) == kind && !used[y*a.W+x] }
	for y := range a.H {
		for x := range a.W {
			if !free(x, y) {
				continue
			}
			w, h := 1, 1
			for x+w < a.W && free(x+w, y) {
				w++
			}
			for y+h < a.H && rowFree(free, x, w, y+h) {
				h++
			}
			for i := range w * h {
				used[(y+i/w)*a.W+x+i%w] = true
			}
			boxes = append(boxes, box{float32(x * side), float32(y * side), float32((x + w) * side), float32((y + h) * side)})
		}
	}
	return boxes
}

func rowFree(free func(x, y int) bool, x, w, y int) bool {
	for i := range w {
		if !free(x+i, y) {
			return false
		}
	}
	return true
}

func wedgeOf(t arena.Tile, x, y int) wedge {
	nw, ne, sw, se := corner(x, y), corner(x+1, y), corner(x, y+1), corner(x+1, y+1)
	switch t {
	case arena.HalfNW:
		return wedge{nw, ne, sw}
	case arena.HalfNE:
		return wedge{ne, se, nw}
	case arena.HalfSW:
		return wedge{sw, nw, se}
	}
	return wedge{se, sw, ne}
}

func corner(x, y int) predict.Point { return predict.Point{X: float32(x * side), Y: float32(y * side)} }
