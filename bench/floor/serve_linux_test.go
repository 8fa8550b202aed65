package floor

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"bankshot/bench/light"
)

func TestBothServersCountWhatPlayersSendAndGet(t *testing.T) {
	for _, kind := range []string{"epoll", "gws"} {
		cfg, err := Config{Players: 10, Hz: 30, BytesDown: 200, BytesUp: 150}.withDefaults()
		if err != nil {
			t.Fatal(err)
		}
		server, err := launch(t.Context(), &cfg, kind)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(server.stop)
		swarm, err := light.Start(t.Context(), light.Config{
			Server: "http://" + server.addr.String(), N: cfg.Players,
			Plain: &light.Plain{Interval: time.Second / 30, BytesUp: cfg.BytesUp},
		})
		if err != nil {
			t.Fatal(kind, err)
		}
		for swarm.Stats().Frames < 10*30 { // a second of it
			if s := swarm.Stats(); s.Connected < cfg.Players {
				t.Fatalf("%s: %v", kind, s.Closes)
			}
			time.Sleep(time.Millisecond)
		}
		swarm.Stop()
		s := swarm.Stats()
		c, err := server.count()
		if err != nil {
			t.Fatal(err)
		}
		if c.Players != 10 || c.Failed != 0 {
			t.Errorf("%s: %+v", kind, c)
		}
		// Reset forgot the first frames, and what was on its way at the end was not read.
		if c.Writes < int64(s.Snapshots) || c.Reads == 0 || s.FramesUp == 0 {
			t.Errorf("%s: %+v, players got %d frames and sent %d", kind, c, s.Snapshots, s.FramesUp)
		}
		if s.BytesUp != s.FramesUp*150 || s.BytesDown < s.Frames*200 {
			t.Errorf("%s: %d frames of %d bytes up, %d of %d down", kind, s.FramesUp, s.BytesUp, s.Frames, s.BytesDown)
		}
	}
}

func TestAServerEndsWithItsStdin(t *testing.T) {
	for _, kind := range []string{"epoll", "gws"} {
		var out bytes.Buffer
		if err := Serve(t.Context(), []string{"-hz", "30", "-down", "40", kind}, strings.NewReader("count\n"), &out); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
		if lines := strings.Split(out.String(), "\n"); len(lines) != 3 || !strings.Contains(lines[1], `"Writes":0`) {
			t.Errorf("%s says %q", kind, &out)
		}
	}
}

func TestWhatAServerCannotDoIsNamed(t *testing.T) {
	for _, args := range [][]string{{}, {"nginx"}, {"-hz", "0", "epoll"}, {"-down", "1", "gws"}, {"-x", "gws"}} {
		if err := Serve(t.Context(), args, strings.NewReader(""), &bytes.Buffer{}); err == nil || len(args) != 2 && !errors.Is(err, ErrConfig) && args[0] != "-hz" {
			t.Errorf("%q: %v", args, err)
		}
	}
	cfg := Config{Players: 1, Hz: 30, BytesDown: 40, BytesUp: 34, Serve: []string{"/does/not/exist"}}
	if _, err := Run(t.Context(), cfg); err == nil || !strings.Contains(err.Error(), "/does/not/exist") {
		t.Errorf("%v", err)
	}
}
