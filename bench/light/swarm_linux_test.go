package light

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"bankshot/bench/child"
)

// serve starts the real server.
func serve(t *testing.T, args ...string) *child.Server {
	t.Helper()
	if testing.Short() {
		t.Skip("it builds and starts the real server")
	}
	binary, cleanup, err := child.Build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(cleanup)
	s, err := child.Start(t.Context(), child.Config{Binary: binary, Args: args})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Stop(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func metrics(t *testing.T, s *child.Server) child.Metrics {
	t.Helper()
	m, err := s.Metrics(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestASwarmPlaysOnTheRealServer(t *testing.T) {
	server := serve(t)
	last, of := 0, 0
	swarm, err := Start(t.Context(), Config{
		Server: server.URL(), N: 16, Threads: 2, Seed: 3,
		Progress: func(in, n int) { last, of = in, n },
	})
	if err != nil {
		t.Fatal(err)
	}
	defer swarm.Stop()
	if last != 16 || of != 16 {
		t.Errorf("the last that Progress was told is %d of %d", last, of)
	}
	if m := metrics(t, server); m["bankshot_players"] != 16 {
		t.Errorf("the server counts %v players", m["bankshot_players"])
	}

	before := metrics(t, server)
	swarm.Reset()
	// What the server is to have counted afterwards takes three seconds of play.
	deadline := time.Now().Add(30 * time.Second)
	for swarm.Stats().Snapshots < 16*30*3 && time.Now().Before(deadline) {
		m := metrics(t, server) // a request: no busy loop
		if m["bankshot_connections"] != 16 {
			t.Fatalf("%v connections; %v", m["bankshot_connections"], swarm.Stats().Closes)
		}
	}
	after, s := metrics(t, server), swarm.Stats()
	rose := func(name string) float64 { return after[name] - before[name] }

	if s.Bots != 16 || s.Connected != 16 || len(s.Closes) != 0 {
		t.Errorf("%d of %d bots are in; closed: %v", s.Connected, s.Bots, s.Closes)
	}
	if s.Snapshots < 16*30*3 || s.Gaps != 0 || s.Keyframes != 0 || s.Stuck != 0 {
		t.Errorf("%d snapshots, %d gaps, %d keyframes asked for, %d frames stuck", s.Snapshots, s.Gaps, s.Keyframes, s.Stuck)
	}
	accepted := rose(`bankshot_inputs_total{result="accepted"}`)
	if least := float64(s.InputTicks) * 9 / 10; accepted < least {
		t.Errorf("%v of %d ticks of input were accepted", accepted, s.InputTicks)
	}
	for _, result := range []string{"too_early", "surplus", "idle"} {
		if n := rose(`bankshot_inputs_total{result="` + result + `"}`); n != 0 {
			t.Errorf("%v ticks of input were %s", n, result)
		}
	}
	for name, v := range after {
		if strings.HasPrefix(name, "bankshot_frames_rejected_total") && v > 0 || name == "bankshot_desyncs_total" && v > 0 {
			t.Errorf("%s is %v", name, v)
		}
	}
	perFrame := float64(s.BytesUp) / float64(s.FramesUp)
	if perFrame < 20 || perFrame > 60 || s.BytesDown == 0 || s.Interarrival.Count() == 0 {
		t.Errorf("%.1f bytes a frame up, %d bytes down, %d arrivals", perFrame, s.BytesDown, s.Interarrival.Count())
	}
	t.Logf("accepted %v of %d, late %v; inter-arrival p50 %v p99 %v; %.1f bytes up, %.1f down a frame; %d sends late",
		accepted, s.InputTicks, rose(`bankshot_inputs_total{result="late"}`), s.Interarrival.Quantile(0.5), s.Interarrival.Quantile(0.99),
		perFrame, float64(s.BytesDown)/float64(s.Frames), s.LateSends)

	swarm.Stop()
	if got := swarm.Stats(); got.Bots != 16 {
		t.Errorf("after Stop the figures are gone: %+v", got.Bots)
	}
	left := metrics(t, server)
	for left["bankshot_players"] != 0 && time.Now().Before(deadline) {
		left = metrics(t, server) // the rooms hear of it at their next wake-up
	}
	if left["bankshot_players"] != 0 {
		t.Errorf("%v players are left behind", left["bankshot_players"])
	}
}

func TestBotsNoticeThatTheServerEnds(t *testing.T) {
	server := serve(t)
	swarm, err := Start(t.Context(), Config{Server: server.URL(), N: 4})
	if err != nil {
		t.Fatal(err)
	}
	defer swarm.Stop()
	if err := server.Stop(); err != nil {
		t.Fatal(err)
	}
	deadline := time.Now().Add(10 * time.Second)
	for swarm.Stats().Connected > 0 && time.Now().Before(deadline) {
		time.Sleep(time.Millisecond)
	}
	s := swarm.Stats()
	told := 0
	for reason, n := range s.Closes {
		if strings.Contains(reason, "Bye") {
			told += n
		}
	}
	if s.Connected != 0 || told != 4 {
		t.Errorf("%d are still in; closed: %v", s.Connected, s.Closes)
	}
}

func TestWhoIsRefusedIsToldWhy(t *testing.T) {
	refuse := func(status int, text string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { http.Error(w, text, status) }
	}
	raw := func(answer string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			conn, _, err := http.NewResponseController(w).Hijack()
			if err == nil {
				_, _ = conn.Write([]byte(answer))
				_ = conn.Close()
			}
		}
	}
	for _, c := range []struct {
		name    string
		handler http.HandlerFunc
		kind    error
		text    string
	}{
		{"a full server", refuse(503, "the server is full"), ErrRefused, "503 Service Unavailable: the server is full"},
		{"too many from here", refuse(429, "too many connections"), ErrRefused, "429 Too Many Requests"},
		{"not a WebSocket", refuse(200, "hello"), ErrRefused, "200 OK"},
		{
			"another key's answer",
			raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n"),
			ErrHandshake, "Sec-WebSocket-Accept",
		},
		{"no HTTP at all", raw("SSH-2.0-OpenSSH\r\n\r\n"), ErrHandshake, "malformed HTTP"},
		{"a connection closed at once", raw(""), nil, "closed the connection"},
	} {
		server := httptest.NewServer(c.handler)
		swarm, err := Start(t.Context(), Config{Server: server.URL, N: 2})
		if err == nil {
			swarm.Stop()
			t.Fatalf("%s: the swarm is in", c.name)
		}
		if !errors.Is(err, ErrJoin) || c.kind != nil && !errors.Is(err, c.kind) || !strings.Contains(err.Error(), c.text) {
			t.Errorf("%s: %v", c.name, err)
		}
		server.Close()
	}
}

func TestWhereNobodyListensIsToldSo(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := l.Addr().String()
	l.Close()
	if _, err := Start(t.Context(), Config{Server: "http://" + addr, N: 1}); !errors.Is(err, ErrJoin) || !strings.Contains(err.Error(), "refused") {
		t.Errorf("%v", err)
	}
}

func TestTheContextEndsASwarmThatWaits(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0") // accepts, and never answers
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	ctx, cancel := context.WithCancel(t.Context())
	_, err = Start(ctx, Config{Server: "http://" + l.Addr().String(), N: 1, Progress: func(int, int) { cancel() }})
	if !errors.Is(err, ErrJoin) || !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if _, err := Start(t.Context(), Config{Server: "http://" + l.Addr().String(), N: 1, JoinPatience: time.Millisecond}); !errors.Is(err, ErrJoin) {
		t.Errorf("%v", err)
	}
}

func TestWhatCannotBeRunIsNamed(t *testing.T) {
	for _, c := range []struct {
		name string
		cfg  Config
	}{
		{"no bots", Config{Server: "http://localhost"}},
		{"TLS", Config{Server: "https://localhost", N: 1}},
		{"no server", Config{Server: "ftp://localhost", N: 1}},
		{"a room that cannot be", Config{Server: "http://localhost", Room: "a/b", N: 1}},
		{"threads without end", Config{Server: "http://localhost", N: 1, Threads: 1000}},
		{"frames of nothing", Config{Server: "http://localhost", N: 1, Plain: &Plain{Interval: time.Second}}},
		{"an interval of nothing", Config{Server: "http://localhost", N: 1, Plain: &Plain{BytesUp: 40}}},
	} {
		if _, err := Start(t.Context(), c.cfg); !errors.Is(err, ErrConfig) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
