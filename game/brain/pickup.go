package brain

import "bankshot/game"

// fetch is the pick-up in view that is worth its way, if there is one.
func (p *Pilot) fetch(s *game.Public, c *Chart, me *game.Ship, f *foes) (game.Vec, bool) {
	best, where := int64(0), -1
	for n := range min(len(s.Pickups), len(c.pickups)) {
		kind, at := s.Pickups[n].Kind, c.pickups[n]
		if kind == game.NoPickup || !sees(me.Pos, at) {
			continue
		}
		want := p.want(me, kind)
		if want == 0 {
			continue
		}
		for i := range f.all() {
			o := &f.list[i]
			// Not into somebody's arms, and not where somebody else will be first.
			if o.open && distance(o.ship.Pos, at) < 160*game.Unit {
				want /= 2
			}
		}
		if left := want*game.Unit - distance(me.Pos, at); left > best {
			best, where = left, n
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
	switch kind {
	case game.PickHealth:
		return int64(game.MaxHealth-me.Health) * 9
	case game.PickEnergy:
		return int64(game.MaxEnergy-p.energy) * (2 + like/64)
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
