package scene

import (
	"testing"

	"bankshot/client/input"
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
			ended(s, &e, input.Keyboard)
			left, top, right, bottom := extent(g.renderer)
			if left < 0 || top < 0 || right > s.W || bottom > s.H {
				t.Errorf("%q at %v: from %v,%v to %v,%v on %v x %v", e.reason, size, left, top, right, bottom, s.W, s.H)
			}
		}
	}
}

func TestWhomTheServerHasNoRoomForDoesNotAskWithEveryFrame(t *testing.T) {
	g := aGame(t, 1280, 720)
	g.session, g.cfg.Server = newSession(Config{}), "http://127.0.0.1:1"
	for choice, at := range map[modeChoice]string{anyMode: "a while later", modeChoices - 1: "at once, for any other mode"} {
		if err := g.join("", choice, wire.Token{}); err != nil {
			t.Fatal(err)
		}
		m := g.match
		m.ended = ending{true, "the server is full: as many rooms are open as it allows", wire.NextElsewhere}
		g.settle()
		if asked := g.match != m; asked != (choice != anyMode) {
			t.Errorf("who asked for %q asks again: %v, want it %s", choice.name(), asked, at)
		}
		g.match.leave()
	}
}
