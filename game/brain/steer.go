package brain

import "bankshot/game"

// What a pilot weighs when it chooses a thrust, in 1/256 of what flying straight where it wants is worth.
const (
	heldWorth  = 40   // keep going as it does: keys are held, not drummed on
	tightCost  = 160  // to come close to a wall
	wallCost   = 1200 // to fly into one
	hitCost    = 3000 // to be hit
	closeCost  = 600  // to be nearly hit
	safePasses = 34 * game.Unit
)

// steer is the thrust that leads where it wants, past walls and between the dangers.
func (p *Pilot) steer(c *Chart, me *game.Ship, way game.Vec, d *dangers) uint8 {
	goal := game.Vec{}
	if way != goal {
		goal = game.Dir(game.Toward(way))
	}
	held := p.input.Thrust
	best, thrust := int64(0), uint8(0)
	for t := range uint8(game.Thrusts) {
		m := moverOf(me)
		m.thrust(t)
		worth := int64(0)
		if t > 0 {
			worth = dot(game.Dir(game.ThrustDir(t)), goal) >> 24
		}
		if t == held {
			worth += heldWorth
		}
		worth -= c.wallRisk(&m)
		worth -= d.risk(&m)
		if t == 0 || worth > best {
			best, thrust = worth, t
		}
	}
	return thrust
}

// wallRisk is what the walls on a way cost.
func (c *Chart) wallRisk(m *mover) int64 {
	cost := int64(0)
	for _, k := range [...]int32{6, 13, 20} {
		switch c.step[c.index(m.at(k))] {
		case 0:
			return cost + wallCost*4/int64(k)
		case stepTight:
			cost += tightCost / 3
		}
	}
	return cost
}
