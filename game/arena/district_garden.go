package arena

// drawGarden is a glasshouse: beds with walls of glass on three sides, open towards the middle of the garden, and hedges
// of glass between stone posts. Who shoots through it opens it for a while.
func drawGarden(s *sheet) {
	s.quarters()
	s.lengthwise()
	pitchX, pitchY := fit(s.width(), 12, 5), fit(s.height(), 12, 5)
	turned := s.dice.oneIn(2)
	s.lattice(pitchX, pitchY, 5, func(i, j, x, y int) {
		switch {
		case i == 0 && j == 0:
			s.pillar(x, y, 2, 1)
		case (i+j)%3 == 2:
			s.hedge(x, y)
		default:
			s.bed(x, y, turned == (j%2 == 0))
			if (i+j)%2 == 1 {
				s.want(x, y)
			}
		}
	})
	s.want(s.w/2, s.h/2)
	s.fill(3, lyingGlass, standingGlass, smallDiamond)
}

// bed is a box of glass around (x, y), eight tiles wide and seven high, open below or to the right.
func (s *sheet) bed(x, y int, right bool) {
	const half = 4
	for k := -half; k < half; k++ {
		s.set(x+k, y-half, Glass)
		if right {
			s.set(x+k, y+half-1, Glass)
		} else {
			s.set(x+half-1, y+k, Glass)
		}
		s.set(x-half, y+k, Glass)
	}
	s.set(x-half, y-half, Wall)
	s.set(x+half-1, y-half, Wall)
	s.set(x-half, y+half-1, Wall)
	s.set(x+half-1, y+half-1, Wall)
}

// hedge is a wall of glass between two posts.
func (s *sheet) hedge(x, y int) {
	s.box(x-3, y-1, 6, 2, Glass)
	s.diamond(x-4, y, 1)
	s.diamond(x+4, y, 1)
}
