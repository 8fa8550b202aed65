package room

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestAScheduleDoesNotDrift(t *testing.T) {
	base := time.Now()
	s := schedule{base: base, hz: 60, divisor: 2, catchUp: 2}
	now := base
	for range 30 * 3600 { // an hour, each wake-up a little late
		now = s.due().Add(700 * time.Microsecond)
		steps, dropped := s.wake(now)
		if steps != 1 || dropped != 0 {
			t.Fatalf("%d steps, %d dropped", steps, dropped)
		}
		s.next += int64(steps)
	}
	if got := s.due().Sub(base); got != time.Hour {
		t.Errorf("after an hour of wake-ups the next is due at %v", got)
	}
}

func TestAScheduleStepsAFewOverdueIntervalsAndDropsTheOthers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := schedule{
			base: time.Now(), hz: time.Duration(rapid.IntRange(1, 255).Draw(t, "hz")),
			divisor: time.Duration(rapid.IntRange(1, 12).Draw(t, "divisor")), catchUp: rapid.IntRange(1, 5).Draw(t, "catchUp"),
		}
		for range 50 {
			due := s.next
			now := s.due().Add(time.Duration(rapid.Int64Range(0, int64(20*s.span(1))).Draw(t, "late")))
			steps, dropped := s.wake(now)
			if steps < 1 || steps > 1+s.catchUp || dropped < 0 || dropped > 0 && steps != 1+s.catchUp {
				t.Fatalf("%d steps, %d dropped", steps, dropped)
			}
			if s.next != due+int64(dropped) {
				t.Fatalf("%d were dropped, the schedule moved by %d", dropped, s.next-due)
			}
			s.next += int64(steps)
			if !s.due().After(now) || s.due().Sub(now) > s.span(1)+1 {
				t.Fatalf("the next is due %v after now, with an interval of %v", s.due().Sub(now), s.span(1))
			}
		}
	})
}

func TestRoomsSpreadOverTheInterval(t *testing.T) {
	for rooms := 1; rooms <= 200; rooms++ {
		crowd := map[int]int{}
		for n := range rooms {
			crowd[int(spread(n))*rooms>>16]++
		}
		for _, n := range crowd {
			if n > 3 {
				t.Fatalf("of %d rooms, %d wake within one %dth of the interval", rooms, n, rooms)
			}
		}
	}
}
