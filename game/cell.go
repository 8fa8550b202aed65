package game

import "bankshot/game/arena"

// CellUnits is the side of a cell in units: 16 tiles. A large world is told apart by cells, since nobody needs to know
// of all of it.
const CellUnits = 512

// cellSide is the same in 1/256 unit.
const cellSide = CellUnits * Unit

// Cell is one square of an arena: row * columns + column, from the upper left.
type Cell uint16

// Grid is how an arena falls into cells. The last column and row may reach beyond its border.
type Grid struct{ Columns, Rows int }

// GridOf is the grid of an arena.
func GridOf(a *arena.Arena) Grid {
	const tiles = CellUnits / arena.TileUnits
	return Grid{Columns: (a.W + tiles - 1) / tiles, Rows: (a.H + tiles - 1) / tiles}
}

// Cells is how many cells there are.
func (g Grid) Cells() int { return g.Columns * g.Rows }

// CellOf is the cell that holds pos. A place on the line between two cells belongs to the right or
// lower one, but on the arena's own border to the cell inside; so does whatever lies outside.
func (g Grid) CellOf(pos Vec) Cell { return g.At(g.clamp(pos)) }

// At is the cell in a column and row that exist.
func (g Grid) At(column, row int) Cell { return Cell(row*g.Columns + column) }

// clamp is the column and row nearest to pos.
func (g Grid) clamp(pos Vec) (column, row int) {
	return min(max(int(pos.X)/cellSide, 0), g.Columns-1), min(max(int(pos.Y)/cellSide, 0), g.Rows-1)
}

// Column and Row are where a cell lies.
func (g Grid) Column(c Cell) int { return int(c) % g.Columns }

// Row is the other half of Column.
func (g Grid) Row(c Cell) int { return int(c) / g.Columns }

// Bounds are the upper left corner of a cell, which belongs to it, and the lower right one, which does not.
func (g Grid) Bounds(c Cell) (from, to Vec) {
	from = Vec{X: int32(g.Column(c)) * cellSide, Y: int32(g.Row(c)) * cellSide}
	return from, Vec{X: from.X + cellSide, Y: from.Y + cellSide}
}

// Around appends the cells that come within w/2 and h/2 (1/256 unit) of pos to the sides, ascending: those of a view
// around pos, with a margin that the caller has added.
func (g Grid) Around(pos Vec, w, h int32, dst []Cell) []Cell {
	left, top := g.clamp(Vec{X: pos.X - w/2, Y: pos.Y - h/2})
	right, bottom := g.clamp(Vec{X: pos.X + w/2, Y: pos.Y + h/2})
	for row := top; row <= bottom; row++ {
		for column := left; column <= right; column++ {
			dst = append(dst, g.At(column, row))
		}
	}
	return dst
}
