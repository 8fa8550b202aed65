package delay

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var train = Config{RTT: 120 * time.Millisecond, Jitter: 60 * time.Millisecond, StallFor: 400 * time.Millisecond, StallEvery: 45 * time.Second, Seed: 7}

func TestChunksLeaveInTheOrderInWhichTheyCame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg := Config{
			RTT:      time.Duration(rapid.Int64Range(0, 400).Draw(t, "rttMS")) * time.Millisecond,
			StallFor: 50 * time.Millisecond, StallEvery: time.Second,
			Seed: rapid.Uint64().Draw(t, "seed"),
		}
		cfg.Jitter = cfg.RTT * time.Duration(rapid.Int64Range(0, 100).Draw(t, "jitterPct")) / 100
		s := newSchedule(&cfg, rapid.Uint64Range(0, 1000).Draw(t, "connection"), rapid.Uint64Range(0, 1).Draw(t, "way"))
		at, last := time.Duration(0), time.Duration(0)
		for range 200 {
			at += time.Duration(rapid.Int64Range(0, int64(40*time.Millisecond)).Draw(t, "gap"))
			leaves := s.leaves(at)
			if leaves < last {
				t.Fatalf("a chunk leaves at %v, after one that leaves at %v", leaves, last)
			}
			if leaves < at+(cfg.RTT-cfg.Jitter)/2-1 {
				t.Fatalf("a chunk that came at %v leaves at %v", at, leaves)
			}
			last = leaves
		}
	})
}

func TestOneWayTakesHalfTheRoundTripAndHalfTheJitterEvenlySpread(t *testing.T) {
	cfg := Config{RTT: 120 * time.Millisecond, Jitter: 60 * time.Millisecond, Seed: 3}
	s := newSchedule(&cfg, 1, 0)
	var late []time.Duration
	for i := range 20000 {
		at := time.Duration(i) * time.Second // so far apart that none waits for another
		late = append(late, s.leaves(at)-at)
	}
	slices.Sort(late)
	for _, c := range []struct {
		part int // of a hundred
		want time.Duration
	}{{0, 30}, {10, 36}, {50, 60}, {90, 84}, {100, 90}} {
		got := late[min(len(late)*c.part/100, len(late)-1)]
		if off := got - c.want*time.Millisecond; off < -time.Millisecond || off > time.Millisecond {
			t.Errorf("%d of 100 chunks take at most %v, want %v", c.part, got, c.want*time.Millisecond)
		}
	}
}

func TestEveryStretchHasExactlyOneStallThatHoldsEverything(t *testing.T) {
	cfg := Config{StallFor: 400 * time.Millisecond, StallEvery: 45 * time.Second, Seed: 5}
	s := newSchedule(&cfg, 9, 1)
	const step, stretches = 10 * time.Millisecond, 40
	held := make([]int, stretches)
	for at := time.Duration(0); at < stretches*cfg.StallEvery; at += step {
		leaves := s.leaves(at)
		if leaves > at {
			held[at/cfg.StallEvery]++
			if leaves-at > cfg.StallFor {
				t.Fatalf("a chunk was held for %v", leaves-at)
			}
		}
	}
	for i, n := range held {
		if got := time.Duration(n) * step; got < cfg.StallFor-step || got > cfg.StallFor+step {
			t.Errorf("in stretch %d the way stood still for %v", i, got)
		}
	}
}

func TestTheSameSeedMakesTheSameSchedule(t *testing.T) {
	run := func(cfg Config, connection, way uint64) (times []time.Duration) {
		s := newSchedule(&cfg, connection, way)
		for i := range 5000 {
			times = append(times, s.leaves(time.Duration(i)*33*time.Millisecond))
		}
		return times
	}
	want := run(train, 4, 0)
	if !slices.Equal(want, run(train, 4, 0)) {
		t.Error("the same seed gave another schedule")
	}
	other := train
	other.Seed++
	for what, got := range map[string][]time.Duration{
		"another seed": run(other, 4, 0), "another connection": run(train, 5, 0), "the other way": run(train, 4, 1),
	} {
		if slices.Equal(want, got) {
			t.Errorf("%s gave the same schedule", what)
		}
	}
}

func TestStallsComeWhenTheyComeWhateverIsSent(t *testing.T) {
	busy, quiet := newSchedule(&train, 2, 1), newSchedule(&train, 2, 1)
	for at := time.Duration(0); at < time.Hour; at += 20 * time.Millisecond {
		busy.leaves(at)
	}
	quiet.leaves(time.Hour - 20*time.Millisecond)
	if busy.stall != quiet.stall {
		t.Errorf("a busy way stalls at %v, a quiet one at %v", busy.stall, quiet.stall)
	}
}

func TestAClientIsHeardAfterTheRoundTripThatItsConnectionTakes(t *testing.T) {
	cfg := Config{RTT: 100 * time.Millisecond}
	s := newSchedule(&cfg, 0, 0)
	s.notBefore(cfg.RTT + cfg.RTT/2)
	if got := s.leaves(0); got != 150*time.Millisecond {
		t.Errorf("its first chunk arrives after %v", got)
	}
}
