package light

import "time"

// Histogram counts durations: in steps of 0.1 ms up to 200 ms, and of 5 ms up to 5 s; longer ones count as 5 s. The zero
// value is empty.
type Histogram struct {
	counts [fineBuckets + coarseBuckets + 1]uint64
	n      uint64
	max    time.Duration
}

const (
	fineStep      = 100 * time.Microsecond
	coarseStep    = 5 * time.Millisecond
	fineEnd       = 200 * time.Millisecond
	coarseEnd     = 5 * time.Second
	fineBuckets   = int(fineEnd / fineStep)
	coarseBuckets = int((coarseEnd - fineEnd) / coarseStep)
)

// Add counts one duration.
func (h *Histogram) Add(d time.Duration) {
	i := 0
	switch {
	case d >= coarseEnd:
		i = fineBuckets + coarseBuckets
	case d >= fineEnd:
		i = fineBuckets + int((d-fineEnd)/coarseStep)
	case d > 0:
		i = int(d / fineStep)
	}
	h.counts[i]++
	h.n++
	h.max = max(h.max, d)
}

// Merge adds what another one counted.
func (h *Histogram) Merge(o *Histogram) {
	for i, n := range o.counts {
		h.counts[i] += n
	}
	h.n += o.n
	h.max = max(h.max, o.max)
}

// Count is how many there were.
func (h *Histogram) Count() uint64 { return h.n }

// Max is the longest.
func (h *Histogram) Max() time.Duration { return h.max }

// Quantile is the duration that the share q (0 to 1) of all stayed within, to the bucket's upper edge; 0 if there were
// none.
func (h *Histogram) Quantile(q float64) time.Duration {
	if h.n == 0 {
		return 0
	}
	rank := uint64(q * float64(h.n))
	seen := uint64(0)
	for i, n := range h.counts {
		if seen += n; seen > rank || seen == h.n {
			return min(upperEdge(i), h.max)
		}
	}
	return h.max
}

// Each visits what was counted from the shortest on, each with the middle of its bucket.
func (h *Histogram) Each(visit func(d time.Duration, n uint64)) {
	for i, n := range h.counts {
		if n == 0 {
			continue
		}
		step := fineStep
		if i >= fineBuckets {
			step = coarseStep
		}
		visit(upperEdge(i)-step/2, n)
	}
}

func upperEdge(i int) time.Duration {
	if i < fineBuckets {
		return time.Duration(i+1) * fineStep
	}
	return fineEnd + time.Duration(i-fineBuckets+1)*coarseStep
}
