package brain

import "bankshot/game"

// memoryTicks is how long a pilot remembers what its prey did: above any reaction time.
const memoryTicks = 32

// prey is whom a pilot fights, and how it has seen them move.
type prey struct {
	seat game.Seat
	// met is since when, seen when last.
	met, seen game.Tick
	at        game.Vec
	sightings [memoryTicks]sighting
}

type sighting struct {
	tick   game.Tick
	pos    game.Vec
	vel    game.Vec
	thrust uint8
	dash   uint8
}

// meet turns to somebody else, or to nobody.
func (p *prey) meet(seat game.Seat, now game.Tick) {
	if seat != p.seat {
		*p = prey{seat: seat, met: now}
	}
}

// watch notes what the prey does, while it can be seen.
func (p *prey) watch(s *game.Public, me *game.Ship) {
	if p.seat == game.NoSeat {
		return
	}
	i := s.ShipOf(p.seat)
	if i < 0 || !s.Ships[i].Alive || !sees(me.Pos, s.Ships[i].Pos) {
		return
	}
	o := &s.Ships[i]
	p.seen, p.at = s.Tick, o.Pos
	p.sightings[s.Tick%memoryTicks] = sighting{tick: s.Tick, pos: o.Pos, vel: o.Vel, thrust: o.Thrust, dash: o.DashLeft}
}

// recall is the prey as a pilot knows it that needs so many ticks to react; false as long as it knows nothing.
func (p *prey) recall(now, reaction game.Tick) (mover, bool) {
	for ago := reaction; ago < memoryTicks && ago <= now; ago++ {
		g := &p.sightings[(now-ago)%memoryTicks]
		if g.tick != now-ago || g.tick < p.met {
			continue
		}
		m := mover{pos: g.pos, vel: g.vel, dash: int32(g.dash), age: int32(ago), most: foresight}
		m.thrust(g.thrust)
		return m, true
	}
	return mover{}, false
}

// choose picks whom to fight: near, weak and in the open; whoever is fought already counts as nearer, so that a pilot
// does not waver between two, and who has just spawned can wait. Who carries a flag or holds a zone comes first.
func (p *Pilot) choose(s *game.Public, f *foes) {
	now := s.Tick
	seat, best := game.NoSeat, int64(0)
	for _, o := range f.all() {
		cost := o.far + int64(o.ship.Health)*game.Unit + int64(o.ship.Shield)*2*game.Unit
		if !o.open {
			cost += 120 * game.Unit
		}
		if s.Holds(o.ship.Seat) { // in the way of everybody else's goal
			cost -= 300 * game.Unit
		}
		if f.mate != nil && o.ship.HitBy == f.mate.Seat {
			cost -= 80 * game.Unit // two against one
		}
		if o.ship.Seat == p.prey.seat {
			cost -= abs64(cost) / 4
		}
		if seat == game.NoSeat || cost < best {
			seat, best = o.ship.Seat, cost
		}
	}
	if seat == game.NoSeat {
		// Out of sight is not out of mind: it follows for a while.
		const mind = 4 * game.TickHz
		if p.prey.seat == game.NoSeat || now-p.prey.seen < mind && now >= p.prey.seen {
			return
		}
	}
	p.prey.meet(seat, now)
	if seat != game.NoSeat {
		for _, o := range f.all() {
			if o.ship.Seat == seat {
				p.prey.at, p.prey.seen = o.ship.Pos, now
			}
		}
	}
}
