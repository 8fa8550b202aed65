package arena

import (
	"testing"

	"pgregory.net/rapid"
)

// on says whether v lies on the face, a unit in 1/256 beside it at most: corners of paths are rounded.
func (f *Face) on(v Vec) bool {
	long, off := f.B.minus(f.A), v.minus(f.A)
	cross := int64(long.X)*int64(off.Y) - int64(long.Y)*int64(off.X)
	along := int64(long.X)*int64(off.X) + int64(long.Y)*int64(off.Y)
	square := int64(long.X)*int64(long.X) + int64(long.Y)*int64(long.Y)
	side := 2 * int64(max(abs(long.X), abs(long.Y)))
	return cross >= -side && cross <= side && along >= -side && along <= square+side
}

func TestWhatAFlightBanksOffIsAFace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := randomArena(t)
		from, step := randomPoint(t, a), randomStep(t)
		if a.Solid(from) {
			return
		}
		_, path := a.Fly(from, step, 1, nil)
		if len(path) == 0 || path[0].Turn == turnBack || path[0].At == from {
			return
		}
		for _, f := range a.Faces() {
			if f.Turn == path[0].Turn && f.on(path[0].At) && f.Before(Vec{path[0].At.X - step.X, path[0].At.Y - step.Y}) {
				return
			}
		}
		t.Fatalf("no face at %v, where a flight from %v by %v was turned by %d; %v", path[0].At, from, step, path[0].Turn, a.Tiles)
	})
}

func TestAFlightIntoTheMiddleOfAFaceIsTurnedAsTheFaceSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := randomArena(t)
		for _, f := range a.Faces() {
			long := f.B.minus(f.A)
			tiles := max(abs(long.X), abs(long.Y)) / TileSub
			for n := range tiles {
				// A little beside the middle of each tile's piece of it, and out at a right angle.
				at := Vec{f.A.X + long.X/tiles*n + long.X/tiles/2 + long.X/tiles/16, f.A.Y + long.Y/tiles*n + long.Y/tiles/2 + long.Y/tiles/16}
				out := Vec{-long.Y / tiles / 64, long.X / tiles / 64}
				if !f.Before(at.plus(out)) {
					t.Fatalf("%v is not before %+v", at.plus(out), f)
				}
				flown, path := a.Fly(at.plus(out), Vec{-2 * out.X, -2 * out.Y}, 1, nil)
				if len(path) != 1 || path[0].Turn != f.Turn || flown.End != at.plus(out) {
					t.Fatalf("the way into %+v at %v: %v, %+v; %v", f, at, path, flown, a.Tiles)
				}
			}
		}
	})
}

func TestAnImageIsAsFarBehindTheMirrorAsThePlaceIsBeforeIt(t *testing.T) {
	for _, c := range []struct {
		name     string
		f        Face
		of, want Vec
	}{
		{"upright", Face{A: Vec{64, 0}, B: Vec{64, 96}, Turn: turnNegX}, Vec{10, 5}, Vec{118, 5}},
		{"level", Face{A: Vec{0, 64}, B: Vec{96, 64}, Turn: turnNegY}, Vec{10, 70}, Vec{10, 58}},
		{"down to the right", Face{A: Vec{0, 0}, B: Vec{96, 96}, Turn: turnDiff}, Vec{10, 70}, Vec{70, 10}},
		{"down to the left", Face{A: Vec{96, 0}, B: Vec{0, 96}, Turn: turnSum}, Vec{10, 20}, Vec{76, 86}},
	} {
		if got := c.f.Image(c.of); got != c.want || c.f.Image(got) != c.of {
			t.Errorf("%s: the image of %v is %v, want %v", c.name, c.of, got, c.want)
		}
		if !c.f.Before(c.of) || c.f.Before(c.want) {
			t.Errorf("%s: %v must be before the mirror and %v behind it", c.name, c.of, c.want)
		}
	}
}
