package main

import (
	"context"
	"time"

	"bankshot/bench/report"
	"bankshot/game"
)

const (
	// snapshotHz is how often a match sends: once per two ticks.
	snapshotHz = game.TickHz / 2
	// scrapes is how often the server's metrics are read in a run: seldom, for it is the server who pays for it.
	scrapes = 10
	bars    = 40
)

// window is the time in which is measured: sums once a second, and what bots tell in between.
type window struct {
	crowd    *crowd
	stage    *stage
	duration time.Duration

	points  []sums        // once a second; the first is the beginning
	gaps    []report.Hist // between two points
	begun   time.Time
	control report.Hist
}

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

// run passes the time.
func (w *window) run(ctx context.Context, told func(passed time.Duration)) error {
	every := max(time.Second, w.duration/scrapes)
	scraped := w.begun
	for i := 1; ; i++ {
		due := min(time.Duration(i)*time.Second, w.duration)
		if err := wait(ctx, time.Until(w.begun.Add(due)), func(time.Duration) {}); err != nil {
			return err
		}
		last := due == w.duration
		scrape := last || time.Since(scraped) >= every-100*time.Millisecond
		if scrape {
			scraped = time.Now()
		}
		if last {
			w.crowd.meter.measure(false)
		}
		w.gaps = append(w.gaps, w.crowd.meter.cut())
		p, err := sum(ctx, w.crowd, w.stage, scrape)
		if err != nil {
			return err
		}
		if last {
			p.feel(w.crowd)
		}
		w.points = append(w.points, p)
		told(due)
		if err := w.stage.alive(); err != nil || last {
			return err
		}
	}
}

func (w *window) first() *sums { return &w.points[0] }
func (w *window) last() *sums  { return &w.points[len(w.points)-1] }

// seconds is how long was measured.
func (w *window) seconds() float64 { return w.last().at.Sub(w.first().at).Seconds() }
