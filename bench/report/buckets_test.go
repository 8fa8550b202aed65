package report

import (
	"math"
	"testing"
)

// page is a server's metrics with one histogram in two rows that differ in a label.
func metricsPage() map[string]float64 {
	return map[string]float64{
		`a_seconds_bucket{kind="x",le="0.001"}`: 10,
		`a_seconds_bucket{kind="y",le="0.001"}`: 40,
		`a_seconds_bucket{kind="x",le="0.002"}`: 40,
		`a_seconds_bucket{kind="y",le="0.002"}`: 50,
		`a_seconds_bucket{kind="x",le="+Inf"}`:  40,
		`a_seconds_bucket{kind="y",le="+Inf"}`:  60,
		`a_seconds_count{kind="x"}`:             40,
		`b_seconds_bucket{le="+Inf"}`:           7,
		`a_seconds_bucket{le="nonsense"}`:       7,
		`a_seconds_bucket_total`:                7,
	}
}

func TestAHistogramIsReadAcrossItsLabels(t *testing.T) {
	b := BucketsOf(metricsPage(), "a_seconds")
	if len(b) != 3 || b.N() != 100 || b[0].Below != 50 || b[1].Below != 90 {
		t.Fatalf("%+v", b)
	}
	for _, c := range []struct{ q, want float64 }{{0.25, 0.5}, {0.5, 1}, {0.7, 1.5}, {0.99, 2}} {
		if got := b.Quantile(c.q, 1000); got == nil || math.Abs(*got-c.want) > 1e-9 {
			t.Errorf("the quantile %v is %v, want %v", c.q, got, c.want)
		}
	}
	h := b.Histogram("a", "ms", 1000)
	if len(h.Bins) != 3 || h.Bins[0].N != 50 || h.Bins[1].N != 40 || h.Bins[2].N != 10 || h.Bins[2].From != 2 || !h.Uneven {
		t.Errorf("%+v", h)
	}
}

func TestOnlyWhatCameInBetweenCounts(t *testing.T) {
	before, after := metricsPage(), metricsPage()
	after[`a_seconds_bucket{kind="x",le="0.002"}`] += 5
	after[`a_seconds_bucket{kind="x",le="+Inf"}`] += 5
	d := BucketsOf(after, "a_seconds").Since(BucketsOf(before, "a_seconds"))
	if d.N() != 5 {
		t.Fatalf("%+v", d)
	}
	if got := d.Quantile(0.5, 1); got == nil || math.Abs(*got-0.0015) > 1e-9 {
		t.Errorf("%v", got)
	}
	if still := BucketsOf(before, "a_seconds").Since(BucketsOf(before, "a_seconds")); still.Quantile(0.5, 1) != nil {
		t.Error("nothing has a median")
	}
}

func TestAHistogramThatIsNotThereIsNotMeasured(t *testing.T) {
	if b := BucketsOf(metricsPage(), "c_seconds"); b.Quantile(0.5, 1) != nil || b.N() != 0 || len(b.Histogram("c", "ms", 1).Bins) != 0 {
		t.Errorf("%+v", b)
	}
}
