package arena

// drawTemple is a great cross with a portal at its heart: four massive corners, and boosters that lead in.
func drawTemple(s *sheet) {
	s.quarters()
	w, h := s.width(), s.height()
	s.gate(w/2, h/2)
	s.pillar(w/2-7, h/2-7, 4, 3)
	s.box(w/2-16, h/2-1, 3, 2, BoostE)
	s.box(w/2-1, h/2-16, 2, 3, BoostS)
	s.want(w/2-7, h/2)
	// The colonnade around, and what lies before it.
	for x := w/2 - 6; x >= max(w/2-30, 2); x -= 8 {
		s.pillar(x, h/2-18, 1, 1)
	}
	for y := h/2 - 6; y >= h/2-14; y -= 8 {
		s.pillar(w/2-18, y, 1, 1)
	}
	s.want(w/2-13, h/2-13)
	s.fill(4, longFall, longRise, lying, standing, bonus)
	s.fill(3, smallDiamond)
}
