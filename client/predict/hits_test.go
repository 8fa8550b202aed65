package predict

import (
	"testing"

	"bankshot/game"
)

func TestAShotIsSeenToHitWhoseDashIsOverOnlyIfItIsWithinReachThen(t *testing.T) {
	const left = 0.5 // ticks of the dash, of the one between the two frames
	for _, c := range []struct {
		name         string
		x            float32 // of the shot at the end of the dash, beyond the ship's middle
		hidden, seen bool
	}{
		{"before it", -30, false, false},
		{"as it comes in", -16, true, true},
		{"in its middle", 0, true, true},
		{"as it goes out", 14, true, true},
		{"so nearly out that nobody could tell", 17, true, false},
		{"out", 19, false, false},
	} {
		p := New(Config{})
		p.clock.mine, p.clock.others, p.draw.lastShots = 100, 96, []seenShot{{9, 99}}
		p.draw.lastShips = []seenShip{{seat: 5, time: 95, dashes: 95 + left}}
		s := Shot{ID: 9, Mine: true, time: 100, Points: 2}
		s.Trail[0].X = c.x + (1-left)*speedOf(game.Pulse)
		s.Trail[1].X = s.Trail[0].X - 50
		v := &View{Others: 96, Ships: []Ship{{Alive: true, Seat: 5}}, Shots: []Shot{s}}
		p.hideHits(v)
		p.seen.known(200, nil)
		if hidden := len(v.Shots) == 0; hidden != c.hidden || (p.Stats().HitsSeen == 1) != c.seen {
			t.Errorf("%s: hidden %v, %d hits seen", c.name, hidden, p.Stats().HitsSeen)
		}
	}
}
