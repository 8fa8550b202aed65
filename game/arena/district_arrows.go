package arena

// drawArrows is chevrons, one behind the other, with boosters that lead along their tips: fast to fly with, slow to fly
// against, and every wall banks a shot to the side.
func drawArrows(s *sheet) {
	s.mirrorY = true
	s.mirrorX = s.dice.oneIn(2)
	w, h := s.w, s.h
	n := s.dice.from(4, 5)
	lane := fit(h, 2*n+4, n)
	far := w
	if s.mirrorX {
		far = w/2 + 2
	}
	for j, y := 0, h/2-lane/2; y-n >= 0; j, y = j+1, y-lane {
		from := n / 2 * (j % 2)
		for x := from; x+n+2 <= far-2; x += n + 7 {
			s.falling(x, y-n, n)
			s.rising(x, y, n)
			s.box(x+n+3, y-1, 3, 2, BoostE)
			if s.dice.oneIn(4) {
				s.want(x+2, y+lane/2)
			}
		}
	}
	s.want(w/2, h/2)
	s.fill(4, smallDiamond, lying)
}
