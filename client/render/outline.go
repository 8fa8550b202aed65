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

const side = arena.TileUnits

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

// straight finds the borders along the tiles' sides: where one neighbour is solid there and the other isn't. The lines
// above and to the left of a tile are its patch's, those at the arena's end the last patch's.
func (p *patch) straight(a *arena.Arena) {
	for y := p.y0; y <= p.endY(a); y++ {
		from, kind := p.x0, noBorder
		for x := p.x0; x <= p.x1; x++ {
			now := noBorder
			if x < p.x1 {
				above, below := a.At(x, y-1), a.At(x, y)
				_, _, its, _ := solidSides(above)
				mine, _, _, _ := solidSides(below)
				now = borderOf(above, below, its, mine)
			}
			if now != kind {
				p.border(kind, corner(from, y), corner(x, y))
				from, kind = x, now
			}
		}
	}
	for x := p.x0; x <= p.endX(a); x++ {
		from, kind := p.y0, noBorder
		for y := p.y0; y <= p.y1; y++ {
			now := noBorder
			if y < p.y1 {
				left, right := a.At(x-1, y), a.At(x, y)
				_, its, _, _ := solidSides(left)
				_, _, _, mine := solidSides(right)
				now = borderOf(left, right, its, mine)
			}
			if now != kind {
				p.border(kind, corner(x, from), corner(x, y))
				from, kind = y, now
			}
		}
	}
}

// border adds a run of border that has come to its end.
func (p *patch) border(kind borders, from, to predict.Point) {
	switch kind {
	case wallBorder:
		p.edges = append(p.edges, edge{from, to})
	case dullBorder:
		p.dull = append(p.dull, edge{from, to})
	case noBorder:
	}
}

// slanted finds the 45 degree faces and joins those that continue each other.
func (p *patch) slanted(a *arena.Arena) {
	rising := func(x, y int) bool {
		t := a.At(x, y)
		return (t == arena.HalfNW || t == arena.HalfSE) && p.has(x, y)
	}
	falling := func(x, y int) bool {
		t := a.At(x, y)
		return (t == arena.HalfNE || t == arena.HalfSW) && p.has(x, y)
	}
	for y := p.y0; y < p.y1; y++ {
		for x := p.x0; x < p.x1; x++ {
			if rising(x, y) && !rising(x+1, y-1) {
				n := 1
				for rising(x-n, y+n) {
					n++
				}
				p.edges = append(p.edges, edge{corner(x+1, y), corner(x+1-n, y+n)})
			}
			if falling(x, y) && !falling(x-1, y-1) {
				n := 1
				for falling(x+n, y+n) {
					n++
				}
				p.edges = append(p.edges, edge{corner(x, y), corner(x+n, y+n)})
			}
		}
	}
}

// fill covers the solid tiles with few rectangles and a triangle for each half-wall.
func (p *patch) fill(a *arena.Arena) {
	p.boxes = p.cover(p.boxes, a, arena.Wall)
	p.soaks = p.cover(p.soaks, a, arena.Absorber)
	p.hazards = p.cover(p.hazards, a, arena.Hazard)
	for y := p.y0; y < p.y1; y++ {
		for x := p.x0; x < p.x1; x++ {
			if t := a.At(x, y); t.Half() {
				p.wedges = append(p.wedges, wedgeOf(t, x, y))
			}
		}
	}
}

// cover covers all tiles of a kind with few rectangles: greedy, wide first, then tall.
func (p *patch) cover(boxes []box, a *arena.Arena, kind arena.Tile) []box {
	var used [patchTiles][patchTiles]bool
	free := func(x, y int) bool { return p.has(x, y) && a.At(x, y) == kind && !used[y-p.y0][x-p.x0] }
	for y := p.y0; y < p.y1; y++ {
		for x := p.x0; x < p.x1; x++ {
			if !free(x, y) {
				continue
			}
			w, h := 1, 1
			for free(x+w, y) {
				w++
			}
			for rowFree(free, x, w, y+h) {
				h++
			}
			for i := range w * h {
				used[y+i/w-p.y0][x+i%w-p.x0] = true
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
