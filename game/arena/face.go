package arena

// Face is a straight piece of the border of what is solid, as long as it goes: what a shot banks off between corners.
// Seen along A to B the free side lies to the right on the screen, so that (B-A) x (P-A) is above 0 for a point P in
// front of it.
type Face struct {
	A, B Vec
	// Turn is what a bank off it does to a direction.
	Turn Turn
}

// Image is where v seems to be in this mirror: a shot aimed at the image of a place reaches the place by one bank. It is
// exact, and Image of the image is v again.
func (f *Face) Image(v Vec) Vec {
	m := f.Turn.Apply(Vec{v.X - f.A.X, v.Y - f.A.Y})
	return Vec{f.A.X + m.X, f.A.Y + m.Y}
}

// Before says whether v lies on the free side of the face's line.
func (f *Face) Before(v Vec) bool {
	return int64(f.B.X-f.A.X)*int64(v.Y-f.A.Y) > int64(f.B.Y-f.A.Y)*int64(v.X-f.A.X)
}

// Faces are all faces of the map: the upright ones by column, the level ones by row, then those at 45 degrees.
func (a *Arena) Faces() []Face {
	var all []Face
	for x := range a.W + 1 {
		all = a.faces(all, Cell{X: x}, Cell{Y: 1}, func(c Cell) (bool, bool) {
			return a.At(c.X, c.Y).solidAt(west), a.At(c.X-1, c.Y).solidAt(east)
		}, turnNegX)
	}
	for y := range a.H + 1 {
		all = a.faces(all, Cell{Y: y}, Cell{X: 1}, func(c Cell) (bool, bool) {
			return a.At(c.X, c.Y-1).solidAt(south), a.At(c.X, c.Y).solidAt(north)
		}, turnNegY)
	}
	for n := 1 - a.H; n < a.W; n++ {
		// Down to the right, along x-y = n, from the map's upper or left edge.
		all = a.faces(all, Cell{X: max(n, 0), Y: max(-n, 0)}, Cell{X: 1, Y: 1}, func(c Cell) (bool, bool) {
			return a.At(c.X, c.Y).Shape() == CornerNE, a.At(c.X, c.Y).Shape() == CornerSW
		}, turnDiff)
	}
	for n := range a.W + a.H - 1 {
		// Down to the left, along x+y = n+1: the tiles' upper right corners.
		start := Cell{X: min(n, a.W-1), Y: max(n-a.W+1, 0)}
		all = a.faces(all, start, Cell{X: -1, Y: 1}, func(c Cell) (bool, bool) {
			return a.At(c.X, c.Y).Shape() == CornerSE, a.At(c.X, c.Y).Shape() == CornerNW
		}, turnSum)
	}
	return all
}

// faces follows one line of the map by steps and appends the runs of it that are solid on one side alone. sides says
// whether it is so on the left and on the right, seen along step on the screen, of the piece that belongs to a cell.
func (a *Arena) faces(dst []Face, at, step Cell, sides func(Cell) (left, right bool), turn Turn) []Face {
	corner := func(c Cell) Vec {
		if step.X < 0 {
			c.X++
		}
		return Vec{int32(c.X) * TileSub, int32(c.Y) * TileSub}
	}
	from, was := at, 0
	for {
		now := 0
		if at.X >= 0 && at.Y >= 0 && at.X <= a.W && at.Y <= a.H {
			left, right := sides(at)
			switch {
			case left && !right:
				now = 1
			case right && !left:
				now = -1
			}
		}
		if now != was {
			switch was {
			case 1:
				dst = append(dst, Face{A: corner(from), B: corner(at), Turn: turn})
			case -1:
				dst = append(dst, Face{A: corner(at), B: corner(from), Turn: turn})
			}
			from, was = at, now
		}
		if at.X < 0 || at.Y < 0 || at.X > a.W || at.Y > a.H {
			return dst
		}
		at = Cell{X: at.X + step.X, Y: at.Y + step.Y}
	}
}
