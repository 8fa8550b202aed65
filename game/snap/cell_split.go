package snap

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// CellSplit tells what of a world lies in which cell. Its memory is the arena's size and the world's, and is kept.
type CellSplit struct {
	grid                game.Grid
	arena               *arena.Arena
	ships, shots, panes sorted
	pickups             sorted // by place: they don't move
}

// NewCellSplit is for worlds of one arena.
func NewCellSplit(a *arena.Arena) *CellSplit {
	x := &CellSplit{grid: game.GridOf(a), arena: a}
	x.pickups.begin(x.grid.Cells())
	for i := range a.Places {
		if p := &a.Places[i]; p.Kind == arena.PickupPlace {
			x.pickups.put(x.grid.CellOf(p.At.Centre()))
		}
	}
	x.pickups.sort()
	return x
}

// Grid is that of the arena.
func (x *CellSplit) Grid() game.Grid { return x.grid }

// Split looks where everything is now.
func (x *CellSplit) Split(p *game.Public) {
	n := x.grid.Cells()
	x.ships.begin(n)
	for i := range p.Ships {
		x.ships.put(x.grid.CellOf(p.Ships[i].Pos))
	}
	x.ships.sort()
	x.shots.begin(n)
	for i := range p.Shots {
		x.shots.put(x.grid.CellOf(p.Shots[i].Pos))
	}
	x.shots.sort()
	x.panes.begin(n)
	for i := range p.Broken {
		x.panes.put(x.grid.CellOf(x.arena.CellAt(int(p.Broken[i].Index)).Centre()))
	}
	x.panes.sort()
}

// Ships are the indices of the ships in a cell, ascending.
func (x *CellSplit) Ships(c game.Cell) []int32 { return x.ships.of(c) }

// Shots is how many shots are in a cell.
func (x *CellSplit) Shots(c game.Cell) int { return len(x.shots.of(c)) }

// Fill makes c the content of a cell of s, the state that was split last, brought to what cells tell.
func (x *CellSplit) Fill(c *CellState, cell game.Cell, s *game.State) {
	c.Begin(cell, &s.Public)
	for _, i := range x.ships.of(cell) {
		c.Ships = append(c.Ships, s.Ships[i])
		c.Private = append(c.Private, s.Private[i])
	}
	for _, i := range x.shots.of(cell) {
		c.Shots = append(c.Shots, s.Shots[i])
	}
	for _, i := range x.pickups.of(cell) {
		if int(i) < len(s.Pickups) {
			c.Pickups = append(c.Pickups, s.Pickups[i])
		}
	}
	for _, i := range x.panes.of(cell) {
		c.Broken = append(c.Broken, s.Broken[i])
	}
	c.Told()
}

// sorted are things sorted by cell, keeping their order within each: a counting sort.
type sorted struct {
	cells []game.Cell // of each thing
	first []int32     // of each cell, in index; one more at the end
	index []int32
}

func (b *sorted) begin(cells int) {
	b.cells = b.cells[:0]
	if len(b.first) != cells+1 {
		b.first = make([]int32, cells+1)
	}
}

func (b *sorted) put(c game.Cell) { b.cells = append(b.cells, c) }

func (b *sorted) sort() {
	clear(b.first)
	for _, c := range b.cells {
		b.first[c]++
	}
	sum := int32(0)
	for c, n := range b.first {
		b.first[c] = sum
		sum += n
	}
	if cap(b.index) < len(b.cells) {
		b.index = make([]int32, len(b.cells), 2*len(b.cells))
	}
	b.index = b.index[:len(b.cells)]
	for i, c := range b.cells {
		b.index[b.first[c]] = int32(i)
		b.first[c]++
	}
	// Each cell's first is now the next one's.
	copy(b.first[1:], b.first)
	b.first[0] = 0
}

func (b *sorted) of(c game.Cell) []int32 { return b.index[b.first[c]:b.first[c+1]] }
