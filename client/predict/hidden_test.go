package predict

import (
	"testing"
	"time"

	"bankshot/game"
)

// away is for how long pages are hidden and computers asleep here.
var away = []time.Duration{1100 * time.Millisecond, 3 * time.Second, 30 * time.Second}

func TestAPageThatIsShownAgainIsRightWithinARoundTripAndSendsNothingStale(t *testing.T) {
	for _, hidden := range away {
		for _, delay := range []time.Duration{time.Millisecond, 20 * time.Millisecond, 75 * time.Millisecond} {
			g := newPlay(t, Config{Name: "Ana"}, 3, delay, 0)
			g.hold = lively(6)
			g.run(settled)
			g.run(3 * time.Second)
			g.hidden = true
			g.srv.deafAfter(g.p.replica.Tick) // a room says no more to whom nothing comes back from
			g.run(hidden)
			g.srv.deafFrom, g.srv.wantsFull = 0, true
			before, stale := g.p.Stats(), g.srv.stale
			g.show()
			g.run(2*delay + interval + 2*tickTime)
			if !g.converged() || g.srv.state.Tick-g.p.replica.Tick > game.Tick(ticksOf(delay))+4 {
				t.Errorf("hidden for %v, %v each way: it shows tick %d of %d", hidden, delay, g.p.replica.Tick, g.srv.state.Tick)
			}
			g.run(2 * time.Second)
			after := g.p.Stats()
			if g.srv.stale != stale {
				t.Errorf("hidden for %v, %v each way: %d stale inputs were sent", hidden, delay, g.srv.stale-stale)
			}
			if n := after.Mispredicted - before.Mispredicted; n > 12 {
				t.Errorf("hidden for %v, %v each way: %d ticks were mispredicted afterwards", hidden, delay, n)
			}
			if after.LeadTicks < 0 || after.LeadTicks > before.LeadTicks+2 {
				t.Errorf("hidden for %v, %v each way: my time is %.1f ticks ahead, it was %.1f", hidden, delay, after.LeadTicks, before.LeadTicks)
			}
		}
	}
}

// TestNothingIsDrawnOnItsWayFromThenToNow: what happened unseen is not played in fast motion, nor glided through.
func TestNothingIsDrawnOnItsWayFromThenToNow(t *testing.T) {
	for _, hidden := range away {
		g := newPlay(t, Config{Name: "Ana"}, 4, 40*time.Millisecond, 0)
		g.hold = func(int) game.Input { return game.Input{Thrust: 1} }
		g.run(settled)
		g.hidden = true
		g.srv.deafAfter(g.p.replica.Tick)
		g.run(hidden)
		g.srv.deafFrom, g.srv.wantsFull = 0, true
		g.show()
		was := map[game.Seat]Ship{}
		for _, s := range g.p.View(g.now).Ships {
			was[s.Seat] = s
		}
		cuts := map[game.Seat]int{}
		const most = 1.5 * game.DashSpeed / game.VelUnit
		g.seen = func(v *View) {
			for _, s := range v.Ships {
				before, ok := was[s.Seat]
				was[s.Seat] = s
				if ok && s.Alive && before.Alive && s.Shield <= before.Shield &&
					length(Point{s.Pos.X - before.Pos.X, s.Pos.Y - before.Pos.Y}) > most {
					cuts[s.Seat]++
				}
			}
		}
		g.run(time.Second)
		for seat, n := range cuts {
			if n > 1 {
				t.Errorf("hidden for %v: ship %d was drawn jumping %d times", hidden, seat, n)
			}
		}
	}
}

// TestAComputerThatSleptIsRightAgainThoughItsClockStoodStill: only the server's time has gone on.
func TestAComputerThatSleptIsRightAgainThoughItsClockStoodStill(t *testing.T) {
	for _, asleep := range away {
		g := newPlay(t, Config{Name: "Ana"}, 3, 20*time.Millisecond, 0)
		g.hold = lively(8)
		g.run(settled)
		g.run(3 * time.Second)
		for range asleep / interval {
			g.srv.advance()
			g.srv.due -= interval
		}
		g.srv.wantsFull = true
		g.run(2 * time.Second)
		if !g.converged() {
			t.Errorf("asleep for %v: the replica differs from the server", asleep)
		}
		before := g.p.Stats()
		g.run(5 * time.Second)
		after := g.p.Stats()
		if n := after.Mispredicted - before.Mispredicted; n != 0 {
			t.Errorf("asleep for %v: %d ticks are mispredicted afterwards", asleep, n)
		}
		if after.LeadTicks < 2 || after.LeadTicks > 8 || after.InterpolationMS > 80 {
			t.Errorf("asleep for %v: my time is %.1f ticks ahead, the others are drawn %.0f ms behind", asleep, after.LeadTicks, after.InterpolationMS)
		}
	}
}
