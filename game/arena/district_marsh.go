package arena

// drawMarsh is pools that burn, with an island in each to bank off from the shore.
func drawMarsh(s *sheet) {
	s.quarters()
	s.lengthwise()
	const pitchX, pitchY = 16, 14
	half := s.dice.from(3, 4)
	s.lattice(pitchX, pitchY, half+1, func(i, j, x, y int) {
		if (i+j)%2 == 1 {
			n := 4
			if i%2 == 0 {
				s.rising(x-2, y-2, n)
			} else {
				s.falling(x-2, y-2, n)
			}
			return
		}
		s.bevel(x-half, y-half, 2*half, 2*half, 2, Hazard)
		s.shore(x, y, half)
		s.diamond(x, y, 1)
	})
	s.want(s.w/2, s.h/2)
	s.want(s.w/2, s.h/2-pitchY/2)
}

// shore takes the half-walls of a pool's corners away: a pool has no walls.
func (s *sheet) shore(x, y, half int) {
	for v := y - half; v < y+half; v++ {
		for u := x - half; u < x+half; u++ {
			cx, cy := u, v
			if s.flip {
				cx, cy = v, u
			}
			if cx >= 0 && cy >= 0 && cx < s.w && cy < s.h && s.tiles[cy*s.w+cx].Half() {
				s.set(u, v, Floor)
			}
		}
	}
}
