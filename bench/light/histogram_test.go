package light

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

func TestAQuantileIsThatOfTheSortedValuesUpToItsBucket(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var h, other Histogram
	var all []time.Duration
	for i := range 10_000 {
		d := time.Duration(r.ExpFloat64() * float64(30*time.Millisecond))
		all = append(all, d)
		if i%2 == 0 {
			h.Add(d)
		} else {
			other.Add(d)
		}
	}
	h.Merge(&other)
	slices.Sort(all)
	for _, q := range []float64{0, 0.5, 0.99, 0.999, 1} {
		want := all[min(int(q*float64(len(all))), len(all)-1)]
		step := fineStep
		if want >= fineEnd {
			step = coarseStep
		}
		if got := h.Quantile(q); got < want || got > want+step {
			t.Errorf("quantile %v is %v, want %v", q, got, want)
		}
	}
	if h.Count() != 10_000 || h.Max() != all[len(all)-1] {
		t.Errorf("%d, %v", h.Count(), h.Max())
	}
	var empty Histogram
	if empty.Quantile(0.5) != 0 {
		t.Error("nothing has a median")
	}
	empty.Add(time.Hour)
	empty.Add(-time.Second)
	if empty.Quantile(1) < 5*time.Second || empty.Quantile(0) > fineStep {
		t.Errorf("%v, %v", empty.Quantile(0), empty.Quantile(1))
	}
}
