package room

import "time"

// A room of a large world that cannot keep its schedule tells less, not later: first no longer of what lies beyond
// the view, then of everything half as often, then a quarter as often. Each of these makes its work less; thinning out what
// is told of some cells would not, since a cell's delta is the inputs of its ships, all of which are needed sooner or later.
// The simulation goes on at its rate.

// Wake-ups that take long are no reason as long as they are punctual: on a machine that others use as well they often take
// most of an interval, and everybody is told in time all the same. What counts is that the room keeps its schedule. So it
// tells less when it wakes late, and its own work is what makes it so.
const (
	// strainLate is by which share of an interval wake-ups are late, on average, when less is told.
	strainLate = 1.0 / 4
	// strainBusy is how much of an interval wake-ups take at least, on average, for that to be the room's own doing; strainFits
	// how much they would have to take at most for more to be tried again.
	strainBusy = 0.7
	strainFits = 0.95
	// strainRise and strainFall are after how many wake-ups the level may rise again, and fall again: a second, and three. A
	// fall that lasts for less than strainTried, ten seconds, was one too many: the next waits twice as long, for a minute at
	// most.
	strainRise  = 30
	strainFall  = 90
	strainTried = 300
	strainLong  = 1800
)

// strainStrides are how many intervals each level puts into a snapshot.
var strainStrides = [...]int{1, 1, 2, 4}

// strain measures wake-ups and decides how much is told. Its zero value tells all.
type strain struct {
	level int
	// heavy and light are how long wake-ups take that send snapshots, and that don't: means over about the last second.
	heavy, light time.Duration
	late         time.Duration // how late those are that send snapshots: such a mean
	since        int           // wake-ups since the level changed
	fell         bool          // it has just fallen, and nobody knows yet whether that lasts
	patience     int           // wake-ups until it may fall, where that is more than strainFall
	held         int           // intervals that nobody has been told of
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

// took notes how late a wake-up came and how long it was, of an interval that lasts span.
func (s *strain) took(late, d, span time.Duration) {
	mean := &s.light
	if s.sent {
		mean = &s.heavy
		// One long stall is none of the room's doing; and one that sends nothing may well be late behind one that tells of
		// several intervals.
		s.late += (min(late, span) - s.late) / 16
	}
	if *mean == 0 {
		*mean = d
	}
	*mean += (d - *mean) / 16
	s.since++
	interval := float64(span)
	behind := float64(s.late) > strainLate*interval
	switch {
	case s.since >= strainRise && s.level < len(strainStrides)-1 && behind && s.load(s.level) > strainBusy*interval:
		if s.fell {
			s.patience = min(2*max(s.patience, strainFall), strainLong)
		}
		s.level, s.since, s.fell = s.level+1, 0, false
	case s.since >= max(s.patience, strainFall) && s.level > 0 && !behind && s.load(s.level-1) < strainFits*interval:
		s.level, s.since, s.fell = s.level-1, 0, true
	case s.fell && s.since >= strainTried:
		s.fell, s.patience = false, 0
	}
}

// load is what a wake-up takes on average at this level, and would take at least at another: most of what a snapshot costs
// is what happened in the intervals it tells of.
func (s *strain) load(level int) float64 {
	stride, now := float64(strainStrides[level]), float64(strainStrides[s.level])
	return (float64(s.heavy)*stride/now + (stride-1)*float64(s.light)) / stride
}

// strained notes how late a wake-up of a large world's room came, and how long it was.
func (r *Room) strained(late, took, span time.Duration) {
	if r.cells.strain.level > 0 {
		r.counters.StrainedWakes++
	}
	r.cells.strain.took(late, took, span)
}
