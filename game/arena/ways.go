package arena

// checkWays floods the map from the first spawn twice: over the middles of open squares of GapTiles x GapTiles, which
// are the ways meant to be flown, and over every tile a ship gets to. What only the second flood reaches is too narrow.
func (a *Arena) checkWays(p *Problems) {
	if len(a.Spawns) == 0 || !a.inside(a.Spawns[0]) || !a.wide(a.Spawns[0]) {
		return // told by checkSpawns
	}
	start := a.Spawns[0]
	ways := a.flood(start, a.wideSteps)
	reach := a.flood(start, a.shipSteps)
	for _, s := range a.Spawns[1:] {
		switch {
		case !a.inside(s) || !a.wide(s):
		case !reach[s.Y*a.W+s.X]:
			p.add(s, "is a spawn that no ship reaches from the one at (%d,%d)", start.X, start.Y)
		case !ways[s.Y*a.W+s.X]:
			p.add(s, "is a spawn reached from the one at (%d,%d) only through gaps under %d tiles", start.X, start.Y, GapTiles)
		}
	}
	for i, t := range a.Tiles {
		at := Cell{i % a.W, i / a.W}
		switch {
		case !t.Open():
		case !reach[i]:
			p.add(at, "is floor that no ship reaches: make it wall")
		case !a.partOf(ways, at):
			p.add(at, "is in a gap narrower than %d tiles: widen or close it", GapTiles)
		}
		if a.slit(at) {
			p.add(at, "and the tile diagonally below leave a slit between walls: widen or close it")
		}
	}
}

func (a *Arena) inside(c Cell) bool { return c.X >= 0 && c.Y >= 0 && c.X < a.W && c.Y < a.H }

// wide says whether the square of GapTiles around c is all floor.
func (a *Arena) wide(c Cell) bool {
	const r = GapTiles / 2
	for y := c.Y - r; y <= c.Y+r; y++ {
		for x := c.X - r; x <= c.X+r; x++ {
			if !a.At(x, y).Open() {
				return false
			}
		}
	}
	return true
}

// partOf says whether c lies in the square around one of the given middles.
func (a *Arena) partOf(middles []bool, c Cell) bool {
	const r = GapTiles / 2
	for y := c.Y - r; y <= c.Y+r; y++ {
		for x := c.X - r; x <= c.X+r; x++ {
			if a.inside(Cell{x, y}) && middles[y*a.W+x] {
				return true
			}
		}
	}
	return false
}

// slit says whether only the corner of at's SE vertex, or that of its SW one, connects two floor tiles, between what
// is solid at both sides. A ship may squeeze through two half-walls there.
func (a *Arena) slit(at Cell) bool {
	e, s, se := a.At(at.X+1, at.Y), a.At(at.X, at.Y+1), a.At(at.X+1, at.Y+1)
	here := a.At(at.X, at.Y)
	return here.Open() && se.Open() && !e.Open() && !s.Open() ||
		!here.Open() && !se.Open() && e.Open() && s.Open()
}

// flood marks every tile that steps lead to.
func (a *Arena) flood(from Cell, steps func(Cell, []Cell) []Cell) []bool {
	seen := make([]bool, len(a.Tiles))
	seen[from.Y*a.W+from.X] = true
	todo := []Cell{from}
	var next []Cell
	for len(todo) > 0 {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		next = steps(at, next[:0])
		for _, c := range next {
			if i := c.Y*a.W + c.X; !seen[i] {
				seen[i] = true
				todo = append(todo, c)
			}
		}
	}
	return seen
}

func (a *Arena) wideSteps(at Cell, dst []Cell) []Cell {
	for _, c := range [4]Cell{{at.X - 1, at.Y}, {at.X + 1, at.Y}, {at.X, at.Y - 1}, {at.X, at.Y + 1}} {
		if a.wide(c) {
			dst = append(dst, c)
		}
	}
	return dst
}

// shipSteps leads to the neighbours a ship of ValidRadius flies to: floor at the sides, and floor diagonally ahead where
// it fits between the faces of two half-walls.
func (a *Arena) shipSteps(at Cell, dst []Cell) []Cell {
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			c := Cell{at.X + dx, at.Y + dy}
			if !a.At(c.X, c.Y).Open() {
				continue
			}
			between := Vec{(at.Centre().X + c.Centre().X) / 2, (at.Centre().Y + c.Centre().Y) / 2}
			if a.Fits(between, ValidRadius) {
				dst = append(dst, c)
			}
		}
	}
	return dst
}
