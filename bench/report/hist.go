package report

import "math"

const (
	// perOctave buckets between a number and its double make each 0.4 % wide at most.
	perOctave = 256
	// The least and the most that are told apart: 2^-10 (a microsecond, in ms) and 2^24.
	leastExp = -10
	mostExp  = 24
	buckets  = (mostExp - leastExp) * perOctave
)

// Hist counts numbers in buckets that are less than half a hundredth wide, so that percentiles of millions of them take little
// memory and two can be added up. The zero value is empty.
type Hist struct {
	n         uint64
	sum       float64
	min, max  float64
	zero      uint64 // too near to 0 to be told apart from it
	positive  []uint64
	negatives []uint64 // mirrored
}

// Add counts a number; what is none is left out.
func (h *Hist) Add(v float64) { h.AddN(v, 1) }

// AddN counts a number n times.
func (h *Hist) AddN(v float64, n uint64) {
	if math.IsNaN(v) || n == 0 {
		return
	}
	if h.n == 0 || v < h.min {
		h.min = v
	}
	if h.n == 0 || v > h.max {
		h.max = v
	}
	h.n += n
	h.sum += v * float64(n)
	switch i := bucket(math.Abs(v)); {
	case i < 0:
		h.zero += n
	case v > 0:
		h.positive = counted(h.positive, i, n)
	default:
		h.negatives = counted(h.negatives, i, n)
	}
}

func counted(list []uint64, i int, n uint64) []uint64 {
	if list == nil {
		list = make([]uint64, buckets)
	}
	list[i] += n
	return list
}

// bucket is where a number goes; -1 for nearly 0.
func bucket(v float64) int {
	frac, exp := math.Frexp(v) // v = frac * 2^exp, frac in [0.5, 1)
	i := (exp-1-leastExp)*perOctave + int((frac*2-1)*perOctave)
	if v == 0 || i < 0 {
		return -1
	}
	return min(i, buckets-1)
}

// edges are where a bucket begins and ends.
func edges(i int) (from, to float64) {
	unit := math.Ldexp(1, leastExp+i/perOctave)
	return unit * (1 + float64(i%perOctave)/perOctave), unit * (1 + float64(i%perOctave+1)/perOctave)
}

// Merge adds another's numbers.
func (h *Hist) Merge(o *Hist) {
	if o.n == 0 {
		return
	}
	if h.n == 0 {
		h.min, h.max = o.min, o.max
	}
	h.min, h.max = min(h.min, o.min), max(h.max, o.max)
	h.n += o.n
	h.sum += o.sum
	h.zero += o.zero
	for i, n := range o.positive {
		if n > 0 {
			h.positive = counted(h.positive, i, n)
		}
	}
	for i, n := range o.negatives {
		if n > 0 {
			h.negatives = counted(h.negatives, i, n)
		}
	}
}

// N is how many numbers were counted.
func (h *Hist) N() uint64 { return h.n }

// Mean is nil of nothing.
func (h *Hist) Mean() *float64 { return Of(h.sum / float64(h.n)) }

// Quantile is the number that the share q of them does not exceed; nil of nothing.
func (h *Hist) Quantile(q float64) *float64 {
	if h.n == 0 {
		return nil
	}
	rank := uint64(math.Ceil(q * float64(h.n)))
	rank = min(max(rank, 1), h.n)
	value := h.max
	seen := uint64(0)
	h.each(func(from, to float64, n uint64) bool {
		seen += n
		if seen >= rank {
			value = (from + to) / 2
			return false
		}
		return true
	})
	return Of(min(max(value, h.min), h.max))
}

// each visits the buckets that hold something, in order.
func (h *Hist) each(visit func(from, to float64, n uint64) bool) {
	for i := len(h.negatives) - 1; i >= 0; i-- {
		if n := h.negatives[i]; n > 0 {
			if from, to := edges(i); !visit(-to, -from, n) {
				return
			}
		}
	}
	if h.zero > 0 && !visit(0, 0, h.zero) {
		return
	}
	for i, n := range h.positive {
		if n > 0 {
			if from, to := edges(i); !visit(from, to, n) {
				return
			}
		}
	}
}

// Histogram is its picture: bars of equal width from 0, or from where all but one in a thousand begin if that is far
// from 0, to where all but one in a thousand end. What lies beyond is in the outermost bars.
func (h *Hist) Histogram(name, unit string, bars int) Histogram {
	out := Histogram{Name: name, Unit: unit, P50: h.Quantile(0.5), P99: h.Quantile(0.99)}
	if h.n == 0 {
		return out
	}
	low, high := *h.Quantile(0.001), *h.Quantile(0.999)
	if margin := (high - low) / 20; low > high/2 {
		low, high = max(0, low-margin), high+margin
	} else {
		low, high = min(0, low), high+margin
	}
	if high <= low {
		low, high = low-0.5, low+0.5
	}
	width := (high - low) / float64(bars)
	for i := range bars {
		out.Bins = append(out.Bins, Bin{From: low + float64(i)*width, To: low + float64(i+1)*width})
	}
	h.each(func(from, to float64, n uint64) bool {
		i := int(((from+to)/2 - low) / width)
		out.Bins[min(max(i, 0), bars-1)].N += n
		return true
	})
	return out
}
