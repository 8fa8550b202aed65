package arena

// drawSquare is an open place: a ring of walls at 45 degrees around a monument, and pillars at its corners.
func drawSquare(s *sheet) {
	s.quarters()
	w, h := s.width(), s.height()
	n := min(w, h)/4 - 3 // of each of the ring's four walls
	s.rising(w/2-n-4, h/2-n-4, n)
	switch s.dice.below(3) {
	case 0:
		s.pillar(w/2, h/2, 3, 2)
	case 1:
		s.diamond(w/2, h/2, 2)
	default:
		s.gate(w/2, h/2)
		s.diamond(w/2-4, h/2, 1)
		s.diamond(w/2, h/2-4, 1)
	}
	s.pillar(6, 6, 3, 2)
	for x := w/2 - 12; x >= 13; x -= 12 {
		s.diamond(x, 5, 1)
	}
	for y := h/2 - 12; y >= 13; y -= 12 {
		s.diamond(5, y, 1)
	}
	s.want(w/2-n-2, h/2)
	s.want(w/2, h/2-6)
}

// drawGreatSquare is the middle of the town: two rings, and the widest sight of all.
func drawGreatSquare(s *sheet) {
	s.quarters()
	w, h := s.width(), s.height()
	half := min(w, h) / 2
	s.pillar(w/2, h/2, 5, 3)
	for _, at := range [...]int{14, 28, 42} {
		n := at / 2
		if at+6 > half {
			break
		}
		s.rising(w/2-at, h/2-at+(at-n), n-2)
		s.diamond(w/2-at+2, h/2, 2)
		s.diamond(w/2, h/2-at+2, 2)
	}
	s.want(w/2-9, h/2)
	s.want(w/2, h/2-9)
	s.want(w/2-22, h/2-22)
	s.pillar(8, 8, 4, 2)
	s.gate(16, 16)
	for k := range 4 {
		s.box(w/2-30-3*k, h/2-1, 2, 2, BoostW)
		s.box(w/2-1, h/2-30-3*k, 2, 2, BoostN)
	}
}
