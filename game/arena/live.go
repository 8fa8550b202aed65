package arena

// Pane is a broken glass tile: its index in Tiles, and the tick at which it may return.
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

// isBroken says whether the glass at an index is broken. Few are at a time.
func (a *Arena) isBroken(index int) bool {
	for i := range a.broken {
		if int(a.broken[i].Index) >= index {
			return int(a.broken[i].Index) == index
		}
	}
	return false
}

// Index is a cell's place in Tiles.
func (a *Arena) Index(c Cell) int { return c.Y*a.W + c.X }

// CellAt is the cell of an index in Tiles.
func (a *Arena) CellAt(index int) Cell { return Cell{index % a.W, index / a.W} }
