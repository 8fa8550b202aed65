package render

import (
	"testing"

	"bankshot/client/predict"
	"bankshot/game/arena"
)

// everyPatch works out all of an arena.
func everyPatch(a *arena.Arena, do func(p *patch)) {
	var o outline
	o.begin(a)
	for y := 0; y*patchTiles < a.H; y++ {
		for x := 0; x*patchTiles < a.W; x++ {
			do(o.at(x, y))
		}
	}
}

// endless is an arena as large as the largest, with blocks, half-walls, glass and hazards all over.
func endless() *arena.Arena {
	const n = 512
	a := &arena.Arena{Name: "endless", W: n, H: n, Tiles: make([]arena.Tile, n*n), Hash: 2}
	for i := range a.Tiles {
		x, y := i%n, i/n
		switch {
		case x == 0 || y == 0 || x == n-1 || y == n-1, x%11 < 4 && y%7 < 2:
			a.Tiles[i] = arena.Wall
		case x%11 == 6 && y%7 == 4:
			a.Tiles[i] = arena.HalfNW + arena.Tile(x+y)%4
		case x%11 == 8 && y%7 == 5:
			a.Tiles[i] = arena.Glass
		case x%22 == 9 && y%14 > 9:
			a.Tiles[i] = arena.Hazard
		}
	}
	return a
}

// borderTimes counts how often each side of a tile is drawn: those above tiles, then those to their left.
func borderTimes(a *arena.Arena) map[[3]int]int {
	times := map[[3]int]int{}
	everyPatch(a, func(p *patch) {
		for _, e := range looking(p, wallEdge) {
			x0, y0, x1, y1 := int(e.A.X)/side, int(e.A.Y)/side, int(e.B.X)/side, int(e.B.Y)/side
			switch {
			case y0 == y1:
				for x := x0; x < x1; x++ {
					times[[3]int{0, x, y0}]++
				}
			case x0 == x1:
				for y := y0; y < y1; y++ {
					times[[3]int{1, x0, y}]++
				}
			}
		}
	})
	return times
}

func TestEveryBorderIsDrawnOnceByOnePatch(t *testing.T) {
	for _, a := range []*arena.Arena{walled(), endless()} {
		times := borderTimes(a)
		check := func(vertical, x, y int, one, other arena.Tile, oneSolid, otherSolid bool) {
			want := 0
			if borderOf(one, other, oneSolid, otherSolid) == wallEdge {
				want = 1
			}
			if n := times[[3]int{vertical, x, y}]; n != want {
				t.Fatalf("%s: the side %d of tile (%d, %d) is drawn %d times, want %d", a.Name, vertical, x, y, n, want)
			}
		}
		for y := range a.H {
			for x := range a.W {
				n, _, _, w := solidSides(a.At(x, y))
				_, _, above, _ := solidSides(a.At(x, y-1))
				_, left, _, _ := solidSides(a.At(x-1, y))
				check(0, x, y, a.At(x, y-1), a.At(x, y), above, n)
				check(1, x, y, a.At(x-1, y), a.At(x, y), left, w)
			}
		}
	}
}

func TestOnlyPatchesInViewAreWorkedOut(t *testing.T) {
	r, v := newRenderer(t), &predict.View{Ready: true, Arena: endless(), Me: -1, Focus: predict.Point{X: 8000, Y: 8000}}
	r.Frame(1280, 720, 1, v)
	ready := 0
	for i := range r.out.patches {
		if r.out.patches[i].ready {
			ready++
		}
	}
	if ready == 0 || ready > 16 || ready != len(r.out.near) {
		t.Errorf("%d patches were worked out for one view, %d of them near", ready, len(r.out.near))
	}
}

func TestWhatIsDrawnDoesNotDependOnTheWayThere(t *testing.T) {
	a := endless()
	there, along := newRenderer(t), newRenderer(t)
	v := &predict.View{Ready: true, Arena: a, Me: -1}
	for x := float32(900); x <= 9000; x += 300 {
		v.Tick += 60
		v.Focus = predict.Point{X: x, Y: x * 0.7}
		along.Frame(1280, 720, 1, v)
	}
	there.Frame(1280, 720, 1, v)
	along.Cam = there.Cam
	along.begin(1280, 720, 1)
	along.world(v)
	if there.field.Quads() != along.field.Quads() || there.edges.Quads() != along.edges.Quads() {
		t.Errorf("%d and %d quads at once, %d and %d after the way", there.field.Quads(), there.edges.Quads(), along.field.Quads(), along.edges.Quads())
	}
}

func TestFlyingThroughAnEndlessArenaAllocatesNothing(t *testing.T) {
	r := newRenderer(t)
	v := &predict.View{Ready: true, Arena: endless(), Me: -1}
	x := float32(700)
	frame := func() {
		x += 25
		v.Tick++
		v.Focus = predict.Point{X: x, Y: 3000}
		r.Frame(1280, 720, 1, v)
	}
	for range 300 {
		frame() // the patches' memory has grown to the densest of them
	}
	if n := testing.AllocsPerRun(200, frame); n > 0.05 {
		t.Errorf("a frame of a flight allocated %v times", n)
	}
}

func TestAJumpAcrossTheArenaIsACut(t *testing.T) {
	r := newRenderer(t)
	v := &predict.View{Ready: true, Arena: endless(), Me: -1, Focus: predict.Point{X: 2000, Y: 2000}}
	r.Frame(1280, 720, 1, v)
	v.Tick++
	v.Focus = predict.Point{X: 12000, Y: 9000}
	r.Frame(1280, 720, 1, v)
	if d := hypot(r.Cam.X-12000, r.Cam.Y-9000); d > 10 {
		t.Errorf("one frame after a jump across the arena the camera is %v units away", d)
	}
}

// BenchmarkAnArenaComesIntoView is what changing to an endless arena costs: the first frame of it.
func BenchmarkAnArenaComesIntoView(b *testing.B) {
	r := newRenderer(b)
	v := &predict.View{Ready: true, Arena: endless(), Me: -1, Focus: predict.Point{X: 8000, Y: 8000}}
	b.ReportAllocs()
	for b.Loop() {
		r.out.of = nil
		r.Frame(1280, 720, 1, v)
	}
}

// BenchmarkAFrameOfAnEndlessArena must not cost more than one of a small arena.
func BenchmarkAFrameOfAnEndlessArena(b *testing.B) {
	r := newRenderer(b)
	v := &predict.View{Ready: true, Arena: endless(), Me: -1, Focus: predict.Point{X: 8000, Y: 8000}}
	b.ReportAllocs()
	for b.Loop() {
		v.Tick++
		r.Frame(1280, 720, 1, v)
	}
	b.ReportMetric(float64(r.edges.Quads()+r.field.Quads()), "quads")
}
