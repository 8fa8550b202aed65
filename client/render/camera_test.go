package render

import (
	"testing"

	"bankshot/client/predict"
)

func TestTheViewIsLetterboxedInAnyWindow(t *testing.T) {
	for _, c := range []struct {
		name              string
		w, h              int
		left, top, vw, vh float32
	}{
		{"a window of its own shape is filled", 1920, 1080, 0, 0, 1920, 1080},
		{"a phone has bars beside", 844, 390, 75.33, 0, 693.33, 390},
		{"a tall window has bars above and below", 720, 1280, 0, 437.5, 720, 405},
	} {
		var cam Camera
		cam.Fit(c.w, c.h)
		for i, p := range [][2]float32{{cam.Left, c.left}, {cam.Top, c.top}, {cam.W, c.vw}, {cam.H, c.vh}} {
			if abs(p[0]-p[1]) > 0.01 {
				t.Errorf("%s: number %d is %v, want %v", c.name, i, p[0], p[1])
			}
		}
	}
}

func TestScreenAndWorldAreInverse(t *testing.T) {
	cam := Camera{X: 700, Y: 400}
	cam.Fit(1000, 900)
	x, y := cam.Screen(predict.Point{X: 812, Y: 333})
	if p := cam.World(x, y); abs(p.X-812) > 0.01 || abs(p.Y-333) > 0.01 {
		t.Errorf("came back as %v", p)
	}
}

func TestTheCameraStopsSoftlyAtTheBorder(t *testing.T) {
	last := within(0, 3000, ViewW)
	if last < ViewW/2-margin-0.01 {
		t.Errorf("the camera went to %v, beyond the margin", last)
	}
	for x := float32(1); x < 3000; x++ {
		now := within(x, 3000, ViewW)
		if now < last || now-last > 1.01 {
			t.Fatalf("from %v to %v the camera moved by %v", x-1, x, now-last)
		}
		last = now
	}
	if got := within(1500, 3000, ViewW); got != 1500 {
		t.Errorf("in the middle it looks at %v", got)
	}
	if got := within(10, 800, ViewW); got != 400 {
		t.Errorf("an arena smaller than the view is centred, not at %v", got)
	}
}

func TestARespawnFarAwayIsNoCut(t *testing.T) {
	var cam Camera
	cam.Fit(1280, 720)
	cam.Follow(predict.Point{X: 800, Y: 500}, 0, false, 3000, 2000, 1)
	cam.Follow(predict.Point{X: 2000, Y: 1500}, 0, false, 3000, 2000, 1)
	if cam.X > 1200 {
		t.Errorf("the camera jumped to %v at once", cam.X)
	}
	for range 60 {
		cam.Follow(predict.Point{X: 2000, Y: 1500}, 0, false, 3000, 2000, 1)
	}
	if abs(cam.X-2000) > 2 {
		t.Errorf("after a second it looks at %v", cam.X)
	}
}

func TestTheShakeStaysWithinItsBound(t *testing.T) {
	var cam Camera
	cam.Fit(1280, 720)
	for range 100 {
		cam.Shake(50)
		cam.Follow(predict.Point{X: 800, Y: 500}, 0, false, 3000, 2000, 1)
		if hypot(cam.shakeX, cam.shakeY) > shakeMost+0.01 {
			t.Fatalf("shaken by (%v, %v)", cam.shakeX, cam.shakeY)
		}
	}
}
