package render

import (
	"testing"

	"bankshot/client/predict"
	"bankshot/game/arena"
)

// drawn makes an arena of rows: '#' wall, '.' floor, 'q' 'w' 'a' 's' the halves solid in NW, NE, SW, SE.
func drawn(rows ...string) *arena.Arena {
	a := &arena.Arena{W: len(rows[0]), H: len(rows)}
	tiles := map[rune]arena.Tile{'#': arena.Wall, '.': arena.Floor, 'q': arena.HalfNW, 'w': arena.HalfNE, 'a': arena.HalfSW, 's': arena.HalfSE, '%': arena.Absorber, '=': arena.Glass, '!': arena.Hazard}
	for _, row := range rows {
		for _, c := range row {
			a.Tiles = append(a.Tiles, tiles[c])
		}
	}
	return a
}

func has(o *outline, x0, y0, x1, y1 int) bool {
	a, b := corner(x0, y0), corner(x1, y1)
	for _, e := range o.edges {
		if (e.A == a && e.B == b) || (e.A == b && e.B == a) {
			return true
		}
	}
	return false
}

func TestTheOutlineOfARoomIsItsFourWalls(t *testing.T) {
	o := trace(drawn(
		"####",
		"#..#",
		"#..#",
		"####"))
	if len(o.edges) != 4 {
		t.Fatalf("%d edges: %v", len(o.edges), o.edges)
	}
	for _, e := range [][4]int{{1, 1, 3, 1}, {1, 3, 3, 3}, {1, 1, 1, 3}, {3, 1, 3, 3}} {
		if !has(o, e[0], e[1], e[2], e[3]) {
			t.Errorf("edge %v is missing", e)
		}
	}
}

func TestHalfWallsInARowHaveOneFace(t *testing.T) {
	o := trace(drawn(
		"######",
		"##q..#",
		"#q...#",
		"#....#",
		"######"))
	if !has(o, 3, 1, 1, 3) {
		t.Errorf("the two faces are not joined: %v", o.edges)
	}
	if has(o, 2, 1, 3, 1) || has(o, 1, 2, 1, 3) {
		t.Error("a half-wall's solid side against a wall is no border")
	}
}

func TestHalfWallsBackToBackKeepBothFacesAndNoSeam(t *testing.T) {
	o := trace(drawn(
		"######",
		"#....#",
		"#.sa.#",
		"#....#",
		"######"))
	for _, e := range [][4]int{{3, 2, 2, 3}, {3, 2, 4, 3}, {2, 3, 4, 3}} {
		if !has(o, e[0], e[1], e[2], e[3]) {
			t.Errorf("edge %v is missing: %v", e, o.edges)
		}
	}
	if has(o, 3, 2, 3, 3) {
		t.Error("a seam is drawn inside the solid")
	}
}

func TestTheFillCoversEverySolidTileOnce(t *testing.T) {
	a := walled()
	o := trace(a)
	for y := range a.H {
		for x := range a.W {
			p := predict.Point{X: float32(x*side) + side/2, Y: float32(y*side) + side/2}
			n := 0
			for _, b := range o.boxes {
				if p.X > b.X0 && p.X < b.X1 && p.Y > b.Y0 && p.Y < b.Y1 {
					n++
				}
			}
			want := 0
			if a.At(x, y) == arena.Wall {
				want = 1
			}
			if n != want {
				t.Fatalf("tile (%d, %d) is filled %d times, want %d", x, y, n, want)
			}
		}
	}
	if len(o.wedges) != 8 {
		t.Errorf("%d wedges for eight half-walls", len(o.wedges))
	}
}

func TestAbsorbersHaveABorderOfTheirOwnAndNoneTowardsWalls(t *testing.T) {
	o := trace(drawn(
		"#####",
		"#...#",
		"#%%.#",
		"#####"))
	if len(o.soaks) != 1 {
		t.Errorf("two absorbers side by side are %d rectangles", len(o.soaks))
	}
	dull := map[edge]bool{}
	for _, e := range o.dull {
		dull[e] = true
	}
	if len(o.dull) != 2 || !dull[edge{corner(1, 2), corner(3, 2)}] || !dull[edge{corner(3, 2), corner(3, 3)}] {
		t.Errorf("the dull borders are %v", o.dull)
	}
	if has(o, 1, 2, 3, 2) || !has(o, 1, 1, 1, 2) || !has(o, 3, 3, 4, 3) {
		t.Errorf("the walls' borders are %v", o.edges)
	}
}

func TestGlassIsOutlinedWhereItEndsAndTheWallBehindItStays(t *testing.T) {
	o := trace(drawn(
		"#####",
		"#==.#",
		"#...#",
		"#####"))
	if len(o.panes) != 2 || o.panes[0].n != 3 || o.panes[1].n != 3 {
		t.Errorf("the panes are %+v", o.panes)
	}
	if !has(o, 1, 1, 4, 1) {
		t.Errorf("the wall behind the glass has no border: %v", o.edges)
	}
}

func TestHazardsAreFewRectanglesWithARim(t *testing.T) {
	g := survey(drawn(
		"#####",
		"#!!.#",
		"#!!.#",
		"#####"))
	if len(g.hazards) != 1 || len(g.rims) != 8 {
		t.Errorf("%d rectangles, %d rims", len(g.hazards), len(g.rims))
	}
}
