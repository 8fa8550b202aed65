package scene

import (
	"strings"
	"testing"
	"time"

	"bankshot/client/input"
	"bankshot/client/link"
	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
	"bankshot/game/trick"
)

// aGame is a client with nothing but a renderer, of that size.
func aGame(t *testing.T, w, h int) *Game {
	t.Helper()
	r, err := render.New()
	if err != nil {
		t.Fatal(err)
	}
	g := &Game{renderer: r, view: &predict.View{Me: -1}, device: 1, w: w, h: h, buf: make([]byte, 0, longestLine)}
	g.cfg.Server = "127.0.0.1:1" // where nobody answers
	return g
}

// shown is a frame of what is played aside.
func (g *Game) shown(now time.Time) scribe {
	g.renderer.Frame(g.w, g.h, 1, g.aside.view(g, now))
	s := scribe{ui.On(g.renderer), &g.buf}
	g.aside.draw(s, g)
	return s
}

// playOn lets frames pass with these devices in the first of them.
func (g *Game) playOn(now *time.Time, d input.Devices, frames int) {
	for range frames {
		*now = now.Add(time.Second / 60)
		g.aside.update(g, &d, *now)
		g.shown(*now)
		d.Clicked, d.Accepted = false, false
	}
}

var aDay = trick.Date{Year: 2026, Month: 11, Day: 23}

func TestTheFirstFullTryOfADayCountsAndNoneAfterIt(t *testing.T) {
	g := aGame(t, 1280, 720)
	p := newTricks(g, aDay)
	g.aside = p
	now := time.Unix(1000, 0)
	g.playOn(&now, input.Devices{}, 2)
	house := p.challenge.House
	for _, aim := range house {
		p.aim = aim
		p.cursorX, p.cursorY = 0, 0
		g.playOn(&now, input.Devices{Accepted: true}, 400)
	}
	if !p.try.Over() || p.over < overTicks || p.first == nil || p.first.Score != p.challenge.HouseScore || p.counts {
		t.Fatalf("over %v, %d of %d points, counts %v", p.try.Over(), p.try.Result.Score, p.challenge.HouseScore, p.counts)
	}
	// Opened again it is over, and what follows is practice.
	again := newTricks(g, aDay)
	if again.first == nil || again.first.Score != p.first.Score || again.over < overTicks {
		t.Fatal("it was forgotten")
	}
	again.begin()
	if again.counts || again.shared().Score != p.first.Score {
		t.Fatal("practice counts")
	}
}

func TestATryGoesOnWhereItWasLeft(t *testing.T) {
	g := aGame(t, 1280, 720)
	g.shelf.keep(aDay.String(), "100,200")
	p := newTricks(g, aDay)
	if p.try.Left() != trick.Shots-2 || !p.counts {
		t.Fatalf("%d left", p.try.Left())
	}
}

func TestAnAimIsTakenFromTheMouseAndTurnedByHairs(t *testing.T) {
	g := aGame(t, 1280, 720)
	p := newTricks(g, aDay)
	g.aside = p
	now := time.Unix(1000, 0)
	g.playOn(&now, input.Devices{}, 1)
	x, y := g.renderer.Cam.Screen(placeAt(p.challenge.Cannon))
	g.playOn(&now, input.Devices{CursorX: x, CursorY: y - 100}, 1)
	if p.aim != 3072 {
		t.Fatalf("up is %d", p.aim)
	}
	g.playOn(&now, input.Devices{CursorX: x, CursorY: y - 100, Right: true}, 3)
	if p.aim != 3075 {
		t.Fatalf("three hairs to the right are %d", p.aim)
	}
	if len(p.try.Result.Shots) != 0 {
		t.Fatal("aiming fires")
	}
	g.playOn(&now, input.Devices{CursorX: x, CursorY: y - 100, Clicked: true, ClickX: x, ClickY: y - 100}, 1)
	if !p.try.Flying() || p.try.Result.Shots[0].Aim != 3075 {
		t.Fatalf("%+v", p.try.Result)
	}
}

func TestAFingerAimsAnywhereAndFiresByTheButton(t *testing.T) {
	g := aGame(t, 844, 390)
	p := newTricks(g, aDay)
	g.aside = p
	now := time.Unix(1000, 0)
	g.playOn(&now, input.Devices{}, 1)
	x, y := g.renderer.Cam.Screen(placeAt(p.challenge.Cannon))
	g.playOn(&now, input.Devices{Touches: []input.Touch{{X: x, Y: y - 60}}, Clicked: true, ClickX: x, ClickY: y - 60}, 1)
	if p.aim != 3072 || p.try.Flying() {
		t.Fatalf("aim %d, flying %v", p.aim, p.try.Flying())
	}
	s := scribe{ui.On(g.renderer), &g.buf}
	box := fireBox(s.W, s.H)
	k := g.renderer.UI
	bx, by := g.renderer.Cam.Left+box.MiddleX()*k, g.renderer.Cam.Top+(box.Y+box.H/2)*k
	g.playOn(&now, input.Devices{Touches: []input.Touch{{X: bx, Y: by}}, Clicked: true, ClickX: bx, ClickY: by}, 1)
	if p.aim != 3072 || !p.try.Flying() {
		t.Fatalf("aim %d, flying %v", p.aim, p.try.Flying())
	}
}

func TestWhoPlaysWithFingersIsToldOfFingersAtOnce(t *testing.T) {
	for _, used := range []input.Device{input.Keyboard, input.Fingers} {
		g := aGame(t, 844, 390)
		g.mapper.Used = used
		if p := newTricks(g, aDay); p.fingers != (used == input.Fingers) {
			t.Errorf("%v was used last; fingers: %v", used, p.fingers)
		}
	}
}

func TestTheTrickShotFitsEveryScreen(t *testing.T) {
	for _, size := range screens {
		g := aGame(t, size[0], size[1])
		p := newTricks(g, aDay)
		g.aside = p
		p.fingers = true
		now := time.Unix(1000, 0)
		fits := func(what string) {
			g.shown(now)
			left, top, right, bottom := extent(g.renderer)
			c := ui.On(g.renderer)
			const glow = 12
			if left < -glow || top < -glow || right > c.W+glow || bottom > c.H+glow {
				t.Errorf("%s at %v: from %v,%v to %v,%v on %v x %v", what, size, left, top, right, bottom, c.W, c.H)
			}
		}
		g.playOn(&now, input.Devices{}, 1)
		fits("the beginning")
		p.aim = p.challenge.House[0]
		p.try.Fire(p.aim)
		g.playOn(&now, input.Devices{}, 400)
		fits("after a shot")
		p.over = overTicks
		p.finished(g)
		p.entry = entry{rank: 123, players: 1000}
		if size[0] > size[1] { // upright, a phone shows the hall too small to play: it is turned
			c := ui.On(g.renderer)
			for _, b := range []ui.Rect{resultBox(c.W, c.H), bestBox(c.W, c.H)} {
				if b.Y < 0 || b.Bottom() > c.H || b.X < 0 || b.Right() > c.W {
					t.Errorf("the result at %v is %v on %v x %v", size, b, c.W, c.H)
				}
			}
		}
	}
}

func TestAFrameOfTheTrickShotCostsNoMemory(t *testing.T) {
	g := aGame(t, 1280, 720)
	p := newTricks(g, aDay)
	g.aside = p
	now := time.Unix(1000, 0)
	p.try.Fire(p.challenge.House[0])
	g.playOn(&now, input.Devices{}, 300)
	d := input.Devices{}
	if n := testing.AllocsPerRun(100, func() {
		now = now.Add(time.Second / 60)
		p.update(g, &d, now)
		g.shown(now)
	}); n != 0 {
		t.Errorf("a steady frame allocated %v times", n)
	}
}

func TestAResultIsSharedAsRings(t *testing.T) {
	c := &trick.Challenge{Date: aDay, Targets: make([]game.Vec, 5)}
	r := &trick.Result{Score: 14, Shots: []trick.Shot{{Bursts: make([]trick.Burst, 3)}}}
	want := "Bankshot 2026-11-23 ◎◎◎○○ 14 points — http://host/d/2026-11-23"
	if got := shareText(c, r) + " " + shareLink("http://host/", c); got != want {
		t.Errorf("got %q", got)
	}
}

func TestKeptShotsAreReadBackAndNonsenseIsNone(t *testing.T) {
	r := &trick.Result{Shots: []trick.Shot{{Aim: 7}, {Aim: 4095}}}
	if got := decodeShots(encodeShots(r)); len(got) != 2 || got[0] != 7 || got[1] != 4095 {
		t.Errorf("%v", got)
	}
	for _, s := range []string{"", "x", "1,,2", "4096", "-1", "1,2,3,4,5,6", "1e3"} {
		if got := decodeShots(s); got != nil {
			t.Errorf("%q is read as %v", s, got)
		}
	}
}

func TestWhatTheServerAnswersIsShown(t *testing.T) {
	for _, c := range []struct {
		a       link.Answer
		rank    int
		refused string
	}{
		{link.Answer{Status: 200, Body: []byte(`{"score":9,"best":9,"rank":3,"players":17,"kept":true}`)}, 3, ""},
		{link.Answer{Status: 409, Body: []byte(`{"error":"load the game again"}`)}, 0, "load the game again"},
		{link.Answer{Status: 500, Body: []byte(`oops`)}, 0, "does not understand"},
		{link.Answer{Status: 200, Body: []byte(`{}`)}, 0, "does not understand"},
		{link.Answer{Err: link.ErrServer}, 0, "no server"},
	} {
		got := make(chan link.Answer, 1)
		e := entry{answer: got}
		if e.receive(); !e.waiting() {
			t.Fatal("nothing has come yet")
		}
		got <- c.a
		e.receive()
		if e.waiting() || e.rank != c.rank || !strings.Contains(e.refused, c.refused) || (c.refused == "") != (e.refused == "") {
			t.Errorf("%s: %+v", c.a.Body, e)
		}
	}
}
