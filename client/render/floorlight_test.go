package render

import (
	"testing"

	"bankshot/client/predict"
)

func TestOnlyHotShotsInSightLightTheFloorAndNotTooManyOfThem(t *testing.T) {
	r := &Renderer{}
	r.Cam.Fit(1280, 720)
	lit := func(n int, banks uint8, x float32) int {
		r.light.Reset()
		shots := make([]predict.Shot, n)
		for i := range shots {
			shots[i].Banks, shots[i].Points, shots[i].Trail[0] = banks, 1, predict.Point{X: x}
		}
		r.floorLight(shots)
		return r.light.Quads()
	}
	for what, k := range map[string]struct{ got, want int }{
		"cold shots":          {lit(5, 1, 0), 0},
		"hot shots":           {lit(5, 2, 0), 5},
		"hot shots far away":  {lit(5, 4, 5000), 0},
		"a crowd of hot ones": {lit(300, 9, 0), litMost},
	} {
		if k.got != k.want {
			t.Errorf("%s light the floor %d times, not %d", what, k.got, k.want)
		}
	}
}
