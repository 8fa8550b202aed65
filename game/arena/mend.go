package arena

// mend closes every gap that is narrower than a way, and all floor that nobody reaches, until there is none. Most towns
// have hardly any: it is what makes every seed playable, whatever its districts did to each other.
func (t *town) mend() {
	for range 16 {
		ways := t.ways(Cell{GapTiles, GapTiles})
		closed := 0
		for y := 1; y < t.H-1; y++ {
			for x := 1; x < t.W-1; x++ {
				if t.lost(x, y, ways) {
					t.Tiles[y*t.W+x] = Wall
					closed++
				}
			}
		}
		if closed == 0 {
			return
		}
	}
}

// lost says whether a tile has to become wall: floor beside the ways or at a slit, and a half-wall whose face is walled in.
// It is asked of every tile of the town, so it looks at the tiles as they lie.
func (t *town) lost(x, y int, ways []bool) bool {
	i := y*t.W + x
	tile := t.Tiles[i]
	switch {
	case tile.Half():
		return t.walledIn(Cell{x, y})
	case !tile.Open():
		return false
	}
	n, e, s, w := t.Tiles[i-t.W].Open(), t.Tiles[i+1].Open(), t.Tiles[i+t.W].Open(), t.Tiles[i-1].Open()
	switch {
	case !e && !s && t.Tiles[i+t.W+1].Open(), !w && !s && t.Tiles[i+t.W-1].Open(),
		!e && !n && t.Tiles[i-t.W+1].Open(), !w && !n && t.Tiles[i-t.W-1].Open():
		return true // a slit
	case ways[i]:
		return false
	}
	for v := y - 1; v <= y+1; v++ {
		for u := x - 1; u <= x+1; u++ {
			if ways[v*t.W+u] {
				return false
			}
		}
	}
	return true
}

// ways are the middles of open squares of GapTiles that are reached from one of them.
func (t *town) ways(from Cell) []bool {
	// Three open tiles side by side, then three of these one above the other.
	row, wide := make([]bool, len(t.Tiles)), make([]bool, len(t.Tiles))
	for i := 1; i < len(t.Tiles)-1; i++ {
		row[i] = t.Tiles[i-1].Open() && t.Tiles[i].Open() && t.Tiles[i+1].Open()
	}
	for i := t.W; i < len(t.Tiles)-t.W; i++ {
		wide[i] = row[i-t.W] && row[i] && row[i+t.W]
	}
	reached := row
	clear(reached)
	start := t.Index(from)
	reached[start] = true
	todo := append(make([]int32, 0, 4096), int32(start))
	for len(todo) > 0 {
		at := int(todo[len(todo)-1])
		todo = todo[:len(todo)-1]
		for _, next := range [...]int{at - 1, at + 1, at - t.W, at + t.W} {
			if wide[next] && !reached[next] {
				reached[next] = true
				todo = append(todo, int32(next))
			}
		}
	}
	return reached
}
