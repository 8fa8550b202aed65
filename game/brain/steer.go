package brain

import "bankshot/game"

// What a pilot weighs when it chooses a thrust, in 1/256 of what flying straight where it wants is worth.
const (
	heldWorth  = 40   // keep going as it does: keys are held, not drummed on
	tightCost  = 160  // to come close to a wall
	wallCost   = 1200 // to fly into one
	hurtCost   = 420  // to be over what hurts
	hitCost    = 3000 // to be hit
	closeCost  = 600  // to be nearly hit
	safePasses = 16 * game.Unit
)

// steer is the thrust that leads where it wants, past walls and between the dangers.
func (p *Pilot) steer(c *Chart, me *game.Ship, way game.Vec, d *dangers) uint8 {
	goal := game.Vec{}
	if way != goal {
		goal = game.Dir(game.Toward(way))
	}
	held := p.input.Thrust
	best, thrust := int64(0), uint8(0)
	m := moverOf(me)
	m.thrust(0)
	var coast [len(feelers)]game.Vec
	for i, k := range feelers {
		coast[i] = m.at(k)
	}
	hurts := int64(hurtCost)
	if p.travel.crossing {
		hurts = 0
	}
	for t := range uint8(game.Thrusts) {
		worth := int64(0)
		if t > 0 {
			worth = dot(game.Dir(game.ThrustDir(t)), goal) >> 24
		}
		if t == held {
			worth += heldWorth
		}
		worth -= c.wallRisk(&coast, t, hurts)
		if d != nil {
			m.thrust(t)
			worth -= d.risk(&m)
		}
		if t == 0 || worth > best {
			best, thrust = worth, t
		}
	}
	return thrust
}

// feelers are the ticks ahead at which a pilot looks for walls on its way.
var feelers = [...]int32{6, 13, 20}

// pushed[t][i] is how far thrust t brings a ship beside its coasting by feelers[i].
var pushed = func() (all [game.Thrusts][len(feelers)]game.Vec) {
	for t := range uint8(game.Thrusts) {
		for i, k := range feelers {
			m := mover{push: pushes[t], most: foresight}
			all[t][i] = m.at(k)
		}
	}
	return all
}()

// wallRisk is what the walls, and what hurts, cost on the way by thrust t, which leads where the ship coasts to and so much farther.
func (c *Chart) wallRisk(coast *[len(feelers)]game.Vec, t uint8, hurts int64) int64 {
	cost := int64(0)
	for i, k := range feelers {
		at := game.Vec{X: coast[i].X + pushed[t][i].X, Y: coast[i].Y + pushed[t][i].Y}
		switch c.step[c.index(at)] {
		case 0:
			return cost + wallCost*4/int64(k)
		case stepTight:
			cost += tightCost / 3
		case stepHazard:
			cost += hurts
		}
	}
	return cost
}
