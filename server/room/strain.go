package room

import "time"

// A room of a large world that takes too long for its wake-ups tells less, not later: first no longer of what lies beyond
// the view, then of everything half as often, then a quarter as often. Each of these makes its work less; thinning out what
// is told of some cells would not, since a cell's delta is the inputs of its ships, all of which are needed sooner or later.
// The simulation goes on at its rate.

// How much of an interval a wake-up may take on average before less is told, and how much it may then come to take again.
const (
	strainHigh = 0.85
	strainLow  = 0.7
	// strainSoon and strainLate are after how many wake-ups the level may rise again, and fall again: a second, and five.
	strainSoon = 30
	strainLate = 150
)

// strainStrides are how many intervals each level puts into a snapshot.
var strainStrides = [...]int{1, 1, 2, 4}

// strain measures wake-ups and decides how much is told. Its zero value tells all.
type strain struct {
	level int
	// heavy and light are how long wake-ups take that send snapshots, and that don't: means over about the last second.
	heavy, light time.Duration
	since        int // wake-ups since the level changed
	held         int // intervals that nobody has been told of
	sent         bool
}

// narrow says that only what can be seen is told.
func (s *strain) narrow() bool { return s.level > 0 }

// due says whether a snapshot follows so many more intervals; now that it has to.
func (s *strain) due(intervals int, now bool) bool {
	s.held += intervals
	s.sent = now || s.held >= strainStrides[s.level]
	if s.sent {
		s.held = 0
	}
	return s.sent
}

// took notes how long a wake-up was, of an interval that lasts span.
func (s *strain) took(d, span time.Duration) {
	mean := &s.light
	if s.sent {
		mean = &s.heavy
	}
	if *mean == 0 {
		*mean = d
	}
	*mean += (d - *mean) / 16
	s.since++
	switch {
	case s.since >= strainSoon && s.level < len(strainStrides)-1 && s.load(s.level) > strainHigh*float64(span):
		s.level++
		s.since = 0
	case s.since >= strainLate && s.level > 0 && s.load(s.level-1) < strainLow*float64(span):
		s.level--
		s.since = 0
	}
}

// load is what a wake-up would take on average at a level.
func (s *strain) load(level int) float64 {
	stride := float64(strainStrides[level])
	return (float64(s.heavy) + (stride-1)*float64(s.light)) / stride
}

// strained notes how long a wake-up of a large world's room was.
func (r *Room) strained(took, span time.Duration) {
	if r.cells.strain.level > 0 {
		r.counters.StrainedWakes++
	}
	r.cells.strain.took(took, span)
}
