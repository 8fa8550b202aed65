package arena

// Flown is what became of a point that flew.
type Flown struct {
	// End is where it is now: exact, unless it Stopped.
	End Vec
	// Banks counts the walls it left behind.
	Banks int
	// Turn is what they did, all together, to its direction.
	Turn Turn
	// Stopped says that it met an end of shots, as an absorber is, or one wall more than it may bank off, and ends there, at Stop.
	Stopped bool
	Stop    Contact
}

// Contact is what a flying point met.
type Contact struct {
	// Cell is the tile, or the tile SE of the vertex where Vertex says that it was one.
	Cell   Cell
	Vertex bool
}

// Cells appends the tiles that meet there: one, or the four around a vertex.
func (c Contact) Cells(dst []Cell) []Cell {
	x, y := c.Cell.X, c.Cell.Y
	if !c.Vertex {
		return append(dst, c.Cell)
	}
	return append(dst, Cell{x - 1, y - 1}, Cell{x, y - 1}, Cell{x - 1, y}, c.Cell)
}

// Leg is one corner of a flown path.
type Leg struct {
	// At is the point on the wall, each coordinate rounded towards where it came from, so that it is never in solid.
	At Vec
	// Turn is what this and all earlier banks of the flight did to its direction.
	Turn Turn
	// Off is what it banked off.
	Off Contact
}

// Fly moves a point from pos by disp, banking off what is solid, `banks` times at most: at the contact after that it
// stops. The corners of its path are appended to path, which may be nil. Contacts count from the start (included) to
// the end (excluded), so who ends exactly on a wall banks at the very start of its next flight and never sticks; a
// flight cut in two anywhere ends like the whole. A point that starts strictly inside solid stops where it is.
//
// Nothing is rounded on the way: instead of the point, the line it flies on is mirrored (see ray), so the end is an
// integer again. The products fit an int64 for arenas up to 512 x 512 tiles and disp up to 2^22.
func (a *Arena) Fly(pos, disp Vec, banks int, path []Leg) (Flown, []Leg) {
	if a.clearInOneTile(pos, disp) {
		return Flown{End: Vec{pos.X + disp.X, pos.Y + disp.Y}}, path
	}
	if a.Solid(pos) {
		return Flown{End: pos, Stopped: true}, path
	}
	r := newRay(pos, disp)
	done := 0
	for {
		m, ok := a.next(&r)
		if !ok {
			return Flown{End: r.end(), Banks: done, Turn: r.turn}, path
		}
		turn, free := a.answer(&r, m)
		if free {
			r.enter(m)
			continue
		}
		at, off := r.at(m.t), r.contact(m)
		if done >= banks || turn == 0 || a.absorbs(off) {
			return Flown{End: at, Banks: done, Turn: r.turn, Stopped: true, Stop: off}, path
		}
		r.mirror(turn, m)
		done++
		path = append(path, Leg{At: at, Turn: r.turn, Off: off})
	}
}

// Clear says whether a point flies from one place to the other without meeting anything solid.
func (a *Arena) Clear(from, to Vec) bool {
	f, _ := a.Fly(from, Vec{to.X - from.X, to.Y - from.Y}, 0, nil)
	return !f.Stopped
}

// clearInOneTile spots the usual tick of a shot: it stays in one open tile.
func (a *Arena) clearInOneTile(pos, disp Vec) bool {
	x, y := pos.X>>tileShift, pos.Y>>tileShift
	return pos.X&tileMask != 0 && pos.Y&tileMask != 0 &&
		(pos.X+disp.X)>>tileShift == x && (pos.Y+disp.Y)>>tileShift == y && a.At(int(x), int(y)).Open()
}

// absorbs says whether a contact swallows what meets it: a tile that ends shots, or a vertex that one has a part in.
func (a *Arena) absorbs(c Contact) bool {
	x, y := c.Cell.X, c.Cell.Y
	if !c.Vertex {
		return a.At(x, y).Ends()
	}
	return a.At(x, y).Ends() || a.At(x-1, y).Ends() || a.At(x, y-1).Ends() || a.At(x-1, y-1).Ends()
}
