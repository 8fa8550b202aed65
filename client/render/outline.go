package render

import (
	"bankshot/client/predict"
	"bankshot/game/arena"
)

// edge is a straight piece of the border between solid and free, in units.
type edge struct{ A, B predict.Point }

// border is an edge and how it looks.
type border struct {
	edge
	look *edgeLook
}

// box is a rectangle in units.
type box struct{ X0, Y0, X1, Y1 float32 }

// cover is a rectangle of one ground.
type cover struct {
	box
	of *ground
}

// wedge is the solid triangle of a tile that is solid in one corner: the corner first.
type wedge struct {
	at [3]predict.Point
	of *ground
}

const side = arena.TileUnits

// solidSides tells which of a tile's sides are solid along their whole length. Those of what breaks are not: its panes come
// and go, and what is behind them has a border of its own.
func solidSides(t arena.Tile) (n, e, s, w bool) {
	if t.Breaks() {
		return false, false, false, false
	}
	return t.Shape().SolidSides()
}

// borderOf is how an edge looks between two tiles, of which each is solid there or not; nil where it is none.
func borderOf(one, other arena.Tile, oneSolid, otherSolid bool) *edgeLook {
	switch {
	case oneSolid == otherSolid:
		return nil
	case oneSolid:
		return tileLooks[one].edge
	}
	return tileLooks[other].edge
}

// straight finds the borders along the tiles' sides: where one neighbour is solid there and the other isn't. The lines
// above and to the left of a tile are its patch's, those at the arena's end the last patch's.
func (p *patch) straight(a *arena.Arena) {
	for y := p.y0; y <= p.endY(a); y++ {
		from, look := p.x0, (*edgeLook)(nil)
		for x := p.x0; x <= p.x1; x++ {
			var now *edgeLook
			if x < p.x1 {
				above, below := a.At(x, y-1), a.At(x, y)
				_, _, its, _ := solidSides(above)
				mine, _, _, _ := solidSides(below)
				now = borderOf(above, below, its, mine)
			}
			if now != look {
				p.border(look, corner(from, y), corner(x, y))
				from, look = x, now
			}
		}
	}
	for x := p.x0; x <= p.endX(a); x++ {
		from, look := p.y0, (*edgeLook)(nil)
		for y := p.y0; y <= p.y1; y++ {
			var now *edgeLook
			if y < p.y1 {
				left, right := a.At(x-1, y), a.At(x, y)
				_, its, _, _ := solidSides(left)
				_, _, _, mine := solidSides(right)
				now = borderOf(left, right, its, mine)
			}
			if now != look {
				p.border(look, corner(x, from), corner(x, y))
				from, look = y, now
			}
		}
	}
}

// border adds a run of border that has come to its end.
func (p *patch) border(look *edgeLook, from, to predict.Point) {
	if look != nil {
		p.edges = append(p.edges, border{edge{from, to}, look})
	}
}

// slanted finds the 45 degree faces and joins those that continue each other.
func (p *patch) slanted(a *arena.Arena) {
	face := func(x, y int, rising bool) *edgeLook {
		t := a.At(x, y)
		if !t.Half() || t.Breaks() || t.Shape().Rising() != rising || !p.has(x, y) {
			return nil
		}
		return tileLooks[t].edge
	}
	for y := p.y0; y < p.y1; y++ {
		for x := p.x0; x < p.x1; x++ {
			if look := face(x, y, true); look != nil && face(x+1, y-1, true) != look {
				n := 1
				for face(x-n, y+n, true) == look {
					n++
				}
				p.border(look, corner(x+1, y), corner(x+1-n, y+n))
			}
			if look := face(x, y, false); look != nil && face(x-1, y-1, false) != look {
				n := 1
				for face(x+n, y+n, false) == look {
					n++
				}
				p.border(look, corner(x, y), corner(x+n, y+n))
			}
		}
	}
}

// fill covers the tiles that have a ground: with few rectangles, a triangle for each that is solid in one corner, and one by
// one those whose pattern is turned.
func (p *patch) fill(a *arena.Arena) {
	for t := range arena.TileKinds {
		if tileLooks[t].ground.kind != 0 && !t.Half() && !turnedGround(t) {
			p.cover(a, t)
		}
	}
	for y := p.y0; y < p.y1; y++ {
		for x := p.x0; x < p.x1; x++ {
			t := a.At(x, y)
			switch of := &tileLooks[t].ground; {
			case of.kind == 0:
			case t.Half():
				p.wedges = append(p.wedges, wedge{wedgeOf(t.Shape(), x, y), of})
			case turnedGround(t):
				p.arrows = append(p.arrows, arrowOf(t, arena.Cell{X: x, Y: y}))
			}
		}
	}
}

// cover covers all tiles of a kind with few rectangles: greedy, wide first, then tall.
func (p *patch) cover(a *arena.Arena, kind arena.Tile) {
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
			whole := box{float32(x * side), float32(y * side), float32((x + w) * side), float32((y + h) * side)}
			p.covers = append(p.covers, cover{whole, &tileLooks[kind].ground})
		}
	}
}

func rowFree(free func(x, y int) bool, x, w, y int) bool {
	for i := range w {
		if !free(x+i, y) {
			return false
		}
	}
	return true
}

func wedgeOf(s arena.Shape, x, y int) [3]predict.Point {
	nw, ne, sw, se := corner(x, y), corner(x+1, y), corner(x, y+1), corner(x+1, y+1)
	switch s {
	case arena.CornerNW:
		return [3]predict.Point{nw, ne, sw}
	case arena.CornerNE:
		return [3]predict.Point{ne, se, nw}
	case arena.CornerSW:
		return [3]predict.Point{sw, nw, se}
	}
	return [3]predict.Point{se, sw, ne}
}

func corner(x, y int) predict.Point { return predict.Point{X: float32(x * side), Y: float32(y * side)} }
