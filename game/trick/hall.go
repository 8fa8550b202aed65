package trick

import "bankshot/game/arena"

// A hall is 40 x 20 tiles, which is the whole view less room for a line of text above and below: a border, and slots of
// 4 x 2 tiles with lanes of GapTiles between them and around.
//
//	x  0 | 1..3 | 4..7 | 8..10 | 11..14 | 15..17 | 18..21 | …     y  0 | 1..3 | 4..5 | 6..8 | 9..10 | 11..13 | …
const (
	hallW, hallH = 40, 20
	slotCols     = 5
	slotRows     = 3
	slotW, slotH = 4, 2
	laneW        = arena.GapTiles
)

// hall is one being drawn.
type hall struct {
	tiles    [hallH][hallW]arena.Tile
	symmetry symmetry
	cannon   arena.Cell
	portals  [][2]arena.Cell
}

// symmetry is what maps a hall onto itself.
type symmetry uint8

const (
	leftRight symmetry = iota
	topBottom
	halfTurn
	bothWays
	symmetries
)

// images are a cell and those that the symmetry makes of it, each with the tile that stands there.
func (s symmetry) images(c arena.Cell, t arena.Tile) ([4]arena.Cell, [4]arena.Tile) {
	x := func(c arena.Cell, t arena.Tile) (arena.Cell, arena.Tile) {
		return arena.Cell{X: hallW - 1 - c.X, Y: c.Y}, t.Turned(arena.MirrorX)
	}
	y := func(c arena.Cell, t arena.Tile) (arena.Cell, arena.Tile) {
		return arena.Cell{X: c.X, Y: hallH - 1 - c.Y}, t.Turned(arena.MirrorY)
	}
	cells, tiles := [4]arena.Cell{c, c, c, c}, [4]arena.Tile{t, t, t, t}
	if s == leftRight || s == bothWays {
		cells[1], tiles[1] = x(c, t)
	}
	if s == topBottom || s == bothWays {
		cells[2], tiles[2] = y(c, t)
	}
	if s == halfTurn || s == bothWays {
		cells[3], tiles[3] = x(c, t)
		cells[3], tiles[3] = y(cells[3], tiles[3])
	}
	return cells, tiles
}

// set draws a tile and its images.
func (h *hall) set(c arena.Cell, t arena.Tile) {
	cells, tiles := h.symmetry.images(c, t)
	for i, at := range cells {
		h.tiles[at.Y][at.X] = tiles[i]
	}
}

// slot is the first tile of slot (i, k).
func slot(i, k int) arena.Cell {
	return arena.Cell{X: 1 + laneW + i*(slotW+laneW), Y: 1 + laneW + k*(slotH+laneW)}
}

// crossing is the middle of the crossing of lanes left of and above slot (i, k).
func crossing(i, k int) arena.Cell {
	at := slot(i, k)
	return arena.Cell{X: at.X - 2, Y: at.Y - 2}
}

// drawHall draws a hall; nil where it left no place for the cannon. It need not be valid.
func drawHall(luck *chance) *hall {
	h := &hall{symmetry: symmetry(luck.below(int(symmetries)))}
	for y := range hallH {
		for x := range hallW {
			if x == 0 || y == 0 || x == hallW-1 || y == hallH-1 {
				h.tiles[y][x] = arena.Wall
			}
		}
	}
	h.fill(luck)
	h.links(luck)
	h.chamfer(luck)
	if luck.once(4) {
		h.lead(luck)
	}
	// Left or below, as one reads: the hall opens away from who looks at it.
	places := [...]arena.Cell{crossing(0, 3), crossing(0, 2), crossing(0, 1), crossing(2, 3), crossing(3, 3), crossing(1, 3)}
	first := luck.below(len(places))
	for n := range places {
		if at := places[(first+n)%len(places)]; h.open(at) {
			h.cannon = at
			return h
		}
	}
	return nil
}

// open says whether there are GapTiles of plain floor around a cell each way.
func (h *hall) open(at arena.Cell) bool {
	for y := at.Y - laneW/2; y <= at.Y+laneW/2; y++ {
		for x := at.X - laneW/2; x <= at.X+laneW/2; x++ {
			if !h.tiles[y][x].Plain() {
				return false
			}
		}
	}
	return true
}

// lead puts a pair of portals into two crossings far apart.
func (h *hall) lead(luck *chance) {
	from := crossing(luck.below(slotCols+1)/2, luck.below(slotRows+1))
	to := crossing(slotCols-luck.below(slotCols+1)/2, luck.below(slotRows+1))
	if h.open(from) && h.open(to) && from != to {
		h.portals = append(h.portals, [2]arena.Cell{from, to})
		h.tiles[from.Y][from.X], h.tiles[to.Y][to.X] = arena.Portal, arena.Portal
	}
}

// seal makes an arena of the hall. Its places to appear are the cannon and one crossing more, so that the validator can
// see that everything is connected.
func (h *hall) seal(name string) *arena.Arena {
	a := &arena.Arena{Name: name, W: hallW, H: hallH, Modes: arena.ModeSet(0).With(arena.Plain)}
	for y := range hallH {
		a.Tiles = append(a.Tiles, h.tiles[y][:]...)
	}
	a.Spawns = []arena.Cell{h.cannon}
	for n := range (slotCols + 1) * (slotRows + 1) {
		at := crossing(slotCols-n%(slotCols+1), n/(slotCols+1))
		if at != h.cannon && h.open(at) {
			if a.Spawns = append(a.Spawns, at); a.Index(at) < a.Index(h.cannon) {
				a.Spawns[0], a.Spawns[1] = at, h.cannon
			}
			break
		}
	}
	for _, pair := range h.portals {
		if a.Index(pair[0]) > a.Index(pair[1]) {
			pair[0], pair[1] = pair[1], pair[0]
		}
		for _, end := range pair {
			a.Places = append(a.Places, arena.Place{Kind: arena.PortalPlace, At: end})
		}
	}
	a.Seal()
	return a
}
