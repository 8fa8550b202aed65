package tricks

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bankshot/game/arena"
	"bankshot/game/trick"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func newHandler(t *testing.T, dir string) *Handler {
	t.Helper()
	h, err := New(Config{Dir: dir, Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func ask(h http.Handler, method, path, body string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(method, "/api/v1/tricks/"+path, strings.NewReader(body)))
	return w
}

func post(t *testing.T, h http.Handler, name, device string, shots []uint16) Standing {
	t.Helper()
	w := ask(h, "POST", "2026-11-23", aTry(name, device, shots))
	var s Standing
	if w.Code != 200 || json.Unmarshal(w.Body.Bytes(), &s) != nil {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	return s
}

func aTry(name, device string, shots []uint16) string {
	list, _ := json.Marshal(shots)
	return fmt.Sprintf(`{"name":%q,"device":%q,"shots":%s}`, name, device, list)
}

func house(t *testing.T) *trick.Challenge {
	t.Helper()
	return trick.Daily(trick.Date{Year: 2026, Month: 11, Day: 23})
}

func TestTheChallengeIsThatOfTheDate(t *testing.T) {
	h := newHandler(t, t.TempDir())
	c := house(t)
	for _, name := range []string{"2026-11-23", "today"} {
		var got Challenge
		w := ask(h, "GET", name, "")
		if w.Code != 200 || json.Unmarshal(w.Body.Bytes(), &got) != nil {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		a, err := arena.ParseBinary(got.Arena)
		if err != nil || a.Hash != c.Arena.Hash || got.House != c.HouseScore || len(got.Targets) != len(c.Targets) || got.Date != "2026-11-23" {
			t.Errorf("%s: %v, %+v", name, err, got)
		}
	}
}

func TestDatesThatHaveNoChallengeAreNamed(t *testing.T) {
	h := newHandler(t, t.TempDir())
	for _, c := range []struct {
		date, why string
		code      int
	}{
		{"2026-11-24", "tomorrow has begun somewhere", 200},
		{"2026-11-25", "the day after has not", 404},
		{"2025-12-31", "before the first", 404},
		{"9999-12-31", "far away", 404},
		{"2026-02-30", "no day", 400},
		{"yesterday", "no date", 400},
	} {
		w := ask(h, "GET", c.date, "")
		if w.Code != c.code {
			t.Errorf("%s, %s: %d %s", c.date, c.why, w.Code, w.Body)
		}
		if w.Code != 200 && !strings.Contains(w.Body.String(), `{"error":"`) {
			t.Errorf("%s: no reason: %s", c.date, w.Body)
		}
		if w := ask(h, "POST", c.date, aTry("Ana", "12345678", []uint16{1})); w.Code != c.code {
			t.Errorf("a try for %s, %s: %d %s", c.date, c.why, w.Code, w.Body)
		}
	}
}

func TestTheServerCountsForItself(t *testing.T) {
	h := newHandler(t, t.TempDir())
	c := house(t)
	if s := post(t, h, "Ana", "12345678", c.House); s.Score != c.HouseScore || s.Rank != 1 || s.Players != 1 || !s.Kept {
		t.Fatalf("%+v", s)
	}
	body := strings.Replace(aTry("Eve", "12345678", c.House), "{", fmt.Sprintf(`{"score":%d,`, c.HouseScore+1), 1)
	if w := ask(h, "POST", "2026-11-23", body); w.Code != http.StatusConflict {
		t.Fatalf("a score that the shots don't make: %d %s", w.Code, w.Body)
	}
	body = strings.Replace(body, fmt.Sprint(c.HouseScore+1), fmt.Sprint(c.HouseScore), 1)
	if w := ask(h, "POST", "2026-11-23", body); w.Code != 200 {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
}

func TestWhatIsNoTryIsRefusedByName(t *testing.T) {
	h := newHandler(t, t.TempDir())
	for why, body := range map[string]string{
		"nothing":           ``,
		"no object":         `[]`,
		"no name":           `{"name":" \u202e ","device":"12345678","shots":[1]}`,
		"no device":         `{"name":"Ana","shots":[1]}`,
		"long device":       aTry("Ana", strings.Repeat("x", maxDevice+1), []uint16{1}),
		"no shots":          `{"name":"Ana","device":"12345678","shots":[]}`,
		"six shots":         aTry("Ana", "12345678", make([]uint16, trick.Shots+1)),
		"an aim of 4096":    aTry("Ana", "12345678", []uint16{4096}),
		"an aim below 0":    `{"name":"Ana","device":"12345678","shots":[-1]}`,
		"half an aim":       `{"name":"Ana","device":"12345678","shots":[0.5]}`,
		"something unasked": `{"name":"Ana","device":"12345678","shots":[1],"admin":true}`,
		"two of them":       aTry("Ana", "12345678", []uint16{1}) + aTry("Ana", "12345678", []uint16{1}),
	} {
		if w := ask(h, "POST", "2026-11-23", body); w.Code != 400 || !strings.Contains(w.Body.String(), `{"error":"`) {
			t.Errorf("%s: %d %s", why, w.Code, w.Body)
		}
	}
	if w := ask(h, "POST", "2026-11-23", strings.Repeat(" ", maxBody+1)); w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("too long: %d %s", w.Code, w.Body)
	}
	if w := ask(h, "PUT", "2026-11-23", ""); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("another method: %d", w.Code)
	}
}

func TestTheBestOfEachNameOnADeviceIsKept(t *testing.T) {
	h := newHandler(t, t.TempDir())
	c := house(t)
	post(t, h, "Ana", "12345678", c.House[:1])
	s := post(t, h, "Ana", "12345678", c.House)
	if s.Players != 1 || s.Best != c.HouseScore {
		t.Fatalf("a better one takes the place: %+v", s)
	}
	if s = post(t, h, "Ana", "12345678", c.House[:1]); s.Best != c.HouseScore || s.Players != 1 || s.Score >= s.Best {
		t.Fatalf("a worse one changes nothing: %+v", s)
	}
	if s = post(t, h, "Ana", "87654321", c.House[:1]); s.Players != 2 || s.Rank != 2 {
		t.Fatalf("another device is somebody else: %+v", s)
	}
	if s = post(t, h, "Ben", "12345678", c.House); s.Players != 3 || s.Rank != 1 {
		t.Fatalf("equals share a place: %+v", s)
	}
	var scores Scores
	w := ask(h, "GET", "2026-11-23/scores", "")
	if err := json.Unmarshal(w.Body.Bytes(), &scores); err != nil {
		t.Fatal(err)
	}
	if len(scores.Top) != 3 || scores.Top[0].Name != "Ana" || scores.Top[1].Rank != 1 || scores.Top[2].Rank != 3 {
		t.Fatalf("%+v", scores)
	}
	if n := len(scores.Spread); n != 2 || scores.Spread[1] != (Share{c.HouseScore, 2}) {
		t.Fatalf("%+v", scores.Spread)
	}
	if strings.Contains(w.Body.String(), "12345678") {
		t.Fatal("a device's token is told")
	}
}

// stuck is a client that reads nothing of its answer until it is let go.
type stuck struct {
	*httptest.ResponseRecorder
	writes, goOn chan struct{}
}

func (s stuck) Write(p []byte) (int, error) {
	s.writes <- struct{}{}
	<-s.goOn
	return s.ResponseRecorder.Write(p)
}

func TestNobodyWaitsForWhoReadsAnAnswerSlowly(t *testing.T) {
	h := newHandler(t, t.TempDir())
	for _, r := range []*http.Request{
		httptest.NewRequest(http.MethodGet, "/api/v1/tricks/today/scores", nil),
		httptest.NewRequest(http.MethodPost, "/api/v1/tricks/today", strings.NewReader(aTry("Ann", "device-of-ann", house(t).House))),
	} {
		slow := stuck{httptest.NewRecorder(), make(chan struct{}), make(chan struct{})}
		answered := make(chan struct{})
		go func() {
			defer close(answered)
			h.ServeHTTP(slow, r)
		}()
		<-slow.writes
		if !h.mu.TryLock() {
			t.Errorf("%s: the books are kept from everybody else", r.Method)
		} else {
			h.mu.Unlock()
		}
		close(slow.goOn)
		<-answered
		if slow.Code != http.StatusOK {
			t.Errorf("%s: %d %s", r.Method, slow.Code, slow.Body)
		}
	}
}

func TestScoresOutliveTheProgram(t *testing.T) {
	dir := t.TempDir()
	c := house(t)
	post(t, newHandler(t, dir), "Ana", "12345678", c.House)
	if s := post(t, newHandler(t, dir), "Ben", "12345678", c.House[:1]); s.Players != 2 || s.Rank != 2 {
		t.Fatalf("%+v", s)
	}
	files, _ := os.ReadDir(dir)
	if len(files) != 1 || files[0].Name() != "2026-11-23.json" {
		t.Fatalf("left behind: %v", files)
	}
}

func TestATornFileIsPutAsideAndTheDayBeginsAnew(t *testing.T) {
	dir := t.TempDir()
	c := house(t)
	post(t, newHandler(t, dir), "Ana", "12345678", c.House)
	file := filepath.Join(dir, "2026-11-23.json")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, text[:len(text)/2], 0o644); err != nil {
		t.Fatal(err)
	}
	h := newHandler(t, dir)
	if s := post(t, h, "Ben", "12345678", c.House); s.Players != 1 || s.Rank != 1 {
		t.Fatalf("%+v", s)
	}
	if kept, err := os.ReadFile(file + ".bad"); err != nil || len(kept) != len(text)/2 {
		t.Fatalf("what may be mended is gone: %v", err)
	}
	if s := post(t, newHandler(t, dir), "Cid", "12345678", c.House); s.Players != 2 {
		t.Fatalf("%+v", s)
	}
}

func TestAFolderThatCannotBeWrittenToIsSaid(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	w := ask(newHandler(t, filepath.Join(file, "below")), "POST", "2026-11-23", aTry("Ana", "12345678", []uint16{1}))
	if w.Code != 500 || !strings.Contains(w.Body.String(), "try again later") {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
}

func TestAFullBookKeepsBetterTriesOnly(t *testing.T) {
	var b book
	for n := range maxEntries {
		b.add(entry{Who: fmt.Sprint(n), Name: "x", Score: 10 + n%7, Shots: []int{1}})
	}
	if s, changed := b.add(entry{Who: "low", Score: 10}); s.Kept || changed || len(b.Entries) != maxEntries {
		t.Fatalf("%+v", s)
	}
	if s, changed := b.add(entry{Who: "high", Score: 30}); !s.Kept || !changed || s.Rank != 1 || len(b.Entries) != maxEntries {
		t.Fatalf("%+v", s)
	}
	for i := range b.Entries[1:] {
		if b.Entries[i].Score < b.Entries[i+1].Score {
			t.Fatal("out of order")
		}
	}
}

func TestFewBooksAreOpenAtOnce(t *testing.T) {
	s := shelf{dir: t.TempDir(), open: map[trick.Date]*book{}}
	d := trick.First
	for range 2 * maxBooks {
		if _, err := s.book(d); err != nil {
			t.Fatal(err)
		}
		d = d.Next()
	}
	if len(s.open) != maxBooks || len(s.used) != maxBooks {
		t.Fatalf("%d open", len(s.open))
	}
}

func FuzzDecodeTry(f *testing.F) {
	f.Add([]byte(aTry("Ana", "12345678", []uint16{1, 4095})))
	f.Add([]byte(`{"name":"A","device":"12345678","shots":[1],"score":3}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		got, err := decodeTry(body)
		if err != nil {
			return
		}
		again, err := json.Marshal(got)
		if err != nil {
			t.Fatal(err)
		}
		back, err := decodeTry(again)
		if err != nil || back.Name != got.Name || back.Device != got.Device || len(back.Shots) != len(got.Shots) {
			t.Fatalf("%q came back as %+v, %v", body, back, err)
		}
	})
}

func FuzzDecodeBook(f *testing.F) {
	f.Add([]byte(`{"entries":[{"who":"a","name":"Ana","score":3,"shots":[1],"at":1}]}`))
	f.Add([]byte(`{"entries":[{}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		b, err := decodeBook(text)
		if err != nil {
			return
		}
		b.add(entry{Who: "new", Name: "New", Score: 5, Shots: []int{1}})
		b.scores()
	})
}
