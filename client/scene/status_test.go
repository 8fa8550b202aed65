package scene

import (
	"bankshot/client/input"
	"testing"

	"bankshot/client/predict"
	"bankshot/client/ui"
	"bankshot/game/wire"
)

func TestWhyAMatchIsOverFitsEveryScreen(t *testing.T) {
	for _, size := range screens {
		g := aGame(t, size[0], size[1])
		for _, e := range []ending{
			{true, outdated, wire.NextStop},
			{true, "the server is full: come back in a minute, or play the trick shot of the day until then", wire.NextElsewhere},
			{true, "", wire.NextReload},
		} {
			g.renderer.Frame(g.w, g.h, 1, &predict.View{Me: -1})
			s := scribe{ui.On(g.renderer), &g.buf}
			ended(s, &e
			left, top, right, bottom := extent(g.renderer)
			if left < 0 || top < 0 || right > s.W || bottom > s.H {
				t.Errorf("%q at %v: from %v,%v to %v,%v on %v x %v", e.reason, size, left, top, right, bottom, s.W, s.H)
			}
		}
	}
}
