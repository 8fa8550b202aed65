package brain

import (
	"bankshot/game"
)

// pull fires if the shot aimed at is still one, now that the stroke is over.
func (p *Pilot) pull(s *game.Public, c *Chart, me *game.Ship) {
	if s.Tick < p.loadAt || s.Tick < p.guard.until || me.Charge > 0 || me.Weapon != p.shot.weapon || p.shot.value == 0 {
		return
	}
	w := &game.Weapons[me.Weapon]
	if s.Tick-p.prey.met < p.strength.PatienceTicks || w.Live > 0 && p.inFlight(s, me) >= w.Live {
		return
	}
	hand := moverOf(me)
	hand.thrust(p.input.Thrust)
	from := hand.at(1 + int32(w.Charge))
	switch {
	case p.shot.wild:
		if abs(angle(game.Toward(offset(from, p.prey.at)), p.hand.aim)) > game.AimSteps/16 {
			return
		}
	case p.shot.glass:
		if !p.facesGlass(c, from) {
			return
		}
	case p.shot.value < p.enough(s, me, p.shot.banks) || !p.stillHits(s, c, w, from, &hand):
		return
	}
	p.input.Buttons |= game.Fire
	p.loadAt = s.Tick + game.Tick(w.Cooldown)
}

// stillHits looks once more along the route, from where the pilot and its prey are now.
func (p *Pilot) stillHits(s *game.Public, c *Chart, w *game.Weapon, from game.Vec, hand *mover) bool {
	prey, known := p.target(s, w)
	if !known {
		return false
	}
	i := s.ShipOf(p.prey.seat)
	if i >= 0 && (!s.Ships[i].Alive || !sees(hand.pos, s.Ships[i].Pos)) {
		i = -1
	}
	if i < 0 && w.Splash == 0 {
		return false
	}
	c.mindWalls(&prey)
	prey.age += int32(w.Charge)
	hand.age += int32(w.Charge)
	h, ok := c.check(&p.shot.route, w, from, &prey, hand)
	if !ok {
		return false
	}
	to, ticks := c.lead(&p.shot.route, w, from, &prey)
	if i >= 0 && unwelcome(&s.Ships[i], w, ticks, h.way) {
		return false
	}
	if w.Charge > 0 {
		// There is time to turn the hand yet.
		return abs(angle(h.aim, p.hand.aim)) < p.strength.TurnSteps*(int32(w.Charge)-StrokeTicks)
	}
	// It fires when it believes to point at the prey, its slip it does not know; the impatient don't look as closely.
	wide := int32(hitWidth*(game.AimSteps*10/63)/max(length(from, to), 1)) * (512 - p.temper.patience) / 256
	return abs(angle(h.aim, p.hand.aim)-p.hand.slip) <= wide
}

// unwelcome says that a ship would swallow the shot with its spawn shield, or return it.
func unwelcome(o *game.Ship, w *game.Weapon, ticks int32, way game.Vec) bool {
	ticks += int32(w.Charge)
	if !w.Beam() {
		// A shot strikes before it is at the centre.
		ticks -= int32((game.ShipRadius+w.Radius)*game.Unit/w.Speed) + 1
	}
	if o.Shield > 0 && int32(o.Shield) > ticks {
		return true
	}
	return o.Mirror && abs(angle(game.Toward(game.Vec{X: -way.X, Y: -way.Y}), o.Aim)) <= game.MirrorArc
}

// facesGlass says whether a shot along the aim of the hand would break glass and not come back.
func (p *Pilot) facesGlass(c *Chart, from game.Vec) bool {
	d := game.Dir(p.hand.aim)
	const far = 600 // units
	flown, _ := c.arena.Fly(from, game.Vec{X: d.X / game.Unit * far, Y: d.Y / game.Unit * far}, 0, nil)
	return flown.Stopped && c.arena.At(flown.Stop.Cell.X, flown.Stop.Cell.Y).Breaks()
}

// enough is the least value of a shot that it fires: the more patient, the more. Straight shots have to be better than
// others, those that make a place unsafe need not be good. Who is alone with one other keeps firing: shots in the air are what
// a duel is about.
func (p *Pilot) enough(s *game.Public, me *game.Ship, banks int) int32 {
	least := 40 + p.temper.patience/8
	if banks == 0 {
		least *= 2
	}
	if game.Weapons[me.Weapon].Splash > 0 {
		least /= 3
	}
	if me.Shield > 0 {
		least *= 2
	}
	if alone(s) {
		least /= 3
	}
	return least
}

// inFlight counts the pilot's own shots of its weapon in view. It knows of no others: if there are more, its trigger just
// won't work.
func (p *Pilot) inFlight(s *game.Public, me *game.Ship) int {
	n := 0
	for i := range s.Shots {
		shot := &s.Shots[i]
		if shot.Owner == me.Seat && shot.Weapon == me.Weapon && !shot.Returned && sees(me.Pos, shot.Pos) {
			n++
		}
	}
	return n
}
