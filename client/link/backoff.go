package link

import "time"

const (
	firstWait = 100 * time.Millisecond
	mostWait  = 5 * time.Second
)

// backoff says how long to wait before each attempt: not at all, then from 100 ms on twice as long each time, up to 5 s,
// each spread over half to one and a half, so that a thousand clients dropped together do not come back together.
type backoff struct{ failed int }

// next is the wait before the next attempt; spread is a random number in [0, 1).
func (b *backoff) next(spread float64) time.Duration {
	n := b.failed
	b.failed++
	if n == 0 {
		return 0
	}
	wait := mostWait
	if n <= 6 {
		wait = min(firstWait<<(n-1), mostWait)
	}
	return time.Duration(float64(wait) * (0.5 + spread))
}

// told is the wait that a server asked for, spread over up to a quarter more.
func (b *backoff) told(wait time.Duration, spread float64) time.Duration {
	b.failed = max(b.failed, 1)
	return time.Duration(float64(wait) * (1 + spread/4))
}

func (b *backoff) reset() { b.failed = 0 }
