package predict

import (
	"math/rand/v2"
	"testing"
	"time"

	"bankshot/game"
)

// A computer that is too slow, or has something else to do for a moment, draws late. What was not asked in time nobody can
// ask any more: the server holds what it was told last, and the prediction has to do the same.

// choppy is a screen that draws from least to most frames a second, and once in a while hangs.
func choppy(seed uint64, least, most int, hangs time.Duration) func() time.Duration {
	rng := rand.New(rand.NewPCG(seed, 6))
	return func() time.Duration {
		if hangs > 0 && rng.IntN(40) == 0 {
			return hangs
		}
		long, short := time.Second/time.Duration(least), time.Second/time.Duration(most)
		return short + time.Duration(rng.Int64N(int64(long-short)+1))
	}
}

func TestHoweverSeldomTheScreenDrawsTheShipIsWhereItIsPredicted(t *testing.T) {
	for _, c := range []struct {
		name   string
		delay  time.Duration
		gap    func() time.Duration
		missed float64 // of a hundred ticks, at most
	}{
		{"hiccups, near", 2 * time.Millisecond, choppy(1, 58, 62, 150*time.Millisecond), 1.5},
		{"hiccups, far", 75 * time.Millisecond, choppy(2, 58, 62, 150*time.Millisecond), 1.5},
		{"30 frames a second, near", 2 * time.Millisecond, choppy(3, 28, 32, 0), 0},
		{"30 frames a second, far", 75 * time.Millisecond, choppy(4, 28, 32, 0), 0},
		{"5 to 15 frames a second, near", 2 * time.Millisecond, choppy(5, 5, 15, 0), 0},
		{"5 to 15 frames a second, far", 75 * time.Millisecond, choppy(6, 5, 15, 0), 0},
		{"5 to 15 frames a second and it hangs, near", 2 * time.Millisecond, choppy(7, 5, 15, 500*time.Millisecond), 0},
		{"5 to 15 frames a second and it hangs, far", 75 * time.Millisecond, choppy(8, 5, 15, 500*time.Millisecond), 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := newPlay(t, Config{Name: "Ana"}, 4, c.delay, 0)
			g.uneven = c.gap
			g.hold = lively(9)
			g.run(40 * time.Second)
			s := g.p.Stats()
			t.Logf("%d of %d ticks mispredicted, %d given up, %d surprises, %d corrections, p99 %.1f units, margin %d, lead %.1f",
				s.Mispredicted, s.Ticks, s.GivenUp, s.Surprises, s.Corrections, s.CorrectionP99, s.Margin, s.LeadTicks)
			if missed := 100 * float64(s.Mispredicted) / float64(s.Ticks); missed > c.missed || s.CorrectionP99 > 16 || s.Jumps > 0 {
				t.Errorf("%d of %d ticks were mispredicted, by up to %.1f units, with %d jumps", s.Mispredicted, s.Ticks, s.CorrectionP99, s.Jumps)
			}
			// Near the server a frame often comes after the snapshots of ticks that were never predicted.
			if s.Ticks < 15*game.TickHz || s.GivenUp == 0 && c.missed > 0 {
				t.Errorf("only %d ticks were compared, %d given up", s.Ticks, s.GivenUp)
			}
		})
	}
}

func TestEveryPressIsOneShotHoweverTheScreenHangs(t *testing.T) {
	for name, gap := range map[string]func() time.Duration{
		"hiccups": choppy(11, 58, 62, 150*time.Millisecond), "slow": choppy(12, 5, 15, 0), "both": choppy(13, 5, 30, 400*time.Millisecond),
	} {
		g := newPlay(t, Config{Name: "Ana"}, 0, 30*time.Millisecond, 0)
		for g.srv.state.Phase != game.Warmup || g.now < settled {
			g.run(time.Second / 10)
		}
		g.uneven = gap
		presses, shots := 0, map[game.ShotID]bool{}
		const rest = 700 * time.Millisecond // for which nothing is pressed, and in which every shot before has ended
		next := g.now + rest
		g.hold = func(int) (in game.Input) {
			if g.now >= next && g.now < 8*time.Second {
				next = g.now + rest
				presses++
				in.Buttons = game.Fire
			}
			return in
		}
		g.seen = func(v *View) {
			for _, e := range v.Events {
				if e.Kind == game.EventFired && e.Seat == mySeat {
					shots[e.Shot] = true
				}
			}
		}
		g.run(9*time.Second - g.now)
		if presses < 6 || len(shots) != presses {
			t.Errorf("%s: %d presses, %d shots", name, presses, len(shots))
		}
	}
}
