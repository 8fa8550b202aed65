package arena

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// flight is one random case: a map, a place that isn't inside a wall, and a way of steps.
type flight struct {
	a     *Arena
	pos   Vec
	step  Vec
	steps int32
	banks int
}

func (f flight) disp() Vec { return f.step.times(f.steps) }

func drawFlight(t *rapid.T) flight {
	f := flight{a: randomArena(t)}
	f.pos = randomPoint(t, f.a)
	if f.a.Solid(f.pos) {
		t.Skip("starts in a wall")
	}
	f.step = randomStep(t)
	f.steps = int32(rapid.IntRange(1, 30).Draw(t, "steps"))
	f.banks = rapid.IntRange(0, 40).Draw(t, "banks")
	return f
}

func TestAFlightNeverEntersSolid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFlight(t)
		flown, legs := f.a.Fly(f.pos, f.disp(), f.banks, nil)
		from := f.pos
		for _, p := range append(pointsOf(legs), flown.End) {
			if f.a.Solid(p) {
				t.Fatalf("%v is inside a wall: %+v %v", p, flown, legs)
			}
			way := p.minus(from)
			n := int32(way.length()/512) + 1
			for i := int32(1); i < n; i++ {
				if q := from.plus(Vec{int32(int64(way.X) * int64(i) / int64(n)), int32(int64(way.Y) * int64(i) / int64(n))}); f.a.deepInside(q) {
					t.Fatalf("goes through a wall at %v, from %v to %v", q, from, p)
				}
			}
			from = p
		}
	})
}

func TestAFlightEndsWhereItCanBeReached(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFlight(t)
		region := f.a.regions()
		flown, _ := f.a.Fly(f.pos, f.disp(), f.banks, nil)
		before, after := f.a.around(f.pos, region), f.a.around(flown.End, region)
		for r := range after {
			if before[r] {
				return
			}
		}
		if len(before) > 0 {
			t.Fatalf("from %v in %v to %v in %v", f.pos, before, flown.End, after)
		}
	})
}

func TestAFlightKeepsItsLength(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFlight(t)
		flown, legs := f.a.Fly(f.pos, f.disp(), f.banks, nil)
		if len(legs) != flown.Banks || flown.Banks > f.banks || flown.Stopped && flown.Banks < f.banks && flown.End != f.pos {
			t.Fatalf("%+v with %d legs and %d banks allowed", flown, len(legs), f.banks)
		}
		if n := len(legs); n > 0 && legs[n-1].Turn != flown.Turn {
			t.Fatalf("the last leg says %d, all %d", legs[n-1].Turn, flown.Turn)
		}
		from, length := f.pos, 0.0
		turn := Turn(0)
		ends := append(slices.Clone(legs), Leg{At: flown.End, Turn: flown.Turn})
		for _, leg := range ends {
			way, dir := leg.At.minus(from), turn.Apply(f.disp())
			along := (float64(way.X)*float64(dir.X) + float64(way.Y)*float64(dir.Y)) / math.Max(1, dir.length())
			if math.Abs(along-way.length()) > 3 {
				t.Fatalf("flies %v where its direction is %v", way, dir)
			}
			length += along
			from, turn = leg.At, leg.Turn
		}
		if want := f.disp().length(); !flown.Stopped && math.Abs(length-want) > float64(3*len(ends)) {
			t.Fatalf("flew %f of %f", length, want)
		}
	})
}

func TestAFlightCutInTwoEndsLikeTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFlight(t)
		cut := int32(rapid.IntRange(0, int(f.steps)).Draw(t, "cut"))
		whole, legs := f.a.Fly(f.pos, f.disp(), f.banks, nil)
		first, path := f.a.Fly(f.pos, f.step.times(cut), f.banks, nil)
		if !first.Stopped {
			n := len(path)
			var second Flown
			second, path = f.a.Fly(first.End, first.Turn.Apply(f.step.times(f.steps-cut)), f.banks-first.Banks, path)
			for i := range path[n:] {
				path[n+i].Turn = first.Turn.Then(path[n+i].Turn)
			}
			first = Flown{second.End, first.Banks + second.Banks, first.Turn.Then(second.Turn), second.Stopped, second.Stop}
		}
		if first != whole || !slices.Equal(path, legs) {
			t.Fatalf("whole %+v %v\n  cut %+v %v", whole, legs, first, path)
		}
	})
}

// Flying back along the same path holds wherever nothing decides differently for who starts than for who arrives: the
// flight wasn't stopped, and neither end touches a wall.
func TestAFlightCanBeFlownBack(t *testing.T) {
	checked := 0
	rapid.Check(t, func(t *rapid.T) {
		f := drawFlight(t)
		flown, legs := f.a.Fly(f.pos, f.disp(), 1000, nil)
		if flown.Stopped || f.a.touches(f.pos) || f.a.touches(flown.End) {
			return
		}
		checked++
		back, path := f.a.Fly(flown.End, flown.Turn.Apply(f.disp().times(-1)), 1000, nil)
		if back != (Flown{End: f.pos, Banks: flown.Banks, Turn: flown.Turn.Inverse()}) {
			t.Fatalf("there %+v, back %+v instead of %v", flown, back, f.pos)
		}
		slices.Reverse(path)
		for i := range path {
			if path[i].At.minus(legs[i].At).length() > 2 {
				t.Fatalf("bank %d at %v, on the way back at %v", i, legs[i].At, path[i].At)
			}
		}
	})
	if checked < 5 {
		t.Errorf("only %d flights could be flown back", checked)
	}
}

// moved is a contact in a mirrored world.
func (c Contact) moved(move func(Vec) Vec) Contact {
	if c.Vertex {
		return Contact{Cell: CellOf(move(Vec{int32(c.Cell.X) * TileSub, int32(c.Cell.Y) * TileSub})), Vertex: true}
	}
	return Contact{Cell: CellOf(move(c.Cell.Centre()))}
}

func TestAFlightInAMirroredWorldIsTheMirroredFlight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFlight(t)
		flown, legs := f.a.Fly(f.pos, f.disp(), f.banks, nil)
		for turn := range Turn(Turns) {
			b, move := f.a.turned(turn)
			if f.a.Solid(f.pos) != b.Solid(move(f.pos)) {
				t.Fatalf("turn %d: solid differs", turn)
			}
			got, path := b.Fly(move(f.pos), turn.Apply(f.disp()), f.banks, nil)
			conj := func(u Turn) Turn { return turn.Inverse().Then(u).Then(turn) }
			want := Flown{move(flown.End), flown.Banks, conj(flown.Turn), flown.Stopped, Contact{}}
			if flown.Stopped && !f.a.Solid(f.pos) {
				want.Stop = flown.Stop.moved(move)
			}
			if got != want {
				t.Fatalf("turn %d: %+v instead of %+v", turn, got, want)
			}
			for i, leg := range legs {
				if path[i] != (Leg{move(leg.At), conj(leg.Turn), leg.Off.moved(move)}) {
					t.Fatalf("turn %d, leg %d: %v instead of %v", turn, i, path[i], leg)
				}
			}
		}
	})
}

func TestAShotThatEndsOnAWallBanksFirstInTheNextTick(t *testing.T) {
	a := box(4, 4)
	first, _ := a.Fly(Vec{300, 5000}, Vec{-300, 40}, 4, nil)
	if first != (Flown{End: Vec{0, 5040}}) {
		t.Fatalf("%+v", first)
	}
	second, legs := a.Fly(first.End, Vec{-300, 40}, 4, nil)
	if second.End != (Vec{300, 5080}) || len(legs) != 1 || legs[0].At != first.End {
		t.Fatalf("%+v %v", second, legs)
	}
	away, _ := a.Fly(first.End, Vec{300, 40}, 0, nil)
	if away != (Flown{End: Vec{300, 5080}}) {
		t.Fatalf("leaving the wall: %+v", away)
	}
}

func TestOneContactTooManyEndsTheFlightAtTheWall(t *testing.T) {
	a := box(4, 4)
	got, legs := a.Fly(Vec{100, 5000}, Vec{-300, 40}, 0, nil)
	if got != (Flown{End: Vec{0, 5013}, Stopped: true, Stop: Contact{Cell: Cell{-1, 0}}}) || len(legs) != 0 {
		t.Fatalf("%+v %v", got, legs)
	}
}

func TestABeamAcrossTheLargestMapStaysExact(t *testing.T) {
	a := box(512, 512)
	pos, disp := Vec{4000, 9000}, Vec{1<<20 - 3, 1<<20 - 1}
	there, _ := a.Fly(pos, disp.times(4), 100, nil)
	back, _ := a.Fly(there.End, there.Turn.Apply(disp.times(-4)), 100, nil)
	if there.Banks == 0 || back.End != pos {
		t.Fatalf("%+v, back %+v", there, back)
	}
}

func TestAFlightFromInsideAWallStaysThere(t *testing.T) {
	a := box(4, 4)
	for _, p := range []Vec{{-5, 300}, {-TileSub, 300}, {300, -TileSub}, {-TileSub, -TileSub}} {
		if got, _ := a.Fly(p, Vec{9000, 9000}, 3, nil); got != (Flown{End: p, Stopped: true}) {
			t.Errorf("from %v: %+v", p, got)
		}
	}
}

func TestSightEndsAtWalls(t *testing.T) {
	a := box(4, 4)
	a.Tiles[1*4+1] = Wall
	from := Cell{0, 0}.Centre()
	if a.Clear(from, Cell{3, 3}.Centre()) || !a.Clear(from, Cell{3, 0}.Centre()) {
		t.Error("sight goes through a wall or ends without one")
	}
}

func TestAFlightAllocatesNothing(t *testing.T) {
	a := box(4, 4)
	path := make([]Leg, 0, 64)
	if n := testing.AllocsPerRun(100, func() { a.Fly(Vec{100, 500}, Vec{100000, 50001}, 40, path[:0]) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func box(w, h int) *Arena { return &Arena{Name: "box", W: w, H: h, Tiles: make([]Tile, w*h)} }

func pointsOf(legs []Leg) []Vec {
	points := make([]Vec, 0, len(legs)+1)
	for _, leg := range legs {
		points = append(points, leg.At)
	}
	return points
}

func BenchmarkFlyOneTickInTheOpen(b *testing.B) {
	a := box(60, 40)
	for b.Loop() {
		a.Fly(Vec{200000, 100100}, Vec{2000, 1100}, 4, nil)
	}
}

func BenchmarkFlyOneTickAcrossATileLine(b *testing.B) {
	a := box(60, 40)
	for b.Loop() {
		a.Fly(Vec{8000, 8100}, Vec{2000, 1100}, 4, nil)
	}
}

func BenchmarkFlyOneTickWithABank(b *testing.B) {
	a := box(60, 40)
	path := make([]Leg, 0, 8)
	for b.Loop() {
		a.Fly(Vec{800, 3000}, Vec{-2000, 1100}, 4, path[:0])
	}
}

func BenchmarkFlyABeamOfFourBanks(b *testing.B) {
	a := box(60, 40)
	path := make([]Leg, 0, 8)
	for b.Loop() {
		a.Fly(Vec{8000, 3000}, Vec{-1000000, 511000}, 4, path[:0])
	}
}

func TestAnAbsorberEndsAFlightWhereAWallWouldBankIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFlight(t)
		flown, legs := f.a.Fly(f.pos, f.disp(), f.banks, nil)
		if len(legs) == 0 {
			return
		}
		n := rapid.IntRange(0, len(legs)-1).Draw(t, "leg")
		for _, c := range legs[n].Off.Cells(nil) {
			if f.a.At(c.X, c.Y) == Wall && f.a.inside(c) {
				f.a.Tiles[f.a.Index(c)] = Absorber
			}
		}
		got, path := f.a.Fly(f.pos, f.disp(), f.banks, nil)
		if f.a.absorbs(legs[n].Off) && (!got.Stopped || len(path) > n || got.Banks > n) {
			t.Fatalf("%+v %v, without an absorber %+v %v", got, path, flown, legs)
		}
	})
}

func TestGlassIsAWallUntilItIsBrokenAndFloorThen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFlight(t)
		glass := *f.a
		glass.Tiles = slices.Clone(f.a.Tiles)
		open := *f.a
		open.Tiles = slices.Clone(f.a.Tiles)
		var broken []Pane
		for i, tile := range f.a.Tiles {
			if tile == Wall {
				glass.Tiles[i], open.Tiles[i] = Glass, Floor
				broken = append(broken, Pane{Index: int32(i)})
			}
		}
		live := glass.Live(broken)
		for _, c := range []struct {
			name    string
			is, was *Arena
		}{{"whole", &glass, f.a}, {"broken", &live, &open}} {
			got, path := c.is.Fly(f.pos, f.disp(), f.banks, nil)
			want, legs := c.was.Fly(f.pos, f.disp(), f.banks, nil)
			if got != want || !slices.Equal(path, legs) {
				t.Fatalf("%s: %+v, want %+v", c.name, got, want)
			}
			if c.is.Solid(f.pos) != c.was.Solid(f.pos) || c.is.Fits(f.pos, ValidRadius) != c.was.Fits(f.pos, ValidRadius) {
				t.Fatalf("%s: %v", c.name, f.pos)
			}
		}
	})
}
