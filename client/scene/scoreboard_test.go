package scene

import (
	"testing"

	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/client/ui"
)

func TestTheTableFitsAPhoneAndTheWinnerStandsAboveIt(t *testing.T) {
	r, err := render.New()
	if err != nil {
		t.Fatal(err)
	}
	v := aView()
	for range 44 {
		v.Ships = append(v.Ships, predict.Ship{Name: "More"})
	}
	for _, size := range [][2]int{{844, 390}, {1280, 720}, {390, 844}} {
		r.Frame(size[0], size[1], 1, v)
		buf := make([]byte, 0, longestLine)
		s := scribe{ui.On(r), &buf}
		top := scoreboard(s, v, ranked(nil, v.Ships))
		if top < tableAbove {
			t.Errorf("at %v the table begins at %v", size, top)
		}
		var bottom float32
		for _, vertex := range r.Overlay.V {
			bottom = max(bottom, vertex.DstY)
		}
		if edge := r.Cam.Top + r.Cam.H; bottom > edge {
			t.Errorf("at %v the table ends at pixel %v of %v", size, bottom, edge)
		}
	}
}
