package room

import "time"

// schedule is when a room wakes: at base and every interval after it, counted from base, so that no error adds up. It is
// told the time and never asks for it.
type schedule struct {
	base time.Time
	// hz and divisor as in Rates: an interval is divisor/hz seconds.
	hz, divisor time.Duration
	// next is the interval that comes next; catchUp is how many overdue ones are made up for.
	next    int64
	catchUp int
}

// span is how long so many intervals take.
func (s *schedule) span(intervals int64) time.Duration {
	return time.Duration(intervals) * s.divisor * time.Second / s.hz
}

// due is when the next interval is to be stepped.
func (s *schedule) due() time.Time { return s.base.Add(s.span(s.next)) }

// skipTo goes on with the first interval that is not over yet: what lies between was slept through.
func (s *schedule) skipTo(now time.Time) {
	s.next = max(s.next, s.passed(now)+1)
}

// wake says how many intervals to step now: the one that is due and a few of those overdue. The others are dropped: the
// schedule goes on as if they had never been, and steps that would have been theirs happen so much later.
func (s *schedule) wake(now time.Time) (steps, dropped int) {
	overdue := int(max(0, s.passed(now)-s.next))
	steps = 1 + min(overdue, s.catchUp)
	dropped = overdue + 1 - steps
	s.next += int64(dropped)
	return steps, dropped
}

// passed is the newest interval that was due at or before a time, -1 for none.
func (s *schedule) passed(now time.Time) int64 {
	elapsed := now.Sub(s.base)
	if elapsed < 0 {
		return -1
	}
	n := int64(elapsed * s.hz / (s.divisor * time.Second))
	// The division rounds down, and so does span: between them they may be one off.
	if s.span(n+1) <= elapsed {
		n++
	}
	return n
}

// ticksUntil is how many whole ticks lie between two times, negative where the second comes first.
func (s *schedule) ticksUntil(due, at time.Time) int {
	return floorDiv(int(due.Sub(at)*s.hz), int(time.Second))
}

// spread gives each number a place in 0..65535, far from those of the numbers just before it: multiples of the golden
// ratio never crowd.
func spread(number int) uint16 { return uint16(uint64(number) * 40503) }
