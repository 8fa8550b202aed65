package arena

// Pane is a tile that is broken, which is glass: its index in Tiles, and the tick at which it may return.
type Pane struct {
	Index int32
	Back  uint32
}

// Live is the arena as it is while these panes, in ascending order, are broken: a view that shares everything with a, so
// that making one costs nothing and the arena itself stays what it is.
func (a *Arena) Live(broken []Pane) Arena {
	live := *a
	live.broken = broken
	return live
}

// isBroken says whether the tile at an index is broken.
func (a *Arena) isBroken(index int) bool {
	lo, hi := 0, len(a.broken)
	for lo < hi {
		mid := (lo + hi) / 2
		if int(a.broken[mid].Index) < index {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo < len(a.broken) && int(a.broken[lo].Index) == index
}

// Index is a cell's place in Tiles.
func (a *Arena) Index(c Cell) int { return c.Y*a.W + c.X }

// CellAt is the cell of an index in Tiles.
func (a *Arena) CellAt(index int) Cell { return Cell{index % a.W, index / a.W} }
