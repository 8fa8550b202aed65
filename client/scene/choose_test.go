package scene

import (
	"testing"

	"bankshot/client/link"
	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game/arena"
)

func TestAnythingAsksForNoModeAndAModeAsksByItsName(t *testing.T) {
	if q := anyMode.asks(); q != "" {
		t.Errorf("any asks for %q", q)
	}
	for c := anyMode + 1; c < modeChoices; c++ {
		m, ok := c.mode()
		if !ok || c.asks() != m.String() {
			t.Errorf("%v asks for %q", m, c.asks())
		}
		if _, err := link.RoomURL("http://host", link.RoomOf(c.asks())); err != nil {
			t.Errorf("%v: %v", m, err)
		}
		if back, ok := arena.ParseMode(m.String()); !ok || back != m {
			t.Errorf("%v is no mode's name", m)
		}
		if c.name() != modes[m].Name {
			t.Errorf("%v is called %q", m, c.name())
		}
	}
}

func TestTheTitlesChoicesFitEveryScreen(t *testing.T) {
	r, err := render.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range screens {
		r.Frame(size[0], size[1], 1, &predict.View{})
		c := ui.On(r)
		boxes := choiceBoxes(nil, c.W, c.H)
		if len(boxes) != int(modeChoices) {
			t.Fatalf("%d boxes", len(boxes))
		}
		for i, b := range boxes {
			if b.X < 0 || b.Right() > c.W || b.Bottom()+26 > c.H-70-12 {
				t.Errorf("at %v box %d is %v on %v x %v", size, i, b, c.W, c.H)
			}
			if w := c.Width(modeChoice(i).name(), render.SizeSmall); w > b.W {
				t.Errorf("at %v %q is wider than its box", size, modeChoice(i).name())
			}
		}
	}
}
