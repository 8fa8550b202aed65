package snap

import (
	"math/bits"
	"unicode/utf8"

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
	if w.bit(ctxFar, far); far {
		w.number(zigzag(at.X))
		w.number(zigzag(at.Y))
		return
	}
	w.raw(x, cellBits)
	w.raw(y, cellBits)
}

func (r *reader) place(z *zone) game.Vec {
	if r.bit(ctxFar) {
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
	w.bit(ctxPilotSeat, s >= game.FirstPilotSeat)
	high := n>>lowSeat != 0
	if w.bit(ctxHighSeat, high); high {
		w.raw(n, 15)
		return
	}
	w.raw(n, lowSeat)
}

func (r *reader) whose() game.Seat {
	first := game.Seat(oneIf(r.bit(ctxPilotSeat))) * game.FirstPilotSeat
	if r.bit(ctxHighSeat) {
		return first | game.Seat(r.raw(15))
	}
	return first | game.Seat(r.raw(lowSeat))
}

// since writes when something happened, 0 for long ago or never.
func (w *writer) since(z *zone, t game.Tick) {
	if w.bit(ctxSince, t != 0); t != 0 {
		w.raw(uint32(z.now-t), sinceBits)
	}
}

func (r *reader) since(z *zone) game.Tick {
	if !r.bit(ctxSince) {
		return 0
	}
	return z.now - game.Tick(r.raw(sinceBits))
}

// sinceBits is how many bits it takes to say how long ago something was.
const sinceBits = 8

var _ [1<<sinceBits - 1 - oldTicks]struct{} // they suffice

// label writes a name: most letters are small ones of the alphabet.
func (w *writer) label(s string) {
	w.raw(uint32(len(s)), 5)
	for i := range len(s) {
		small := s[i] >= 'a' && s[i] <= 'z'
		if w.bit(ctxSmall, small); small {
			w.raw(uint32(s[i]-'a'), 5)
		} else {
			w.raw(uint32(s[i]), 8)
		}
	}
}

func (r *reader) label() string {
	var b [31]byte
	n := r.raw(5)
	for i := range n {
		if r.bit(ctxSmall) {
			b[i] = 'a' + byte(r.raw(5))
		} else {
			b[i] = byte(r.raw(8))
		}
	}
	if n == 0 || n > game.MaxNameBytes || !utf8.Valid(b[:n]) {
		r.wrong = true
		return ""
	}
	return string(b[:n])
}

// spent says that more has been read than there is. It ends what would else go on reading zeros for long.
func (r *reader) spent() bool { return r.at > len(r.in)+8 }
