package web

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/andybalholm/brotli"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const tinyMain = "package main\n\nfunc main() { println(\"flying\") }\n"

// tree writes a module of Bankshot's name whose client is as small as a program
// can be: these tests are about building, not about the game.
func tree(t *testing.T, module, mainGo string) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module "+module+"\n\ngo 1.26\n")
	write(t, filepath.Join(dir, "client", "main.go"), mainGo)
	return dir
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// run opens a site on a tree and a data folder and runs it to its end. It
// returns what was written for people to watch, too.
func run(t *testing.T, dir, data string) (*Site, string) {
	t.Helper()
	var watched lockedBuffer
	s := open(t, Config{Data: data, Mode: "auto", Dir: dir, Progress: &watched})
	s.Run(t.Context())
	return s, watched.String()
}

func open(t *testing.T, cfg Config) *Site {
	t.Helper()
	s, err := Open(cfg)
	if err != nil {
		t.Fatal(err)
	}
	s.quality = brotli.BestSpeed // how small the build is, is not what is tested
	return s
}

func ready(t *testing.T, s *Site) Status {
	t.Helper()
	st := s.Status()
	if st.State != StateReady {
		t.Fatalf("state is %q: %s\n%s", st.State, st.Summary, st.Error)
	}
	return st
}

// get asks the handler; headers are pairs of name and value.
func get(t *testing.T, s *Site, path string, headers ...string) *http.Response {
	t.Helper()
	return do(t, s, http.MethodGet, path, headers...)
}

func do(t *testing.T, s *Site, method, path string, headers ...string) *http.Response {
	t.Helper()
	req := httptest.NewRequestWithContext(context.Background(), method, "http://localhost:8080"+path, nil)
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	rec := httptest.NewRecorder()
	s.Handler().ServeHTTP(rec, req)
	return rec.Result()
}

func body(t *testing.T, res *http.Response) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := b.ReadFrom(res.Body); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func wantContains(t *testing.T, what, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%s lacks %q:\n%s", what, part, text)
		}
	}
}

// lockedBuffer may be written by one goroutine and read by another.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}
