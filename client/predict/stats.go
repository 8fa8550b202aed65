package predict

import (
	"slices"
	"time"

	"bankshot/game/wire"
)

// Stats is how prediction and connection are doing: for the netgraph and for bench. Counts are since the start, rates of
// the last full second.
type Stats struct {
	// RTT is the newest measured round trip, without what the server held back; 0 before the first.
	RTT time.Duration
	// JitterMS is by how much 95 of 100 snapshots are late at most.
	JitterMS float64
	// Margin is by how many ticks my newest measured input was early; wire.MarginNone while there is nothing to measure.
	Margin int8
	// LeadTicks is how far my time is ahead of the newest snapshot, BehindTicks how far the others' is behind it.
	LeadTicks, BehindTicks float64
	// InterpolationMS is how far the others are drawn behind the stream of snapshots.
	InterpolationMS float64

	// Ticks is how many of my ship's ticks were compared, Mispredicted how many of them had strayed from what I had
	// predicted from my own inputs; Surprises those in which I was born or died otherwise than foreseen.
	Ticks, Mispredicted, Surprises int
	// GivenUp is how many ticks my inputs came too late for, because no frame was drawn in time.
	GivenUp int
	// Corrections is how often the drawn ship had to move, LastCorrection by how many units, CorrectionP99 of the
	// newest 256. Jumps are those that were too long to be smoothed.
	Corrections, Jumps            int
	LastCorrection, CorrectionP99 float32

	// HitsSeen is how many hits of mine were to be seen on the screen, clearly and on a ship that could be hurt, and
	// HitsCounted how many of those the server has counted. HitsMoot were seen too, but something else had killed the victim
	// by then, or the shot was fired in another tick than foreseen, so that there was nothing to judge.
	HitsSeen, HitsCounted, HitsMoot int

	// Frames is how many calls of Advance there were, Starved in how many of them the others stood still for want of
	// snapshots.
	Frames, Starved int

	BytesUpPerSec, BytesDownPerSec, SnapshotsPerSec float64
	Snapshots, Fulls                                int
	// Cells is how many cells of a large world are known now, CellsWhole how many have come whole.
	Cells, CellsWhole int

	// Desyncs: the replica's hash differed. Gaps: a snapshot did not follow. Broken: one did not decode. Keyframes: full
	// snapshots asked for. Rebases: the server's clock stood still. Connections: how often we came back. EventsLost:
	// events that no View was there to take.
	Desyncs, Gaps, Broken, Keyframes, Rebases, Connections, EventsLost int
}

// counts is what Stats is made of.
type counts struct {
	rtt time.Duration

	ticks, mispredicted, surprises, givenUp   int
	corrections, jumps                        int
	sizes                                     [256]float32
	frames, starved                           int
	snapshots, fulls                          int
	desyncs, gaps, broken, keyframes, rebases int
	connections                               int
	bytesUp, bytesDown                        int
	since                                     time.Duration
	sinceUp, sinceDown, sinceSnapshots        int
	upPerSec, downPerSec, snapshotsPerSec     float64
}

func (c *counts) down(bytes int) { c.bytesDown += bytes }
func (c *counts) up(bytes int)   { c.bytesUp += bytes }

// compared counts a tick of my ship that was told, and those before it that were not: if it is the same, so were they.
func (c *counts) compared(like likeness, flying bool, ticks int) {
	if like == reborn {
		c.surprises++
		return
	}
	if !flying {
		return
	}
	c.ticks += ticks
	if like == strayed || like == untold {
		c.mispredicted++
	}
}

func (c *counts) corrected(units float32) {
	c.sizes[c.corrections%len(c.sizes)] = units
	c.corrections++
	if units > errorSnaps {
		c.jumps++
	}
}

// second brings the rates up to date once a second.
func (c *counts) second(now time.Duration) {
	passed := now - c.since
	if passed < time.Second {
		return
	}
	s := passed.Seconds()
	c.upPerSec = float64(c.bytesUp-c.sinceUp) / s
	c.downPerSec = float64(c.bytesDown-c.sinceDown) / s
	c.snapshotsPerSec = float64(c.snapshots-c.sinceSnapshots) / s
	c.since, c.sinceUp, c.sinceDown, c.sinceSnapshots = now, c.bytesUp, c.bytesDown, c.snapshots
}

// p99 is the 99th percentile of the newest corrections.
func (c *counts) p99() float32 {
	n := min(c.corrections, len(c.sizes))
	if n == 0 {
		return 0
	}
	var sorted [len(c.sizes)]float32
	copy(sorted[:], c.sizes[:n])
	slices.Sort(sorted[:n])
	return sorted[(n*99-1)/100]
}

// Stats is how things stand.
func (p *Predictor) Stats() Stats {
	c := &p.counts
	s := Stats{
		RTT:             c.rtt,
		JitterMS:        p.clock.late.value * float64(tickTime) / float64(time.Millisecond),
		Margin:          p.clock.margin,
		InterpolationMS: p.clock.behind() * float64(tickTime) / float64(time.Millisecond),
		Ticks:           c.ticks, Mispredicted: c.mispredicted, Surprises: c.surprises,
		GivenUp:     c.givenUp,
		Corrections: c.corrections, Jumps: c.jumps, CorrectionP99: c.p99(),
		HitsSeen: p.seen.settled, HitsCounted: p.seen.counted, HitsMoot: p.seen.moot,
		Frames: c.frames, Starved: c.starved,
		BytesUpPerSec: c.upPerSec, BytesDownPerSec: c.downPerSec, SnapshotsPerSec: c.snapshotsPerSec,
		Snapshots: c.snapshots, Fulls: c.fulls, Cells: len(p.cells.held), CellsWhole: p.cells.fulls,
		Desyncs: c.desyncs, Gaps: c.gaps, Broken: c.broken, Keyframes: c.keyframes, Rebases: c.rebases,
		Connections: c.connections, EventsLost: p.happens.lost,
	}
	if c.corrections > 0 {
		s.LastCorrection = c.sizes[(c.corrections-1)%len(c.sizes)]
	}
	if p.ready {
		s.LeadTicks = p.clock.mine - float64(p.replica.Tick)
		s.BehindTicks = float64(p.replica.Tick) - p.clock.others
	} else {
		s.Margin = wire.MarginNone
	}
	return s
}
