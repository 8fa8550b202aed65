package arena

// drawBumpers is a pinball table: rows of round bumpers, each row between those of its neighbours, with boosters that lead
// along every second row.
func drawBumpers(s *sheet) {
	s.quarters()
	s.lengthwise()
	w, h := s.width(), s.height()
	pitchX, pitchY := fit(w, 10, 2), fit(h, 8, 2)
	first := s.dice.below(2)
	boosts := s.dice.oneIn(2)
	for j, y := 0, h/2; y >= 3; j, y = j+1, y-pitchY {
		x := w / 2
		if (j+first)%2 == 1 {
			x -= pitchX / 2
		}
		size := s.dice.below(3)
		for ; x >= 3; x -= pitchX {
			switch size {
			case 0:
				s.diamond(x, y, 2)
			case 1:
				s.pillar(x, y, 2, 1)
			default:
				s.diamond(x, y, 1)
			}
			if boosts && j%2 == 1 && size > 0 {
				s.box(x+4, y-1, 2, 2, BoostE)
			}
		}
		if j%2 == 1 {
			s.want(w/2-pitchX, y+pitchY/2)
		}
	}
}
