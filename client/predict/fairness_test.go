package predict

import (
	"math"
	"testing"
	"time"

	"bankshot/game"
	"bankshot/game/arena"
)

// trips are the round trips on which fairness has to hold.
var trips = [...]time.Duration{0, 80 * time.Millisecond, 160 * time.Millisecond, 250 * time.Millisecond}

// hunter aims where a shot would meet the nearest of those whom it sees, and fires as often as it may.
func hunter(last **View) func(int) game.Input {
	step := lively(21)
	return func(frame int) game.Input {
		in := step(frame)
		in.Buttons = game.Fire
		v := *last
		if v == nil || v.Me < 0 {
			return in
		}
		me := &v.Ships[v.Me]
		best := float32(math.Inf(1))
		for i := range v.Ships {
			s := &v.Ships[i]
			way := Point{s.Pos.X - me.Pos.X, s.Pos.Y - me.Pos.Y}
			away := length(way)
			if s.Mine || !s.Alive || s.Shield > 0 || away > best {
				continue
			}
			best = away
			// A shot flies slower to whom it is fired at than it is drawn: the lens lets it fall back to their time.
			ticks := away/speedOf(me.Weapon) + float32(v.Tick-v.Others)*min(away/640, 1)
			in.Aim = game.Toward(vec(Point{way.X + s.Vel.X*ticks, way.Y + s.Vel.Y*ticks}))
		}
		return in
	}
}

// TestWhatIHitOnMyScreenHits lets a person hunt six others. On an uneven connection the lag changes now and then while a shot
// flies, so that one in thirty may be decided otherwise.
func TestWhatIHitOnMyScreenHits(t *testing.T) {
	near, banked := 0, 0
	for _, trip := range trips {
		t.Run(trip.String(), func(t *testing.T) {
			for _, jitter := range [...]time.Duration{0, trip / 16} {
				g := newPlayIn(t, hall(t), arena.FreeForAll, Config{Name: "Ana"}, 6, trip/2, jitter)
				var last *View
				g.hold = hunter(&last)
				g.seen = func(v *View) { last = v }
				g.run(60 * time.Second)
				for _, e := range g.srv.events {
					if e.Kind == game.EventHit && e.Other == mySeat && e.Seat != mySeat {
						if e.Banks > 0 {
							banked++
						} else if e.Tick-e.Shot.Tick() < 10 {
							near++
						}
					}
				}
				s := g.p.Stats()
				t.Logf("%v late by up to %v: %d seen, %d counted, %d moot", trip, jitter, s.HitsSeen, s.HitsCounted, s.HitsMoot)
				if s.HitsSeen < 20 || s.HitsCounted < s.HitsSeen*29/30 || jitter == 0 && s.HitsCounted != s.HitsSeen || s.HitsMoot > s.HitsSeen/3 {
					t.Errorf("%d hits were seen, %d have counted, %d were moot", s.HitsSeen, s.HitsCounted, s.HitsMoot)
				}
			}
		})
	}
	if near < 20 || banked < 20 {
		t.Errorf("%d hits at point-blank, %d around a bank", near, banked)
	}
}
