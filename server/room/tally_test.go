package room

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var scales = map[string]Scale{
	"lateness": LatenessScale, "duration": DurationScale, "bodies": BodyScale, "echoes": EchoScale, "round times": RoundTimeScale,
}

func TestScalesAscendAndFitATally(t *testing.T) {
	for name, s := range scales {
		if !slices.IsSorted(s) || len(slices.Compact(slices.Clone(s))) != len(s) {
			t.Errorf("%s: %v", name, s)
		}
		if len(s) >= tallyBuckets {
			t.Errorf("%s: %d bounds leave no bucket for what lies above them", name, len(s))
		}
	}
}

func TestEachValueIsCountedInTheFirstBucketThatHoldsIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scale := scales[rapid.SampledFrom([]string{"lateness", "duration", "bodies", "echoes", "round times"}).Draw(t, "scale")]
		last := scale[len(scale)-1]
		values := rapid.SliceOf(rapid.OneOf(rapid.Uint64Range(0, 2*last), rapid.SampledFrom(scale))).Draw(t, "values")
		var got Tally
		for _, v := range values {
			scale.put(&got, v)
		}
		var want Tally
		for _, v := range values {
			i, _ := slices.BinarySearch(scale, v)
			want.N[i]++
			want.Sum += v
		}
		if got != want || got.Count() != uint64(len(values)) {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}

func TestATimeBelowZeroCountsAsNone(t *testing.T) {
	var got Tally
	LatenessScale.putTime(&got, -time.Hour)
	if got.N[0] != 1 || got.Sum != 0 {
		t.Errorf("%+v", got)
	}
}

func TestAddingCountersForgetsNoField(t *testing.T) {
	var one, sum Counters
	each := func(c *Counters, visit func(name string, n *uint64)) {
		v := reflect.ValueOf(c).Elem()
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			switch f := v.Field(i).Addr().Interface().(type) {
			case *uint64:
				visit(name, f)
			case *Tally:
				visit(name+".Sum", &f.Sum)
				visit(name+".N", &f.N[tallyBuckets-1])
			default:
				t.Fatalf("%s is of a kind that this test does not know", name)
			}
		}
	}
	n := uint64(0)
	each(&one, func(_ string, v *uint64) { n++; *v = n })
	sum.Add(&one)
	sum.Add(&one)
	n = 0
	each(&sum, func(name string, v *uint64) {
		if n++; *v != 2*n {
			t.Errorf("%s: %d and %d are %d", name, n, n, *v)
		}
	})
}

// BenchmarkObservingAnInterval is all that a room of eight observes in one interval, as it comes from a network at home.
func BenchmarkObservingAnInterval(b *testing.B) {
	var c Counters
	var runner Runner
	runner.room = &Room{divisor: 2, tickTime: time.Second / 60}
	lines := make([]Line, 8)
	seats := make([]seat, 8)
	tick := uint32(1000)
	b.ReportAllocs()
	for b.Loop() {
		tick += 2
		now := time.Duration(tick) * runner.room.tickTime
		for i := range lines {
			runner.roundTime(&lines[i], tick-2, now-time.Duration(i)*time.Millisecond)
			s := &seats[i]
			s.sent, s.echo = tick-2, tick-4
			EchoScale.putTime(&c.EchoAges, time.Duration(s.age(tick, 2))*runner.room.tickTime)
		}
		BodyScale.put(&c.Bodies, 40)
		runner.left(tick, 2, now)
		LatenessScale.putTime(&c.Lateness, 600*time.Microsecond)
		DurationScale.putTime(&c.Duration, 60*time.Microsecond)
	}
	if c.Bodies.Count() == 0 || runner.room.counters.RoundTimes.Count() == 0 {
		b.Fatal("nothing was observed")
	}
}

// BenchmarkPublishing is what it costs that the outside may look at a room's counters.
func BenchmarkPublishing(b *testing.B) {
	runner := Runner{room: &Room{seats: make([]seat, 8)}}
	b.ReportAllocs()
	for b.Loop() {
		runner.publish()
	}
}

func TestAQuantileIsTheBoundBelowTheValue(t *testing.T) {
	scale := Scale{10, 20, 50}
	var before, all Tally
	for range 1000 {
		scale.put(&before, 60)
	}
	all = before
	for range 98 {
		scale.put(&all, 15)
	}
	scale.put(&all, 30)
	scale.put(&all, 1000)
	all.Sub(&before)
	for share, want := range map[float64]time.Duration{0: 10, 0.5: 10, 0.97: 10, 0.98: 20, 0.99: 50} {
		if got := scale.Quantile(&all, share); got != want {
			t.Errorf("%v: %d, want %d", share, got, want)
		}
	}
	if got := scale.Quantile(&Tally{}, 0.99); got != 0 {
		t.Errorf("of nothing it is %d", got)
	}
}
