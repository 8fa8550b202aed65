package assets

import (
	"testing"

	"bankshot/game/arena"
)

// The idea of each map, as a shot that shows it. Tiles are counted from the upper left corner.
func TestTheMapsSendShotsAroundTheirWalls(t *testing.T) {
	const tile = arena.TileSub
	for _, row := range []struct {
		name     string
		arena    string
		from, to arena.Cell
		disp     arena.Vec
		banks    int
		hidden   bool // the end can't be seen from the start
	}{
		{"from the upper hall over both mirrors into the lower one", MirrorHalls, arena.Cell{X: 24, Y: 4}, arena.Cell{X: 40, Y: 34}, arena.Vec{X: 58 * tile}, 4, true},
		{"around the plaza, back to where it came from", Crossfire, arena.Cell{X: 29, Y: 14}, arena.Cell{X: 29, Y: 14}, arena.Vec{X: 44 * tile}, 4, false},
		{"around a corner of the ring", Crossfire, arena.Cell{X: 40, Y: 2}, arena.Cell{X: 51, Y: 21}, arena.Vec{X: 30 * tile}, 1, true},
		{"out of a middle pocket, off the diamond, along the table", SixPockets, arena.Cell{X: 32, Y: 3}, arena.Cell{X: 44, Y: 11}, arena.Vec{Y: 20 * tile}, 1, false},
	} {
		a := load(t, row.arena)
		f, legs := a.Fly(row.from.Centre(), row.disp, 8, nil)
		if f.Banks != row.banks || arena.CellOf(f.End) != row.to {
			t.Errorf("%s: ends in %v after %d banks: %v", row.name, arena.CellOf(f.End), f.Banks, legs)
		}
		if row.hidden && a.Clear(row.from.Centre(), row.to.Centre()) {
			t.Errorf("%s: a straight shot gets there too", row.name)
		}
	}
}
