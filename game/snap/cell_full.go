package snap

import (
	"slices"

	"bankshot/game"
	"bankshot/game/arena"
)

// A cell's content in full, of a state brought to what cells tell:
//
//	number of ships     ships, in ascending order of seat, as those that came in (cell_ship.go)
//	number of shots     shots, in ascending order of id (cell_shot.go)
//	number of pick-ups  each: place 12 bits, kind 3 bits, due: less the tick, a number
//	number of panes     each: tile 8 bits (row and column in the cell), back: less the tick, a number
//
// The four numbers have 4 bits of length.

// These bound what one cell may hold, all of the largest world, and how many kills one may tell of.
const (
	mostCellShips = game.FrontierShips
	mostCellShots = game.FrontierShots
	mostKills     = 255
)

// AppendFull appends the whole content of a cell that has been brought to what cells tell. A cell with nothing in it is no
// bytes.
func (k *CellCodec) AppendFull(dst []byte, c *CellState, a *arena.Arena) []byte {
	var w writer
	w.beginBlock(dst)
	z := c.zone(a)
	w.sized(uint32(len(c.Ships)), 4)
	for i := range c.Ships {
		w.newShip(&z, &c.Ships[i])
	}
	w.sized(uint32(len(c.Shots)), 4)
	for i := range c.Shots {
		w.shot(&z, &c.Shots[i])
	}
	w.sized(uint32(len(c.Pickups)), 4)
	for i := range c.Pickups {
		w.raw(uint32(c.Pickups[i].Place), 12)
		w.pickup(&z, &c.Pickups[i])
	}
	w.panes(&z, c.Broken)
	return w.finish()
}

// DecodeFull reads what AppendFull wrote into c, whose memory it reuses. head is what is the same in all of the world. After
// an error c means nothing.
func (k *CellCodec) DecodeFull(body []byte, cell game.Cell, head *game.Public, c *CellState, a *arena.Arena) error {
	if int(cell) >= game.GridOf(a).Cells() {
		return ErrCell
	}
	c.Begin(cell, head)
	var r reader
	r.beginBlock(&bitReader{in: body})
	z := c.zone(a)
	for range r.sized(4) {
		if len(c.Ships) == mostCellShips || r.spent() {
			return ErrShips
		}
		c.Ships = append(c.Ships, r.newShip(&z))
	}
	c.Private = slices.Grow(c.Private, len(c.Ships))[:len(c.Ships)]
	clear(c.Private)
	for range r.sized(4) {
		if len(c.Shots) == mostCellShots || r.spent() {
			return ErrShots
		}
		c.Shots = append(c.Shots, r.shot(&z))
	}
	for range r.sized(4) {
		if r.spent() {
			return ErrGround
		}
		p := game.Pickup{Place: uint16(r.raw(12))}
		r.pickup(&z, &p)
		c.Pickups = append(c.Pickups, p)
	}
	c.Broken = r.panes(&z, c.Broken)
	switch {
	case r.wrong:
		return ErrRange
	case !r.ended():
		return ErrTrailing
	}
	return c.Check(a)
}

func (w *writer) pickup(z *zone, p *game.Pickup) {
	w.raw(uint32(p.Kind), pickupBits)
	w.number(zigzag(int32(p.Due - z.now)))
}

func (r *reader) pickup(z *zone, p *game.Pickup) {
	p.Kind = game.PickupKind(r.raw(pickupBits))
	p.Due = z.now + game.Tick(unzigzag(r.number()))
}

// tileShift is how many tiles a cell has to a side, as a power of two.
const (
	tileShift = 4
	tileMask  = 1<<tileShift - 1
)

var (
	_ [1<<tileShift*arena.TileUnits - game.CellUnits]struct{} // they are as many as they are
	_ [game.CellUnits - 1<<tileShift*arena.TileUnits]struct{}
)

// holdsPane says whether a pane's tile is the cell's.
func (z *zone) holdsPane(p arena.Pane) bool {
	at := z.arena.CellAt(int(p.Index))
	return at.X>>tileShift == z.grid.Column(z.cell) && at.Y>>tileShift == z.grid.Row(z.cell)
}

func (w *writer) panes(z *zone, panes []arena.Pane) {
	w.sized(uint32(len(panes)), 4)
	for _, p := range panes {
		at := z.arena.CellAt(int(p.Index))
		w.raw(uint32(at.Y&tileMask), tileShift)
		w.raw(uint32(at.X&tileMask), tileShift)
		w.number(zigzag(int32(p.Back - uint32(z.now))))
	}
}

func (r *reader) panes(z *zone, dst []arena.Pane) []arena.Pane {
	for range r.sized(4) {
		if r.spent() {
			r.wrong = true
			break
		}
		y := z.grid.Row(z.cell)<<tileShift | int(r.raw(tileShift))
		x := z.grid.Column(z.cell)<<tileShift | int(r.raw(tileShift))
		if x >= z.arena.W || y >= z.arena.H {
			r.wrong = true
			break
		}
		dst = append(dst, arena.Pane{Index: int32(z.arena.Index(arena.Cell{X: x, Y: y})), Back: uint32(z.now) + uint32(unzigzag(r.number()))})
	}
	return dst
}
