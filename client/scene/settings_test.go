package scene

import (
	"testing"

	"pgregory.net/rapid"

	"bankshot/client/input"
	"bankshot/client/ui"
)

func TestSettingsAreReadBackAndNonsenseIsNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := settings{
			motion:  motion(rapid.IntRange(0, int(motions)-1).Draw(t, "motion")),
			noShake: rapid.Bool().Draw(t, "shake"), softLight: rapid.Bool().Draw(t, "light"),
		}
		if got := decodeSettings(s.encode() + "\n"); got != s {
			t.Fatalf("%+v is kept as %q and read as %+v", s, s.encode(), got)
		}
	})
	if got := decodeSettings("motion=none shake flash=soft-ish \x00 x=y"); got != (settings{}) {
		t.Errorf("%+v", got)
	}
}

func TestLessMotionIsNeitherShakeNorFlash(t *testing.T) {
	g := aGame(t, 1280, 720)
	for _, c := range []struct {
		set                settings
		calm, steady, soft bool
	}{
		{settings{}, false, false, false}, // a desktop that tells nothing moves
		{settings{motion: lessMotion}, true, true, true},
		{settings{motion: fullMotion}, false, false, false},
		{settings{noShake: true}, false, true, false},
		{settings{softLight: true}, false, false, true},
	} {
		c.set.apply(g.renderer)
		if r := g.renderer; r.Calm != c.calm || r.Steady != c.steady || r.Soft != c.soft {
			t.Errorf("%+v: calm %v, steady %v, soft %v", c.set, r.Calm, r.Steady, r.Soft)
		}
	}
}

func TestSettingsAreChangedInTheirMenuAndKept(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	t.Setenv("AppData", t.TempDir())
	g := aGame(t, 844, 390)
	g.renderer.Frame(g.w, g.h, 1, g.view)
	g.stage = onTitle
	var room [asideCount]ui.Rect
	box := asideBoxes(room[:0], ui.On(g.renderer).W)[2]
	k := g.renderer.UI
	if !g.goAside(&input.Devices{Clicked: true, ClickX: g.renderer.Cam.Left + (box.X+5)*k, ClickY: g.renderer.Cam.Top + (box.Y+5)*k}) || g.menu == nil {
		t.Fatal("the title does not lead to them")
	}
	m := g.menu
	pick := func(row int) bool {
		m.Chosen = row
		return m.update(g, &input.Devices{Accepted: true})
	}
	pick(rowShake)
	pick(rowMotion)
	if !g.renderer.Calm || !g.settings.noShake || m.Labels[rowMotion] != "Reduced motion: on" {
		t.Errorf("%+v, %v", g.settings, m.Labels)
	}
	if got := decodeSettings(loadSettings()); got != g.settings {
		t.Errorf("kept are %+v, not %+v", got, g.settings)
	}
	if !pick(rowBack) {
		t.Error("the way back leads to no title")
	}
	g.stage = playing
	if g.menu = newSettingsMenu(g); g.menu.update(g, &input.Devices{Number: rowBack + 1}) || g.menu.shows != menuOfAll {
		t.Error("in a match the way back leads not to the menu")
	}
}
