package brain

import "bankshot/game"

// How near a flight has to come, in 1/256 unit: believed to hit within hitWidth; too risky if it comes back to its own
// ship within riskWidth.
const (
	hitWidth  = game.ShipRadius
	riskWidth = game.ShipRadius + game.ShotRadius + 14*game.Unit
)

// loyalty is what a route is worth that is aimed along already, in eighths of others: changing one's mind costs a stroke.
const loyalty = 12

// plain is what a straight shot is worth, in eighths of others.
const plain = 5

// pairShares is over how many plans a pilot spreads its search for two banks.
const pairShares = 3

// takeAim looks for a shot and begins the stroke towards it: around walls if it can, for banks are the damage.
func (p *Pilot) takeAim(s *game.Public, c *Chart, me *game.Ship) {
	old := p.shot
	p.shot = option{}
	prey, known := p.prey.recall(s.Tick, p.strength.ReactionTicks)
	if !known || s.Tick-p.prey.seen > StrokeTicks {
		if p.way != (game.Vec{}) {
			p.strike(game.Toward(p.way))
		}
		return
	}
	c.mindWalls(&prey)
	// Thought of now, fired at the end of the stroke.
	hand := moverOf(me)
	hand.thrust(p.input.Thrust)
	from := hand.at(StrokeTicks + 1)
	prey.age += StrokeTicks
	hand.age += StrokeTicks

	ideas := options{aim: game.Dir(p.hand.aim), duds: &p.duds, now: s.Tick}
	if old.value > 0 && old.banks > 0 {
		to, ticks := c.lead(&old.route, from, &prey)
		ideas.add(old.route, offset(from, to), ticks, loyalty)
	}
	if p.strength.Banks > 0 {
		c.oneBank(&ideas, from, &prey)
	}
	if p.strength.Banks > 1 {
		c.twoBanks(&ideas, from, &prey, int(s.Tick/StrokeTicks%pairShares), pairShares)
	}
	straight, ticks := c.lead(&route{}, from, &prey)
	ideas.add(route{}, offset(from, straight), ticks, plain)

	aim := game.Toward(offset(from, straight))
	for _, idea := range ideas.list[:min(ideas.n, p.strength.Checks)] {
		if a, worth, ok := c.check(&idea.route, from, &prey, &hand); ok {
			p.shot, aim = option{route: idea.route, value: worth}, a
			break
		}
		p.duds.add(idea.route, s.Tick)
	}
	p.strike(aim)
}

// check follows a shot along a route to its end: whether it really meets the prey, having banked as often as planned,
// and does not come back to its own ship.
func (c *Chart) check(r *route, from game.Vec, prey, me *mover) (aim uint16, worth int32, ok bool) {
	to, ticks := c.lead(r, from, prey)
	if ticks >= mostTicks || to == from {
		return 0, 0, false
	}
	aim = game.Toward(offset(from, to))
	f := launch(from, aim)
	heading := c.headings(r, f.step)
	for f.ticks < ticks+3 && !f.over {
		c.leap(&f, ticks+3)
		if f.banks < r.banks && f.step != heading[f.banks] {
			return aim, 0, false // it met another wall
		}
		for n := range f.corners + 1 {
			l := f.leg(n)
			// Should it meet the prey earlier, with fewer banks, so much the worse for the prey.
			if l.banks >= r.banks && l.pass(prey) <= hitWidth*hitWidth {
				return aim, value(l.banks, ticks), true
			}
			if l.banks > 0 && l.until > game.SelfHitAfter*fine && l.pass(me) <= riskWidth*riskWidth {
				return aim, 0, false
			}
		}
	}
	return aim, 0, false
}

// headings are a shot's displacements before each bank of its route.
func (c *Chart) headings(r *route, step game.Vec) (all [mostBanks]game.Vec) {
	for k := range r.banks {
		all[k] = step
		step = c.faces[r.mirror[k]].Turn.Apply(step)
	}
	return all
}

// pull fires if the shot aimed at is still one, now that the stroke is over.
func (p *Pilot) pull(s *game.Public, c *Chart, me *game.Ship) {
	if p.shot.value < p.enough(me) || s.Tick < p.loadAt || s.Tick-p.prey.met < p.strength.PatienceTicks {
		return
	}
	i := s.ShipOf(p.prey.seat)
	if i < 0 || !sees(me.Pos, s.Ships[i].Pos) || !s.Ships[i].Alive || p.inFlight(s, me) >= game.PulseLive {
		return
	}
	prey, known := p.prey.recall(s.Tick, p.strength.ReactionTicks)
	if !known {
		return
	}
	c.mindWalls(&prey)
	hand := moverOf(me)
	hand.thrust(p.input.Thrust)
	from := hand.at(1)
	aim, _, ok := c.check(&p.shot.route, from, &prey, &hand)
	if !ok {
		return
	}
	to, ticks := c.lead(&p.shot.route, from, &prey)
	// A shot strikes before it is at the centre.
	const early = (game.ShipRadius+game.ShotRadius)*game.Unit/game.PulseSpeed + 1
	if int32(s.Ships[i].Shield)+early > ticks && s.Ships[i].Shield > 0 {
		return
	}
	// It fires when it believes to point at the prey, its slip it does not know; the impatient don't look as closely.
	wide := int32(hitWidth*(game.AimSteps*10/63)/max(length(from, to), 1)) * (512 - p.temper.patience) / 256
	if abs(angle(aim, p.hand.aim)-p.hand.slip) > wide {
		return
	}
	p.input.Buttons |= game.Fire
	p.loadAt = s.Tick + game.PulseCooldown
}

// enough is the least value of a shot that it fires: the more patient, and the fewer shots are left, the more.
func (p *Pilot) enough(me *game.Ship) int32 {
	least := 40 + p.temper.patience/8
	if me.Shield > 0 {
		least *= 2
	}
	return least
}

// inFlight counts the pilot's own shots in view. It knows of no others: if there are more, its trigger just won't work.
func (p *Pilot) inFlight(s *game.Public, me *game.Ship) int {
	n := 0
	for i := range s.Shots {
		if s.Shots[i].Owner == me.Seat && sees(me.Pos, s.Shots[i].Pos) {
			n++
		}
	}
	return n
}
