package floor

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestEverySlotComesOnceInEachIntervalHoweverLateTheServerWakes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hz := rapid.IntRange(1, mostHz).Draw(t, "hz")
		epoch := time.Unix(1_000_000, 0)
		s := newSchedule(epoch, hz, rapid.IntRange(1, 5000).Draw(t, "players"))
		taken := make([]int, s.slots)
		now := epoch
		for range rapid.IntRange(1, 30).Draw(t, "wake-ups") {
			now = now.Add(rapid.SampledFrom([]time.Duration{0, time.Microsecond, time.Millisecond, 7 * time.Millisecond, 200 * time.Millisecond}).Draw(t, "sleeps"))
			for slot, ok := s.take(now); ok; slot, ok = s.take(now) {
				taken[slot]++
			}
			if !s.due().After(now) {
				t.Fatal("a slot that has begun was left behind")
			}
		}
		// Now is within one interval, which some slots have been taken in already.
		intervals := int(now.Sub(epoch) / s.every)
		for slot, n := range taken {
			if n != intervals && n != intervals+1 {
				t.Fatalf("slot %d of %d was taken %d times in %d intervals", slot, s.slots, n, intervals)
			}
		}
	})
}

func TestPlayersAreDealtOutEvenly(t *testing.T) {
	s := newSchedule(time.Unix(0, 0), 30, 1000)
	if s.slots != 33 {
		t.Errorf("1,000 players in %d slots", s.slots)
	}
	if few := newSchedule(time.Unix(0, 0), 30, 24); few.slots != 3 {
		t.Errorf("24 players in %d slots", few.slots)
	}
	taken := make([]int, s.slots)
	for n := range 10 * s.slots {
		taken[s.slotOf(n)]++
	}
	for slot, n := range taken {
		if n != 10 {
			t.Errorf("%d players in slot %d", n, slot)
		}
	}
}

func TestFramesAreAsLongAsAsked(t *testing.T) {
	for _, n := range []int{leastDown, 40, 127, 130, 1000, mostDown} {
		payload := payloadOf(n)
		header := 2
		if payload >= 126 {
			header = 4
		}
		if got := header + payload; got != n {
			t.Errorf("%d bytes where %d were asked for", got, n)
		}
	}
	if payloadOf(128) < 126 || payloadOf(129) < 126 {
		t.Error("lengths that no frame has are not rounded up")
	}
}

func TestTheMedianLiesInTheMiddle(t *testing.T) {
	if s := spreadOf([]float64{5, 1, 3}); s.Min != 1 || s.Median != 3 || s.Max != 5 || s.Windows[0] != 5 {
		t.Errorf("%+v", s)
	}
	if s := spreadOf([]float64{4, 1}); s.Median != 2.5 {
		t.Errorf("%+v", s)
	}
}
