package brain

import "bankshot/game"

// How near a flight has to come, in 1/256 unit: believed to hit within hitWidth, if it is no wider than Pulse's; too risky if
// it comes back to its own ship within riskWidth and the shot's own radius.
const (
	hitWidth  = game.ShipRadius
	riskWidth = game.ShipRadius + 14*game.Unit
)

// hit is what following a route to its end has shown.
type hit struct {
	// aim is where to point, worth what the hit is.
	aim   uint16
	worth int32
	// way is how the shot arrives.
	way game.Vec
}

// check follows a shot along a route to its end: whether it really meets the prey, having banked as often as planned,
// and does not come back to its own ship.
func (c *Chart) check(r *route, w *game.Weapon, from game.Vec, prey, me *mover) (hit, bool) {
	to, ticks := c.lead(r, w, from, prey)
	if ticks >= longest(w) || to == from {
		return hit{}, false
	}
	h := hit{aim: game.Toward(offset(from, to))}
	if w.Beam() {
		return c.checkBeam(h, r, w, from, prey, me)
	}
	risk, near := int64(riskWidth+w.Radius), int64(hitWidth+w.Radius-game.ShotRadius)
	f := launch(from, h.aim, w)
	heading := c.headings(r, f.step)
	for f.ticks < ticks+3 && !f.over {
		c.leap(&f, ticks+3)
		if f.banks < r.banks && f.step != heading[f.banks] {
			return h, false // it met another wall
		}
		for n := range f.corners + 1 {
			l := f.leg(n)
			// Should it meet the prey earlier, with fewer banks, so much the worse for the prey.
			if l.banks >= r.banks && l.pass(prey) <= near*near {
				if w.Splash > 0 && l.banks > 0 && length(me.at(ticks), l.to) < int64(w.Splash+2*game.ShipRadius) {
					return h, false // it would feel it, too
				}
				h.worth, h.way = value(w, l.banks, ticks), offset(l.from, l.to)
				return h, true
			}
			if l.banks > 0 && l.until > game.SelfHitAfter*fine && l.pass(me) <= risk*risk {
				return h, false
			}
		}
	}
	return h, false
}

// checkBeam is check for what arrives at once. A beam does its own ship no harm: it is not SelfHitAfter old.
func (c *Chart) checkBeam(h hit, r *route, w *game.Weapon, from game.Vec, prey, me *mover) (hit, bool) {
	b := c.shine(from, h.aim, w, 0)
	for i := range b.legs[:b.n] {
		l := &b.legs[i]
		if l.pass(prey) <= hitWidth*hitWidth {
			h.worth, h.way = value(w, l.banks, 0), offset(l.from, l.to)
			return h, l.banks >= r.banks
		}
	}
	return h, false
}

// headings are a shot's displacements before each bank of its route.
func (c *Chart) headings(r *route, step game.Vec) (all [mostBanks]game.Vec) {
	for k := range r.banks {
		all[k] = step
		step = c.faces[r.mirror[k]].Turn.Apply(step)
	}
	return all
}
