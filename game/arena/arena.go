package arena

const (
	// TileUnits is a tile's side in units, TileSub in 1/256 unit.
	TileUnits = 32
	TileSub   = TileUnits * 256

	tileShift = 13
	tileMask  = TileSub - 1
)

// Vec is a position or a displacement in 1/256 unit, Y down.
type Vec struct{ X, Y int32 }

// Arena is a map: a plain value that nothing changes once it is validated.
type Arena struct {
	Name string
	// W, H in tiles; Tiles holds W*H of them, row by row.
	W, H  int
	Tiles []Tile
	// Spawns are tile positions (column, row) where a ship may appear, at their centre. They ascend by row, then column.
	Spawns []Cell
	// Places are the other tiles that mean something to the rules, in the same order; several may share a tile.
	Places []Place
	// Modes are those it is made for.
	Modes ModeSet
	// Seed is what a Frontier was made from.
	Seed uint64
	// Hash identifies the content on the wire.
	Hash uint64

	// picks are the places for pick-ups of an arena that was made; see PickupAt.
	picks []Cell
	// broken is what is broken now, ascending; see Live.
	broken []Pane
}

// Cell is a tile's column and row.
type Cell struct{ X, Y int }

// Centre is the middle of the tile.
func (c Cell) Centre() Vec {
	return Vec{int32(c.X)*TileSub + TileSub/2, int32(c.Y)*TileSub + TileSub/2}
}

// CellOf is the tile that holds pos; a point on the line between two tiles belongs to the right or lower one.
func CellOf(pos Vec) Cell { return Cell{int(pos.X >> tileShift), int(pos.Y >> tileShift)} }

// At is the tile at column x and row y; everything outside is Wall, and what is broken is Floor.
func (a *Arena) At(x, y int) Tile {
	if uint(x) >= uint(a.W) || uint(y) >= uint(a.H) {
		return Wall
	}
	t := a.Tiles[y*a.W+x]
	if len(a.broken) > 0 && t.Breaks() && a.isBroken(y*a.W+x) {
		return Floor
	}
	return t
}
