package arena

// drawMaze is a maze without a dead end that closes: from every post at most one wall leads on, towards the middle, so
// that walls never form a ring.
func drawMaze(s *sheet) {
	s.quarters()
	pitchX, pitchY := fit(s.w, 8, 1), fit(s.h, 8, 1)
	s.lattice(pitchX, pitchY, 1, func(i, j, x, y int) {
		switch s.dice.below(7) {
		case 0, 1, 2:
			s.box(x-1, y-1, pitchX, 2, Wall)
			s.cap(x, y)
		case 3, 4, 5:
			s.box(x-1, y-1, 2, pitchY, Wall)
			s.cap(x, y)
		default:
			s.diamond(x, y, 1)
			if s.dice.oneIn(2) {
				s.want(x+pitchX/2, y+pitchY/2)
			}
		}
	})
}

// cap fills the post at (x, y), where walls meet.
func (s *sheet) cap(x, y int) { s.box(x-1, y-1, 2, 2, Wall) }
