package light

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestEveryBotOfTheWheelComesOnceItsTimeHasComeAndNotBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bots := make([]bot, rapid.IntRange(1, 40).Draw(t, "bots"))
		var w wheel
		for i := range bots {
			bots[i].every = rapid.Int64Range(3*wheelStep, int64(time.Second)).Draw(t, "interval")
			bots[i].number = i
			bots[i].start(0, bots[i].every)
			w.put(bots, int32(i))
		}
		now := int64(0)
		for range 50 {
			now += rapid.Int64Range(1, int64(700*time.Millisecond)).Draw(t, "passes")
			for i, ok := w.take(bots, now); ok; i, ok = w.take(bots, now) {
				b := &bots[i]
				if b.due-wheelStep > now {
					t.Fatalf("bot %d came %v early", i, time.Duration(b.due-now))
				}
				b.due += ((now-b.due)/b.every + 1) * b.every
				w.put(bots, i)
			}
			for i := range bots {
				if bots[i].due+wheelStep < now {
					t.Fatalf("bot %d was forgotten", i)
				}
			}
			wait, ok := w.wait(now)
			next := slices.MinFunc(bots, func(a, b bot) int { return int(a.due - b.due) }).due
			if !ok || now+int64(wait) > next || now+int64(wait) < next-wheelStep {
				t.Fatalf("waits %v, %v; the next is due in %v", wait, ok, time.Duration(next-now))
			}
		}
	})
}

func TestPhasesFillTheInterval(t *testing.T) {
	const every = int64(time.Second / 30)
	var taken [10]int
	for n := range 100 {
		p := phaseOf(n, every)
		if p < 0 || p >= every {
			t.Fatalf("the phase of bot %d is %d", n, p)
		}
		taken[p*10/every]++
	}
	for i, n := range taken {
		if n < 8 || n > 12 {
			t.Errorf("%d of 100 in tenth %d", n, i)
		}
	}
}
