package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"bankshot/game"
	"bankshot/game/replay"
)

// pageFilm is what bankshot.state() tells of a recording at play.
type pageFilm struct {
	Ready  bool    `json:"ready"`
	Time   float64 `json:"time"`
	Last   float64 `json:"last"`
	Still  bool    `json:"still"`
	Tick   int     `json:"tick"`
	Hash   string  `json:"hash"`
	By     string  `json:"by"`
	Victim string  `json:"victim"`
	Banks  int     `json:"banks"`
	Way    int     `json:"way"`
}

// film waits until something is true of the recording at play.
func (p *page) film(what string, true func(pageFilm) bool) (f pageFilm) {
	p.t.Helper()
	p.until(what, func(pageState) bool {
		text := p.evaluate("read the film", `JSON.stringify(window.bankshot.state().aside)`)
		f = pageFilm{}
		if err := json.Unmarshal([]byte(text), &f); err != nil {
			p.t.Fatal(err)
		}
		return true(f)
	})
	return f
}

// banked is a recording that is kept, its states by tick, and a kill in it over a bank.
func banked(t *testing.T) (b []byte, states map[game.Tick]uint64, kill game.Event) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "game", "replay", "testdata", "round.bsrp"))
	if err != nil {
		t.Fatal(err)
	}
	rec, err := replay.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	states = map[game.Tick]uint64{}
	if _, err := rec.Play(0, 0, func(f replay.Frame) {
		states[f.State.Tick] = f.State.Hash()
		for i := range f.Events {
			if e := &f.Events[i]; e.Kind == game.EventKilled && e.Shot != 0 && e.Other != game.NoSeat && e.Banks >= max(kill.Banks, 1) {
				kill = *e
			}
		}
	}); err != nil {
		t.Fatal(err)
	}
	if kill.Tick == 0 {
		t.Fatal("nobody is shot over a bank in it")
	}
	return b, states, kill
}

func TestALinkToAShotPlaysItInTheBrowserToTheVeryStates(t *testing.T) {
	if testing.Short() {
		t.Skip("it plays in real time")
	}
	chromium(t)
	b, states, kill := banked(t)
	data, day := t.TempDir(), time.Now().UTC().Format(time.DateOnly)
	folder := filepath.Join(data, "replays", day)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "BAKOTI-1.bsrp"), b, 0o600); err != nil {
		t.Fatal(err)
	}
	server := startWithClient(t, "-data", data)
	defer func() { t.Logf("the server said:\n%s", server.log) }()

	p := openPage(t, server.url+"/p/"+day+"/BAKOTI-1?debug=1#t="+strconv.Itoa(int(kill.Tick)))
	f := p.film("the recording is there", func(f pageFilm) bool { return f.Ready })
	if f.Banks != int(kill.Banks) || f.Way < f.Banks+2 || f.By == "" || f.Victim == "" {
		t.Errorf("it shows %+v, not %+v", f, kill)
	}
	if f.Time > float64(kill.Tick) {
		t.Errorf("it begins at %v, after the kill at %d", f.Time, kill.Tick)
	}
	compared := 0
	p.film("it has played past the kill", func(f pageFilm) bool {
		if want, ok := states[game.Tick(f.Tick)]; ok {
			if compared++; strconv.FormatUint(want, 16) != f.Hash {
				t.Fatalf("at tick %d the browser's state is %s, not %x", f.Tick, f.Hash, want)
			}
		}
		return f.Time > float64(kill.Tick)
	})
	if compared == 0 {
		t.Error("no state was compared")
	}
	p.hold("ArrowLeft", "ArrowLeft", 37)
	p.letGo("ArrowLeft", "ArrowLeft", 37)
	p.film("the arrow leads back", func(f pageFilm) bool { return f.Time < float64(kill.Tick) })
	p.hold("Escape", "Escape", 27)
	p.letGo("Escape", "Escape", 27)
	p.until("Esc leads to the title, as a reload would", func(s pageState) bool {
		return s.Scene == "title" && p.evaluate("read the address", `location.pathname + location.hash`) == "/"
	})
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.problems) > 0 {
		t.Errorf("in the console: %s", strings.Join(p.problems, "\n"))
	}
}
