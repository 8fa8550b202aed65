package brain

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// fetch is the pick-up in view that is worth its way, if there is one.
func (p *Pilot) fetch(s *game.Public, c *Chart, me *game.Ship, f *foes) (game.Vec, bool) {
	best, where := int64(0), -1
	for n := range s.Pickups {
		place := c.placeOf(s, n)
		if place >= len(c.pickups) {
			continue
		}
		kind, at := s.Pickups[n].Kind, c.pickups[place]
		if kind == game.NoPickup || !sees(me.Pos, at) || !c.reaches(me.Pos, at) {
			continue
		}
		want := p.want(me, kind)
		if want == 0 {
			continue
		}
		if c.hasPain && c.isRinged(arena.CellOf(at)) {
			if !p.daresTake(s.Tick, me, at) {
				continue
			}
			want /= 2 // what it costs to leave
		}
		for i := range f.all() {
			o := &f.list[i]
			// Not into somebody's arms, and not where somebody else will be first.
			if o.open && distance(o.ship.Pos, at) < 160*game.Unit {
				want /= 2
			}
		}
		if left := want*game.Unit - distance(me.Pos, at); left > best {
			best, where = left, place
		}
	}
	if where < 0 {
		return game.Vec{}, false
	}
	return c.pickups[where], true
}

// want is how far, in units, a pilot flies for a pick-up: for what it lacks, and for weapons as it likes them.
func (p *Pilot) want(me *game.Ship, kind game.PickupKind) int64 {
	const near, far = 90, 360
	like := int64(p.temper.likes[kind])
	if kind.Weapon() == game.Basic {
		want := int64(0)
		if kind.Supply().Health > 0 {
			want += int64(game.MaxHealth-me.Health) * 9
		}
		if kind.Supply().Energy > 0 {
			want += int64(game.MaxEnergy-p.energy) * (2 + like/64)
		}
		return want
	}
	held := &game.Weapons[me.Weapon]
	switch {
	case me.Charge > 0:
		return 0
	case held.Ammo == 0:
		return near + like*far/255
	case me.Ammo*3 > held.Ammo || kind.Weapon() == me.Weapon:
		return 0
	}
	return near + like*far/512
}

// daresTake says whether it goes for what lies amid what hurts: with a dash ready, or when it is nearly there.
func (p *Pilot) daresTake(now game.Tick, me *game.Ship, at game.Vec) bool {
	return me.Health > 60 && now >= p.dashAt || distance(me.Pos, at) < 2*arena.TileSub
}

// take is the way to a pick-up: over what hurts in one dash.
func (p *Pilot) take(now game.Tick, c *Chart, me *game.Ship, at game.Vec) game.Vec {
	const dash = 130 * game.Unit
	if c.hasPain && c.isRinged(arena.CellOf(at)) && distance(me.Pos, at) < dash && c.sight(me.Pos, at) {
		p.travel.crossing = true
		p.dashing = p.dashing || now >= p.dashAt
		return offset(me.Pos, at)
	}
	return p.follow(c, me, at)
}
