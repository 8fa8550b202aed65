package arena

// sheet is a part of the map that is being drawn, mostly one half or one quarter of it: all that is drawn appears in the
// others too, mirrored.
type sheet struct {
	w, h  int
	tiles []Tile
	dice  dice
	// mirrorX and mirrorY repeat what is drawn on the other side of the middle, spin does after half a turn.
	mirrorX, mirrorY, spin bool
	// flip exchanges columns and rows of all that is drawn: what draws then sees a sheet h wide and w high.
	flip          bool
	wanted, gates []Cell
}

func newSheet(w, h int, seed uint64) *sheet {
	return &sheet{w: w, h: h, tiles: make([]Tile, w*h), dice: dice(seed)}
}

// lengthwise lets what is drawn see a sheet that is at least as wide as it is high, or as it pleases the dice where both
// are about the same.
func (s *sheet) lengthwise() {
	s.flip = s.h > s.w+blockSide/2 || s.w <= s.h+blockSide/2 && s.dice.oneIn(2)
}

// width and height are those that what draws sees.
func (s *sheet) width() int {
	if s.flip {
		return s.h
	}
	return s.w
}

func (s *sheet) height() int {
	if s.flip {
		return s.w
	}
	return s.h
}

// set draws one tile, and its images.
func (s *sheet) set(x, y int, t Tile) {
	if s.flip {
		x, y, t = y, x, t.Turned(turnDiff)
	}
	s.each(x, y, func(x, y int, turn Turn) { s.tiles[y*s.w+x] = t.Turned(turn) })
}

// each visits a tile and its images.
func (s *sheet) each(x, y int, visit func(x, y int, turn Turn)) {
	if x < 0 || y < 0 || x >= s.w || y >= s.h {
		return
	}
	visit(x, y, 0)
	if s.mirrorX {
		visit(s.w-1-x, y, turnNegX)
	}
	if s.mirrorY {
		visit(x, s.h-1-y, turnNegY)
	}
	if s.spin || s.mirrorX && s.mirrorY {
		visit(s.w-1-x, s.h-1-y, turnBack)
	}
}

// want asks for a pick-up.
func (s *sheet) want(x, y int) { s.wanted = s.note(s.wanted, x, y) }

// gate offers a place for a portal.
func (s *sheet) gate(x, y int) { s.gates = s.note(s.gates, x, y) }

func (s *sheet) note(list []Cell, x, y int) []Cell {
	if s.flip {
		x, y = y, x
	}
	s.each(x, y, func(x, y int, _ Turn) {
		for _, have := range list {
			if max(have.X-x, x-have.X, have.Y-y, y-have.Y) <= 1 {
				return // its own image, beside the middle
			}
		}
		list = append(list, Cell{x, y})
	})
	return list
}

// clear says whether nothing but floor is within margin tiles of a rectangle, its images included.
func (s *sheet) clear(x, y, w, h, margin int) bool {
	// What is mirrored must not come too near to its own image.
	ax, ay, bx, by := x, y, w, h
	if s.flip {
		ax, ay, bx, by = y, x, h, w
	}
	if s.mirrorX && 2*(ax+bx)+margin > s.w || (s.mirrorY || s.spin) && 2*(ay+by)+margin > s.h {
		return false
	}
	for v := max(ay-margin, 0); v < min(ay+by+margin, s.h); v++ {
		for u := max(ax-margin, 0); u < min(ax+bx+margin, s.w); u++ {
			if s.tiles[v*s.w+u] != Floor {
				return false
			}
		}
	}
	return ax >= 0 && ay >= 0 && ax+bx <= s.w && ay+by <= s.h
}

// box draws a rectangle.
func (s *sheet) box(x, y, w, h int, t Tile) {
	for v := y; v < y+h; v++ {
		for u := x; u < x+w; u++ {
			s.set(u, v, t)
		}
	}
}

// bevel draws a block whose corners are cut off at 45 degrees, cut tiles each. With 2*cut = w = h it is a diamond.
func (s *sheet) bevel(x, y, w, h, cut int, t Tile) {
	for v := range h {
		for u := range w {
			s.set(x+u, y+v, bevelled(u, v, w, h, cut, t))
		}
	}
}

// bevelled is the tile at (u, v) of such a block.
func bevelled(u, v, w, h, cut int, t Tile) Tile {
	right, down := u >= w-u, v >= h-v // nearer to the right, to the lower side
	half := HalfSE
	if right {
		u, half = w-1-u, HalfSW
	}
	if down {
		v = h - 1 - v
		half -= HalfSE - HalfNE // SE to NE, SW to NW
	}
	switch {
	case u+v < cut-1:
		return Floor
	case u+v == cut-1:
		return half
	}
	return t
}

// diamond draws a block that stands on its tip, 2n tiles wide, around the corner of tiles (cx, cy).
func (s *sheet) diamond(cx, cy, n int) { s.bevel(cx-n, cy-n, 2*n, 2*n, n, Wall) }

// pillar draws a block of 2n tiles with its corners cut, around the corner of tiles (cx, cy).
func (s *sheet) pillar(cx, cy, n, cut int) { s.bevel(cx-n, cy-n, 2*n, 2*n, cut, Wall) }

// falling draws a mirror at 45 degrees, n tiles long, from its upper left end down to the right; it is n+1 wide.
func (s *sheet) falling(x, y, n int) {
	for i := range n {
		s.set(x+i, y+i, HalfNE)
		s.set(x+i+1, y+i, HalfSW)
	}
}

// rising draws one from its lower left end up to the right; (x, y) is the upper left corner of the square around it.
func (s *sheet) rising(x, y, n int) {
	for i := range n {
		s.set(x+n-1-i, y+i, HalfSE)
		s.set(x+n-i, y+i, HalfNW)
	}
}

// bar draws a wall that lies along the rows, two tiles thick, with pointed ends.
func (s *sheet) bar(x, y, w int) { s.bevel(x, y, w, 2, 1, Wall) }

// post draws one that stands along the columns.
func (s *sheet) post(x, y, h int) { s.bevel(x, y, 2, h, 1, Wall) }
