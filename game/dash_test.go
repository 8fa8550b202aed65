package game

import "testing"

// dashing lets a shot of seat 1 fly through seat 2, which dashes on the spot, and tells the hits. At the moment in which
// seat 1, who sees the others late by lag, sees the dash end, the shot is so many units beyond the middle of seat 2.
func dashing(t *testing.T, lag uint8, beyond int32) (g *stage, hits []Event) {
	t.Helper()
	speed := int32(Weapons[Pulse].Speed) / VelUnit
	g = newStage(t, open()).ship(1, 12, 8, 0, 20).ship(2, 12, 8, 0, 0)
	inputs := map[Seat]Input{1: {Lag: lag}}
	g.run(BeenTicks, inputs)
	ends := g.s.Tick + DashTicks
	born := ends + Tick(lag)/LagParts - 5 // it flies from the end of this tick on
	for range DashTicks + BeenTicks {
		if g.s.Tick == ends-DashTicks {
			g.of(2).DashLeft = DashTicks
		}
		if g.s.Tick == born {
			part := int32(lag) % LagParts
			at := add(g.of(2).Pos, Vec{X: (beyond-5*speed)*Unit - speed*Unit*part/LagParts})
			g.shot(1, at, 0, 0, 40)
		}
		hits = append(hits, told(g.run(1, inputs), EventHit)...)
		if now := g.s.Tick; (g.s.Been[1].ring(now).State&WasDashing != 0) != (now > ends-DashTicks && now <= ends) {
			t.Fatalf("the dash ends at %d, but at %d it is another way", ends, now)
		}
	}
	return g, hits
}

func TestAShotThatIsWithinReachWhenADashEndsStrikes(t *testing.T) {
	for lag := range uint8(MaxLag + 1) {
		for beyond := int32(-24); beyond <= 24; beyond++ {
			g, hits := dashing(t, lag, beyond)
			passed := beyond*Unit > reachOfPulse
			switch {
			case passed && len(hits) != 0:
				t.Fatalf("lag %d, %d units beyond: a dash did not protect until it was over: %+v", lag, beyond, hits)
			case !passed && beyond*Unit < reachOfPulse && len(hits) != 1:
				t.Fatalf("lag %d, %d units beyond: a dash protected for longer than it was", lag, beyond)
			}
			// It strikes where it is at that moment, or where it comes within reach later.
			at := max(beyond*Unit, -reachOfPulse)
			if len(hits) == 1 {
				if off := hits[0].Pos.X - g.of(2).Pos.X - at; off > Unit/8 || off < -Unit/8 {
					t.Fatalf("lag %d, %d units beyond: struck %d/256 unit from there", lag, beyond, off)
				}
			}
		}
	}
}
