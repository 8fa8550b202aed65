package brain

import "bankshot/game"

// alertTicks is the number of ticks between two glances at what flies towards the ship.
const alertTicks = 4

// How far ahead a pilot follows shots, in ticks, and how close they must come to be minded, in 1/256 unit.
const (
	horizon   = 28
	mindWidth = 64 * game.Unit
	fearWidth = game.ShipRadius + game.ShotRadius + 6*game.Unit
	hurtWidth = game.ShipRadius + game.ShotRadius
)

// danger is a shot that will come close, and its way there.
type danger struct {
	legs [6]leg
	n    int
	id   game.ShotID
	mine bool
}

// dangers are the shots a pilot minds.
type dangers struct {
	list [5]danger
	n    int
}

// pass is how near the shot comes, squared, and when, in parts of fine ticks.
func (d *danger) pass(m *mover) (near int64, when int32) {
	near = 1 << 60
	for i := range d.legs[:d.n] {
		l := &d.legs[i]
		if d.mine && l.banks == 0 {
			continue
		}
		if at := l.pass(m); at < near {
			near, when = at, l.since
		}
	}
	return near, when
}

// risk is what the dangers on a way cost.
func (d *dangers) risk(m *mover) int64 {
	cost := int64(0)
	for i := range d.list[:d.n] {
		near, _ := d.list[i].pass(m)
		switch {
		case near < (hurtWidth+game.Unit)*(hurtWidth+game.Unit):
			cost += hitCost - near*hitCost/(4*hurtWidth*hurtWidth)
		case near < safePasses*safePasses:
			cost += closeCost - near*closeCost/(safePasses*safePasses)
		}
	}
	return cost
}

// dodge looks for shots that will hit and flies around them; where that fails it dashes through.
func (p *Pilot) dodge(s *game.Public, c *Chart, me *game.Ship) {
	if me.DashLeft > 0 || me.Shield > horizon || s.Phase == game.Countdown {
		return
	}
	m := moverOf(me)
	m.thrust(p.input.Thrust)
	var d dangers
	if !p.findDangers(&d, s, c, me, &m) {
		return
	}
	p.input.Thrust = p.steer(c, me, p.way, &d)
	m.thrust(p.input.Thrust)
	for i := range d.list[:d.n] {
		near, when := d.list[i].pass(&m)
		const late = game.DashTicks - 2
		if near < hurtWidth*hurtWidth && when < late*fine && s.Tick >= p.dashAt && p.roll(d.list[i].id, 1) < p.strength.DashOdds {
			p.dashing = true
			return
		}
	}
}

// roll is a number in 0..255 that is the same whenever the pilot asks about the same shot, so that looking more often
// does not make it see more.
func (p *Pilot) roll(id game.ShotID, what uint64) int32 {
	return int32(mix(uint64(id)^what<<60, uint64(p.temper.patience)<<16^uint64(p.temper.aggression)<<8^uint64(p.temper.dashLove)) >> 56)
}

// findDangers follows the shots in view and says whether one of them will hit if the ship flies on as it does.
func (p *Pilot) findDangers(d *dangers, s *game.Public, c *Chart, me *game.Ship, m *mover) bool {
	alarm := false
	for i := range s.Shots {
		shot := &s.Shots[i]
		if !sees(me.Pos, shot.Pos) || d.n == len(d.list) {
			continue
		}
		mine := shot.Owner == me.Seat
		age := s.Tick - shot.ID.Tick()
		if !mine && (age < p.strength.ReactionTicks || p.roll(shot.ID, 0) >= p.strength.DodgeOdds) {
			continue
		}
		known := &p.harmless[uint32(mix(uint64(shot.ID), 0))%harmlessShots]
		if known.id == shot.ID && s.Tick < known.until || !c.mayCome(shot, me) {
			continue
		}
		one := &d.list[d.n]
		near := p.follows(one, c, shot, int32(age), mine, m)
		if near > mindWidth*mindWidth {
			known.id, known.until = shot.ID, s.Tick+restTicks(near)
			continue
		}
		alarm = alarm || near < fearWidth*fearWidth
		d.n++
	}
	return alarm
}

// harmless is a shot that stays away from the ship until some tick, whatever the ship does.
type harmless struct {
	id    game.ShotID
	until game.Tick
}

// harmlessShots is how many of them a pilot remembers.
const harmlessShots = 32

// restTicks is for how long a shot that comes so near, squared, within the horizon need not be looked at again: until
// the ship may be elsewhere than was thought, or too little of the horizon is left.
func restTicks(near int64) game.Tick {
	const drift, most = 10 * game.Unit, 10
	for n := int64(most); n > 0; n-- {
		if far := mindWidth + n*drift; near > far*far {
			return game.Tick(n)
		}
	}
	return 0
}

// mayCome leaves out what is too far away, and what flies away with no wall to turn it.
func (c *Chart) mayCome(shot *game.Shot, me *game.Ship) bool {
	const meet = horizon * (game.PulseSpeed/game.Unit + 5*game.Unit)
	to := offset(shot.Pos, me.Pos)
	if max(abs(to.X), abs(to.Y)) > meet {
		return false
	}
	return dot(to, shot.Vel) > 0 || c.roomAt(shot.Pos) < 4
}

// follows flies a shot up to the horizon and says how near it comes. A shot of one's own does no harm before it is old
// enough, so its way begins there.
func (p *Pilot) follows(d *danger, c *Chart, shot *game.Shot, age int32, mine bool, m *mover) int64 {
	*d = danger{id: shot.ID, mine: mine}
	f := resume(shot)
	until := min(int32(horizon), game.PulseLife-age)
	for f.ticks < until && !f.over && d.n < len(d.legs) {
		c.leap(&f, until)
		for n := range f.corners + 1 {
			if d.n < len(d.legs) {
				d.legs[d.n] = f.leg(n)
				if mine && age+f.ticks < game.SelfHitAfter {
					continue
				}
				d.n++
			}
		}
	}
	near, _ := d.pass(m)
	return near
}
