package main

import "bankshot/bench/report"

// What makes figures doubtful.
const (
	lateBotsMS     = 8.0 // half a frame
	skippedPct     = 0.5
	lateLightPct   = 1.0
	floorSpreadPct = 30.0
	benchCPUPct    = 45.0 // of the machine: the rest is the server's
	deliveredShare = 0.95
	busyCoreLoad   = 0.25
)

// judge warns of what whoever reads the figures has to know, above all that bench itself was the limit.
func judge(r *report.Result) {
	above := func(v *float64, most float64) bool { return v != nil && *v > most }
	if above(r.BotLatenessP99MS, lateBotsMS) || above(r.BotFramesSkippedPct, skippedPct) {
		r.Warn("bots drew late: the machine had no time for them, and what they measured is theirs rather than the server's; take fewer players, more -light, or another machine")
	}
	if above(r.LightLateSendsPct, lateLightPct) {
		r.Warn("light bots sent %.1f %% of their frames late: the machine had no time for them, and the server's figures suffer from that", *r.LightLateSendsPct)
	}
	if above(r.FloorSpreadPct, floorSpreadPct) {
		r.Warn("the windows of the epoll floor differ by %.0f %%: something else disturbed them, so repeat before you trust the ratios", *r.FloorSpreadPct)
	}
	if above(r.BenchCPUPct, benchCPUPct) {
		r.Warn("bench used %.0f %% of the machine: the limit was bench, not the server", *r.BenchCPUPct)
	}
	if r.SnapshotsPerPlayerS != nil && *r.SnapshotsPerPlayerS < deliveredShare*r.Setting.SnapshotsHz {
		r.Warn("%.1f of %.0f snapshots a second arrived: this is more than server, machine or way can carry", *r.SnapshotsPerPlayerS, r.Setting.SnapshotsHz)
	}
	if above(r.Desyncs, 0) {
		r.Warn("%.0f replicas differed from the server: that is a bug, whatever the load", *r.Desyncs)
	}
	if s := &r.Setting; s.LoadBefore != nil && *s.LoadBefore > busyCoreLoad*float64(max(s.Cores, 1)) {
		r.Warn("the machine was busy before the run (load %.1f): times are upper bounds, ratios are better", *s.LoadBefore)
	}
}
