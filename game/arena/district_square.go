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
	s.pillar(5, 5, 3, 2)
	for x := w/2 - 10; x >= 13; x -= 10 {
		s.diamond(x, 3, 1)
	}
	for y := h/2 - 10; y >= 13; y -= 10 {
		s.diamond(3, y, 1)
	}
	s.want(w/2-n-2, h/2)
	s.want(w/2, h/2-6)
	s.fill(5, riseMirror, smallDiamond)
	s.fill(4, fallMirror)
}

// drawGreatSquare is the middle of the town: rings around a monument, as a stone that fell into water makes them.
func drawGreatSquare(s *sheet) {
	s.quarters()
	w, h := s.width(), s.height()
	half := min(w, h) / 2
	s.pillar(w/2, h/2, 5, 3)
	for at := 12; at+6 <= half; at += 12 {
		// An eighth-sided ring: a wall at 45 degrees in each corner, straight ones between, with the ways through at the axes
		// of every second ring and beside them of the others.
		n := at / 2
		s.rising(w/2-at, h/2-at, n)
		if at/12%2 == 0 {
			s.bar(w/2-at+n+4, h/2-at-1, at-n-8)
			s.post(w/2-at-1, h/2-at+n+4, at-n-8)
		} else {
			s.diamond(w/2, h/2-at, 2)
			s.diamond(w/2-at, h/2, 2)
		}
		s.want(w/2-at+3, h/2-at+n+3)
	}
	s.want(w/2-9, h/2)
	s.want(w/2, h/2-9)
	s.gate(8, 8)
	for k := range 3 {
		s.box(w/2-16-3*k, h/2-1, 2, 2, BoostW)
		s.box(w/2-1, h/2-16-3*k, 2, 2, BoostN)
	}
	s.fill(5, riseMirror, smallDiamond, smallPillar)
}
