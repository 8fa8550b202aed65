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
		{"from bumper to bumper to bumper", Pinball, arena.Cell{X: 16, Y: 25}, arena.Cell{X: 40, Y: 23}, arena.Vec{Y: 30 * tile}, 2, true},
		{"from prism to prism, over the court", Crown, arena.Cell{X: 17, Y: 3}, arena.Cell{X: 41, Y: 7}, arena.Vec{Y: 30 * tile}, 2, true},
		{"out of a well, along under the roof", ThreeWells, arena.Cell{X: 10, Y: 32}, arena.Cell{X: 36, Y: 14}, arena.Vec{Y: -44 * tile}, 1, true},
		{"off the shoulder of one shield onto the next, and back", Chevrons, arena.Cell{X: 30, Y: 12}, arena.Cell{X: 37, Y: 27}, arena.Vec{X: -30 * tile}, 3, true},
		{"over the net, off the ceiling", OverTheNet, arena.Cell{X: 20, Y: 13}, arena.Cell{X: 38, Y: 12}, arena.Vec{X: 18 * tile, Y: -24 * tile}, 1, true},
		{"up one gallery, along the next, down the third", Periscope, arena.Cell{X: 3, Y: 18}, arena.Cell{X: 38, Y: 13}, arena.Vec{Y: -60 * tile}, 2, true},
		{"over the fire, from arm to arm of the cross", Saltire, arena.Cell{X: 12, Y: 2}, arena.Cell{X: 26, Y: 2}, arena.Vec{Y: 20 * tile}, 2, false},
		{"around the green, from stone to stone", Carousel, arena.Cell{X: 22, Y: 19}, arena.Cell{X: 22, Y: 23}, arena.Vec{Y: -40 * tile}, 4, false},
		{"over one ford, back over the next", Ford, arena.Cell{X: 32, Y: 16}, arena.Cell{X: 32, Y: 16}, arena.Vec{Y: -30 * tile}, 4, false},
		{"off the corner above the window, to the base", Switchback, arena.Cell{X: 24, Y: 18}, arena.Cell{X: 8, Y: 4}, arena.Vec{Y: -30 * tile}, 1, true},
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
