package arena

// drawMarsh is pools that burn, with an island in each to bank off from the shore.
func drawMarsh(s *sheet) {
	s.quarters()
	s.lengthwise()
	half := s.dice.from(3, 4)
	pitchX, pitchY := fit(s.width(), 12, half), fit(s.height(), 12, half)
	s.lattice(pitchX, pitchY, half, func(i, j, x, y int) {
		if (i+j)%2 == 1 {
			if i%2 == 0 {
				s.rising(x-3, y-2, 5)
			} else {
				s.falling(x-3, y-2, 5)
			}
			return
		}
		s.bevel(x-half, y-half, 2*half, 2*half, 2, Hazard)
		s.shore(x, y, half)
		s.diamond(x, y, 1)
	})
	s.want(s.w/2, s.h/2)
	s.want(s.w/2, s.h/2-pitchY)
	s.fill(GapTiles, smallDiamond)
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
