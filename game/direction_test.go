package game

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestDirIsTheCircleToTheNearestInteger(t *testing.T) {
	for a := range uint16(AimSteps) {
		angle := float64(a) * 2 * math.Pi / AimSteps
		x, y := int32(math.Round(One*math.Cos(angle))), int32(math.Round(One*math.Sin(angle)))
		if got := Dir(a); got != (Vec{X: x, Y: y}) {
			t.Fatalf("Dir(%d) = %v, want %d %d", a, got, x, y)
		}
	}
}

func TestDirHasEverySymmetryOfTheSquareExactly(t *testing.T) {
	for a := range uint16(AimSteps) {
		d := Dir(a)
		for _, m := range []struct {
			what string
			got  Vec
			want Vec
		}{
			{"mirrored in X", Dir(AimSteps/2 - a), Vec{X: -d.X, Y: d.Y}},
			{"mirrored in Y", Dir(-a), Vec{X: d.X, Y: -d.Y}},
			{"transposed", Dir(AimSteps/4 - a), Vec{X: d.Y, Y: d.X}},
			{"turned by a quarter", Dir(a + AimSteps/4), Vec{X: -d.Y, Y: d.X}},
		} {
			if m.got != m.want {
				t.Fatalf("direction %d %s: %v, want %v", a, m.what, m.got, m.want)
			}
		}
	}
}

func TestTowardIsTheInverseOfDir(t *testing.T) {
	for a := range uint16(AimSteps) {
		if got := Toward(Dir(a)); got != a {
			t.Fatalf("Toward(Dir(%d)) = %d", a, got)
		}
	}
	if Toward(Vec{}) != 0 {
		t.Fatal("no direction at all is not 0")
	}
}

func TestTowardIsTheNearestDirection(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := Vec{X: rapid.Int32Range(-1<<22, 1<<22).Draw(t, "x"), Y: rapid.Int32Range(-1<<22, 1<<22).Draw(t, "y")}
		if v == (Vec{}) {
			return
		}
		got := float64(Toward(v)) / AimSteps * 2 * math.Pi
		off := math.Remainder(got-math.Atan2(float64(v.Y), float64(v.X)), 2*math.Pi)
		// A tie may go either way, and table entries are rounded: a hair more than half a step.
		if math.Abs(off) > math.Pi/AimSteps*1.02 {
			t.Fatalf("Toward(%v) is off by %g steps", v, off*AimSteps/2/math.Pi)
		}
		if m := Toward(Vec{X: -v.X, Y: v.Y}); m != (AimSteps/2-Toward(v))&aimMask {
			t.Fatalf("Toward(%v) is %d, mirrored %d", v, Toward(v), m)
		}
		if m := Toward(Vec{X: v.Y, Y: v.X}); m != (AimSteps/4-Toward(v))&aimMask {
			t.Fatalf("Toward(%v) is %d, transposed %d", v, Toward(v), m)
		}
	})
}

func TestRoundingIsSymmetricAboutZero(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, d := rapid.Int64Range(-1<<40, 1<<40).Draw(t, "n"), rapid.Int64Range(1, 1<<20).Draw(t, "d")
		if divRound(-n, d) != -divRound(n, d) {
			t.Fatalf("%d/%d", n, d)
		}
		if twice := abs(2*n - 2*d*divRound(n, d)); twice > d {
			t.Fatalf("%d/%d is not the nearest: %d", n, d, divRound(n, d))
		}
	})
	if divRound(3, 2) != 2 || divRound(-3, 2) != -2 || divRound(1, 2) != 1 {
		t.Fatal("halves do not go away from zero")
	}
}

func TestIsqrtIsTheRootRoundedDown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Uint64().Draw(t, "n")
		r := uint64(isqrt(n))
		if r*r > n || r < 1<<32-1 && (r+1)*(r+1) <= n {
			t.Fatalf("isqrt(%d) = %d", n, r)
		}
	})
}
