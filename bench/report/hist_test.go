package report

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestPercentilesAreGoodToHalfAHundredth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.OneOf(rapid.Float64Range(-1e5, 1e5), rapid.Float64Range(-1, 1), rapid.Just(0.0)), 1, 300).Draw(t, "values")
		q := rapid.Float64Range(0, 1).Draw(t, "q")
		var one, other Hist
		for i, v := range values {
			if i%3 == 0 {
				other.Add(v)
			} else {
				one.Add(v)
			}
		}
		one.Merge(&other)
		slices.Sort(values)
		want := values[max(0, int(math.Ceil(q*float64(len(values))))-1)]
		got := *one.Quantile(q)
		if math.Abs(got-want) > 0.005*math.Abs(want)+1e-3 {
			t.Fatalf("the quantile %v of %v is %v, got %v", q, values, want, got)
		}
		if one.N() != uint64(len(values)) {
			t.Fatalf("%d of %d were counted", one.N(), len(values))
		}
	})
}

func TestNothingHasNoPercentile(t *testing.T) {
	var h Hist
	h.Add(math.NaN())
	h.AddN(5, 0)
	if h.Quantile(0.5) != nil || h.Mean() != nil || h.N() != 0 || len(h.Histogram("", "", 10).Bins) != 0 {
		t.Error("nothing has figures")
	}
}

func TestASpreadHoldsEveryValueInItsBars(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var h Hist
		values := rapid.SliceOfN(rapid.Float64Range(-50, 1e6), 1, 100).Draw(t, "values")
		for _, v := range values {
			h.Add(v)
		}
		p := h.Histogram("name", "ms", 25)
		sum, end := uint64(0), p.Bins[0].From
		for _, b := range p.Bins {
			if b.From != end && math.Abs(b.From-end) > 1e-6*math.Abs(end) || b.To <= b.From {
				t.Fatalf("the bars do not follow each other: %+v", p.Bins)
			}
			sum, end = sum+b.N, b.To
		}
		if sum != uint64(len(values)) || len(p.Bins) != 25 {
			t.Fatalf("%d of %d values in %d bars", sum, len(values), len(p.Bins))
		}
	})
}

func BenchmarkAdd(b *testing.B) {
	var h Hist
	v := 0.1
	for b.Loop() {
		h.Add(v)
		v = math.Mod(v*1.37, 100)
	}
}
