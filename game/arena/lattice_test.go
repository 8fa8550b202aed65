package arena

import (
	"testing"

	"pgregory.net/rapid"
)

// Players dash along the eight directions from the middle of tiles: they meet vertices exactly, where random flights
// never do. These tests start at lattice points, leave none out, and fly in all sixteen headings.

func TestTheOctantsAreThoseThatAreSolid(t *testing.T) {
	for tile := range Tile(TileKinds) {
		for corner := range 4 {
			a := box(4, 4)
			a.Tiles[[4]int{2*4 + 2, 2*4 + 1, 1*4 + 1, 1*4 + 2}[corner]] = tile
			for o := range 8 {
				p := Vec{2 * TileSub, 2 * TileSub}.plus(headings[2*o+1].times(100))
				if want := a.Solid(p); a.octants(2, 2)>>o&1 == 1 != want {
					t.Errorf("tile %d seen from corner %d: octant %d solid: %v", tile, corner, o, want)
				}
			}
		}
	}
}

// around4 calls f with every combination of four tiles around the vertex in the middle of a map.
func around4(f func(a *Arena)) {
	a := box(4, 4)
	for n := range int(shapes) * int(shapes) * int(shapes) * int(shapes) {
		for _, at := range [4]int{5, 6, 9, 10} {
			a.Tiles[at] = Tile(n % int(shapes))
			n /= int(shapes)
		}
		f(a)
	}
}

func TestFlightsFollowTheVertexTable(t *testing.T) {
	centre := Vec{2 * TileSub, 2 * TileSub}
	around4(func(a *Arena) {
		solid := a.octants(2, 2)
		for h, d := range headings {
			d = d.times(1000)
			from := centre.minus(d)
			if a.Solid(from) {
				continue
			}
			turn, free := atVertex(solid, h, false)
			want := Flown{End: centre.plus(d)}
			if !free {
				want = Flown{End: centre.plus(turn.Apply(d)), Banks: 1, Turn: turn}
			}
			if got, _ := a.Fly(from, d.times(2), 9, nil); got != want {
				t.Fatalf("%v, heading %d: %+v, not %+v", a.Tiles, h, got, want)
			}
			// The same, with the vertex between two ticks.
			got, _ := a.Fly(from, d, 9, nil)
			if got != (Flown{End: centre}) {
				t.Fatalf("%v, heading %d: %+v before the vertex", a.Tiles, h, got)
			}
			if got, _ = a.Fly(centre, d, 9, nil); got != want {
				t.Fatalf("%v, heading %d: %+v from the vertex, not %+v", a.Tiles, h, got, want)
			}
		}
	})
}

func TestLatticeFlightsKeepEveryPromise(t *testing.T) {
	path := make([]Leg, 0, 64)
	rapid.Check(t, func(t *rapid.T) {
		a := randomArena(t)
		a.W = min(a.W, 5)
		a.H = min(a.H, len(a.Tiles)/a.W, 5)
		a.Tiles = a.Tiles[:a.W*a.H]
		region := a.regions()
		for y := range int32(2*a.H + 1) {
			for x := range int32(2*a.W + 1) {
				pos := Vec{x, y}.times(TileSub / 2)
				if a.Solid(pos) {
					continue
				}
				before := a.around(pos, region)
				for _, heading := range headings {
					const steps = 9
					step := heading.times(TileSub / 8)
					whole, _ := a.Fly(pos, step.times(2*steps), 30, path[:0])
					if a.Solid(whole.End) || whole.Banks > 30 {
						t.Fatalf("from %v by %v: %+v", pos, step, whole)
					}
					if after := a.around(whole.End, region); len(before) > 0 && len(after) > 0 && !meet(before, after) {
						t.Fatalf("from %v by %v: %+v is beyond a wall", pos, step, whole)
					}
					if whole.Stopped {
						continue
					}
					half, _ := a.Fly(pos, step.times(steps), 30, path[:0])
					rest, _ := a.Fly(half.End, half.Turn.Apply(step.times(steps)), 30, path[:0])
					if rest.End != whole.End || half.Turn.Then(rest.Turn) != whole.Turn || half.Banks+rest.Banks != whole.Banks {
						t.Fatalf("from %v by %v: %+v, in two halves %+v %+v", pos, step, whole, half, rest)
					}
					if a.touches(pos) || a.touches(whole.End) {
						continue
					}
					back, _ := a.Fly(whole.End, whole.Turn.Apply(step.times(-2*steps)), 30, path[:0])
					if back != (Flown{pos, whole.Banks, whole.Turn.Inverse(), false, Contact{}}) {
						t.Fatalf("from %v by %v: %+v, back %+v", pos, step, whole, back)
					}
				}
			}
		}
	})
}

func meet(a, b map[int]bool) bool {
	for r := range a {
		if b[r] {
			return true
		}
	}
	return false
}
