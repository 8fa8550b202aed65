package delay

import (
	"math/rand/v2"
	"time"
)

// schedule says when a chunk leaves that came at a time; times are since the connection began. What chance decides about
// stalls does not depend on the traffic: one seed stalls at the same times, whatever is sent.
type schedule struct {
	delay, jitter time.Duration // one way, jitter up and down
	chunks        *rand.Rand

	stallFor, stallEvery time.Duration
	stalls               *rand.Rand
	stall                time.Duration // when the newest stall begins
	window               time.Duration // the stretch of stallEvery that it is in

	last time.Duration // when the chunk before leaves
}

func newSchedule(cfg *Config, connection, way uint64) schedule {
	s := schedule{
		delay: cfg.RTT / 2, jitter: cfg.Jitter / 2,
		chunks:   rand.New(rand.NewPCG(cfg.Seed, connection<<2|way<<1)),
		stallFor: cfg.StallFor, stallEvery: cfg.StallEvery,
		stalls: rand.New(rand.NewPCG(cfg.Seed, connection<<2|way<<1|1)),
		window: -cfg.StallEvery,
	}
	if s.stallEvery > 0 {
		s.next()
	}
	return s
}

// next draws the stall of the next stretch: one in each, anywhere in it, so that even a short run sees its share.
func (s *schedule) next() {
	s.window += s.stallEvery
	s.stall = s.window + time.Duration(s.stalls.Int64N(int64(s.stallEvery-s.stallFor)+1))
}

// leaves is when a chunk leaves that came at that time. Chunks must be asked about in the order in which they came.
func (s *schedule) leaves(at time.Duration) time.Duration {
	at += s.delay
	if s.jitter > 0 {
		at += time.Duration(s.chunks.Int64N(2*int64(s.jitter)+1)) - s.jitter
	}
	at = max(at, s.last)
	if s.stallEvery > 0 {
		for at >= s.stall+s.stallFor {
			s.next()
		}
		if at >= s.stall {
			at = s.stall + s.stallFor
		}
	}
	s.last = at
	return at
}

// notBefore holds everything back until then.
func (s *schedule) notBefore(at time.Duration) { s.last = max(s.last, at) }
