package brain

import "bankshot/game"

// guard is a mirror held against something that would hit: towards aim, from some tick until another.
type guard struct {
	aim         uint16
	from, until game.Tick
}

// feelEnergy reckons what is left for the mirror, which a pilot is not told: it counts along as the rules do.
func (p *Pilot) feelEnergy(s *game.Public, c *Chart, me *game.Ship) {
	passed := int32(min(s.Tick-p.last, game.MaxEnergy*game.EnergyEvery))
	if me.Mirror {
		p.energy = max(p.energy-passed*game.MirrorCost, 0)
	} else {
		p.energy = min(p.energy+int32(s.Tick/game.EnergyEvery-(s.Tick-game.Tick(passed))/game.EnergyEvery), game.MaxEnergy)
	}
	// What it was about to take and is gone, it took.
	reach := int64(game.ShipRadius + game.PickupRadius)
	for n := range s.Pickups {
		place := c.placeOf(s, n)
		if place >= len(c.pickups) {
			continue
		}
		switch off := offset(me.Pos, c.pickups[place]); {
		case dot(off, off) > 4*reach*reach:
		case s.Pickups[n].Kind.Supply().Energy > 0:
			p.charger, p.charge = int16(place), int32(s.Pickups[n].Kind.Supply().Energy)
		case p.charger == int16(place):
			p.charger = noCharger
			if dot(off, off) <= reach*reach {
				p.energy = min(p.energy+p.charge, game.MaxEnergy)
			}
		}
	}
}

// noCharger is no place with energy close by.
const noCharger = -1

// parry turns to hold the mirror against a danger that arrives in so many parts of fine ticks, if the hand can be there
// in time.
func (p *Pilot) parry(s *game.Public, c *Chart, me *game.Ship, d *danger, when int32, way game.Vec) bool {
	const spare = 10
	now, ticks := s.Tick, when/fine
	if p.energy < game.MirrorStart+spare || me.Charge > 0 || way == (game.Vec{}) {
		return false
	}
	if now < p.guard.until {
		return true // one at a time; the arc is wide
	}
	if p.roll(d.id, 2) >= p.strength.MirrorOdds {
		return false
	}
	aim := p.sendBack(s, c, me, d, ticks, game.Toward(game.Vec{X: -way.X, Y: -way.Y}))
	const sure = game.MirrorArc * 3 / 4
	if abs(angle(p.hand.aim, aim)) > sure+p.strength.TurnSteps*max(ticks-2, 0) {
		return false
	}
	const early, late = 5, 5
	p.guard = guard{aim: aim, from: now + game.Tick(max(ticks-early, 0)), until: now + game.Tick(ticks+late)}
	p.strike(aim)
	return true
}

// sendBack is where to hold the mirror so that what comes from there flies to whom it came from: half-way between the
// two. Who cannot be hit so gets it back the way it came.
func (p *Pilot) sendBack(s *game.Public, c *Chart, me *game.Ship, d *danger, ticks int32, there uint16) uint16 {
	o, ok := p.inView(s, me, d.owner)
	if !ok || o.Seat == me.Seat || !c.sight(me.Pos, o.Pos) {
		return there
	}
	from, to := moverOf(me), moverOf(o)
	from.thrust(p.input.Thrust)
	at := to.at(ticks + flightTicks(d.weapon, distance(me.Pos, o.Pos)))
	turn := angle(there, game.Toward(offset(from.at(ticks), at)))
	if abs(turn) > game.MirrorArc {
		return there
	}
	return uint16(int32(there)+turn/2+game.AimSteps) % game.AimSteps
}

// shield holds the mirror while the guard says so.
func (p *Pilot) shield(now game.Tick) {
	if now >= p.guard.from && now < p.guard.until {
		p.input.Buttons = p.input.Buttons&^game.Fire | game.Mirror
	}
}
