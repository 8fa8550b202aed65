package arena

// An octant is an eighth of the space around a vertex. They are numbered clockwise on the screen from east: octant i
// lies between ray i and ray i+1, ray 0 being east, 2 south, 4 west and 6 north. A set of octants is a bit mask.
//
// A heading counts in sixteenths: 2i is exactly along ray i, 2i+1 strictly inside octant i.

// octantsOf tells for each shape which octants it makes solid, seen from the vertex at its tile's NW, NE, SE or SW corner.
var octantsOf = [shapeTrait + 1][4]uint8{
	Block:    {0b00000011, 0b00001100, 0b00110000, 0b11000000},
	CornerNW: {0b00000011, 0b00001000, 0, 0b01000000},
	CornerNE: {0b00000001, 0b00001100, 0b00100000, 0},
	CornerSW: {0b00000010, 0, 0b00010000, 0b11000000},
	CornerSE: {0, 0b00000100, 0b00110000, 0b10000000},
}

// octants are the solid octants around the vertex at the NW corner of tile (x, y).
func (a *Arena) octants(x, y int) uint8 {
	return octantsOf[a.At(x, y).Shape()][0] | octantsOf[a.At(x-1, y).Shape()][1] |
		octantsOf[a.At(x-1, y-1).Shape()][2] | octantsOf[a.At(x, y-1).Shape()][3]
}

// straight tells for a set of octants the turn in the straight face that bounds it, or 0 if it is no half-plane.
func straight(solid uint8) Turn {
	switch solid {
	case 0b00001111, 0b11110000:
		return turnNegY
	case 0b00011110, 0b11100001:
		return turnDiff
	case 0b00111100, 0b11000011:
		return turnNegX
	case 0b01111000, 0b10000111:
		return turnSum
	}
	return 0
}

// atVertex is the vertex table of the package comment as a rule: what happens to a point that meets a vertex. A point
// that starts on it may come from inside a wall, where none can fly: then it just leaves it.
func atVertex(solid uint8, heading int, starts bool) (turn Turn, free bool) {
	if solid == 0 {
		return 0, true
	}
	back := (heading + 8) & 15
	if sweep(back)&solid == 0 || sweep(heading)&solid == 0 {
		return 0, true
	}
	if starts && inside(solid, back) {
		return 0, !inside(solid, heading)
	}
	if t := straight(solid); t != 0 {
		return t, false
	}
	return turnBack, false
}

// sweep are the octants touched in going clockwise from one heading to the opposite one.
func sweep(from int) uint8 {
	i := from / 2
	if from&1 == 0 {
		return rotate(0b00001111, i)
	}
	return rotate(0b00011111, i)
}

// inside says whether a heading runs strictly inside the solid octants.
func inside(solid uint8, heading int) bool {
	i := heading / 2
	if heading&1 == 0 {
		return solid&rotate(1, i) != 0 && solid&rotate(1, i+7) != 0
	}
	return solid&rotate(1, i) != 0
}

func rotate(mask uint8, by int) uint8 {
	by &= 7
	return mask<<by | mask>>(8-by)
}

// headingOf is the heading of a direction other than (0, 0).
func headingOf(dx, dy int64) int {
	ax, ay := dx*sign(dx), dy*sign(dy)
	var k int // within the quadrant, from the X axis
	switch {
	case ay == 0:
		k = 0
	case ay < ax:
		k = 1
	case ay == ax:
		k = 2
	case ax > 0:
		k = 3
	default:
		k = 4
	}
	switch {
	case dx >= 0 && dy >= 0:
		return k
	case dy >= 0:
		return 8 - k
	case dx <= 0:
		return 8 + k
	}
	return 16 - k
}
