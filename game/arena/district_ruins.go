package arena

// drawRuins is what is left of houses: corners of dead stone that swallows shots, and of good wall that still banks them,
// over floors that burn here and there. Nothing here is straight ahead for long.
func drawRuins(s *sheet) {
	s.spin = true
	s.lengthwise()
	w, h := s.width(), s.height()
	for range w * h / 24 {
		// The upper half; the lower one is it, turned.
		x, y := s.dice.from(0, w-4), s.dice.from(0, h/2-4)
		a, b := s.dice.from(3, 9), s.dice.from(3, 7)
		if !s.clear(x, y, a, b, GapTiles) {
			continue
		}
		tile := Wall
		if s.dice.oneIn(3) {
			tile = Absorber
		}
		s.fragment(x, y, a, b, tile)
	}
	s.fill(GapTiles, smallDiamond, lying)
}

// fragment is the corner of a house a tiles wide and b high.
func (s *sheet) fragment(x, y, a, b int, tile Tile) {
	corner := s.dice.below(4)
	left, top := corner%2 == 0, corner < 2
	row, column := y, x
	if !top {
		row = y + b - 1
	}
	if !left {
		column = x + a - 1
	}
	s.box(x, row, a, 1, tile)
	s.box(column, y, 1, b, tile)
	if a < 6 || b < 6 {
		return
	}
	// Inside of it.
	cx, cy := x+2, y+2
	if !left {
		cx = x + 1
	}
	if !top {
		cy = y + 1
	}
	if s.dice.oneIn(2) {
		s.box(cx, cy, a-3, b-3, Hazard)
	} else {
		s.want(cx+1, cy+1)
	}
}
