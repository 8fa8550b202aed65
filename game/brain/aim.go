package brain

import "bankshot/game"

// loyalty is what a route is worth that is aimed along already, in eighths of others: changing one's mind costs a stroke.
const loyalty = 12

// straightWorth is what a straight shot is worth, in eighths of others.
const straightWorth = 4

// pairShares is over how many plans a pilot spreads its search for two banks.
const pairShares = 3

// takeAim looks for a shot and begins the stroke towards it: around walls if it can, for banks are the damage.
func (p *Pilot) takeAim(s *game.Public, c *Chart, me *game.Ship) {
	old := p.shot
	p.shot = option{}
	if s.Tick < p.guard.until {
		p.strike(p.guard.aim)
		return
	}
	w := &game.Weapons[me.Weapon]
	prey, known := p.target(s, w)
	if !known {
		if p.way != (game.Vec{}) {
			p.strike(game.Toward(p.way))
		}
		return
	}
	c.mindWalls(&prey)
	// Thought of now, fired at the end of the stroke; what is charged goes off later still.
	ahead := int32(StrokeTicks)
	if w.Charge > 0 {
		ahead += int32(w.Charge)
	}
	if me.Charge > 0 {
		ahead = int32(me.Charge)
	}
	hand := moverOf(me)
	hand.thrust(p.input.Thrust)
	c.mindWalls(&hand)
	from := hand.at(ahead + 1)
	prey.age += ahead
	hand.age += ahead

	ideas := options{aim: game.Dir(p.hand.aim), duds: &p.duds, now: s.Tick, weapon: w}
	if old.value > 0 && old.banks > 0 && old.weapon == me.Weapon {
		to, ticks := c.lead(&old.route, w, from, &prey)
		ideas.add(old.route, offset(from, to), ticks, loyalty)
	}
	if p.strength.Banks > 0 {
		c.oneBank(&ideas, from, &prey)
	}
	if p.strength.Banks > 1 {
		c.twoBanks(&ideas, from, &prey, int(s.Tick/StrokeTicks%pairShares), pairShares)
	}
	straight, ticks := c.lead(&route{}, w, from, &prey)
	ideas.add(route{}, offset(from, straight), ticks, straightWorth)

	aim := game.Toward(offset(from, straight))
	for _, idea := range ideas.list[:min(ideas.n, p.strength.Checks)] {
		if h, ok := c.check(&idea.route, w, from, &prey, &hand); ok {
			p.shot, aim = option{route: idea.route, value: h.worth, weapon: me.Weapon}, h.aim
			break
		}
		p.duds.add(idea.route, s.Tick)
	}
	if p.shot.value == 0 && me.Charge == 0 {
		p.aimAtGlass(c, me, from, &prey)
		if w.Splash > 0 && c.sight(from, straight) && length(from, straight) < 320*game.Unit {
			p.shot = option{value: 1, wild: true, weapon: me.Weapon}
		}
	}
	p.strike(aim)
}

// target is whom to aim at: the prey while it is seen. Something slow and heavy also goes to where the prey was seen
// last: nobody likes to be there then.
func (p *Pilot) target(s *game.Public, w *game.Weapon) (mover, bool) {
	const stale = 2 * game.TickHz
	if s.Tick-p.prey.seen <= StrokeTicks {
		return p.prey.recall(s.Tick, p.strength.ReactionTicks)
	}
	if w.Splash > 0 && p.prey.seat != game.NoSeat && s.Tick-p.prey.seen < stale && s.Tick > p.prey.seen {
		return mover{pos: p.prey.at, most: foresight}, true
	}
	return mover{}, false
}

// aimAtGlass means to break the pane that alone stands between the pilot and its prey.
func (p *Pilot) aimAtGlass(c *Chart, me *game.Ship, from game.Vec, prey *mover) {
	const poor = 1
	if !c.hasGlass || me.Weapon != game.Basic {
		return
	}
	to := prey.at(0)
	flown, _ := c.arena.Fly(from, offset(from, to), 0, nil)
	if cell := flown.Stop.Cell; flown.Stopped && !flown.Stop.Vertex && c.arena.At(cell.X, cell.Y).Breaks() {
		p.shot = option{value: poor, glass: true}
	}
}
