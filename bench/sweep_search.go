package main

// search finds the most players that a server can carry: it doubles while that goes well, halves while it does not, and
// then goes on in the middle between the two. It is told of each trial and knows nothing else.
//
// More players than some that were too many are taken for too many as well. That holds for servers; a machine that was busy
// with something else for a moment is why a trial that fails is made again before it counts.
type search struct {
	// least and most bound what is tried; precision is how far apart the two ends may lie, as a share of the lower one.
	least, most int
	precision   float64

	// low is the most that went well, 0 for none yet; high the fewest that did not, one beyond most for none yet.
	low, high int
	first     int
	failed    bool // the next number once
	n         int
}

// newSearch begins at a number of players.
func newSearch(first, least, most int, precision float64) *search {
	return &search{least: least, most: most, precision: precision, high: most + 1, first: max(least, min(first, most))}
}

// next is how many players to try now; false when it is known well enough.
func (s *search) next() (n int, more bool) {
	if s.failed {
		return s.n, true
	}
	switch {
	case s.low == 0 && s.high > s.most:
		s.n = s.first
	case s.high > s.most && s.low < s.most:
		s.n = min(2*s.low, s.most)
	case s.low == 0 && s.high > s.least:
		s.n = max(s.high/2, s.least)
	case s.low == 0, s.low == s.most, float64(s.high-s.low) <= max(1, s.precision*float64(s.low)):
		return 0, false
	default:
		s.n = (s.low + s.high) / 2
	}
	return s.n, true
}

// put takes how the trial of the number that next gave went.
func (s *search) put(well bool) {
	switch {
	case well:
		s.low, s.failed = s.n, false
	case !s.failed:
		s.failed = true
	default:
		s.high, s.failed = s.n, false
	}
}

// found is the most players that went well, 0 where none did.
func (s *search) found() int { return s.low }

// trials is how many there are at most.
func (s *search) trials() int {
	worst := 0
	// Each number of players that a server may carry leads along one way; a few on each octave come near the longest.
	for limit := s.least; limit <= s.most; limit += max(1, limit/16) {
		again := newSearch(s.first, s.least, s.most, s.precision)
		count := 0
		for n, more := again.next(); more; n, more = again.next() {
			again.put(n < limit)
			count++
		}
		worst = max(worst, count)
	}
	return worst
}
