package arena

// drawMaze is a maze without a dead end that closes: from every post at most one wall leads on, towards the middle, so
// that walls never form a ring.
func drawMaze(s *sheet) {
	s.quarters()
	const pitch = 8
	s.lattice(pitch, pitch, 1, func(i, j, x, y int) {
		switch s.dice.below(7) {
		case 0, 1, 2:
			s.box(x-1, y-1, pitch, 2, Wall)
			s.cap(x, y)
		case 3, 4, 5:
			s.box(x-1, y-1, 2, pitch, Wall)
			s.cap(x, y)
		default:
			s.diamond(x, y, 1)
			if s.dice.oneIn(2) {
				s.want(x+pitch/2, y+pitch/2)
			}
		}
	})
}

// cap fills the post at (x, y), where walls meet.
func (s *sheet) cap(x, y int) { s.box(x-1, y-1, 2, 2, Wall) }
