package main

import (
	"bytes"
	"encoding/json"
	"io"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"bankshot/bench/report"
)

func TestASweepFindsALimitOnTheRealServer(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds a server and plays on it")
	}
	if runtime.GOOS != "linux" {
		t.Skip("light bots need Linux")
	}
	page := filepath.Join(t.TempDir(), "sweep.html")
	var out, log bytes.Buffer
	// A machine under test is not held to any rate: all that has to come out is one number of the two, and how it came.
	err := benchSweep(t.Context(), []string{
		"-only", "rooms of 8", "-players", "8", "-least", "4", "-most", "8", "-duration", "1s", "-warm", "500ms", "-json", "-", "-html", page,
	}, &out, &log)
	if err != nil {
		t.Fatal(err)
	}
	var found sweepReport
	if err := json.Unmarshal(out.Bytes(), &found); err != nil {
		t.Fatal(err)
	}
	if len(found.Kinds) != 1 || len(found.Kinds[0].Trials) == 0 {
		t.Fatalf("%+v", found)
	}
	for _, trial := range found.Kinds[0].Trials {
		if trial.Inside != trial.Players || trial.SnapshotsPerPlayerS < 1 || trial.ServerCPUUSPerPlayerInterval <= 0 || trial.ServerRSSMB <= 0 {
			t.Errorf("%+v", trial)
		}
	}
	if k := found.Kinds[0]; k.Most > 0 && (len(k.FloorTrials) == 0 || k.FloorMost > 0 && *k.FloorShare != float64(k.Most)/float64(k.FloorMost)) {
		t.Errorf("the floor carries %d of %d: %v", k.FloorMost, k.Most, k.FloorTrials)
	}
	if !strings.Contains(log.String(), "at most") {
		t.Errorf("nobody was told how long it takes: %s", log.String())
	}
}

func TestASweepIsShownAsTableAndCurves(t *testing.T) {
	r := sweepReport{Kinds: []sweepFound{{
		Kind: "rooms of 8", Most: 2000, kind: sweepKinds()[0],
		Trials: []trial{
			{Players: 2000, Inside: 2000, SnapshotsPerPlayerS: 30, InterarrivalP99MS: 36, LatenessP99MS: report.Of(2), GCPauseP99MS: report.Of(0.1), Went: true},
			{Players: 4000, Inside: 4000, SnapshotsPerPlayerS: 20, InterarrivalP99MS: 160, Why: "20.0 of 30 snapshots a second", LightLateSendsPct: 9},
			{Players: 4000, Inside: 4000, SnapshotsPerPlayerS: 21, InterarrivalP99MS: 150, Why: "21.0 of 30 snapshots a second"},
			{Players: 3000, Why: "not all got in"},
		},
		Beyond:    &trial{Players: 2600, Inside: 2100, SnapshotsPerPlayerS: 29.9, Went: true},
		FloorMost: 4000, FloorShare: report.Of(0.5),
		FloorTrials: []trial{{Players: 4000, Inside: 4000, SnapshotsPerPlayerS: 30, InterarrivalP99MS: 40, Went: true}},
	}}}
	sheet := r.sheet()
	var table, page strings.Builder
	if err := sheet.Table(&table); err != nil {
		t.Fatal(err)
	}
	if err := sheet.HTML(&page); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"2000", "≥ 3500", "of 2600 who came", "21.0 of 30", "not all got in", "9 %", "0.50", "≥ 0.64", "the floor, 4000 players", "the share is too high"} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, table.String())
		}
	}
	if strings.Contains(table.String(), "20.0 of 30 snapshots") {
		t.Error("a trial that was made again is shown")
	}
	if n := strings.Count(page.String(), "<svg"); n != 11 {
		t.Errorf("%d charts on the page", n)
	}
	if strings.Contains(page.String(), "4000 s<") {
		t.Error("players are counted in seconds")
	}
}

func TestNoMorePlayersAreTriedThanFilesMayBeOpen(t *testing.T) {
	limit, err := mostFiles()
	if err != nil {
		t.Fatal(err)
	}
	may := playersFor(limit)
	if may < 100 {
		t.Skipf("only %d files may be open here", limit)
	}
	o := sweepOptions{Least: 10, Most: 2 * may, Beyond: 1.3}
	why, err := o.cap()
	if err != nil {
		t.Fatal(err)
	}
	if o.Most > may || o.Most < may/2 || !strings.Contains(why, "ulimit") {
		t.Errorf("%d of %d players are tried: %q", o.Most, may, why)
	}
	o = sweepOptions{Least: 10, Most: 20, Beyond: 1.3}
	if why, err = o.cap(); err != nil || why != "" || o.Most != 20 {
		t.Errorf("20 players became %d: %q, %v", o.Most, why, err)
	}
}

func TestWhatOneMorePlayerCostsFollowsFromTheTrials(t *testing.T) {
	r := growthReport{Trials: []trial{
		{Players: costFrom, Inside: costFrom, ServerCPUUSPerPlayerInterval: 20},
		{Players: slopeFrom, Inside: slopeFrom, ServerRSSMB: 30},
		{Players: slopeTo, Inside: slopeTo, ServerRSSMB: 60},
		{Players: costTo, Inside: costTo, ServerCPUUSPerPlayerInterval: 18},
	}}
	r.compare()
	if r.RSSKBPerPlayer == nil || *r.RSSKBPerPlayer != 30*1024.0/1500 || r.CPUGrowthPct == nil || *r.CPUGrowthPct > -9.9 {
		t.Errorf("%v KB, %v %%", r.RSSKBPerPlayer, r.CPUGrowthPct)
	}
	r = growthReport{Trials: []trial{{Players: slopeFrom, Inside: slopeFrom, ServerRSSMB: 30}, {Players: slopeTo, Why: "not all got in"}}}
	if r.compare(); r.RSSKBPerPlayer != nil {
		t.Error("a slope of one point")
	}
	var table strings.Builder
	if err := r.sheet().Table(&table); err != nil || !strings.Contains(table.String(), report.Unmeasured) {
		t.Errorf("%v\n%s", err, table.String())
	}
}

func TestFlagsOfASweepThatMakeNoSenseAreNamed(t *testing.T) {
	for _, args := range [][]string{{"-most", "0"}, {"-precision", "2"}, {"-beyond", "0.5"}, {"-only", "rooms of 7"}, {"-duration", "1ms"}, {"x"}} {
		if _, _, err := parseSweep(args, io.Discard); err == nil {
			t.Errorf("%v passed", args)
		}
	}
	if _, _, err := parseGrowth([]string{"-room-size", "0"}, io.Discard); err == nil {
		t.Error("rooms of nobody passed")
	}
}
