package arena

import "math/bits"

// mend closes every gap that is narrower than a way, and all floor that nobody reaches, until there is none. Most towns
// have hardly any: it is what makes every seed playable, whatever its districts did to each other.
func (t *town) mend() {
	open, halves := t.lookOver()
	for range 16 {
		way := open.shrunk().flood(Cell{GapTiles, GapTiles}).grown()
		if !t.close(open, halves, way) {
			return
		}
	}
}

// lookOver is where the town is open, and where half-walls stand.
func (t *town) lookOver() (open, halves *board) {
	open, halves = new(board), new(board)
	for y := range t.H {
		for x, tile := range t.Tiles[y*t.W:][:t.W] {
			switch {
			case tile.Open():
				open.set(x, y)
			case tile.Half():
				halves.set(x, y)
			}
		}
	}
	return open, halves
}

// close makes wall of what is lost, row by row, and says whether there was anything. Whatever is closed may decide on what
// comes after it. way is the floor that ways lead over.
func (t *town) close(open, halves, way *board) (any bool) {
	suspects := t.suspects(open, halves, way)
	for y := 1; y < t.H-1; y++ {
		for k := range suspects[y] {
			// Looked at anew after each tile: it may have made its neighbour one.
			for seen := uint64(0); suspects[y][k]&^seen != 0; {
				bit := bits.TrailingZeros64(suspects[y][k] &^ seen)
				seen |= 1<<bit | (1<<bit - 1)
				x := 64*k + bit
				if x == 0 || x == t.W-1 || !t.lost(Cell{x, y}, open, way) {
					continue
				}
				t.Tiles[y*t.W+x] = Wall
				open.unset(x, y)
				halves.unset(x, y)
				any = true
				for _, c := range [...]Cell{{x + 1, y}, {x - 1, y + 1}, {x, y + 1}, {x + 1, y + 1}} {
					suspects.set(c.X, c.Y)
				}
			}
		}
	}
	return any
}

// suspects are the tiles that are lost as the town is now, and all half-walls.
func (t *town) suspects(open, halves, way *board) *board {
	all := *halves
	for y := 1; y < t.H-1; y++ {
		above, row, below := &open[y-1], &open[y], &open[y+1]
		for k := range row {
			n, e, s, w := above[k], row.right(k), below[k], row.left(k)
			slit := ^e&^s&below.right(k) | ^w&^s&below.left(k) | ^e&^n&above.right(k) | ^w&^n&above.left(k)
			all[y][k] |= row[k] & (slit | ^way[y][k])
		}
	}
	return &all
}

// lost says whether a tile has to become wall: floor beside the ways or at a slit, and a half-wall whose face is walled in.
func (t *town) lost(c Cell, open, way *board) bool {
	x, y := c.X, c.Y
	if !open.has(x, y) {
		return t.Tiles[t.Index(c)].Half() && t.walledIn(c)
	}
	n, e, s, w := open.has(x, y-1), open.has(x+1, y), open.has(x, y+1), open.has(x-1, y)
	return !way.has(x, y) ||
		!e && !s && open.has(x+1, y+1) || !w && !s && open.has(x-1, y+1) ||
		!e && !n && open.has(x+1, y-1) || !w && !n && open.has(x-1, y-1)
}
