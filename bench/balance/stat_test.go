package balance

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"testing"
)

func close(a, b, within float64) bool { return math.Abs(a-b) <= within }

func TestARatioIsOfTheSumsNotOfTheRounds(t *testing.T) {
	e := Ratio([]float64{1, 9}, []float64{2, 98})
	if !e.Known || !close(e.Value, 0.1, 1e-12) {
		t.Fatalf("%+v", e)
	}
}

func TestRoundsThatAreAllAlikeLeaveNoDoubt(t *testing.T) {
	e := Ratio([]float64{3, 3, 3}, []float64{4, 4, 4})
	if e.Value != 0.75 || e.Low != 0.75 || e.High != 0.75 {
		t.Fatalf("%+v", e)
	}
}

func TestOneRoundOrNothingToDivideByTellsNothing(t *testing.T) {
	for name, e := range map[string]Estimate{
		"one round": Ratio([]float64{3}, []float64{4}), "nothing below": Ratio([]float64{0, 0}, []float64{0, 0}), "no rounds": Ratio(nil, nil),
		"no share": Share(nil, nil), "no samples": Quantile([]Hist{nil, nil}, 0.5), "no lives": AgainstExpected([]float64{0, 0}, []float64{0, 0}, []float64{1, 1}),
		"one of several was never held": AgainstMean([][]float64{{1, 2}, {0, 0}}, [][]float64{{1, 2}, {0, 0}})[0],
	} {
		if e.Known {
			t.Errorf("%s: %+v", name, e)
		}
	}
}

// coverage is how often an interval over so many made-up rounds has the truth in it.
func coverage(truth float64, estimate func(rng *rand.Rand) Estimate) float64 {
	const tries = 1000
	rng := rand.New(rand.NewPCG(1, 2))
	in := 0
	for range tries {
		if e := estimate(rng); e.Known && e.Low <= truth && truth <= e.High {
			in++
		}
	}
	return float64(in) / tries
}

func TestTheTruthIsInAboutNineteenOfTwentyIntervals(t *testing.T) {
	// Rounds differ: each has odds of its own, which are 0.3 on average, and a size of its own.
	rounds := func(rng *rand.Rand) (some, all []float64) {
		for range 60 {
			n, odds := 10+rng.IntN(40), 0.1+0.4*rng.Float64()
			hits := 0
			for range n {
				if rng.Float64() < odds {
					hits++
				}
			}
			some, all = append(some, float64(hits)), append(all, float64(n))
		}
		return some, all
	}
	for name, estimate := range map[string]func(rng *rand.Rand) Estimate{
		"a share": func(rng *rand.Rand) Estimate { return Share(rounds(rng)) },
		"two equal ones against their mean, in parts of 0.3": func(rng *rand.Rand) Estimate {
			a, b := rounds(rng)
			c, d := rounds(rng)
			e := AgainstMean([][]float64{a, c}, [][]float64{b, d})[0]
			return Estimate{Known: e.Known, Value: e.Value * 0.3, Low: e.Low * 0.3, High: e.High * 0.3}
		},
	} {
		if got := coverage(0.3, estimate); got < 0.92 || got > 0.98 {
			t.Errorf("%s: %.3f", name, got)
		}
	}
}

func TestAQuantileOfManyRoundsIsWhereItIs(t *testing.T) {
	sample := func(rng *rand.Rand) Estimate {
		var all []Hist
		for range 50 {
			var h Hist
			for range 40 {
				h.Add(rng.IntN(100)) // 0..99: 95 % are at most 94
			}
			all = append(all, h)
		}
		return Quantile(all, 0.95)
	}
	if got := coverage(94, sample); got < 0.92 {
		t.Errorf("%.3f", got)
	}
	if e := Quantile([]Hist{{0, 5}, {0, 0, 5}}, 0.5); e.Value != 1 {
		t.Errorf("the middle of five 1 and five 2 is %+v", e)
	}
}

func TestWhatNeverHappenedIsRareNotImpossible(t *testing.T) {
	never := Share([]float64{0, 0}, []float64{150, 150})
	if never.Value != 0 || never.Low != 0 || !close(never.High, 0.01, 1e-12) {
		t.Errorf("%+v", never)
	}
	always := Share([]float64{150, 150}, []float64{150, 150})
	if always.Value != 1 || always.High != 1 || !close(always.Low, 0.99, 1e-12) {
		t.Errorf("%+v", always)
	}
}

func TestAFewLivesThatAllLastedProveNothing(t *testing.T) {
	e := AgainstExpected([]float64{2, 2}, []float64{2, 2}, []float64{0.9, 0.9})
	if !e.Known || e.Low > 1 || spawnGoal.Judge(e) != Undecided {
		t.Errorf("%+v", e)
	}
}

func TestWeaponsAreInPartsOfTheirMean(t *testing.T) {
	out := AgainstMean([][]float64{{10, 10}, {20, 20}, {30, 30}}, [][]float64{{10, 10}, {10, 10}, {10, 10}})
	for k, want := range []float64{0.5, 1, 1.5} {
		if !close(out[k].Value, want, 1e-12) || !close(out[k].High, want, 1e-9) {
			t.Errorf("%d: %+v", k, out[k])
		}
	}
}

func TestAGoalIsPassedOrFailedOnlyByAWholeInterval(t *testing.T) {
	g := Between(0.7, 1.3)
	for want, all := range map[Verdict][]Estimate{
		Pass:      {{true, 1, 0.7, 1.3}},
		Fail:      {{true, 0.5, 0.4, 0.6}, {true, 1.5, 1.4, 1.6}},
		Undecided: {{true, 0.7, 0.6, 0.8}, {true, 1.3, 1.2, 1.4}, {true, 1, 0.1, 1.9}, {}},
	} {
		for _, e := range all {
			if got := g.Judge(e); got != want {
				t.Errorf("%+v: %v, want %v", e, got, want)
			}
		}
	}
	if AtLeast(0.6).Judge(Estimate{true, 0.9, 0.8, 1}) != Pass || AtMost(60).Judge(Estimate{true, 70, 65, 75}) != Fail {
		t.Error("a goal with one end is not judged by that end")
	}
}

func TestAReportIsJSONEvenWhereNothingIsKnown(t *testing.T) {
	r := Judge(nil, nil, nil)
	if _, err := json.Marshal(&r); err != nil {
		t.Fatal(err)
	}
}
