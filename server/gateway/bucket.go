package gateway

import "time"

// bucket allows a rate and, after a quiet time, a burst. Time is an argument.
type bucket struct {
	each  time.Duration // for one more
	burst int
	level time.Duration // how long filling up to here took; burst fills in full()
	last  time.Time
}

func newBucket(perSecond, burst int, now time.Time) bucket {
	return newBucketEvery(time.Second/time.Duration(perSecond), burst, now)
}

func newBucketEvery(each time.Duration, burst int, now time.Time) bucket {
	b := bucket{each: each, burst: burst, last: now}
	b.level = b.full()
	return b
}

func (b *bucket) full() time.Duration { return time.Duration(b.burst) * b.each }

// isFull says that nothing was taken for so long that all is forgotten.
func (b *bucket) isFull(now time.Time) bool { return b.level+now.Sub(b.last) >= b.full() }

// take says whether n more are within the allowance at this time.
func (b *bucket) take(n int, now time.Time) bool {
	b.level = min(b.full(), b.level+now.Sub(b.last))
	b.last = now
	cost := time.Duration(n) * b.each
	if cost > b.level {
		return false
	}
	b.level -= cost
	return true
}
