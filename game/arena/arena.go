package arena

// Tile is what fills one square of the map.
type Tile uint8

// The tiles. A half-wall is solid in the named corner; its face runs through the other two corners at 45 degrees.
const (
	Floor Tile = iota
	Wall
	HalfNW
	HalfNE
	HalfSW
	HalfSE

	Tiles
)

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
	// Hash identifies the content (name, size, tiles, spawns) on the wire.
	Hash uint64
}

// Cell is a tile's column and row.
type Cell struct{ X, Y int }

// Centre is the middle of the tile.
func (c Cell) Centre() Vec {
	return Vec{int32(c.X)*TileSub + TileSub/2, int32(c.Y)*TileSub + TileSub/2}
}

// CellOf is the tile that holds pos; a point on the line between two tiles belongs to the right or lower one.
func CellOf(pos Vec) Cell { return Cell{int(pos.X >> tileShift), int(pos.Y >> tileShift)} }

// At is the tile at column x and row y; everything outside is Wall.
func (a *Arena) At(x, y int) Tile {
	if x < 0 || y < 0 || x >= a.W || y >= a.H {
		return Wall
	}
	return a.Tiles[y*a.W+x]
}
