package scene

import (
	standard "encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestTheDaysBestAreReadAsTheServerWritesThem(t *testing.T) {
	type entry struct {
		Rank  int    `json:"rank"`
		Name  string `json:"name"`
		Score int    `json:"score"`
		Shots int    `json:"shots"`
	}
	rapid.Check(t, func(rt *rapid.T) {
		var scores struct {
			Date    string  `json:"date"`
			Players int     `json:"players"`
			Top     []entry `json:"top"`
			Spread  []entry `json:"spread"`
		}
		scores.Top = []entry{}
		for i := range rapid.IntRange(0, mostBest).Draw(rt, "n") {
			scores.Top = append(scores.Top, entry{i + 1, rapid.String().Draw(rt, "name"), rapid.IntRange(0, 999).Draw(rt, "score"), 3})
		}
		text, err := standard.Marshal(&scores)
		if err != nil {
			rt.Fatal(err)
		}
		got := parseBest(nil, string(text))
		if len(got) != len(scores.Top) {
			rt.Fatalf("%d of %d lines of %s", len(got), len(scores.Top), text)
		}
		for i, e := range scores.Top {
			if got[i] != (bestLine{e.Rank, e.Score, strings.ToValidUTF8(e.Name, "\ufffd")}) {
				rt.Fatalf("%+v is read as %+v", e, got[i])
			}
		}
	})
}

func FuzzBestOfTheDay(f *testing.F) {
	f.Add(`{"players":2,"top":[{"rank":1,"name":"A\"}","score":5},{"rank":2,"name":"B","score":1}]}`)
	f.Add(`{"top":[{"rank":1,"name":"\u00`)
	f.Fuzz(func(t *testing.T, body string) {
		if got := parseBest(nil, body); len(got) > mostBest {
			t.Fatalf("%d lines", len(got))
		}
	})
}

func TestTheDaysBestStandOnItsTitleAndBesideTheResult(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/api/v1/tricks/"+aDay.String()+"/scores" {
			_, _ = w.Write([]byte(`{"date":"x","players":7,"house":9,"top":[{"rank":1,"name":"Bo","score":42,"shots":3},{"rank":2,"name":"Ana","score":40,"shots":4}]}`))
		}
	}))
	defer s.Close()
	g := aGame(t, 844, 390)
	g.cfg.Server = s.URL
	p := newTricks(g, aDay)
	g.aside = p
	p.best.take(<-p.best.answer)
	if len(p.best.lines) != 2 || p.best.players != 7 {
		t.Fatalf("%+v", p.best)
	}
	l := p.best.first(line{})
	if got := string(l.b); got != "The day's best: Bo, 42 points · 7 have played" {
		t.Errorf("the title says %q", got)
	}
	p.entry.name, p.entry.best, p.entry.rank = "Ana", 40, 2
	scribe := g.shown(time.Unix(1000, 0))
	p.best.draw(scribe, bestBox(scribe.W, scribe.H), &p.entry)
	if b, r := bestBox(scribe.W, scribe.H), resultBox(scribe.W, scribe.H); b.Meets(r) {
		t.Errorf("%v lies over %v", b, r)
	}
}

func TestWithoutAServerTheDaysBestAreMissing(t *testing.T) {
	g := aGame(t, 1280, 720)
	p := newTricks(g, aDay)
	p.best.take(<-p.best.answer)
	if !p.best.missing || len(p.best.first(line{}).b) > 0 {
		t.Errorf("%+v", p.best)
	}
}
