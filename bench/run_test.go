package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"bankshot/bench/report"
)

func TestAShortRunMeasuresRealPlayersOnTheRealServer(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the real server and plays in real time")
	}
	page := filepath.Join(t.TempDir(), "report.html")
	var out, progress bytes.Buffer
	err := run(t.Context(), []string{"-players", "8", "-duration", "3s", "-warm", "1s", "-floor", "0", "-json", "-", "-html", page}, &out, &progress)
	if err != nil {
		t.Fatalf("%v\n%s", err, &progress)
	}
	var r report.Result
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatalf("%v\n%s", err, &out)
	}
	if r.Players != 8 || r.Rooms < 1 || r.LightPlayers != 0 {
		t.Errorf("%d players, %d light, in %d rooms", r.Players, r.LightPlayers, r.Rooms)
	}
	for _, name := range strings.Fields(`snapshots_per_player_s interarrival_p50_ms interarrival_p99_ms bytes_down_per_player_s
		bytes_up_per_player_s mispredicted_ticks_pct starved_frames_pct lead_margin_p50_ms desyncs resume_p99_ms first_snapshot_ms
		tick_p99_ms lateness_p99_ms control_lateness_p99_ms ticks_dropped bot_lateness_p99_ms seen_off_p50_units leaps_seen
		shown_again_p99_ms reload_p99_ms bytes_down_inputs_per_player_s bytes_up_inputs_per_player_s`) {
		if r.Value(name) == nil {
			t.Errorf("%s was not measured", name)
		}
	}
	for _, name := range []string{"floor_ratio", "gws_floor_ratio", "floor_us_per_player_interval"} {
		if v := r.Value(name); v != nil {
			t.Errorf("%s was not measured, and is %v", name, *v)
		}
	}
	if runtime.GOOS == "linux" && (r.ServerCPUUSPerPlayerInterval == nil || *r.ServerCPUUSPerPlayerInterval <= 0 || r.ServerRSSMB == nil || *r.ServerRSSMB <= 0) {
		t.Error("what the server spent was not measured")
	}
	// How many is a matter of speed, that they come is not.
	if *r.SnapshotsPerPlayerS <= 0 || *r.BytesDownPerPlayerS <= 0 || *r.Desyncs != 0 {
		t.Errorf("%v snapshots a second, %v bytes, %v desyncs", *r.SnapshotsPerPlayerS, *r.BytesDownPerPlayerS, *r.Desyncs)
	}
	if len(r.Series) == 0 || len(r.Series[0].TimeS) != 3 || len(r.Histograms) == 0 {
		t.Errorf("%d curves, %d spreads", len(r.Series), len(r.Histograms))
	}
	if r.Setting.Flags == "" || r.Setting.Go != runtime.Version() || r.Setting.Cores != runtime.NumCPU() || r.Setting.MeasuredS < 3 {
		t.Errorf("%+v", r.Setting)
	}
	if text, err := os.ReadFile(page); err != nil || !strings.Contains(string(text), "8 players in") {
		t.Errorf("the page: %v", err)
	}
	for _, step := range []string{"building", "starting", "8 players join", "warming", "measuring", "dropping"} {
		if !strings.Contains(progress.String(), step) {
			t.Errorf("the progress lacks %q:\n%s", step, &progress)
		}
	}
}

func TestARunThatIsStoppedLeavesNoServerBehind(t *testing.T) {
	binary := server(t)
	o, _, err := parse(strings.Fields("-players 2 -duration 1h"), os.Stdout)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	s, err := newStage(ctx, &o, binary)
	if err != nil {
		t.Fatal(err)
	}
	c := newCrowd(ctx, &meter{})
	go whenIn(c, 1, cancel)
	err = play(ctx, &o, s, c, &report.Result{Players: 2}, newProgress(&bytes.Buffer{}))
	if !errors.Is(err, context.Canceled) {
		t.Errorf("it ended with %v", err)
	}
	c.close()
	if err := s.close(); err != nil {
		t.Error(err)
	}
	select {
	case <-s.server.Exited():
	default:
		t.Error("the server is still there")
	}
}

func TestAServerThatDiesIsNamedWithItsLog(t *testing.T) {
	binary := server(t)
	o, _, err := parse(strings.Fields("-players 2 -duration 1h -warm 0s"), os.Stdout)
	if err != nil {
		t.Fatal(err)
	}
	s, err := newStage(t.Context(), &o, binary)
	if err != nil {
		t.Fatal(err)
	}
	c := newCrowd(t.Context(), &meter{})
	r := &report.Result{Players: 2}
	go whenIn(c, 2, s.server.Kill)
	err = play(t.Context(), &o, s, c, r, newProgress(&bytes.Buffer{}))
	if err == nil || !strings.Contains(err.Error(), "the server has ended in the middle") || !strings.Contains(err.Error(), "msg=listening") {
		t.Errorf("it ended with %v", err)
	}
	c.close()
	if err := s.close(); err == nil {
		t.Error("nobody says that the server had died")
	}
}

// whenIn does something once so many bots are on their way in.
func whenIn(c *crowd, bots int, do func()) {
	look := time.NewTicker(time.Millisecond)
	defer look.Stop()
	for len(c.crew.Bots()) < bots {
		<-look.C
	}
	do()
}
