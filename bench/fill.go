package main

import (
	"fmt"
	"math"
	"runtime"
	"time"

	"bankshot/bench/report"
)

// Names of the server's metrics.
const (
	metricTick     = "bankshot_tick_duration_seconds"
	metricLateness = "bankshot_tick_lateness_seconds"
	metricControl  = "bankshot_control_lateness_seconds"
	metricPauses   = "go_sched_pauses_total_gc_seconds"

	metricAllocs     = "go_memstats_mallocs_total"
	metricAllocBytes = "go_memstats_alloc_bytes_total"
)

// toMS turns seconds into milliseconds.
const toMS = 1000.0

// fill puts what the window has seen into the result.
func (w *window) fill(r *report.Result) {
	r.Setting.MeasuredS = w.seconds()
	w.players(r)
	w.feel(r)
	w.effects(r)
	w.contents(r)
	w.cells(r)
	w.server(r)
	w.bench(r)
	w.light(r)
	w.curves(r)
	w.histograms(r)
}

// players are the figures of what arrives.
func (w *window) players(r *report.Result) {
	a, b := w.first(), w.last()
	real := float64(len(w.crowd.bots))
	snapshots, down, up := float64(b.snapshots-a.snapshots), float64(b.bytesDown-a.bytesDown), float64(b.bytesUp-a.bytesUp)
	m := w.crowd.meter
	if b.light != nil {
		// Light bots count from the window's beginning.
		snapshots += float64(b.light.Snapshots)
		down += float64(b.light.BytesDown)
		up += float64(b.light.BytesUp)
		m.mergeLight(&b.light.Interarrival)
		real += float64(w.crowd.nLight)
	}
	perPlayer := 1 / (real * w.seconds())
	r.SnapshotsPerPlayerS = report.Of(snapshots * perPlayer)
	r.BytesDownPerPlayerS = report.Of(down * perPlayer)
	r.BytesUpPerPlayerS = report.Of(up * perPlayer)
	r.InterarrivalP50MS = m.gaps.Quantile(0.50)
	r.InterarrivalP99MS = m.gaps.Quantile(0.99)
}

// feel are the figures of real clients alone.
func (w *window) feel(r *report.Result) {
	a, b := w.first(), w.last()
	m := w.crowd.meter
	share := func(part, all int) *float64 { return report.Of(100 * float64(part) / float64(all)) }
	r.MispredictedTicksPct = share(b.mispredicted-a.mispredicted, b.ticks-a.ticks)
	r.SurpriseTicksPct = share(b.surprises-a.surprises, b.ticks-a.ticks)
	r.StarvedFramesPct = share(b.starved-a.starved, b.frames-a.frames)
	r.CorrectionP99Units = m.corrections.Quantile(0.99)
	r.LeadMarginP50MS = m.margins.Quantile(0.50)
	r.RTTP50MS = m.trips.Quantile(0.50)
	r.Desyncs = report.Of(float64(b.desyncs - a.desyncs))
	if n := b.broken - a.broken + b.refused - a.refused; n > 0 {
		r.Warn("%d snapshots or frames could not be decoded", n)
	}
}

// server are the figures that only bench's own server tells.
func (w *window) server(r *report.Result) {
	a, b := w.first(), w.last()
	if w.stage.server == nil {
		r.Warn("-server names the server, so what it spends was not measured: its CPU time, memory and metrics are read of bench's own child alone")
		return
	}
	grew := func(name string) float64 {
		before, ok := a.metrics[name]
		after, still := b.metrics[name]
		if !ok || !still {
			return math.NaN()
		}
		return after - before
	}
	// A server that falls behind must not look cheap for it: what it has not sent does not count.
	intervals := float64(r.Players) * w.seconds() * r.Setting.SnapshotsHz
	if sent := grew("bankshot_snapshots_sent_total"); sent < intervals {
		intervals = sent
	}
	if a.known && b.known {
		cpu := b.server.CPU - a.server.CPU - time.Duration(w.scraped)*w.stage.scrape
		r.ServerCPUUSPerPlayerInterval = report.Of(float64(cpu.Microseconds()) / intervals)
		r.ServerCPUPct = report.Of(100 * cpu.Seconds() / w.seconds())
		// A few players need less than the server gives back of what its start took.
		r.RSSKBPerPlayer = less(float64(b.server.RSS)/1024, float64(w.stage.empty.RSS)/1024, float64(r.Players))
		r.ServerRSSMB = report.Of(float64(b.server.RSS) / (1 << 20))
	}
	p99 := func(name string) *float64 {
		return report.BucketsOf(b.metrics, name).Since(report.BucketsOf(a.metrics, name)).Quantile(0.99, toMS)
	}
	r.TickP99MS = p99(metricTick)
	r.LatenessP99MS = p99(metricLateness)
	r.ControlLatenessP99MS = p99(metricControl)
	r.GCPauseP99MS = p99(metricPauses)
	r.TicksDropped = report.Of(grew("bankshot_ticks_dropped_total"))
	told := float64(w.scraped)
	r.AllocsPerPlayerInterval = less(grew(metricAllocs), told*w.scrapeCost.allocs, intervals)
	r.AllocBytesPerPlayerInterval = less(grew(metricAllocBytes), told*w.scrapeCost.bytes, intervals)
	inputs := func(result string) float64 { return grew(fmt.Sprintf("bankshot_inputs_total{result=%q}", result)) }
	late := inputs("late") + inputs("too_late")
	r.InputsLatePct = report.Of(100 * late / (late + inputs("accepted")))
}

// less is what remains of all without the base, for each of so many; nil if it drowns in that.
func less(all, base, of float64) *float64 {
	if all < base {
		return nil
	}
	return report.Of((all - base) / of)
}

// bench are the figures about bench itself.
func (w *window) bench(r *report.Result) {
	a, b := w.first(), w.last()
	if b.bench.CPU > 0 {
		r.BenchCPUPct = report.Of(100 * (b.bench.CPU - a.bench.CPU).Seconds() / w.seconds() / float64(runtime.NumCPU()))
	}
	m := w.crowd.meter
	r.BotLatenessP99MS = m.late.Quantile(0.99)
	r.BotControlP99MS = m.control.Quantile(0.99)
	drawn, skipped := b.crew.Frames-a.crew.Frames, b.crew.Skipped-a.crew.Skipped
	r.BotFramesSkippedPct = report.Of(100 * float64(skipped) / float64(drawn+skipped))
}
