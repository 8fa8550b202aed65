package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"bankshot/bench/report"
)

// ran is what a run on each way might have found.
func ran(t *testing.T, change func(way string, r *report.Result)) []profileRun {
	t.Helper()
	var runs []profileRun
	for _, way := range profiles() {
		r := &report.Result{
			MispredictedTicksPct: report.Of(0), CorrectionP99Units: report.Of(3), StarvedFramesPct: report.Of(0.05),
			EffectDelayP50MS: report.Of(70), LeadMarginP50MS: report.Of(33), HitsAsSeenPct: report.Of(100),
			ResumeP99MS: report.Of(99), Desyncs: report.Of(0), CorrectionJumps: report.Of(0),
		}
		if change != nil {
			change(way.Name, r)
		}
		run := profileRun{Profile: way.Name, Result: r, way: way}
		for _, row := range feelRows() {
			run.Goals = append(run.Goals, row.judge(&way, r))
		}
		runs = append(runs, run)
	}
	return runs
}

// missed lists which figures miss their goals, and where.
func missed(runs []profileRun) []string {
	var list []string
	for _, run := range runs {
		for _, v := range run.Goals {
			if v.Met != nil && !*v.Met {
				list = append(list, run.Profile+" "+v.Figure)
			}
		}
	}
	return list
}

func TestEveryFigureOfFeelIsHeldAgainstItsGoalOnItsWay(t *testing.T) {
	if got := missed(ran(t, nil)); got != nil {
		t.Errorf("with good figures these are missed: %v", got)
	}
	for _, c := range []struct {
		change func(r *report.Result)
		want   string
	}{
		{func(r *report.Result) { r.MispredictedTicksPct = report.Of(0.001) }, "lan mispredicted_ticks_pct"},
		{func(r *report.Result) { r.MispredictedTicksPct = report.Of(0.2) }, "lan mispredicted_ticks_pct, home mispredicted_ticks_pct"},
		{
			func(r *report.Result) { r.MispredictedTicksPct = report.Of(2) },
			"lan mispredicted_ticks_pct, home mispredicted_ticks_pct, far mispredicted_ticks_pct, train mispredicted_ticks_pct",
		},
		{func(r *report.Result) { r.CorrectionP99Units = report.Of(12.1) }, "far correction_p99_units"},
		{func(r *report.Result) { r.StarvedFramesPct = report.Of(0.1) }, "home starved_frames_pct"},
		{func(r *report.Result) { r.StarvedFramesPct = report.Of(1) }, "home starved_frames_pct, train starved_frames_pct"},
		{func(r *report.Result) { r.ResumeP99MS = report.Of(261) }, "lan resume_p99_ms, home resume_p99_ms"},
	} {
		got := missed(ran(t, func(_ string, r *report.Result) { c.change(r) }))
		if text := strings.Join(got, ", "); text != c.want {
			t.Errorf("missed: %s; want %s", text, c.want)
		}
	}
}

func TestMoreLeadAllowsMoreDelayAndIsShownFirst(t *testing.T) {
	change := func(margin float64) func(string, *report.Result) {
		return func(_ string, r *report.Result) {
			r.LeadMarginP50MS, r.EffectDelayP50MS = report.Of(margin), report.Of(80)
		}
	}
	if got := missed(ran(t, change(30.1))); got != nil {
		t.Errorf("50 ms and a lead of 30.1 allow 80: %v", got)
	}
	if got := missed(ran(t, change(29.9))); len(got) != 4 || got[0] != "lan effect_delay_p50_ms" {
		t.Errorf("50 ms and a lead of 29.9 do not allow 80: %v", got)
	}
	if first := feelRows()[0].figure.Name; first != "lead_margin_p50_ms" {
		t.Errorf("the first figure is %s", first)
	}
}

func TestWhatWasNotMeasuredIsNeitherMetNorMissed(t *testing.T) {
	runs := ran(t, func(_ string, r *report.Result) { *r = report.Result{} })
	for _, run := range runs {
		for _, v := range run.Goals {
			if v.Met != nil {
				t.Errorf("%s %s: %v", run.Profile, v.Figure, *v.Met)
			}
		}
	}
}

func TestTableAndPageShowEveryFigureWithItsGoal(t *testing.T) {
	runs := ran(t, func(way string, r *report.Result) {
		r.Warnings = []string{"<it> was busy"}
		if way == "home" {
			r.StarvedFramesPct = report.Of(0.123)
		}
	})
	var table, page, data bytes.Buffer
	if err := errors.Join(profilesTable(&table, runs), profilesPage(&page, runs), report.JSON(runs)(&data)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"lan", "120 ± 60 ms, 400ms/45s", "0.123 ✗ < 0.1", "0.050 ✓ < 1", "lan, home, far, train: <it> was busy"} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, &table)
		}
	}
	for _, want := range []string{"starved_frames_pct", `<td class="missed"><b>0.123 ✗</b><small>goal &lt; 0.1</small>`, "&lt;it&gt; was busy"} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	var back []struct {
		Profile string
		Goals   []verdict
	}
	if err := json.Unmarshal(data.Bytes(), &back); err != nil || len(back) != 4 || back[1].Profile != "home" || len(back[1].Goals) != len(feelRows()) {
		t.Errorf("%v: %+v", err, back)
	}
}

func TestProfilesTakesOnlyWhatItUnderstands(t *testing.T) {
	var help bytes.Buffer
	if _, asked, err := parseProfiles([]string{"-h"}, &help); asked || err != nil || !strings.Contains(help.String(), "a stall of 400ms per 45s") || !strings.Contains(help.String(), "-players") {
		t.Errorf("%v: %s", err, &help)
	}
	o, asked, err := parseProfiles([]string{"-players", "4", "-duration", "2s"}, io.Discard)
	if !asked || err != nil || o.Players != 4 || o.Duration != 2*time.Second {
		t.Errorf("%+v, %v", o, err)
	}
	for _, args := range [][]string{{"-rtt", "40ms"}, {"-players", "0"}, {"lan"}, {"-duration", "1ms"}} {
		if _, _, err := parseProfiles(args, io.Discard); !errors.Is(err, errUsage) {
			t.Errorf("%v: %v", args, err)
		}
	}
}
