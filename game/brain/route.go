package brain

import "bankshot/game"

// mostBanks is around how many walls any pilot plans.
const mostBanks = 2

// route is the mirrors that a shot banks off on its way to somebody, in this order: none, one or two.
type route struct {
	banks  int
	mirror [mostBanks]int16
}

// option is an idea for a shot.
type option struct {
	route
	// value is what it promises: 0 for no idea.
	value int32
	// weapon is what it was thought of for; glass says that it is meant for the pane between the pilot and its prey.
	weapon game.WeaponKind
	glass  bool
	// wild says that it makes the prey's place unsafe, whether it hits or not.
	wild bool
}

// image is where a place seems to be, seen around the route's banks.
func (c *Chart) image(r *route, at game.Vec) game.Vec {
	for k := r.banks - 1; k >= 0; k-- {
		at = c.faces[r.mirror[k]].Image(at)
	}
	return at
}

// lead is where to aim from a place so that the shot meets somebody who moves, in how many ticks. An image moves as fast
// as what it shows, so leading works in the mirror as it does without.
func (c *Chart) lead(r *route, w *game.Weapon, from game.Vec, m *mover) (to game.Vec, ticks int32) {
	for range 3 {
		to = c.image(r, m.at(ticks))
		ticks = flightTicks(w, length(from, to))
	}
	return to, ticks
}

// options are the best ideas so far, the best first.
type options struct {
	list [4]option
	n    int
	// aim is where the hand points: what takes a long turn is worth less.
	aim game.Vec
	// duds are routes that came to nothing lately.
	duds *duds
	now  game.Tick
	// weapon is what they are for.
	weapon *game.Weapon
}

// duds are the last routes that were followed to their end in vain, so that the next plans try others.
type duds struct {
	list [8]struct {
		route
		until game.Tick
	}
	next int
}

// dudTicks is for how long a dud is not tried again.
const dudTicks = 20

func (d *duds) add(r route, now game.Tick) {
	d.list[d.next].route, d.list[d.next].until = r, now+dudTicks
	d.next = (d.next + 1) % len(d.list)
}

func (d *duds) has(r route, now game.Tick) bool {
	for i := range d.list {
		if d.list[i].route == r && now < d.list[i].until {
			return true
		}
	}
	return false
}

// add weighs an idea: a shot along ray, in so many ticks, by a route that is worth bonus/8 of others.
func (o *options) add(r route, ray game.Vec, ticks, bonus int32) {
	worth := value(o.weapon, r.banks, ticks) * bonus / 8
	// Straight ahead it keeps all of it, at a right angle two thirds, behind its back one.
	ahead := dot(o.aim, ray) / max(length(game.Vec{}, ray), 1)
	worth = worth * int32(2*game.One+ahead) / (3 * game.One)
	k := o.n
	for k > 0 && o.list[k-1].value < worth {
		k--
	}
	if k == len(o.list) || o.duds.has(r, o.now) {
		return
	}
	o.n = min(o.n+1, len(o.list))
	copy(o.list[k+1:o.n], o.list[k:o.n-1])
	o.list[k] = option{route: r, value: worth}
}

// between says whether a ray from one place through another passes between the two ends of a mirror.
func between(ray, a, b game.Vec) bool { return cross(ray, a) > 0 != (cross(ray, b) > 0) }

// oneBank finds every near mirror in which the prey's image can be seen.
func (c *Chart) oneBank(o *options, from game.Vec, m *mover) {
	now, most := m.at(0), longest(o.weapon)
	for _, i := range c.nearTo(from) {
		f := &c.faces[i]
		if !f.Before(from) || !f.Before(now) {
			continue
		}
		ticks := flightTicks(o.weapon, distance(from, f.Image(now)))
		image := f.Image(m.at(ticks))
		if !between(offset(from, image), offset(from, c.inner[i][0]), offset(from, c.inner[i][1])) {
			continue
		}
		if ticks = flightTicks(o.weapon, distance(from, image)); ticks < most {
			o.add(route{banks: 1, mirror: [mostBanks]int16{i}}, offset(from, image), ticks, 8)
		}
	}
}

// twoBanks finds the pairs of mirrors in which the image of the prey's image can be seen, for a share of the near
// mirrors: the share-th of shares, so that the work is spread over as many plans.
func (c *Chart) twoBanks(o *options, from game.Vec, m *mover, share, shares int) {
	at, most := m.at(flightTicks(o.weapon, distance(from, m.at(0))*3/2)), longest(o.weapon)
	near := c.nearTo(from)
	for n := share; n < len(near); n += shares {
		i := near[n]
		f := &c.faces[i]
		if !f.Before(from) {
			continue
		}
		a, b := offset(from, c.inner[i][0]), offset(from, c.inner[i][1])
		for _, k := range c.pairs[i] {
			g := &c.faces[k]
			if !g.Before(at) {
				continue
			}
			seen := g.Image(at)
			if !f.Before(seen) {
				continue
			}
			image := f.Image(seen)
			ray := offset(from, image)
			if !between(ray, a, b) || !between(ray, offset(from, f.Image(c.inner[k][0])), offset(from, f.Image(c.inner[k][1]))) {
				continue
			}
			if ticks := flightTicks(o.weapon, distance(from, image)); ticks < most {
				o.add(route{banks: 2, mirror: [mostBanks]int16{i, k}}, ray, ticks, 8)
			}
		}
	}
}
