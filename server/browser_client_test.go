package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"
)

// buildPatience is how long building the browser's client may take, on a machine that runs other tests meanwhile.
const buildPatience = 8 * time.Minute

// clients is where the client is kept once a test has had it built, for the tests after it: building takes most of the time
// of a test with a browser, and on a crowded machine longer than anything else.
var clients = sync.OnceValues(func() (string, error) { return os.MkdirTemp("", "bankshot-clients-") })

// forgetClients is to be called when all tests are over.
func forgetClients() {
	if folder, err := clients(); err == nil {
		_ = os.RemoveAll(folder)
	}
}

// startWithClient starts the program and waits until it has the browser's client to give.
func startWithClient(t *testing.T, more ...string) *program {
	t.Helper()
	folder, err := clients()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(more, "-data") {
		more = append(more, "-data", t.TempDir())
	}
	data := more[slices.Index(more, "-data")+1]
	if err := os.Symlink(folder, filepath.Join(data, "web")); err != nil {
		t.Fatal(err)
	}
	p := start(t, append([]string{"-web", "auto"}, more...)...)
	deadline := time.After(buildPatience)
	ask := time.NewTicker(time.Second / 4)
	defer ask.Stop()
	for {
		_, text := p.get(p.url + "/web/status")
		var status struct{ State, Summary, Error string }
		if err := json.Unmarshal([]byte(text), &status); err != nil {
			t.Fatalf("/web/status says %q: %v", text, err)
		}
		switch status.State {
		case "ready":
			return p
		case "building":
		default:
			t.Fatalf("the client cannot be built: %s\n%s", status.Summary, status.Error)
		}
		select {
		case <-ask.C:
		case <-deadline:
			t.Fatalf("the client is still being built: %s\n%s", text, p.log)
		}
	}
}
