package brain

import "bankshot/game"

// climb is the way in Hill: into the zone that is held now while nobody else is in it, and to stay while nobody better
// comes; else around whoever is in it, to fight from where both see what flies. Pilots that stormed it died there of shots
// that they had seen for no time: of all killing shots in Hill 68 % were in view for 400 ms, and are 84 % from out there.
// Shortly before the zone moves, who does not hold it goes on to the next.
func (p *Pilot) climb(s *game.Public, c *Chart, me *game.Ship, f *foes) (game.Vec, bool) {
	const siege, outside, edge, inside = 260 * game.Unit, game.HillRadius + 40*game.Unit, game.HillRadius + 200*game.Unit, game.HillRadius - 24*game.Unit
	at := c.hills[s.Hill]
	early := game.Tick(90 + p.temper.patience)
	if len(c.hills) > 1 && s.HillEnd-s.Tick < early && s.HillEnd > s.Tick && s.HillHolder != me.Seat {
		at = c.hills[(int(s.Hill)+1)%len(c.hills)]
	}
	far := length(me.Pos, at)
	rival := p.rivalIn(s, me, at)
	switch {
	case rival != nil && (far > outside || p.yields(me, rival)):
		if far > edge*3/2 {
			return p.follow(c, me, at), true
		}
		if f.crowded() {
			return p.dance(c, me, f), true
		}
		return p.orbit(c, me, rival.Pos, siege), true
	case far > inside:
		return p.run(s.Tick, c, me, at), true
	case f.open() > 0 && far < inside*3/4:
		return p.dance(c, me, f), true
	}
	return p.orbit(c, me, at, game.HillRadius/3), true
}

// rivalIn is the strongest other ship in the zone around a place, nil if none is seen there.
func (p *Pilot) rivalIn(s *game.Public, me *game.Ship, at game.Vec) *game.Ship {
	var rival *game.Ship
	for i := range s.Ships {
		o := &s.Ships[i]
		if o.Seat == me.Seat || !o.Alive || !sees(me.Pos, o.Pos) || length(o.Pos, at) > game.HillRadius+game.ShipRadius {
			continue
		}
		if rival == nil || o.Health > rival.Health {
			rival = o
		}
	}
	return rival
}

// yields says whether to leave the zone to somebody: two in it hold nothing. The bold yield to the stronger alone, others
// to their equals too.
func (p *Pilot) yields(me, rival *game.Ship) bool {
	margin := 24 - p.temper.aggression/6
	return int32(me.Health) < int32(rival.Health)+margin || int32(me.Health) == int32(rival.Health)+margin && me.Seat > rival.Seat
}

// elbow is how near others may come before it backs off from them: nearer there is no time to see a shot.
const elbow = 280 * game.Unit

// dance is across the line of fire of whoever is nearest in the open, and away from who is too near.
func (p *Pilot) dance(c *Chart, me *game.Ship, f *foes) game.Vec {
	for i := range f.all() {
		if o := &f.list[i]; o.open {
			if p.draw(20) == 0 {
				p.travel.orbit = -p.travel.orbit
			}
			to := offset(me.Pos, o.ship.Pos)
			around := p.around(c, me, to)
			if o.far > elbow {
				return around
			}
			return game.Vec{X: around.X/2 - to.X, Y: around.Y/2 - to.Y}
		}
	}
	return game.Vec{}
}
