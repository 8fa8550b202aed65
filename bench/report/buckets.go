package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Buckets is a histogram as Prometheus tells it: how many lay at or below each edge.
type Buckets []Bucket

// Bucket is one edge; the last one is at infinity.
type Bucket struct {
	Edge  float64
	Below float64
}

// BucketsOf finds a histogram among metrics, keyed as their lines stand: name_bucket{le="0.1"}. Those that differ in
// other labels are added up. It is nil if there is none of that name.
func BucketsOf(metrics map[string]float64, name string) Buckets {
	var all Buckets
	for key, v := range metrics {
		labels, ok := strings.CutPrefix(key, name+"_bucket{")
		if !ok {
			continue
		}
		_, le, ok := strings.Cut(labels, `le="`)
		if !ok {
			continue
		}
		le, _, _ = strings.Cut(le, `"`)
		edge, err := strconv.ParseFloat(le, 64)
		if err != nil {
			continue
		}
		if i := slices.IndexFunc(all, func(b Bucket) bool { return b.Edge == edge }); i >= 0 {
			all[i].Below += v
		} else {
			all = append(all, Bucket{edge, v})
		}
	}
	slices.SortFunc(all, func(a, b Bucket) int { return cmp.Compare(a.Edge, b.Edge) })
	return all
}

// Since is what came between an earlier reading and this one.
func (b Buckets) Since(earlier Buckets) Buckets {
	if len(earlier) != len(b) {
		return b // there was nothing yet
	}
	d := slices.Clone(b)
	for i := range d {
		d[i].Below -= earlier[i].Below
	}
	return d
}

// N is how many were counted.
func (b Buckets) N() float64 {
	if len(b) == 0 {
		return 0
	}
	return b[len(b)-1].Below
}

// Quantile is where the share q lies, assuming that those in one bucket are spread evenly, as Prometheus does; times
// scale. It is nil of nothing. What lies beyond the last finite edge counts as lying at it.
func (b Buckets) Quantile(q, scale float64) *float64 {
	rank := q * b.N()
	if rank == 0 {
		return nil
	}
	from, below := 0.0, 0.0
	for _, k := range b {
		if k.Below < rank {
			from, below = k.Edge, k.Below
			continue
		}
		switch {
		case math.IsInf(k.Edge, 1):
			return Of(from * scale)
		case math.IsInf(from, -1):
			return Of(k.Edge * scale)
		}
		return Of((from + (k.Edge-from)*(rank-below)/(k.Below-below)) * scale)
	}
	return nil
}

// Histogram is its picture, with edges times scale. Buckets differ in width; the page draws each as wide as any.
func (b Buckets) Histogram(name, unit string, scale float64) Histogram {
	h := Histogram{Name: name, Unit: unit, P50: b.Quantile(0.5, scale), P99: b.Quantile(0.99, scale), Uneven: true}
	from, below := 0.0, 0.0
	for _, k := range b {
		to := k.Edge
		if math.IsInf(to, 1) {
			to = from // beyond the last edge: JSON knows no infinity
		}
		if n := k.Below - below; !math.IsInf(k.Edge, -1) && (n > 0 || len(h.Bins) > 0) {
			h.Bins = append(h.Bins, Bin{From: from * scale, To: to * scale, N: uint64(max(n, 0))})
		}
		from, below = k.Edge, k.Below
	}
	for len(h.Bins) > 0 && h.Bins[len(h.Bins)-1].N == 0 {
		h.Bins = h.Bins[:len(h.Bins)-1]
	}
	return h
}
