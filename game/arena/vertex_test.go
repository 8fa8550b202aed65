package arena

import "testing"

func TestWhatAVertexDoes(t *testing.T) {
	const (
		ne, nw, sw, se = 0b11000000, 0b00110000, 0b00001100, 0b00000011
	)
	e, s, w, n := Vec{9, 0}, Vec{0, 9}, Vec{-9, 0}, Vec{0, -9}
	for _, row := range []struct {
		name  string
		solid uint8
		in    Vec
		out   Vec
	}{
		{"nothing there: passes", 0, Vec{3, 5}, Vec{3, 5}},
		{"all round a lone corner: passes", ne, Vec{5, 3}, Vec{5, 3}},
		{"along a wall of its own: passes", ne, e, e},
		{"along the end of a wall: passes", ne, n, n},
		{"grazes a corner: passes", ne, Vec{5, 5}, Vec{5, 5}},
		{"straight on a lone corner: turns back", ne, Vec{5, -5}, Vec{-5, 5}},
		{"on a lone corner, aslant: turns back", ne, Vec{5, -4}, Vec{-5, 4}},
		{"into an inner corner: turns back", ne | nw | se, Vec{4, -5}, Vec{-4, 5}},
		{"along a wall into a corner: turns back", ne | nw | se, e, w},
		{"on a wall between two tiles: banks", ne | se, Vec{5, 4}, Vec{-5, 4}},
		{"head on between two tiles: banks", nw | ne, n, s},
		{"along a wall of two tiles: passes", nw | ne, w, w},
		{"between two walls that touch: turns back", nw | se, Vec{3, -5}, Vec{-3, 5}},
		{"between walls, along an edge: turns back", nw | se, e, w},
		{"along a face of two half-walls: passes", 0b11100001, Vec{-5, -5}, Vec{-5, -5}},
		{"onto a face of two half-walls, east: banks", 0b11100001, e, s},
		{"onto a face of two half-walls, aslant: banks", 0b11100001, Vec{5, 1}, Vec{1, 5}},
		{"onto a face of two half-walls, head on: banks", 0b11100001, Vec{5, -5}, Vec{-5, 5}},
		{"tip of one half-wall, beside it: passes", 0b10000000, Vec{5, 0}, Vec{5, 0}},
		{"tip of one half-wall, into it: turns back", 0b10000000, Vec{5, -1}, Vec{-5, 1}},
		{"blunt corner, into it: turns back", 0b11100000, n, s},
		{"wedge of 45 degrees: turns back", 0b11111100, Vec{-1, 9}, Vec{1, -9}},
	} {
		turn, free := atVertex(row.solid, headingOf(int64(row.in.X), int64(row.in.Y)), false)
		if free {
			turn = 0
		}
		if got := turn.Apply(row.in); got != row.out {
			t.Errorf("%s: %08b from %v goes %v, not %v", row.name, row.solid, row.in, got, row.out)
		}
	}
}

// headings has one direction for each heading.
var headings = [16]Vec{
	{2, 0},
	{2, 1},
	{2, 2},
	{1, 2},
	{0, 2},
	{-1, 2},
	{-2, 2},
	{-2, 1},
	{-2, 0},
	{-2, -1},
	{-2, -2},
	{-1, -2},
	{0, -2},
	{1, -2},
	{2, -2},
	{2, -1},
}

func TestHeadingsCountClockwiseFromEast(t *testing.T) {
	for want, d := range headings {
		if got := headingOf(int64(d.X), int64(d.Y)); got != want {
			t.Errorf("%v has heading %d, not %d", d, got, want)
		}
	}
}

func TestAVertexNeverSendsAnythingIntoSolid(t *testing.T) {
	for solid := range 256 {
		for h, d := range headings {
			for _, starts := range []bool{false, true} {
				if !starts && inside(uint8(solid), (h+8)&15) {
					continue // nobody arrives from there
				}
				turn, free := atVertex(uint8(solid), h, starts)
				out := turn.Apply(d)
				if free {
					out = d
				} else if turn == 0 {
					if !inside(uint8(solid), h) || !inside(uint8(solid), (h+8)&15) {
						t.Errorf("%08b, heading %d: stuck with a way out", solid, h)
					}
					continue
				}
				if inside(uint8(solid), headingOf(int64(out.X), int64(out.Y))) {
					t.Errorf("%08b, heading %d: goes %v", solid, h, out)
				}
			}
		}
	}
}

func TestTheVertexTableHasAllSymmetriesOfTheSquare(t *testing.T) {
	for turn := range Turn(Turns) {
		for solid := range 256 {
			var image uint8
			for o := range 8 {
				if solid>>o&1 == 1 {
					d := turn.Apply(headings[2*o+1])
					image |= 1 << (headingOf(int64(d.X), int64(d.Y)) / 2)
				}
			}
			for h, d := range headings {
				e := turn.Apply(d)
				for _, starts := range []bool{false, true} {
					was, free := atVertex(uint8(solid), h, starts)
					got, freeToo := atVertex(image, headingOf(int64(e.X), int64(e.Y)), starts)
					if free != freeToo || !free && got.Apply(e) != turn.Apply(was.Apply(d)) {
						t.Fatalf("turn %d, %08b, heading %d: %d is not the image of %d", turn, solid, h, got, was)
					}
				}
			}
		}
	}
}

func TestTheVertexTableRunsBackwardsToo(t *testing.T) {
	for solid := range 256 {
		for h, d := range headings {
			if inside(uint8(solid), (h+8)&15) {
				continue
			}
			turn, free := atVertex(uint8(solid), h, false)
			if free {
				turn = 0
			}
			out := turn.Apply(d)
			again, freeToo := atVertex(uint8(solid), headingOf(-int64(out.X), -int64(out.Y)), false)
			if freeToo {
				again = 0
			}
			if free != freeToo || again.Apply(out) != d {
				t.Errorf("%08b, heading %d goes %v; from there it goes %v", solid, h, out, again.Apply(out.times(-1)))
			}
		}
	}
}

func TestTurnsFormAGroup(t *testing.T) {
	v := Vec{3, 7}
	for x := range Turn(Turns) {
		if x.Then(x.Inverse()) != 0 || x.Inverse().Then(x) != 0 {
			t.Errorf("%d has the wrong inverse %d", x, x.Inverse())
		}
		for y := range Turn(Turns) {
			if x.Then(y).Apply(v) != y.Apply(x.Apply(v)) {
				t.Errorf("%d then %d isn't %d", x, y, x.Then(y))
			}
		}
	}
}

func TestTheCasesOfThePackageCommentAreTrue(t *testing.T) {
	for i, row := range []struct {
		upper, lower string
		east, aslant string
	}{
		{"..", "..", "on", "on"},
		{".#", "..", "on", "back"},
		{"#.", "..", "on", "on"},
		{".#", ".#", "banks", "banks"},
		{"#.", ".#", "back", "back"},
		{"##", ".#", "back", "back"},
	} {
		a := box(2, 2)
		for j, c := range row.upper + row.lower {
			if c == '#' {
				a.Tiles[j] = Wall
			}
		}
		for d, want := range map[Vec]string{{500, 0}: row.east, {500, -500}: row.aslant} {
			centre := Vec{TileSub, TileSub}
			flown, _ := a.Fly(centre.minus(d), d.times(2), 1, nil)
			var got string
			switch flown.End {
			case centre.plus(d):
				got = "on"
			case centre.minus(d):
				got = "back"
			}
			if flown.Banks == 1 && flown.Turn == turnNegX {
				got = "banks"
			}
			if got != want {
				t.Errorf("case %d, towards %v: %q, not %q (%+v)", i, d, got, want, flown)
			}
		}
	}
}
