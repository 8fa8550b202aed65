package main

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bankshot/game"
	"bankshot/game/replay"
)

// fetch asks for a recording.
func (p *program) fetch(name, known string) (*http.Response, []byte) {
	p.t.Helper()
	r, err := http.NewRequestWithContext(p.t.Context(), http.MethodGet, p.url+"/api/v1/replays/"+name, nil)
	if err != nil {
		p.t.Fatal(err)
	}
	r.Close = true
	r.Header.Set("If-None-Match", known)
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		p.t.Fatal(err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		p.t.Fatal(err)
	}
	return res, b
}

// same says in how many ticks a recording is what a client held; a tick in which it is not is a failure.
func same(t *testing.T, b []byte, held map[game.Tick]uint64) int {
	t.Helper()
	r, err := replay.Open(b)
	if err != nil {
		t.Fatal(err)
	}
	reel, err := r.Reel()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for {
		if hash, ok := held[reel.State().Tick]; ok {
			if n++; reel.State().Hash() != hash {
				t.Fatalf("at tick %d the recording is not what was played", reel.State().Tick)
			}
		}
		if _, err := reel.Step(nil); err != nil {
			return n // it ends
		}
	}
}

func TestWhatTheServerRecordsIsServedAndPlaysToTheVeryStates(t *testing.T) {
	data := t.TempDir()
	server := start(t, "-data", data)
	p := join(t, server.url, "Ada")
	held := map[game.Tick]uint64{} // what a client held, by tick
	name, at := "", 0
	p.until("much of what the client held is recorded", func() bool {
		if p.view.Ready {
			held[p.side.Replica().Tick] = p.side.Replica().Hash()
		}
		found, err := filepath.Glob(filepath.Join(data, "replays", "*", "*-1.bsrp.part"))
		if err != nil || len(found) == 0 || len(held) < at+30 {
			return false
		}
		at = len(held)
		name = filepath.Base(filepath.Dir(found[0])) + "/" + strings.TrimSuffix(filepath.Base(found[0]), ".bsrp.part")
		res, growing := server.fetch(name, "")
		if res.StatusCode != http.StatusOK || res.Header.Get("Cache-Control") != "no-store" || res.Header.Get("ETag") != "" ||
			res.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Fatalf("while it grows: %s %v", res.Status, res.Header)
		}
		return same(t, growing, held) > 40
	})
	p.link.Close()
	<-p.link.Done()
	if err := server.stop(); err != nil {
		t.Fatal(err)
	}

	server = start(t, "-data", data)
	res, whole := server.fetch(name, "")
	if res.StatusCode != http.StatusOK || !strings.Contains(res.Header.Get("Cache-Control"), "immutable") || res.Header.Get("Content-Type") != "application/octet-stream" {
		t.Fatalf("when it is whole: %s %v", res.Status, res.Header)
	}
	if n := same(t, whole, held); n < len(held)/2 {
		t.Errorf("only %d of %d ticks are recorded", n, len(held))
	}
	if again, b := server.fetch(name, res.Header.Get("ETag")); again.StatusCode != http.StatusNotModified || len(b) > 0 {
		t.Errorf("who has it gets it again: %s, %d bytes", again.Status, len(b))
	}
}

func TestARecordingThatCannotBeHadIsNamedWithWhatToDo(t *testing.T) {
	data := t.TempDir()
	today := time.Now().UTC().Format(time.DateOnly)
	folder := filepath.Join(data, "replays", today)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{
		"BAKOTI-1":          replay.AppendHead(nil, game.Rules()+1, "", nil),
		"BAKOTI-panic-4000": replay.AppendHead(nil, game.Rules(), "", nil),
	} {
		if err := os.WriteFile(filepath.Join(folder, name+".bsrp"), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	server := start(t, "-data", data)
	for _, c := range []struct {
		name   string
		ask    string
		status int
		says   string
	}{
		{"of no day", "yesterday/BAKOTI-1", 400, "such as 2026-01-31/BAKOTI-1"},
		{"of no room", today + "/BAKOTI", 400, "such as"},
		{"above its folder", today + "/..%2fBAKOTI-1", 400, "such as"},
		{"of operators", today + "/BAKOTI-panic-4000", 400, "such as"},
		{"unknown", today + "/BAKOTI-2", 404, "check the link"},
		{"of long ago", "2020-01-01/BAKOTI-1", 410, "kept for 7 days"},
		{"of other rules", today + "/BAKOTI-1", 409, "another version of the game"},
	} {
		res, b := server.fetch(c.ask, "")
		if res.StatusCode != c.status || !strings.Contains(string(b), c.says) || !strings.HasPrefix(string(b), `{"error":"`) || res.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %s %s", c.name, res.Status, b)
		}
	}
	if res, _ := server.fetch("", ""); res.StatusCode != 404 {
		t.Errorf("a list of them: %s", res.Status)
	}
}
