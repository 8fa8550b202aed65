package brain

import "bankshot/game"

// alertTicks is the number of ticks between two glances at what flies towards the ship.
const alertTicks = 4

// How far ahead a pilot follows shots, in ticks, and how close they must come to be minded, in 1/256 unit. fearWidth
// comes on top of the ship's radius and the shot's.
const (
	horizon   = 28
	mindWidth = 64 * game.Unit
	fearWidth = 6 * game.Unit
)

// danger is a shot that will come close, and its way there.
type danger struct {
	legs [6]leg
	n    int
	id   game.ShotID
	// width is how near it has to come to strike.
	width int64
	mine  bool
	// owner is whose it is, weapon what fired it.
	owner  game.Seat
	weapon *game.Weapon
}

// dangers are the shots a pilot minds.
type dangers struct {
	list [5]danger
	n    int
}

// pass is how near the shot comes, squared, and when, in parts of fine ticks, and on which leg.
func (d *danger) pass(m *mover) (near int64, when int32, on int) {
	near = 1 << 60
	for i := range d.legs[:d.n] {
		l := &d.legs[i]
		if d.mine && l.banks == 0 {
			continue
		}
		if at := l.pass(m); at < near {
			near, when, on = at, l.since, i
		}
	}
	return near, when, on
}

// risk is what the dangers on a way cost.
func (d *dangers) risk(m *mover) int64 {
	cost := int64(0)
	for i := range d.list[:d.n] {
		one := &d.list[i]
		near, _, _ := one.pass(m)
		sure, safe := one.width+game.Unit, one.width+safePasses
		switch {
		case near < sure*sure:
			cost += hitCost - near*hitCost/(4*one.width*one.width)
		case near < safe*safe:
			cost += closeCost - near*closeCost/(safe*safe)
		}
	}
	return cost
}

// dodge looks for shots that will hit and flies around them; where that fails it raises its mirror or dashes through.
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
		one := &d.list[i]
		near, when, on := one.pass(&m)
		if near >= one.width*one.width {
			continue
		}
		l := &one.legs[on]
		if when < mirrorTicks*fine && p.parry(s, c, me, one, when, offset(l.from, l.to)) {
			return
		}
		const late = game.DashTicks - 2
		if when < late*fine && s.Tick >= p.dashAt && p.roll(one.id, 1) < p.strength.DashOdds {
			p.dashing = true
			return
		}
	}
}

// mirrorTicks is how long before a hit a pilot begins to think of its mirror.
const mirrorTicks = 16

// roll is a number in 0..255 that is the same whenever the pilot asks about the same shot, so that looking more often
// does not make it see more.
func (p *Pilot) roll(id game.ShotID, what uint64) int32 {
	return int32(mix(uint64(id)^what<<60, uint64(p.temper.patience)<<16^uint64(p.temper.aggression)<<8^uint64(p.temper.dashLove)) >> 56)
}

// findDangers follows the shots in view and says whether one of them will hit if the ship flies on as it does.
func (p *Pilot) findDangers(d *dangers, s *game.Public, c *Chart, me *game.Ship, m *mover) bool {
	alarm := p.findCharges(d, s, c, me, m)
	for i := range s.Shots {
		shot := &s.Shots[i]
		if !sees(me.Pos, shot.Pos) || d.n == len(d.list) {
			continue
		}
		mine := shot.Owner == me.Seat
		since := s.Tick - shot.Since
		if !mine && (since < p.strength.ReactionTicks || p.roll(shot.ID, 0) >= p.strength.DodgeOdds) {
			continue
		}
		known := &p.harmless[uint32(mix(uint64(shot.ID), uint64(shot.Owner)))%harmlessShots]
		if known.id == shot.ID && known.owner == shot.Owner && s.Tick < known.until || !c.mayCome(shot, me) || ofMate(s, shot, me) {
			continue
		}
		one := &d.list[d.n]
		near := p.follows(one, c, shot, int32(s.Tick-shot.ID.Tick()), int32(min(since, horizon)), mine, m)
		if near > mindWidth*mindWidth {
			*known = harmless{id: shot.ID, owner: shot.Owner, until: s.Tick + restTicks(near)}
			continue
		}
		fear := one.width + fearWidth
		alarm = alarm || near < fear*fear
		d.n++
	}
	return alarm
}

// findCharges minds the beams of those in view that are about to go off: everybody sees which way they point.
func (p *Pilot) findCharges(d *dangers, s *game.Public, c *Chart, me *game.Ship, m *mover) bool {
	alarm := false
	for i := range s.Ships {
		o := &s.Ships[i]
		if o.Charge == 0 || o.Charge > horizon || o.Seat == me.Seat || mates(me, o) || !sees(me.Pos, o.Pos) || d.n == len(d.list) {
			continue
		}
		w := &game.Weapons[o.Weapon]
		charged := game.Tick(w.Charge - o.Charge)
		id := game.NewShotID(s.Tick-charged, o.Seat, 0)
		if charged < p.strength.ReactionTicks || p.roll(id, 0) >= p.strength.DodgeOdds {
			continue
		}
		one := &d.list[d.n]
		*one = danger{id: id, width: int64(game.ShipRadius + w.Radius), owner: o.Seat, weapon: w}
		from := moverOf(o)
		b := c.shine(from.at(int32(o.Charge)), o.Aim, w, int32(o.Charge))
		one.n = copy(one.legs[:], b.legs[:b.n])
		near, _, _ := one.pass(m)
		if near <= mindWidth*mindWidth {
			fear := one.width + fearWidth
			alarm = alarm || near < fear*fear
			d.n++
		}
	}
	return alarm
}

// mayCome leaves out what is too far away, and what flies away with no wall to turn it.
func (c *Chart) mayCome(shot *game.Shot, me *game.Ship) bool {
	meet := horizon * (game.Weapons[shot.Weapon].Speed/game.Unit + 5*game.Unit)
	to := offset(shot.Pos, me.Pos)
	if max(abs(to.X), abs(to.Y)) > meet {
		return false
	}
	return dot(to, shot.Vel) > 0 || c.roomAt(shot.Pos) < 4
}

// follows flies a shot of some age up to the horizon and says how near it comes. A shot of one's own does no harm before
// it has been so for long enough, so its way begins there.
func (p *Pilot) follows(d *danger, c *Chart, shot *game.Shot, age, since int32, mine bool, m *mover) int64 {
	w := &game.Weapons[shot.Weapon]
	*d = danger{id: shot.ID, mine: mine, width: int64(game.ShipRadius + w.Radius), owner: shot.Owner, weapon: w}
	f := resume(shot)
	until := min(int32(horizon), int32(w.Life)-age)
	for f.ticks < until && !f.over && d.n < len(d.legs) {
		c.leap(&f, until)
		for n := range f.corners + 1 {
			if d.n < len(d.legs) {
				d.legs[d.n] = f.leg(n)
				if mine && since+f.ticks < game.SelfHitAfter {
					continue
				}
				d.n++
			}
		}
	}
	near, _, _ := d.pass(m)
	return near
}
