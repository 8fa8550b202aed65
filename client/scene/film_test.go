package scene

import (
	standard "encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"bankshot/client/input"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
	"bankshot/game/replay"
)

// recorded is a recording that is kept, with a tick in which somebody was shot over banks.
func recorded(t *testing.T) (file string, b []byte, kill game.Tick) {
	t.Helper()
	files, err := filepath.Glob("../../game/replay/testdata/*.bsrp")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		rec, err := replay.Open(b)
		if err != nil {
			t.Fatal(err)
		}
		most := uint8(0)
		if _, err := rec.Play(0, 0, func(f replay.Frame) {
			for i := range f.Events {
				if e := &f.Events[i]; e.Kind == game.EventKilled && e.Shot != 0 && e.Other != game.NoSeat && e.Banks > most {
					most, kill = e.Banks, e.Tick
				}
			}
		}); err != nil {
			t.Fatal(err)
		}
		if most > 0 {
			return file, b, kill
		}
	}
	t.Fatal("nobody is shot over a bank in any recording that is kept")
	return "", nil, 0
}

// aFilm shows the kill of a recording that is kept.
func aFilm(t *testing.T, g *Game) *film {
	t.Helper()
	file, _, kill := recorded(t)
	f := newFilm(g, file)
	if f.refused != "" {
		t.Fatal(f.refused)
	}
	f = newFilm(g, file+atPart+string(line{}.int(int(kill)).b))
	if f.refused != "" || !f.hasKill || len(f.kill.Way) < 3 {
		t.Fatalf("%s, %+v", f.refused, f.kill)
	}
	g.aside = f
	return f
}

func TestAnAddressNamesARecordingAndAMoment(t *testing.T) {
	for _, c := range []struct{ address, server, name, file, page string }{
		{"2026-01-31/BAKOTI-1", "http://host", "2026-01-31/BAKOTI-1", "", "http://host/p/2026-01-31/BAKOTI-1"},
		{"2026-01-31/BAKOTI-1#t=2100", "http://host/", "2026-01-31/BAKOTI-1", "", "http://host/p/2026-01-31/BAKOTI-1#t=2100"},
		{"2026-01-31/BAKOTI-1-2#t=7", "host:80", "2026-01-31/BAKOTI-1-2", "", "http://host:80/p/2026-01-31/BAKOTI-1-2#t=7"},
		{"https://a/p/2026-01-31/BAKOTI-1#t=5", "http://host", "2026-01-31/BAKOTI-1", "", "https://a/p/2026-01-31/BAKOTI-1#t=5"},
		{"http://a/api/v1/replays/2026-01-31/BAKOTI-1", "http://host", "2026-01-31/BAKOTI-1", "", "http://a/p/2026-01-31/BAKOTI-1"},
		{"some/file.bsrp#t=5", "http://host", "", "some/file.bsrp", "some/file.bsrp"},
	} {
		r, err := parseReel(c.address, c.server)
		if err != nil || r.name != c.name || r.file != c.file || r.page(r.tick) != c.page {
			t.Errorf("%q: %+v, %v, %s", c.address, r, err, r.page(r.tick))
		}
		if c.name != "" && !strings.HasSuffix(r.api(), "/api/v1/replays/"+c.name) {
			t.Errorf("%q is got from %s", c.address, r.api())
		}
	}
	for _, address := range []string{
		"", "#t=5", "2026-01-31/BAKOTI-1#t=x", "2026-01-31/BAKOTI-1#t=99999999999", "http://a/", "http://a/p/../x", "http:///p/2026-01-31/A-1",
		"http://a/p/2026-01-31/../../etc", "ftp://a/p/2026-01-31/BAKOTI-1", "http://a/p/2026-01-31/BAKOTI-1?x",
	} {
		if r, err := parseReel(address, "http://host"); err == nil {
			t.Errorf("%q is %+v", address, r)
		}
	}
}

func FuzzAddressOfARecording(f *testing.F) {
	f.Add("2026-01-31/BAKOTI-1#t=2100", "http://host")
	f.Add("http://host/p/2026-01-31/BAKOTI-1", "host")
	f.Fuzz(func(t *testing.T, address, server string) {
		r, err := parseReel(address, server)
		if err != nil || r.file != "" {
			return
		}
		if !isReel(r.name) || strings.ContainsAny(r.name, ".\\?#%") || strings.Count(r.name, "/") != 1 {
			t.Fatalf("%q gives %+v", address, r)
		}
	})
}

func TestAFilmBeginsBeforeTheShotAndShowsItUntilAfterItsEnd(t *testing.T) {
	g := aGame(t, 1280, 720)
	f := aFilm(t, g)
	now := time.Unix(1000, 0)
	g.playOn(&now, input.Devices{}, 2)
	fired, killed := float64(f.kill.Way[0].Tick), float64(f.kill.Tick)
	if want := max(fired-leadIn, f.shown.first()); f.shown.time < want || f.shown.time > want+3 {
		t.Fatalf("it begins at %v, the shot at %v", f.shown.time, fired)
	}
	seen, flew := 0, 0
	for f.shown.time < killed+10 {
		g.playOn(&now, input.Devices{}, 1)
		v := f.seen
		if f.shown.time < killed {
			continue
		}
		seen++
		if at := placeAt(f.kill.Way[len(f.kill.Way)-1].At); v.Focus != at {
			t.Fatalf("the camera looks at %v, the end is at %v", v.Focus, at)
		}
		flew++
	}
	if seen == 0 || flew == 0 {
		t.Fatal("nothing was seen of it")
	}
	if f.feed.kills == (feed{}.kills) {
		t.Error("the kill is not in the feed")
	}
}

func TestTheCameraFliesWithTheShot(t *testing.T) {
	g := aGame(t, 1280, 720)
	f := aFilm(t, g)
	if game.Weapons[f.kill.Weapon].Beam() {
		t.Skip("the best kill that is kept was made by a beam, which takes no time")
	}
	way := f.kill.Way
	f.jump(float64(way[0].Tick+way[len(way)-1].Tick) / 2)
	v := f.view(g, time.Time{})
	for i := range v.Shots {
		if v.Shots[i].ID == f.kill.Shot {
			if v.Focus != v.Shots[i].Trail[0] {
				t.Errorf("it looks at %v, the shot is at %v", v.Focus, v.Shots[i].Trail[0])
			}
			return
		}
	}
	t.Error("the shot does not fly")
}

func TestAFilmIsPlayedToTheVeryLastState(t *testing.T) {
	g := aGame(t, 1280, 720)
	f := aFilm(t, g)
	rec, err := replay.Open(read(t))
	if err != nil {
		t.Fatal(err)
	}
	var last uint64
	if _, err := rec.Play(0, 0, func(fr replay.Frame) { last = fr.State.Hash() }); err != nil {
		t.Fatal(err)
	}
	f.jump(0)
	f.speed = len(speeds) - 1
	now := time.Unix(1000, 0)
	for n := 0; !f.still && n < 100_000; n++ {
		now = now.Add(time.Second / 10)
		f.update(g, &input.Devices{}, now)
		f.shown.events = f.shown.events[:0]
	}
	if !f.shown.ended() || f.shown.b.Hash() != last || f.shown.reel.Parted() != 0 {
		t.Errorf("it ends at %v of %v, the state is %x, not %x", f.shown.time, f.shown.last(), f.shown.b.Hash(), last)
	}
}

func read(t *testing.T) []byte {
	t.Helper()
	_, b, _ := recorded(t)
	return b
}

func TestWhereverItIsDrawnToAFilmShowsThatMoment(t *testing.T) {
	g := aGame(t, 1280, 720)
	f := aFilm(t, g)
	want := map[game.Tick]uint64{}
	rec, err := replay.Open(read(t))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := rec.Play(0, 0, func(fr replay.Frame) { want[fr.State.Tick] = fr.State.Hash() }); err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		to := rapid.Float64Range(f.shown.first()-1000, f.shown.last()+1000).Draw(rt, "to")
		f.jump(to)
		f.shown.advance(rapid.Float64Range(0, 30).Draw(rt, "on"))
		p := f.shown
		if p.trouble != nil || p.time < p.first() || p.time > p.last() || float64(p.a.Tick) > p.time || float64(p.b.Tick) < p.time {
			rt.Fatalf("%v shows %d to %d at %v, %v", to, p.a.Tick, p.b.Tick, p.time, p.trouble)
		}
		if p.b.Tick > game.Tick(p.first()) && p.b.Hash() != want[p.b.Tick] {
			rt.Fatalf("tick %d is another", p.b.Tick)
		}
	})
}

func TestKeysAndFingersWorkTheFilm(t *testing.T) {
	g := aGame(t, 844, 390)
	f := aFilm(t, g)
	now := time.Unix(1000, 0)
	g.playOn(&now, input.Devices{}, 30)
	g.playOn(&now, input.Devices{Accepted: true}, 1)
	at := f.shown.time
	if g.playOn(&now, input.Devices{}, 10); !f.still || f.shown.time != at {
		t.Fatal("space does not pause it")
	}
	f.press(filmForth)
	if got := f.shown.time - at; got != skipTicks && !f.shown.ended() {
		t.Errorf("forth leads %v ticks on", got)
	}
	f.press(filmBack)
	c := ui.On(g.renderer)
	lay := layFilm(c.W, c.H)
	touch := func(x, y float32) input.Devices {
		k := g.renderer.UI
		px, py := g.renderer.Cam.Left+x*k, g.renderer.Cam.Top+y*k
		return input.Devices{Clicked: true, ClickX: px, ClickY: py, Touches: []input.Touch{{X: px, Y: py}}}
	}
	d := touch(lay.bar.MiddleX(), lay.bar.Y+3)
	f.update(g, &d, now)
	if middle := (f.shown.first() + f.shown.last()) / 2; f.shown.time < middle-30 || f.shown.time > middle+30 {
		t.Errorf("the middle of the bar is %v, not %v", f.shown.time, middle)
	}
	f.update(g, &input.Devices{}, now) // the finger is lifted
	if f.drags {
		t.Error("the bar is still held")
	}
	b := lay.buttons[filmSpeed]
	d = touch(b.MiddleX(), b.Y+b.H/2)
	f.update(g, &d, now)
	if f.speed != usualSpeed+1 {
		t.Errorf("speed %d", f.speed)
	}
	b = lay.buttons[filmWatch]
	d = touch(b.MiddleX(), b.Y+b.H/2)
	g.shown(now)
	f.update(g, &d, now)
	if f.watch == game.NoSeat {
		t.Error("the camera follows nobody else")
	}
	for range len(f.seen.Ships) {
		f.watchNext()
	}
	if f.watch != game.NoSeat {
		t.Error("after the last ship the camera does not follow the shot again")
	}
	if leave := f.update(g, &input.Devices{Menu: true}, now); !leave {
		t.Error("Esc does not leave")
	}
}

func TestTheFilmFitsEveryScreen(t *testing.T) {
	for _, size := range screens {
		g := aGame(t, size[0], size[1])
		f := aFilm(t, g)
		now := time.Unix(1000, 0)
		g.playOn(&now, input.Devices{}, 2)
		c := ui.On(g.renderer)
		lay := layFilm(c.W, c.H)
		all := append(lay.buttons[:], leaveBox, playNowBox, ui.Rect{X: lay.time - 90, Y: lay.buttons[0].Y, W: 90, H: 20})
		for i, box := range all {
			if box.X < 0 || box.Y < 0 || box.Right() > c.W || box.Bottom() > c.H {
				t.Errorf("at %v box %d is %v on %v x %v", size, i, box, c.W, c.H)
			}
			for k, other := range all[:i] {
				if box.Meets(other) {
					t.Errorf("at %v boxes %d and %d overlap: %v, %v", size, i, k, box, other)
				}
			}
		}
		f.jump(f.shown.last())
		g.playOn(&now, input.Devices{}, 2)
	}
}

func TestTheWayOfAShotStaysWithinThePicture(t *testing.T) {
	g := aGame(t, 844, 390) // with bars to the left and right
	g.renderer.Frame(844, 390, 1, g.view)
	var buf []byte
	s := scribe{ui.On(g.renderer), &buf}
	low := controlsAt(s.H)
	for _, c := range []struct {
		x0, y0, x1, y1 float32
		drawn          bool
	}{
		{10, 10, 60, 60, true},
		{-40, 50, 40, 50, true},
		{50, -40, 50, low + 40, true},
		{s.W + 90, 20, 20, low + 90, true},
		{-40, 50, -10, 60, false},
		{-40, 50, -40, 60, false},
		{s.W + 1, 50, s.W + 90, 60, false},
		{50, low + 1, 90, low + 40, false},
		{-40, 20, 20, -400, false},
	} {
		g.renderer.Clear()
		leg(s, c.x0, c.y0, c.x1, c.y1, flownStroke, render.TextColor)
		if got := len(g.renderer.Overlay.V) > 0; got != c.drawn {
			t.Errorf("from %v, %v to %v, %v: drawn %v", c.x0, c.y0, c.x1, c.y1, got)
		}
	}
}

func TestASteadyFrameOfTheFilmCostsNoMemory(t *testing.T) {
	g := aGame(t, 1280, 720)
	f := aFilm(t, g)
	now := time.Unix(1000, 0)
	f.jump(0)
	for f.marks.reel != nil {
		f.marks.scan()
	}
	g.playOn(&now, input.Devices{}, 600)
	f.jump(0)
	d := input.Devices{}
	if n := testing.AllocsPerRun(200, func() {
		now = now.Add(time.Second / 60)
		f.update(g, &d, now)
		g.shown(now)
	}); n > 1 {
		t.Errorf("a steady frame allocated %v times", n)
	}
	if len(f.marks.kills) == 0 {
		t.Error("no kill is marked")
	}
}

func TestARecordingIsFetchedFromItsServer(t *testing.T) {
	_, b, kill := recorded(t)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/api/v1/replays/2026-01-31/BAKOTI-1":
			_, _ = w.Write(b)
		case "/api/v1/replays/2026-01-31/BAKOTI-2":
			_, _ = w.Write([]byte("a page of a proxy"))
		case "/api/v1/replays/2026-01-31/BAKOTI-3":
			w.WriteHeader(http.StatusGone)
			_, _ = w.Write([]byte(`{"error":"that recording is deleted: they are kept for 7 days"}`))
		case "/api/v1/replays/2026-01-31/BAKOTI-4":
			_, _ = w.Write(replay.AppendHead(nil, game.Rules()+1, "", nil))
		}
	}))
	defer s.Close()
	for _, c := range []struct{ name, says string }{
		{"BAKOTI-1", ""},
		{"BAKOTI-2", "no recording"},
		{"BAKOTI-3", "kept for 7 days"},
		{"BAKOTI-4", "another version of the game"},
	} {
		g := aGame(t, 1280, 720)
		g.cfg.Server = s.URL
		f := newFilm(g, "2026-01-31/"+c.name+atPart+string(line{}.int(int(kill)).b))
		g.aside = f
		g.shown(time.Unix(1000, 0)) // it waits
		a := <-f.answer
		f.take(a)
		if (f.refused == "") != (c.says == "") || !strings.Contains(f.refused, c.says) || (f.shown != nil) != (c.says == "") {
			t.Errorf("%s: %q", c.name, f.refused)
		}
		g.shown(time.Unix(1001, 0))
		var told map[string]any
		j := json{}
		j.open('{')
		f.state(&j)
		j.close('}')
		if err := standard.Unmarshal(j.b, &told); err != nil || told["ready"] != (c.says == "") {
			t.Errorf("%s: %s, %v", c.name, j.b, err)
		}
	}
}

func TestWithoutAServerAFilmSaysSo(t *testing.T) {
	g := aGame(t, 1280, 720)
	f := newFilm(g, "2026-01-31/BAKOTI-1")
	f.take(<-f.answer)
	if !strings.Contains(f.refused, "does not answer") {
		t.Errorf("%q", f.refused)
	}
}
