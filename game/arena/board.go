package arena

import "math/bits"

// board is a bit for each tile of a Frontier, a row in words of 64, the leftmost tile in the lowest bit: what is asked of
// every tile is asked of 64 at once.
type board [FrontierSide]boardRow

type boardRow [FrontierSide / 64]uint64

func (b *board) has(x, y int) bool { return b[y][x/64]>>(x%64)&1 != 0 }
func (b *board) set(x, y int)      { b[y][x/64] |= 1 << (x % 64) }
func (b *board) unset(x, y int)    { b[y][x/64] &^= 1 << (x % 64) }

// left and right are 64 tiles as seen from their neighbours: bit i of left(k) tells of the tile left of i. Beyond the edge
// there is nothing.
func (r *boardRow) left(k int) uint64 {
	w := r[k] << 1
	if k > 0 {
		w |= r[k-1] >> 63
	}
	return w
}

func (r *boardRow) right(k int) uint64 {
	w := r[k] >> 1
	if k+1 < len(r) {
		w |= r[k+1] << 63
	}
	return w
}

// shrunk is what has its whole square of GapTiles set, grown what has any of it.
func (b *board) shrunk() *board {
	return b.squares(func(a, b, c uint64) uint64 { return a & b & c })
}

func (b *board) grown() *board {
	return b.squares(func(a, b, c uint64) uint64 { return a | b | c })
}

// squares joins each tile with those at both sides, and what came of that with what came of it above and below. The first
// row and the last stay empty.
func (b *board) squares(join func(a, b, c uint64) uint64) *board {
	var level, all board
	for y := range b {
		row := &b[y]
		for k := range row {
			level[y][k] = join(row.left(k), row[k], row.right(k))
		}
	}
	for y := 1; y < len(b)-1; y++ {
		for k := range all[y] {
			all[y][k] = join(level[y-1][k], level[y][k], level[y+1][k])
		}
	}
	return &all
}

// flood is what of the board is reached from one of its tiles by steps to the sides.
func (b *board) flood(from Cell) *board {
	var reached board
	reached.set(from.X, from.Y)
	b.spread(from.Y, &reached[from.Y])
	for again := true; again; {
		again = false
		for y := 1; y < len(b); y++ {
			again = b.follow(y, &reached[y], &reached[y-1]) || again
		}
		for y := len(b) - 2; y >= 0; y-- {
			again = b.follow(y, &reached[y], &reached[y+1]) || again
		}
	}
	return &reached
}

// follow takes what is reached in a row beside row y over to it, and says whether there was anything new.
func (b *board) follow(y int, reached, beside *boardRow) bool {
	fresh := uint64(0)
	for k := range reached {
		step := beside[k] & b[y][k] &^ reached[k]
		reached[k] |= step
		fresh |= step
	}
	if fresh == 0 {
		return false
	}
	b.spread(y, reached)
	return true
}

// spread reaches all of row y that is connected with what of it is reached. Adding a bit to a run of ones carries through
// to the run's end.
func (b *board) spread(y int, reached *boardRow) {
	row := &b[y]
	carry := uint64(0)
	for k := range row {
		seed := reached[k] | carry&row[k]
		var sum uint64
		sum, carry = bits.Add64(row[k], seed, 0)
		reached[k] = seed | row[k]&^sum
	}
	carry = 0
	for k := len(row) - 1; k >= 0; k-- {
		run := bits.Reverse64(row[k])
		seed := bits.Reverse64(reached[k]) | carry&run
		var sum uint64
		sum, carry = bits.Add64(run, seed, 0)
		reached[k] = bits.Reverse64(seed | run&^sum)
	}
}
