package game

import (
	"testing"

	"bankshot/game/arena"

	"pgregory.net/rapid"
)

func TestEveryPlaceIsWithinItsCell(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := &arena.Arena{W: rapid.IntRange(arena.MinSide, 512).Draw(t, "w"), H: rapid.IntRange(arena.MinSide, 512).Draw(t, "h")}
		g := GridOf(a)
		pos := Vec{
			X: rapid.Int32Range(0, int32(a.W)*arena.TileSub-1).Draw(t, "x"),
			Y: rapid.Int32Range(0, int32(a.H)*arena.TileSub-1).Draw(t, "y"),
		}
		c := g.CellOf(pos)
		if from, to := g.Bounds(c); pos.X < from.X || pos.Y < from.Y || pos.X >= to.X || pos.Y >= to.Y {
			t.Fatalf("%v is said to be in cell %d, from %v to %v", pos, c, from, to)
		}
		if int(c) >= g.Cells() || g.At(g.Column(c), g.Row(c)) != c {
			t.Fatalf("cell %d of %d is column %d, row %d", c, g.Cells(), g.Column(c), g.Row(c))
		}
	})
}

func TestTheCellsAroundAViewAreThoseItTouches(t *testing.T) {
	a := &arena.Arena{W: 100, H: 60} // 7 x 4 cells
	g := GridOf(a)
	rapid.Check(t, func(t *rapid.T) {
		pos := Vec{
			X: rapid.Int32Range(0, int32(a.W)*arena.TileSub).Draw(t, "x"),
			Y: rapid.Int32Range(0, int32(a.H)*arena.TileSub).Draw(t, "y"),
		}
		w := 2 * rapid.Int32Range(0, 1000*Unit).Draw(t, "half the width")
		h := 2 * rapid.Int32Range(0, 1000*Unit).Draw(t, "half the height")
		around := g.Around(pos, w, h, nil)
		for i, c := range around {
			if i > 0 && around[i-1] >= c {
				t.Fatalf("cells out of order: %v", around)
			}
		}
		for c := range Cell(g.Cells()) {
			from, to := g.Bounds(c)
			touched := from.X <= pos.X+w/2 && to.X > pos.X-w/2 && from.Y <= pos.Y+h/2 && to.Y > pos.Y-h/2
			got := false
			for _, have := range around {
				got = got || have == c
			}
			if touched && !got || got && !touched && c != g.CellOf(pos) {
				t.Fatalf("cell %d from %v to %v of a view of %d x %d around %v: touched %v, told %v", c, from, to, w, h, pos, touched, got)
			}
		}
	})
}
