package snap

import (
	"math/bits"

	"bankshot/game"
)

// lagContext tells those who have no lag, as pilots never do, from those whose lag follows their connection; it changes
// at most once in a snapshot, in its first tick.
func (k *known) lagContext() context {
	switch {
	case !k.alive:
		return ctxLag
	case k.lag == 0:
		return ctxLag + 1
	case !k.moved:
		return ctxLag + 2
	default:
		return ctxLag + 3
	}
}

// lag writes by how much a ship's player sees the others late. It seldom changes, since clients send another only when it
// is off by enough to matter.
func (w *writer) lag(k *known, lag uint8) {
	if w.bit(k.lagContext(), lag != k.lag); lag == k.lag {
		return
	}
	size := uint32(max(lag, k.lag) - min(lag, k.lag))
	w.bit(ctxLagBack, lag < k.lag)
	bucket := bits.Len32(size) - 1
	for i := range bucket {
		w.bit(ctxLagBucket+context(i), true)
	}
	if bucket < lagBuckets-1 {
		w.bit(ctxLagBucket+context(bucket), false)
	}
	w.raw(size&(1<<bucket-1), bucket)
}

func (r *reader) lag(k *known) uint8 {
	if !r.bit(k.lagContext()) {
		return k.lag
	}
	back := r.bit(ctxLagBack)
	bucket := 0
	for bucket < lagBuckets-1 && r.bit(ctxLagBucket+context(bucket)) {
		bucket++
	}
	size := int(1<<bucket | r.raw(bucket))
	if back {
		size = -size
	}
	lag := int(k.lag) + size
	if lag < 0 || lag > game.MaxLag {
		r.wrong = true
		return k.lag
	}
	return uint8(lag)
}
