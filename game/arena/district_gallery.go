package arena

// drawGallery is a hall of mirrors: a lattice of walls at 45 degrees, whose pattern is that of a kaleidoscope.
func drawGallery(s *sheet) {
	s.quarters()
	n := s.dice.from(3, 5)
	margin := n/2 + 1
	pitchX, pitchY := fit(s.w, n+6&^1, margin), fit(s.h, n+5&^1, margin)
	pattern := s.dice.below(4)
	rings := s.dice.from(3, 4)
	s.lattice(pitchX, pitchY, margin, func(i, j, x, y int) {
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
		x, y = x-(n+1)/2, y-n/2
		switch {
		case (i+2*j)%rings == rings-1:
			s.diamond(x+(n+1)/2, y+n/2, (n+1)/2)
		case falls:
			s.falling(x, y, n)
		default:
			s.rising(x, y, n)
		}
		if i == 1 && j%3 == 1 {
			s.want(x+(n+1)/2+pitchX/2, y+n/2+pitchY/2)
		}
	})
	s.want(s.w/2, s.h/2)
}
