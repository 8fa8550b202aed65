package room

import "time"

// tallyBuckets is how many bounds a Scale may have, and one more for what lies above them all.
const tallyBuckets = 20

// Tally is a histogram that one goroutine keeps: how many values fell into each bucket of its Scale, and their sum.
// Observing is an increment, without a lock or a word shared with other rooms, because a room observes every seat in
// every interval; who asks adds up the rooms' copies.
type Tally struct {
	N   [tallyBuckets]uint64
	Sum uint64
}

// Scale are a Tally's upper bounds, included, in ascending order. What lies above the last is counted behind it.
type Scale []uint64

// The scales of what a room observes: in steps of 1, 2 and 5, but for lateness, where half a millisecond has to be told
// from one at the very place where a healthy machine's timers are late.
var (
	LatenessScale = nanoseconds(
		50*time.Microsecond, 100*time.Microsecond, 200*time.Microsecond, 500*time.Microsecond,
		1*time.Millisecond, 1500*time.Microsecond, 2*time.Millisecond, 2500*time.Microsecond, 3*time.Millisecond,
		4*time.Millisecond, 5*time.Millisecond, 7*time.Millisecond, 10*time.Millisecond,
		20*time.Millisecond, 50*time.Millisecond, 100*time.Millisecond, 200*time.Millisecond, 500*time.Millisecond, time.Second,
	)
	DurationScale = nanoseconds(
		10*time.Microsecond, 20*time.Microsecond, 50*time.Microsecond,
		100*time.Microsecond, 200*time.Microsecond, 500*time.Microsecond,
		1*time.Millisecond, 2*time.Millisecond, 5*time.Millisecond,
		10*time.Millisecond, 20*time.Millisecond, 50*time.Millisecond, 100*time.Millisecond, 200*time.Millisecond, 500*time.Millisecond,
	)
	BodyScale      = Scale{10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000}
	EchoScale      = nanoseconds(20*time.Millisecond, 50*time.Millisecond, 100*time.Millisecond, 200*time.Millisecond, 500*time.Millisecond, time.Second, 2*time.Second, 5*time.Second, 10*time.Second, 20*time.Second)
	RoundTimeScale = nanoseconds(
		5*time.Millisecond, 10*time.Millisecond, 20*time.Millisecond, 50*time.Millisecond,
		100*time.Millisecond, 200*time.Millisecond, 500*time.Millisecond, time.Second, 2*time.Second,
	)
)

func nanoseconds(bounds ...time.Duration) Scale {
	s := make(Scale, len(bounds))
	for i, d := range bounds {
		s[i] = uint64(d)
	}
	return s
}

// put counts a value. Small ones, which are the many, are found first.
func (s Scale) put(t *Tally, v uint64) {
	i := 0
	for i < len(s) && v > s[i] {
		i++
	}
	t.N[i]++
	t.Sum += v
}

// putTime counts a duration; one below zero, as when a clock was set, is none.
func (s Scale) putTime(t *Tally, d time.Duration) { s.put(t, uint64(max(0, d))) }

// Count is how many values were counted.
func (t *Tally) Count() (n uint64) {
	for _, c := range t.N {
		n += c
	}
	return n
}

// Add adds another room's, of the same Scale.
func (t *Tally) Add(o *Tally) {
	for i, n := range o.N {
		t.N[i] += n
	}
	t.Sum += o.Sum
}

// Sub takes off what was counted before, of the same Scale.
func (t *Tally) Sub(before *Tally) {
	for i, n := range before.N {
		t.N[i] -= n
	}
	t.Sum -= before.Sum
}

// Quantile is the bound of the bucket that the value at a share of all lies in, 0 to 1: the next lower one, so that it is
// no more than the value itself. It is 0 for nothing, and for what lies below the first bound.
func (s Scale) Quantile(t *Tally, share float64) time.Duration {
	want := uint64(share * float64(t.Count()))
	below := uint64(0)
	for i := range s {
		if below += t.N[i]; below > want || below == t.Count() {
			if i == 0 {
				return 0
			}
			return time.Duration(s[i-1])
		}
	}
	return time.Duration(s[len(s)-1])
}
