package arena

import "slices"

const (
	// spawnPitch is how far apart spawns are about, in tiles.
	spawnPitch = 18
	// portalFar is how far apart the two ends of a portal are at least, in tiles to either side.
	portalFar = FrontierSide / 4
)

// link makes pairs of the gates, each of two that are far from each other, and opens portals in them.
func (t *town) link() {
	gates := slices.DeleteFunc(t.gates, func(c Cell) bool { return !t.wide(c) })
	shuffle(&t.dice, gates)
	group := uint8(0)
	for len(gates) > 1 && int(group) < FrontierPortals {
		from := gates[0]
		gates = gates[1:]
		k := slices.IndexFunc(gates, func(c Cell) bool { return max(c.X-from.X, from.X-c.X, c.Y-from.Y, from.Y-c.Y) >= portalFar })
		if k < 0 {
			continue
		}
		for _, c := range [...]Cell{from, gates[k]} {
			t.Tiles[t.Index(c)] = Portal
			t.Places = append(t.Places, Place{Kind: PortalPlace, Group: group, At: c})
		}
		gates = slices.Delete(gates, k, k+1)
		group++
	}
}

// furnish sets the spawns, all over the town, and the pick-ups where they were asked for.
func (t *town) furnish() {
	for y := spawnPitch / 2; y < t.H; y += spawnPitch {
		for x := spawnPitch / 2; x < t.W; x += spawnPitch {
			if c, ok := t.roomAt(Cell{x, y}); ok {
				t.Spawns = append(t.Spawns, c)
			}
		}
	}
	for _, c := range t.wanted {
		if t.wide(c) && t.At(c.X, c.Y) == Floor && len(t.Places) < FrontierPlaces {
			t.Places = append(t.Places, Place{Kind: PickupPlace, At: c})
		}
	}
	order := func(a, b Cell) int { return t.Index(a) - t.Index(b) }
	slices.SortFunc(t.Spawns, order)
	slices.SortFunc(t.Places, func(a, b Place) int { return order(a.At, b.At) })
	t.Places = slices.CompactFunc(t.Places, func(a, b Place) bool { return a.At == b.At })
	for _, p := range t.Places {
		if p.Kind == PickupPlace {
			t.picks = append(t.picks, p.At)
		}
	}
}

// roomAt is the free place nearest to c where a ship may appear: plain floor all around.
func (t *town) roomAt(c Cell) (Cell, bool) {
	for r := range spawnPitch/2 - 1 {
		for y := c.Y - r; y <= c.Y+r; y++ {
			for x := c.X - r; x <= c.X+r; x++ {
				if max(x-c.X, c.X-x, y-c.Y, c.Y-y) == r && t.plain(x, y) {
					return Cell{x, y}, true
				}
			}
		}
	}
	return Cell{}, false
}

// plain says whether the square around a tile is nothing but floor.
func (t *town) plain(x, y int) bool {
	for v := y - 1; v <= y+1; v++ {
		for u := x - 1; u <= x+1; u++ {
			if t.At(u, v) != Floor {
				return false
			}
		}
	}
	return true
}
