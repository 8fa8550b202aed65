package snap

import (
	"slices"

	"bankshot/game"
)

// The entries of a cell from one of those around it: what that has handed over, for who is not told of the other.
//
//	while ctxShipIn + 1:   the ship's seat; how it differs from a blank one (cell_ship.go)
//	while ctxShotIn + (no ship came 2, else 1):   the shot (cell_shot.go)

// entry is what comes into a cell from one of those around.
type entry struct {
	side int
	from game.Cell
	bits bitString
}

// entry is memory for one more.
func (t *CellWords) entry(side int, from game.Cell) *entry {
	if n := len(t.entries); n < cap(t.entries) {
		t.entries = t.entries[:n+1]
	} else {
		t.entries = append(t.entries, entry{})
	}
	e := &t.entries[len(t.entries)-1]
	e.side, e.from = side, from
	return e
}

// enter hands over to c what has crossed into it from the cell at a side.
func (t *CellWords) enter(side int, z *zone, c *CellState, cell *CellState) {
	from := &cell.Crossed
	if !z.enters(from) {
		return
	}
	e := t.entry(side, cell.Cell)
	var w writer
	w.beginBlock(e.bits.b[:0])
	more := ctxShotIn + 2
	for i := range from.Ships {
		if s := &from.Ships[i]; z.holds(s.Pos) && c.addShip(s, from.Private[i]) {
			w.bit(ctxShipIn+1, true)
			more = ctxShotIn + 1
			w.newShip(z, s)
		}
	}
	w.bit(ctxShipIn+1, false)
	for i := range from.Shots {
		if s := &from.Shots[i]; z.holds(s.Pos) && c.addShot(s) {
			w.bit(more, true)
			w.shot(z, s)
		}
	}
	w.bit(more, false)
	e.bits = w.finishBits()
}

// enters says whether anything of what has crossed another cell's border has come here.
func (z *zone) enters(from *Crossed) bool {
	for i := range from.Ships {
		if z.holds(from.Ships[i].Pos) {
			return true
		}
	}
	return slices.ContainsFunc(from.Shots, func(s game.Shot) bool { return z.holds(s.Pos) })
}

// come reads entries.
func (r *reader) come(z *zone, c *CellState) error {
	ships, more := len(c.Ships), ctxShotIn+2
	if err := r.comeShips(z, c, ctxShipIn+1); err != nil {
		return err
	}
	if len(c.Ships) > ships {
		more = ctxShotIn + 1
	}
	return r.comeShots(z, c, more)
}
