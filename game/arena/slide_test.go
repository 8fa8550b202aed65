package arena

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

const radius = ValidRadius

// drawShip is a map and a place in it where a ship fits.
func drawShip(t *rapid.T) (*Arena, Vec) {
	a := randomArena(t)
	pos := randomPoint(t, a)
	if a.Fits(pos, radius) {
		return a, pos
	}
	// Random places rarely fit. Clear the tiles around, and take a centre.
	c := Cell{rapid.IntRange(0, a.W-1).Draw(t, "column"), rapid.IntRange(0, a.H-1).Draw(t, "row")}
	a.Tiles[c.Y*a.W+c.X] = Floor
	return a, c.Centre()
}

// drawDrift is a tick's way, up to 14 units.
func drawDrift(t *rapid.T) Vec {
	const most = 14 * 256 * 7 / 10
	if rapid.Bool().Draw(t, "along one of eight") {
		return eight[rapid.IntRange(0, 7).Draw(t, "direction")].times(int32(rapid.IntRange(0, most).Draw(t, "length")))
	}
	return Vec{int32(rapid.IntRange(-most, most).Draw(t, "dx")), int32(rapid.IntRange(-most, most).Draw(t, "dy"))}
}

// reach is the distance from pos to the nearest solid point of the map, by other means than the rules': floats, and
// every edge of every tile.
func (a *Arena) reach(pos Vec) float64 {
	shapes := [TileKinds][]Vec{
		Wall:   {{0, 0}, {1, 0}, {1, 1}, {0, 1}},
		HalfNW: {{0, 0}, {1, 0}, {0, 1}},
		HalfNE: {{0, 0}, {1, 0}, {1, 1}},
		HalfSW: {{0, 0}, {1, 1}, {0, 1}},
		HalfSE: {{1, 0}, {1, 1}, {0, 1}},
	}
	best := math.Inf(1)
	for y := -2; y <= a.H+1; y++ {
		for x := -2; x <= a.W+1; x++ {
			shape := shapes[a.At(x, y)]
			within := len(shape) > 0
			for i, p := range shape {
				p, q := p.plus(Vec{int32(x), int32(y)}).times(TileSub), shape[(i+1)%len(shape)].plus(Vec{int32(x), int32(y)}).times(TileSub)
				e, d := q.minus(p), pos.minus(p)
				f := (float64(d.X)*float64(e.X) + float64(d.Y)*float64(e.Y)) / (e.length() * e.length())
				f = min(max(f, 0), 1)
				best = min(best, math.Hypot(float64(d.X)-f*float64(e.X), float64(d.Y)-f*float64(e.Y)))
				within = within && float64(e.X)*float64(d.Y)-float64(e.Y)*float64(d.X) > 0
			}
			if within {
				return 0
			}
		}
	}
	return best
}

func TestAShipFitsWhereNothingSolidIsNearer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := randomArena(t)
		for range 20 {
			pos := randomPoint(t, a)
			far := a.reach(pos)
			r := int32(rapid.IntRange(1, 6000).Draw(t, "radius"))
			if rapid.Bool().Draw(t, "just about") {
				r = max(1, int32(min(far, 6000))+r%5-2)
			}
			if math.Abs(far-float64(r)) > 1e-6 && a.Fits(pos, r) != (far > float64(r)) {
				t.Fatalf("radius %d at %v: the nearest solid is %f away", r, pos, far)
			}
		}
	})
}

func TestAShipFitsAroundALoneTileUpToItsShape(t *testing.T) {
	for tile := Wall; tile < shapes; tile++ {
		a := box(7, 7)
		a.Tiles[3*7+3] = tile
		for y := int32(2 * TileSub); y <= 5*TileSub; y += 512 {
			for x := int32(2 * TileSub); x <= 5*TileSub; x += 512 {
				pos := Vec{x, y}
				far := a.reach(pos)
				if near := int32(far); near > 1 && !a.Fits(pos, near-1) || a.Fits(pos, near+2) {
					t.Fatalf("tile %d from %v: it is %f away", tile, pos, far)
				}
			}
		}
	}
}

func TestAShipNeverEndsInAWall(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, pos := drawShip(t)
		region := a.regions()
		for range 12 {
			to, _ := a.Slide(pos, drawDrift(t), radius)
			if !a.Fits(to, radius) || a.reach(to) < radius-1e-6 {
				t.Fatalf("from %v to %v, %f from a wall", pos, to, a.reach(to))
			}
			was, is := a.around(pos, region), a.around(to, region)
			for r := range is {
				if !was[r] {
					t.Fatalf("from %v to %v, through a wall", pos, to)
				}
			}
			pos = to
		}
	})
}

func TestAShipInAMirroredWorldSlidesMirrored(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, pos := drawShip(t)
		for range 8 {
			drift := drawDrift(t)
			to, c := a.Slide(pos, drift, radius)
			for turn := range Turn(Turns) {
				b, move := a.turned(turn)
				got, d := b.Slide(move(pos), turn.Apply(drift), radius)
				want := Contacts{N: c.N}
				for i, n := range c.Normal {
					want.Normal[i] = turn.Apply(n)
				}
				if got != move(to) || d != want {
					t.Fatalf("turn %d: %v %v instead of %v %v", turn, got, d, move(to), want)
				}
			}
			pos = to
		}
	})
}

func TestAShipMeetingNothingGoesAllTheWay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drift := drawDrift(t)
		pos := Vec{5 * TileSub, 5 * TileSub}
		if to, c := box(10, 10).Slide(pos, drift, radius); to != pos.plus(drift) || c.N != 0 {
			t.Fatalf("%v by %v ends at %v with %v", pos, drift, to, c)
		}
	})
}

func TestContactsPointAwayFromWallsWithLengthOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, pos := drawShip(t)
		_, c := a.Slide(pos, drawDrift(t), radius)
		for _, n := range c.Normal[:c.N] {
			if l := n.length(); l > 65536 || l < 65534 {
				t.Fatalf("%v has length %f", n, l)
			}
		}
	})
}

func TestAShipSlidesAlongWhatItMeets(t *testing.T) {
	open := box(6, 6)
	ramp := box(6, 6)
	for i := range 6 { // a face from the lower left to the upper right, solid below
		for x := range 6 {
			switch {
			case x+i == 5:
				ramp.Tiles[i*6+x] = HalfSE
			case x+i > 5:
				ramp.Tiles[i*6+x] = Wall
			}
		}
	}
	const down = 65536
	for _, row := range []struct {
		name       string
		a          *Arena
		from, by   Vec
		to, normal Vec
	}{
		{"along a wall, across a line between tiles", open, Vec{4000, 8000}, Vec{-1000, 1500}, Vec{3584, 9500}, Vec{down, 0}},
		{"touching a wall is no contact", open, Vec{3584, 8000}, Vec{0, 1500}, Vec{3584, 9500}, Vec{}},
		{"down on a ramp, and along it", ramp, Vec{20000, 23000}, Vec{0, 2000}, Vec{19541, 24541}, Vec{-46340, -46340}},
	} {
		to, c := row.a.Slide(row.from, row.by, radius)
		if to != row.to || c.Normal[0] != row.normal {
			t.Errorf("%s: to %v with %v, not %v with %v", row.name, to, c, row.to, row.normal)
		}
	}
}

func TestAShipDashingIntoACornerStaysInIt(t *testing.T) {
	to, c := box(6, 6).Slide(Vec{4000, 4500}, Vec{-2500, -2500}, radius)
	// First one wall, then the other; in the second part of the way both at once, which count as one.
	want := Contacts{N: 3, Normal: [MaxContacts]Vec{{65536, 0}, {0, 65536}, {46340, 46340}}}
	if to != (Vec{radius, radius}) || c != want {
		t.Errorf("ends at %v with %v", to, c)
	}
}

func TestAShipThatDoesntFitStaysWhereItIs(t *testing.T) {
	a := box(3, 3)
	for _, p := range []Vec{{-TileSub, 500}, {-20000, -20000}} {
		if to, _ := a.Slide(p, Vec{100, 100}, radius); to != p {
			t.Errorf("from %v to %v", p, to)
		}
	}
}

func TestSlidingAllocatesNothing(t *testing.T) {
	a := box(6, 6)
	if n := testing.AllocsPerRun(100, func() { a.Slide(Vec{4000, 4500}, Vec{-2500, -2500}, radius) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestSquareRootsRoundDown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int64Range(0, 1<<62).Draw(t, "n")
		if r := isqrt(n); r*r > n || n-r*r > 2*r {
			t.Fatalf("the root of %d is not %d", n, r)
		}
	})
}

func BenchmarkSlideInTheOpen(b *testing.B) {
	a := box(60, 40)
	for b.Loop() {
		a.Slide(Vec{200000, 100100}, Vec{1100, 500}, radius)
	}
}

func BenchmarkSlideAlongAWall(b *testing.B) {
	a := box(60, 40)
	for b.Loop() {
		a.Slide(Vec{3600, 100100}, Vec{-900, 900}, radius)
	}
}

func BenchmarkSlideDashingIntoACorner(b *testing.B) {
	a := box(60, 40)
	for b.Loop() {
		a.Slide(Vec{4000, 4500}, Vec{-2500, -2500}, radius)
	}
}
