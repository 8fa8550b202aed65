package arena

// drawGallery is a hall of mirrors: a lattice of walls at 45 degrees, whose pattern is that of a kaleidoscope.
func drawGallery(s *sheet) {
	s.quarters()
	n := s.dice.from(3, 4)
	pitch := 2*n + 4 + 2*s.dice.below(2)
	pattern := s.dice.below(4)
	rings := s.dice.from(2, 3)
	s.lattice(pitch, pitch, n/2+1, func(i, j, x, y int) {
		x, y = x-n/2, y-n/2
		falls := false
		switch pattern {
		case 0:
			falls = (i+j)%2 == 0
		case 1:
			falls = max(i, j)%2 == 0
		case 2:
			falls = j%2 == 0
		case 3:
			falls = i > j
		}
		switch {
		case (i+j)%rings == 0 && i != j && pattern != 0:
			s.diamond(x+n/2, y+n/2, n/2+1)
		case falls:
			s.falling(x, y, n)
		default:
			s.rising(x, y, n)
		}
	})
	s.want(s.w/2, s.h/2)
	s.want(s.w/2-pitch, s.h/2)
}
