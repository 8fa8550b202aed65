package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.Cleanup(func(code int) {
		forgetClients()
		os.Exit(code)
	}))
}

// patience is how long a test waits for what it expects. It says nothing about
// how long that should take.
const patience = 90 * time.Second

func noEnv(string) string { return "" }

// output collects what a program writes and tells when there is more.
type output struct {
	mu   sync.Mutex
	buf  bytes.Buffer
	more chan struct{}
}

func newOutput() *output { return &output{more: make(chan struct{}, 1)} }

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.buf.Write(p)
	select {
	case o.more <- struct{}{}:
	default:
	}
	return len(p), nil
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buf.String()
}

// program is the real one, but for signals.
type program struct {
	t           *testing.T
	stdout, log *output
	cancel      context.CancelFunc
	ended       chan error

	url   string // of the page, as a person would type it
	admin string
}

var (
	listeningLine = regexp.MustCompile(`msg=listening addr=127\.0\.0\.1:(\d+)`)
	adminLine     = regexp.MustCompile(`admin=(\S+)`)
)

// oneMode is what rooms play in tests of something else than modes: one where everybody is alone, and kills score.
const oneMode = "free-for-all"

// start runs the program on ports of its own until stop, or the test's end.
func start(t *testing.T, more ...string) *program {
	t.Helper()
	before := goleak.IgnoreCurrent()
	ctx, cancel := context.WithCancel(t.Context())
	p := &program{t: t, stdout: newOutput(), log: newOutput(), cancel: cancel, ended: make(chan error, 1)}
	args := append([]string{
		"-addr", "localhost:0", "-admin", "127.0.0.1:0", "-web", "off", "-data", t.TempDir(), "-modes", oneMode,
		"-trace-overruns", "off", // a process has one flight recorder, and here are many servers
	}, more...)
	go func() {
		p.ended <- run(ctx, args, noEnv, p.stdout, p.log)
		close(p.ended)
	}()
	t.Cleanup(func() {
		cancel()
		for range p.ended { // until it is closed
		}
		goleak.VerifyNone(t, before) // here, so that a leak names its test
	})
	deadline := time.After(patience)
	for {
		port, admin := listeningLine.FindStringSubmatch(p.log.String()), adminLine.FindStringSubmatch(p.log.String())
		if port != nil && admin != nil {
			p.url, p.admin = "http://localhost:"+port[1], "http://"+admin[1]
			return p
		}
		select {
		case <-p.log.more:
		case err := <-p.ended:
			t.Fatalf("the program ended: %v\n%s", err, p.log)
		case <-deadline:
			t.Fatalf("the program does not listen\n%s", p.log)
		}
	}
}

// stop ends the program as a signal does, and waits for it.
func (p *program) stop() error {
	p.cancel()
	return <-p.ended
}

// get is one request of its own, whose connection does not stay.
func (p *program) get(url string) (status int, body string) {
	p.t.Helper()
	req, err := http.NewRequestWithContext(p.t.Context(), http.MethodGet, url, nil)
	if err != nil {
		p.t.Fatal(err)
	}
	req.Close = true
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		p.t.Fatal(err)
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		p.t.Fatal(err)
	}
	return res.StatusCode, string(text)
}

// metric is the value of a line in /metrics, as it stands there.
func (p *program) metric(name string) string {
	p.t.Helper()
	_, text := p.get(p.admin + "/metrics")
	for line := range strings.Lines(text) {
		if value, ok := strings.CutPrefix(line, name+" "); ok {
			return strings.TrimSpace(value)
		}
	}
	p.t.Fatalf("there is no metric %s", name)
	return ""
}
