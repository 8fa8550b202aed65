package main

import (
	"time"

	"bankshot/bench/report"
)

// curves are what happened by the second.
func (w *window) curves(r *report.Result) {
	var times []float64
	var rate, p50, p99, down, up, cpu, bench, rss []*float64
	real := float64(len(w.crowd.bots))
	for i := 1; i < len(w.points); i++ {
		a, b := &w.points[i-1], &w.points[i]
		s := b.at.Sub(a.at).Seconds()
		times = append(times, b.at.Sub(w.begun).Seconds())
		rate = append(rate, report.Of(float64(b.snapshots-a.snapshots)/real/s))
		p50 = append(p50, w.gaps[i-1].p50)
		p99 = append(p99, w.gaps[i-1].p99)
		down = append(down, report.Of(float64(b.bytesDown-a.bytesDown)/real/s))
		up = append(up, report.Of(float64(b.bytesUp-a.bytesUp)/real/s))
		bench = append(bench, share(b.bench.CPU-a.bench.CPU, s))
		if b.known && a.known {
			cpu = append(cpu, share(b.server.CPU-a.server.CPU, s))
			rss = append(rss, report.Of(float64(b.server.RSS)/(1<<20)))
		}
	}
	r.Series = append(r.Series,
		report.Series{Name: "snapshots a player", Unit: "/s", TimeS: times, Lines: []report.Line{{Name: "arrived", Values: rate}}},
		report.Series{Name: "between two snapshots", Unit: "ms", TimeS: times, Lines: []report.Line{{Name: "p50", Values: p50}, {Name: "p99", Values: p99}}},
	)
	processors := []report.Line{{Name: "bench", Values: bench}}
	if len(cpu) > 0 {
		processors = append([]report.Line{{Name: "server", Values: cpu}}, processors...)
	}
	r.Series = append(r.Series, report.Series{Name: "CPU, 100 is a core", Unit: "%", TimeS: times, Lines: processors})
	w.metricCurves(r)
	if len(rss) > 0 {
		r.Series = append(r.Series, report.Series{Name: "the server's resident memory", Unit: "MB", TimeS: times, Lines: []report.Line{{Name: "RSS", Values: rss}}})
	}
	r.Series = append(r.Series, report.Series{
		Name: "bytes a player, headers included", Unit: "B/s", TimeS: times,
		Lines: []report.Line{{Name: "down", Values: down}, {Name: "up", Values: up}},
	})
}

// metricCurves are those of the server's histograms, which are read less often.
func (w *window) metricCurves(r *report.Result) {
	var times []float64
	lines := []struct {
		series, line, metric string
		q                    float64
		values               []*float64
	}{
		{"a room's wake-up", "p50", metricTick, 0.50, nil},
		{"a room's wake-up", "p99", metricTick, 0.99, nil},
		{"a room's lateness", "p50", metricLateness, 0.50, nil},
		{"a room's lateness", "p99", metricLateness, 0.99, nil},
		{"a room's lateness", "an idle goroutine's p99", metricControl, 0.99, nil},
	}
	var before *sums
	for i := range w.points {
		p := &w.points[i]
		if p.metrics == nil {
			continue
		}
		if before != nil {
			times = append(times, p.at.Sub(w.begun).Seconds())
			for k := range lines {
				l := &lines[k]
				d := report.BucketsOf(p.metrics, l.metric).Since(report.BucketsOf(before.metrics, l.metric))
				l.values = append(l.values, d.Quantile(l.q, toMS))
			}
		}
		before = p
	}
	for k := range lines {
		l := &lines[k]
		if last := len(r.Series) - 1; k > 0 && lines[k-1].series == l.series && last >= 0 && r.Series[last].Name == l.series {
			r.Series[last].Lines = append(r.Series[last].Lines, report.Line{Name: l.line, Values: l.values})
		} else if len(times) > 0 {
			r.Series = append(r.Series, report.Series{Name: l.series, Unit: "ms", TimeS: times, Lines: []report.Line{{Name: l.line, Values: l.values}}})
		}
	}
}

// histograms are what percentiles were taken from.
func (w *window) histograms(r *report.Result) {
	m := w.crowd.meter
	r.Histograms = append(r.Histograms,
		m.gaps.Histogram("between two snapshots", "ms", bars),
		m.margins.Histogram("lead margin", "ms", bars),
		m.corrections.Histogram("corrections of the own ship", "units", bars),
		m.late.Histogram("bots' lateness", "ms", bars),
	)
	for _, h := range []struct{ name, metric string }{
		{"a room's wake-up", metricTick}, {"a room's lateness", metricLateness},
	} {
		d := report.BucketsOf(w.last().metrics, h.metric).Since(report.BucketsOf(w.first().metrics, h.metric))
		if d.N() > 0 {
			r.Histograms = append(r.Histograms, d.Histogram(h.name, "ms", toMS))
		}
	}
}

// share is how much of a core was used.
func share(cpu time.Duration, seconds float64) *float64 {
	return report.Of(100 * cpu.Seconds() / seconds)
}
