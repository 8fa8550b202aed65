package render

import (
	"slices"
	"testing"

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

// trace works out an arena of one patch.
func trace(a *arena.Arena) *patch {
	var o outline
	o.begin(a)
	return o.at(0, 0)
}

// looking are the edges of one look.
func looking(o *patch, look *edgeLook) (all []edge) {
	for _, e := range o.edges {
		if e.look == look {
			all = append(all, e.edge)
		}
	}
	return all
}

// covering counts the rectangles of a tile's ground.
func covering(o *patch, t arena.Tile) (n int) {
	for _, c := range o.covers {
		if c.of == &tileLooks[t].ground {
			n++
		}
	}
	return n
}

// has says whether a wall's border runs between two corners.
func has(o *patch, x0, y0, x1, y1 int) bool {
	a, b := corner(x0, y0), corner(x1, y1)
	for _, e := range looking(o, wallEdge) {
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
	filled, wedges := make([]int, len(a.Tiles)), 0
	everyPatch(a, func(p *patch) {
		for _, b := range p.covers {
			if b.of != &tileLooks[arena.Wall].ground {
				continue
			}
			for y := int(b.Y0) / side; y < int(b.Y1)/side; y++ {
				for x := int(b.X0) / side; x < int(b.X1)/side; x++ {
					filled[y*a.W+x]++
				}
			}
		}
		wedges += len(p.wedges)
	})
	for i, n := range filled {
		want := 0
		if a.Tiles[i] == arena.Wall {
			want = 1
		}
		if n != want {
			t.Fatalf("tile %v is filled %d times, want %d", a.CellAt(i), n, want)
		}
	}
	if wedges != 8 {
		t.Errorf("%d wedges for eight half-walls", wedges)
	}
}

func TestAbsorbersHaveABorderOfTheirOwnAndNoneTowardsWalls(t *testing.T) {
	o := trace(drawn(
		"#####",
		"#...#",
		"#%%.#",
		"#####"))
	if n := covering(o, arena.Absorber); n != 1 {
		t.Errorf("two absorbers side by side are %d rectangles", n)
	}
	dull := looking(o, tileLooks[arena.Absorber].edge)
	if len(dull) != 2 || !slices.Contains(dull, edge{corner(1, 2), corner(3, 2)}) || !slices.Contains(dull, edge{corner(3, 2), corner(3, 3)}) {
		t.Errorf("the dull borders are %v", dull)
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
	g := trace(drawn(
		"#####",
		"#!!.#",
		"#!!.#",
		"#####"))
	if n, rims := covering(g, arena.Hazard), looking(g, tileLooks[arena.Hazard].edge); n != 1 || len(rims) != 8 {
		t.Errorf("%d rectangles, %d rims", n, len(rims))
	}
}

func TestEveryTileButFloorCanBeSeen(t *testing.T) {
	for tile := range arena.TileKinds {
		look, rules := tileLooks[tile], tile.Rules()
		switch {
		case tile.Breaks() && look.edge == nil:
			t.Errorf("%s breaks: its panes need an edge in tileLooks", rules.Name)
		case !tile.Open() && !tile.Breaks() && (look.ground.kind == 0 || look.edge == nil):
			t.Errorf("%s is solid: it needs a ground and an edge in tileLooks", rules.Name)
		case tile.Open() && !tile.Plain() && !rules.Leads && look.ground.kind == 0:
			t.Errorf("%s does something: it needs a ground in tileLooks", rules.Name)
		case turnedGround(tile) && tile.Half():
			t.Errorf("%s: no pattern is turned on half a tile", rules.Name)
		}
	}
}
