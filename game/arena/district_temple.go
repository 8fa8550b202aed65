package arena

// drawTemple is a great cross with a portal at its heart: four massive corners, and boosters that lead in.
func drawTemple(s *sheet) {
	s.quarters()
	w, h := s.width(), s.height()
	s.gate(w/2, h/2)
	s.pillar(w/2-7, h/2-7, 4, 3)
	s.box(w/2-16, h/2-1, 3, 2, BoostE)
	s.box(w/2-1, h/2-16, 2, 3, BoostS)
	// The colonnade around.
	for x := w/2 - 6; x >= 6; x -= 8 {
		s.pillar(x, h/2-18, 1, 1)
		if h/2 > 26 {
			s.bar(x-2, h/2-26, 5)
		}
	}
	for y := h/2 - 6; y >= h/2-14 && w/2 > 20; y -= 8 {
		s.pillar(w/2-18, y, 1, 1)
		if w/2 > 28 {
			s.post(w/2-26, y-2, 5)
		}
	}
	s.want(w/2-13, h/2-13)
	s.want(w/2-7, h/2)
}
