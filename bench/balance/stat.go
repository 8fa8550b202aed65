package balance

import "math"

// students are how many standard errors an interval of 95 % reaches to each side, by how many rounds told it apart less
// one: Student's t. Few rounds know their own spread badly, and without this chance would pass for a verdict.
var students = [...]float64{
	math.Inf(1), 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
}

// sigmas is how many standard errors an interval of 95 % reaches to each side, where so many rounds bend its figure.
func sigmas(rounds int) float64 {
	if n := max(rounds-1, 0); n < len(students) {
		return students[n]
	}
	// The first terms of Cornish and Fisher's series about the normal's.
	const z = 1.96
	v := float64(rounds - 1)
	return z + (z*z*z+z)/(4*v) + (5*z*z*z*z*z+16*z*z*z+3*z)/(96*v*v)
}

// Estimate is a figure with the interval of 95 % in which it is. Known is false where there is nothing to say.
type Estimate struct {
	Known bool    `json:"known"`
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// around is an estimate whose variance is known from so many rounds.
func around(value, variance float64, rounds int) Estimate {
	e := math.Sqrt(variance)
	if e > 0 {
		e *= sigmas(rounds)
	}
	if math.IsNaN(e) || math.IsInf(e, 0) || math.IsNaN(value) || math.IsInf(value, 0) {
		return Estimate{}
	}
	return Estimate{Known: true, Value: value, Low: value - e, High: value + e}
}

// Ratio estimates the sum of above by the sum of below, where each round gives one of both: their quotient, and how much
// it would be another with other rounds. Rounds in which both are 0 tell nothing but are rounds.
func Ratio(above, below []float64) Estimate {
	ratio, bends := bend(above, below)
	return around(ratio, spread(bends), bending(above, below))
}

// Share is the Ratio of some of a number to all of it: from 0 to 1. Where none or all are it, no round differs from the
// others, and what is known is only that it is rare: the rule of three.
func Share(some, all []float64) Estimate {
	e := Ratio(some, all)
	n := total(all)
	switch {
	case !e.Known:
	case e.Value <= 0:
		e.High = min(3/n, 1)
	case e.Value >= 1:
		e.Low = max(1-3/n, 0)
	}
	e.Low, e.High = max(e.Low, 0), min(e.High, 1)
	return e
}

// AgainstExpected estimates what was by what was to be expected, where each is a number of lives that lasted, each with
// the odds of its round. Few lives may be so much alike by luck that no round differs from the others: the interval is
// never narrower than that of so many independent ones.
func AgainstExpected(was, lives, odds []float64) Estimate {
	expected, chance := make([]float64, len(lives)), 0.0
	for i, n := range lives {
		expected[i] = n * odds[i]
		chance += n * odds[i] * (1 - odds[i])
	}
	ratio, bends := bend(was, expected)
	all := total(expected)
	return around(ratio, max(spread(bends), chance/(all*all)), bending(lives, expected))
}

// AgainstMean estimates each of several ratios in parts of their mean.
func AgainstMean(above, below [][]float64) []Estimate {
	ratios, bends := make([]float64, len(above)), make([][]float64, len(above))
	mean := 0.0
	for k := range above {
		ratios[k], bends[k] = bend(above[k], below[k])
		mean += ratios[k] / float64(len(above))
	}
	out := make([]Estimate, len(above))
	for k := range out {
		own := make([]float64, len(bends[k]))
		for i := range own {
			all := 0.0
			for j := range bends {
				all += bends[j][i] / float64(len(bends))
			}
			own[i] = bends[k][i]/mean - ratios[k]*all/(mean*mean)
		}
		out[k] = around(ratios[k]/mean, spread(own), bending(above[k], below[k]))
	}
	return out
}

// bend is a ratio of sums, and by how much each round bends it: its derivative by that round's weight.
func bend(above, below []float64) (ratio float64, bends []float64) {
	sum, by := total(above), total(below)
	ratio = sum / by
	bends = make([]float64, len(above))
	for i := range above {
		bends[i] = (above[i] - ratio*below[i]) / by
	}
	return ratio, bends
}

// bending is how many rounds have a say in a ratio.
func bending(above, below []float64) int {
	n := 0
	for i := range above {
		if above[i] != 0 || below[i] != 0 {
			n++
		}
	}
	return n
}

// spread is the variance of a figure that rounds bend so; not a number for fewer than two.
func spread(bends []float64) float64 {
	if len(bends) < 2 {
		return math.NaN()
	}
	sum := 0.0
	for _, b := range bends {
		sum += b * b
	}
	n := float64(len(bends))
	return sum * n / (n - 1)
}

func total(all []float64) float64 {
	sum := 0.0
	for _, v := range all {
		sum += v
	}
	return sum
}

// Hist counts samples by their value, which is their index.
type Hist []uint32

// Add counts one sample.
func (h *Hist) Add(value int) {
	for len(*h) <= value {
		*h = append(*h, 0)
	}
	(*h)[value]++
}

// Quantile estimates the least value that at least the share q of all samples does not exceed. Each round gives one
// histogram. Its interval is that of the values whose share might be q in other rounds.
func Quantile(rounds []Hist, q float64) Estimate {
	var all Hist
	for _, h := range rounds {
		for v, n := range h {
			for len(all) <= v {
				all = append(all, 0)
			}
			all[v] += n
		}
	}
	value, ok := all.quantile(q)
	if !ok {
		return Estimate{}
	}
	up, samples := make([]float64, len(rounds)), make([]float64, len(rounds))
	for i, h := range rounds {
		for v, n := range h {
			samples[i] += float64(n)
			if v <= value {
				up[i] += float64(n)
			}
		}
	}
	share := Ratio(up, samples)
	if !share.Known {
		return Estimate{}
	}
	off := (share.High - share.Low) / 2
	low, _ := all.quantile(q - off)
	high, _ := all.quantile(q + off)
	return Estimate{Known: true, Value: float64(value), Low: float64(low), High: float64(high)}
}

func (h Hist) quantile(q float64) (int, bool) {
	samples := 0.0
	for _, n := range h {
		samples += float64(n)
	}
	if samples == 0 {
		return 0, false
	}
	seen, last := 0.0, 0
	for v, n := range h {
		if n == 0 {
			continue
		}
		seen, last = seen+float64(n), v
		if seen >= q*samples {
			break
		}
	}
	return last, true
}
