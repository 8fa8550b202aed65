package main

import (
	"context"
	"errors"
	"os"
	"time"

	"bankshot/bench/bot"
	"bankshot/bench/child"
	"bankshot/bench/light"
	"bankshot/client/predict"
)

// sums are everything that only grows, or is read as it stands, at one moment.
type sums struct {
	at time.Time

	// Of real clients.
	snapshots, bytesDown, bytesUp  int
	refused                        int
	ticks, mispredicted, surprises int
	frames, starved                int
	desyncs, broken, corrections   int
	jumps, givenUp                 int
	hitsSeen, hitsCounted, moot    int
	// cells and ships are those known now, whole how many cells have come whole.
	cells, ships, whole int
	crew                bot.CrewStats
	contents            contents
	// light is of light bots; nil without any.
	light *light.Stats

	// server is what the server uses, bench what this process does; known says whether the system tells.
	server, bench child.Usage
	known         bool
	// metrics are the server's; nil if they were not read.
	metrics child.Metrics
}

// sum reads everything. Reading the metrics costs the server two milliseconds, which is why it is only done when asked.
func sum(ctx context.Context, c *crowd, s *stage, metrics bool) (sums, error) {
	now := sums{crew: c.crew.Stats()}
	if s.server != nil {
		if metrics {
			m, err := s.server.Metrics(ctx)
			if err != nil {
				return now, errors.Join(s.alive(), err)
			}
			now.metrics = m
		}
		usage, err := s.server.Usage()
		if err != nil && !errors.Is(err, child.ErrUsage) {
			return now, errors.Join(s.alive(), err)
		}
		now.server, now.known = usage, err == nil
	}
	if usage, err := child.UsageOf(os.Getpid()); err == nil {
		now.bench = usage
	}
	now.at = time.Now()
	for _, b := range c.bots {
		counts := b.Counts()
		now.snapshots += counts.Snapshots
		now.bytesDown += counts.BytesDown
		now.bytesUp += counts.BytesUp
		now.refused += counts.Refused
	}
	if c.swarm != nil {
		st := c.swarm.Stats()
		now.light = &st
	}
	return now, nil
}

// feel adds what takes longer to read: only the beginning and the end of the time measured need it.
func (s *sums) feel(c *crowd) {
	for _, b := range c.bots {
		b.Look(func(p *predict.Predictor, _ *predict.View) {
			st := p.Stats()
			s.ticks += st.Ticks
			s.mispredicted += st.Mispredicted
			s.surprises += st.Surprises
			s.frames += st.Frames
			s.starved += st.Starved
			s.desyncs += st.Desyncs
			s.broken += st.Broken
			s.corrections += st.Corrections
			s.jumps += st.Jumps
			s.givenUp += st.GivenUp
			s.hitsSeen += st.HitsSeen
			s.hitsCounted += st.HitsCounted
			s.moot += st.HitsMoot
			s.cells += st.Cells
			s.whole += st.CellsWhole
			s.ships += len(p.Replica().Ships)
		})
		if c, ok := b.Contents(); ok {
			s.contents.add(&c)
		}
	}
}
