package trick

import "bankshot/game/arena"

// motif is what may stand in a slot, drawn as in an arena's file; a space leaves what is there.
type motif [slotH][slotW]rune

// The motifs. A day uses a few of them only, so that it has a face.
var motifs = [...]motif{
	{{'#', '#', '#', '#'}, {'#', '#', '#', '#'}},
	{{'◢', '#', '#', '◣'}, {'◥', '#', '#', '◤'}},
	{{'◢', '#', '#', '◣'}, {'#', '#', '#', '#'}},
	{{' ', '◢', '◣', ' '}, {' ', '◥', '◤', ' '}},
	{{'#', '#', '#', '#'}, {' ', ' ', ' ', ' '}},
	{{' ', '#', '#', ' '}, {' ', '#', '#', ' '}},
	{{'◢', '#', '#', '#'}, {'#', '#', '#', '◤'}},
	{{' ', '◢', '#', '#'}, {' ', '#', '#', '◤'}},
	{{'#', '#', '◣', ' '}, {'#', '#', '#', '◣'}},
	{{'=', '=', '=', '='}, {'=', '=', '=', '='}},
	{{'#', '#', '#', '#'}, {'%', '%', '%', '%'}},
	{{'%', '#', '#', '%'}, {'%', '#', '#', '%'}},
	{{'=', '#', '#', '='}, {'=', '#', '#', '='}},
}

// The kinds of motifs: of stone, and those that take a shot or let it through, of which a day has few.
const (
	stones = 9
	themes = 3
)

// motifTile is the tile that a rune of a motif draws.
func motifTile(r rune) arena.Tile {
	t, _ := arena.ParseTile(r)
	return t
}

// fill puts motifs into slots.
func (h *hall) fill(luck *chance) {
	var theme [themes]int
	for n := range theme {
		theme[n] = luck.below(stones)
	}
	if luck.once(2) {
		theme[themes-1] = stones + luck.below(len(motifs)-stones)
	}
	empty := 3 + luck.below(3) // one slot in so many stays free
	var done [slotRows][slotCols]bool
	for k := range slotRows {
		for i := range slotCols {
			if done[k][i] {
				continue
			}
			h.visited(&done, i, k)
			m := &motifs[theme[luck.below(themes)]]
			if !luck.once(empty) && h.suits(m, i, k) {
				h.place(slot(i, k), m)
			}
		}
	}
}

// visited marks a slot and its images.
func (h *hall) visited(done *[slotRows][slotCols]bool, i, k int) {
	done[k][i] = true
	if h.symmetry == leftRight || h.symmetry == bothWays {
		done[k][slotCols-1-i] = true
	}
	if h.symmetry == topBottom || h.symmetry == bothWays {
		done[slotRows-1-k][i] = true
	}
	if h.symmetry == halfTurn || h.symmetry == bothWays {
		done[slotRows-1-k][slotCols-1-i] = true
	}
}

// suits says whether a motif is as symmetric as the slot that it would stand in: else its own image would be drawn over it.
func (h *hall) suits(m *motif, i, k int) bool {
	var alone hall
	alone.symmetry = h.symmetry
	alone.place(slot(i, k), m)
	at := slot(i, k)
	for y := range slotH {
		for x := range slotW {
			if alone.tiles[at.Y+y][at.X+x] != motifTile(m[y][x]) {
				return false
			}
		}
	}
	return true
}

// place draws a motif and its images.
func (h *hall) place(at arena.Cell, m *motif) {
	for y := range slotH {
		for x := range slotW {
			if t := motifTile(m[y][x]); !t.Plain() {
				h.set(arena.Cell{X: at.X + x, Y: at.Y + y}, t)
			}
		}
	}
}

// links closes some lanes between two slots, by walls or glass.
func (h *hall) links(luck *chance) {
	for range luck.below(4) {
		t := arena.Wall
		if luck.once(4) {
			t = arena.Glass
		}
		if luck.once(2) {
			at := slot(luck.below(slotCols), luck.below(slotRows-1))
			for y := at.Y + slotH; y < at.Y+slotH+laneW; y++ {
				h.set(arena.Cell{X: at.X + 1, Y: y}, t)
				h.set(arena.Cell{X: at.X + 2, Y: y}, t)
			}
		} else {
			at := slot(luck.below(slotCols-1), luck.below(slotRows))
			for x := at.X + slotW; x < at.X+slotW+laneW; x++ {
				h.set(arena.Cell{X: x, Y: at.Y}, t)
				h.set(arena.Cell{X: x, Y: at.Y + 1}, t)
			}
		}
	}
}

// chamfer cuts the hall's corners at 45 degrees.
func (h *hall) chamfer(luck *chance) {
	size := luck.below(3)
	for k := range size {
		for n := range size - k {
			c := arena.Cell{X: 1 + n, Y: 1 + k}
			t := arena.Wall
			if n == size-k-1 {
				t = arena.HalfNW
			}
			for _, at := range [4]arena.Cell{c, {X: hallW - 1 - c.X, Y: c.Y}, {X: c.X, Y: hallH - 1 - c.Y}, {X: hallW - 1 - c.X, Y: hallH - 1 - c.Y}} {
				turned := t
				if at.X != c.X {
					turned = turned.Turned(arena.MirrorX)
				}
				if at.Y != c.Y {
					turned = turned.Turned(arena.MirrorY)
				}
				h.tiles[at.Y][at.X] = turned
			}
		}
	}
}

// The words of a day's name.
var (
	firstWords  = [...]string{"Velvet", "Crooked", "Quiet", "Double", "Borrowed", "Cold", "Hollow", "Slow", "Second", "Blind", "Golden", "Late", "Narrow", "Patient", "Stolen", "Electric"}
	secondWords = [...]string{"Cushion", "Corner", "Angle", "Detour", "Pocket", "Echo", "Ricochet", "Parlour", "Mirror", "Gallery", "Carom", "Alley", "Prism", "Courtyard", "Secret", "Return"}
)

func title(luck *chance) string {
	return firstWords[luck.below(len(firstWords))] + " " + secondWords[luck.below(len(secondWords))]
}
