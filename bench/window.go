package main

import (
	"context"
	"errors"
	"time"

	"bankshot/game"
)

const (
	// snapshotHz is how often a match sends: once per two ticks.
	snapshotHz = game.TickHz / 2
	// scrapes is how often the server's metrics are read in a run: seldom, for it is the server who pays for it.
	scrapes = 10
	// mostPoints is how many points a curve has at most; a run that lasts longer takes larger steps than a second.
	mostPoints = 300
	bars       = 40
)

// window is the time in which is measured: sums once a second, and what bots tell in between.
type window struct {
	crowd    *crowd
	stage    *stage
	duration time.Duration

	points []sums // once in every step; the first is the beginning
	gaps   []gaps // between two points
	begun  time.Time
	// scraped is how often the server has told its metrics, the beginning not counted.
	scraped    int
	scrapeCost scrapeCost
}

// scrapeCost is what telling its metrics once makes the server allocate. A run takes it off what the server has allocated:
// with few players it would be most of that.
type scrapeCost struct{ allocs, bytes float64 }

// gaps are the percentiles of one step.
type gaps struct{ p50, p99 *float64 }

// newWindow begins to measure.
func newWindow(ctx context.Context, c *crowd, s *stage, d time.Duration) (*window, error) {
	w := &window{crowd: c, stage: s, duration: d}
	first, err := sum(ctx, c, s, true)
	if err != nil {
		return nil, err
	}
	first.feel(c)
	w.points, w.begun = []sums{first}, first.at
	if c.swarm != nil {
		c.swarm.Reset()
	}
	c.meter.measure(true)
	return w, nil
}

// run passes the time, and tells how much of it has passed.
func (w *window) run(ctx context.Context, told func(passed time.Duration)) error {
	every := max(time.Second, w.duration/scrapes)
	step := max(time.Second, (w.duration / mostPoints).Round(time.Second))
	before := w.begun
	for i := 1; ; i++ {
		due := min(time.Duration(i)*step, w.duration)
		if err := wait(ctx, time.Until(w.begun.Add(due)), nil); err != nil {
			return err
		}
		last := due == w.duration
		scrape := last || time.Since(before) >= every-100*time.Millisecond
		if scrape {
			before = time.Now()
			w.scraped++
		}
		if last {
			w.crowd.meter.measure(false)
		}
		cut := w.crowd.meter.cut()
		w.gaps = append(w.gaps, gaps{cut.Quantile(0.50), cut.Quantile(0.99)})
		p, err := sum(ctx, w.crowd, w.stage, scrape)
		if err != nil {
			return err
		}
		if last {
			p.feel(w.crowd)
		}
		w.points = append(w.points, p)
		told(due)
		if err := w.stage.alive(); err != nil {
			return err
		}
		if last {
			return w.scrapeAllocs(ctx)
		}
	}
}

func (w *window) first() *sums { return &w.points[0] }
func (w *window) last() *sums  { return &w.points[len(w.points)-1] }

// seconds is how long was measured.
func (w *window) seconds() float64 { return w.last().at.Sub(w.first().at).Seconds() }

// scrapeAllocs finds out what telling its metrics makes the server allocate, with everybody still there: idle servers tell
// less. Play allocates meanwhile, and so does a pool that was just emptied: the
// cheapest counts.
func (w *window) scrapeAllocs(ctx context.Context) error {
	if w.stage.server == nil {
		return nil
	}
	before := w.last().metrics
	for i := range scrapeTries {
		m, err := w.stage.server.Metrics(ctx)
		if err != nil {
			return errors.Join(err, w.stage.alive())
		}
		allocs, bytes := m[metricAllocs]-before[metricAllocs], m[metricAllocBytes]-before[metricAllocBytes]
		if i == 0 {
			w.scrapeCost = scrapeCost{allocs, bytes}
		}
		w.scrapeCost = scrapeCost{min(allocs, w.scrapeCost.allocs), min(bytes, w.scrapeCost.bytes)}
		before = m
	}
	return nil
}
