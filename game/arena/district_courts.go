package arena

// drawCourts is a quarter of rooms, wall to wall, with a door in each wall and cut corners, so that a shot through a door
// comes out of another one.
func drawCourts(s *sheet) {
	s.quarters()
	pitchX, pitchY := fit(s.w, 14, 2), fit(s.h, 14, 2)
	// What may stand in the middle of a room; the same in all rooms of one ring.
	hearts := [4]int{s.dice.below(4), s.dice.below(4), s.dice.below(4), s.dice.below(4)}
	shape := s.dice.below(3)
	s.lattice(pitchX, pitchY, 2, func(i, j, x, y int) {
		// Where four rooms meet.
		s.pillar(x, y, 2, 1+s.dice.below(2))
		across, down := shape, shape
		if i == 0 {
			across = 0 // it meets its own image
		}
		if j == 0 {
			down = 0
		}
		s.courtWall(x, y, pitchX, across, false)
		s.courtWall(x, y, pitchY, down, true)
		s.courtHeart(x+pitchX/2, y+pitchY/2, hearts[max(i, j)%4])
	})
}

// courtWall leads from the pillar at (x, y) towards the middle of the sheet, to the next one.
func (s *sheet) courtWall(x, y, pitch, shape int, down bool) {
	long := (pitch - 4 - 4) / 2 // of each side of a door four tiles wide
	tile := Wall
	if s.dice.oneIn(4) {
		tile = Glass
	}
	put := func(from, n int, t Tile) {
		if down {
			s.box(x-1, y+from, 2, n, t)
		} else {
			s.box(x+from, y-1, n, 2, t)
		}
	}
	switch shape {
	case 0: // a door in the middle
		put(2, long, tile)
		put(pitch-2-long, long, tile)
	case 1: // a door at one end
		put(2, long, Wall)
		if s.dice.oneIn(2) {
			put(2+long, long-1, tile)
		}
	default: // a wide opening
		put(2, long-2, Wall)
		put(pitch-long, long-2, Wall)
	}
}

// courtHeart is what stands in the middle of a room.
func (s *sheet) courtHeart(x, y, kind int) {
	switch kind {
	case 0:
		s.diamond(x, y, 1)
	case 1:
		s.want(x, y)
	case 2:
		s.box(x-1, y-1, 2, 2, Glass)
	}
}
