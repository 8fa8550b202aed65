package snap

import (
	"math/bits"

	"bankshot/game"
	"bankshot/game/arena"
)

// zone is where and when a cell's words are said.
type zone struct {
	grid     game.Grid
	cell     game.Cell
	from, to game.Vec
	now      game.Tick
	arena    *arena.Arena
}

func (c *CellState) zone(a *arena.Arena) zone {
	z := zone{grid: game.GridOf(a), cell: c.Cell, now: c.Tick, arena: a}
	z.from, z.to = z.grid.Bounds(c.Cell)
	return z
}

func (z *zone) holds(at game.Vec) bool { return z.grid.CellOf(at) == z.cell }

// cellBits is how many bits a place within a cell takes in each direction.
const cellBits = 17

var _ [1<<cellBits - game.CellUnits*game.Unit]struct{} // they suffice

func (w *writer) place(z *zone, at game.Vec) {
	x, y := uint32(at.X-z.from.X), uint32(at.Y-z.from.Y)
	far := x>>cellBits != 0 || y>>cellBits != 0
	if w.flag(far); far {
		w.number(zigzag(at.X))
		w.number(zigzag(at.Y))
		return
	}
	w.raw(x, cellBits)
	w.raw(y, cellBits)
}

func (r *reader) place(z *zone) game.Vec {
	if r.raw(1) != 0 {
		return game.Vec{X: unzigzag(r.number()), Y: unzigzag(r.number())}
	}
	return game.Vec{X: z.from.X + int32(r.raw(cellBits)), Y: z.from.Y + int32(r.raw(cellBits))}
}

// sized writes a number behind its length in bits, which takes so many bits itself; the highest bit is left out, being 1.
func (w *writer) sized(v uint32, length int) {
	n := bits.Len32(v)
	w.raw(uint32(n), length)
	if n > 1 {
		w.raw(v&(1<<(n-1)-1), n-1)
	}
}

func (r *reader) sized(length int) uint32 {
	return r.rest(int(r.raw(length)))
}

// rest reads a number of so many bits, without the highest.
func (r *reader) rest(n int) uint32 {
	if n == 0 {
		return 0
	}
	return 1<<(n-1) | r.raw(n-1)
}

// byte reads a short number that has to fit into one.
func (r *reader) byte() uint8 {
	v := r.sized(4)
	r.wrong = r.wrong || v > 255
	return uint8(v)
}

// seat writes somebody's seat, or that it is nobody's.
func (w *writer) seat(s game.Seat) {
	if w.flag(s != game.NoSeat); s != game.NoSeat {
		w.whose(s)
	}
}

func (r *reader) seat() game.Seat {
	if r.raw(1) == 0 {
		return game.NoSeat
	}
	return r.whose()
}

// lowSeat is how many bits most seats take, of people and of pilots.
const lowSeat = 12

// whose writes a seat: whether it is a pilot's, whether it is a high one of these, and which.
func (w *writer) whose(s game.Seat) {
	n := uint32(s &^ game.FirstPilotSeat)
	w.flag(s >= game.FirstPilotSeat)
	high := n>>lowSeat != 0
	if w.flag(high); high {
		w.raw(n, 15)
		return
	}
	w.raw(n, lowSeat)
}

func (r *reader) whose() game.Seat {
	first := game.Seat(r.raw(1)) * game.FirstPilotSeat
	if r.raw(1) != 0 {
		return first | game.Seat(r.raw(15))
	}
	return first | game.Seat(r.raw(lowSeat))
}

// since writes when something happened, 0 for long ago or never.
func (w *writer) since(z *zone, t game.Tick) {
	ago := uint32(0)
	if t != 0 {
		ago = uint32(z.now-t) + 1
	}
	w.raw(ago, 9)
}

func (r *reader) since(z *zone) game.Tick {
	ago := game.Tick(r.raw(9))
	if ago == 0 {
		return 0
	}
	return z.now + 1 - ago
}

// spent says that more has been read than there is. It ends what would else go on reading zeros for long.
func (r *reader) spent() bool { return r.at > len(r.in)+8 }
