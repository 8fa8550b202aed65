package arena

// drawCanyons is long walls side by side, broken where the ones beside them are whole: shots run along them from side to
// side, and ships slip through from one to the next.
func drawCanyons(s *sheet) {
	s.quarters()
	s.lengthwise()
	w, h := s.width(), s.height()
	pitch := fit(h, s.dice.from(3, 4)*2, 1)
	for j, y := 0, h/2-pitch/2-1; y >= 0; j, y = j+1, y-pitch {
		right := w / 2
		if j%2 == 0 {
			right -= 3 // a gap in the middle, else a whole wall
		}
		for right > 4 {
			long := s.dice.from(8, 18)
			left := max(right-long, 1)
			if left < 8 {
				left = 1
			}
			switch {
			case right == w/2:
				s.box(left+1, y, right-left-1, 2, Wall)
				s.set(left, y, HalfSE)
				s.set(left, y+1, HalfNE)
			case s.dice.oneIn(5):
				s.box(left, y, right-left, 1, Absorber)
			default:
				s.bar(left, y, right-left)
			}
			right = left - s.dice.from(4, 6)
			if s.dice.oneIn(3) {
				s.want(right+2, y+pitch/2)
			}
		}
	}
}
