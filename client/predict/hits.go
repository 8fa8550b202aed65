package predict

import (
	"math"

	"bankshot/game"
)

// hidden is a shot that is seen to have hit somebody, in a tick of which I don't know yet what came of it. Only the server
// knows: the shot is not drawn until the server has taken it away, or has let it fly on for hiddenGrace ticks beyond that
// moment.
type hidden struct {
	id   game.ShotID
	tick game.Tick // in which it was seen to hit
}

// hiddenGrace is how many ticks the server may let a shot fly on that was seen to hit.
const hiddenGrace = 3

// seenShot and seenShip are what was drawn in the frame before: between it and this one everything has moved.
type seenShot struct {
	id   game.ShotID
	time float64
}

type seenShip struct {
	seat   game.Seat
	pos    Point
	warped game.Tick
	// time is when it was there, and dashes until when its dash lasts, if it was in one.
	time, dashes float64
}

// reachUnits is how near the way of a weapon's shot comes to a ship's centre when it hits.
func reachUnits(w game.WeaponKind) float32 {
	return float32(game.ShipRadius+game.Weapons[w].Radius) / game.Unit
}

// strikable says whether a shot of that team strikes the ship at all.
func (s *Ship) strikable(team uint8) bool {
	return s.Alive && s.Dash == 0 && (s.Team == game.NoTeam || s.Team != team)
}

// mirrors says whether the ship's mirror stands in the way of what flies along way.
func (s *Ship) mirrors(way Point) bool {
	if !s.Mirror {
		return false
	}
	sin, cos := math.Sincos(float64(s.Aim))
	ahead := -(way.X*float32(cos) + way.Y*float32(sin))
	return ahead >= length(way)*float32(math.Cos(float64(MirrorArc)))
}

// hideHits takes away the shots that have met a ship as it is drawn since the View before, where it is not known yet what
// came of that. It neither scores nor hurts: that is told by the server. What meets a mirror goes as well, but is no hit: it
// comes out of the mirror again as somebody else's.
func (p *Predictor) hideHits(v *View) {
	d := &p.draw
	kept, k := v.Shots[:0], 0
	now := d.nextShots[:0]
	for i := range v.Shots {
		s := &v.Shots[i]
		for k < len(d.lastShots) && d.lastShots[k].id < s.ID {
			k++
		}
		// In its first frame it has flown since it was born, if it was born just now.
		since := max(float64(s.ID.Tick()-1), s.time-newShotTicks)
		if k < len(d.lastShots) && d.lastShots[k].id == s.ID {
			since = d.lastShots[k].time
		}
		now = append(now, seenShot{s.ID, s.time})
		if !p.hides(v, s, float32(min(max(s.time-since, 0), mostFlownTicks))) {
			kept = append(kept, *s)
		}
	}
	v.Shots = kept
	d.lastShots, d.nextShots = now, d.lastShots
	d.lastShips = d.lastShips[:0]
	for i := range v.Ships {
		s := &v.Ships[i]
		time := v.timeOf(s)
		d.lastShips = append(d.lastShips, seenShip{s.Seat, s.Pos, s.Warped, time, time + float64(s.Dash*game.DashTicks)})
	}
}

const (
	// newShotTicks is how far back a shot is looked at that is drawn for the first time, mostFlownTicks how far any is.
	newShotTicks   = 2
	mostFlownTicks = 4
)

func (p *Predictor) hides(v *View, s *Shot, passed float32) bool {
	known := s.time <= float64(p.replica.Tick) // then what is drawn has happened
	for i := range p.draw.hidden {
		h := &p.draw.hidden[i]
		if h.id != s.ID || h.id == 0 {
			continue
		}
		if int32(p.replica.Tick-h.tick) < hiddenGrace {
			return true
		}
		h.id = 0 // it has missed after all
		return false
	}
	if known && !s.Mine {
		return false
	}
	first := p.firstMet(v, s, passed*speedOf(s.Weapon))
	if first.ship == nil {
		return false
	}
	mirrored := first.ship.mirrors(Point{s.Trail[0].X - s.Trail[1].X, s.Trail[0].Y - s.Trail[1].Y})
	if s.Mine && !mirrored {
		p.saw(s, first.ship, first.clear && first.near <= reachUnits(s.Weapon)-surelySeen)
	}
	if known {
		return false
	}
	p.draw.hidden[p.draw.nextHidden%maxHidden] = hidden{s.ID, game.Tick(math.Ceil(s.time))}
	p.draw.nextHidden++
	return true
}

// met is a ship that a shot has met as drawn: how near to its middle it comes if both fly on, and how long ago it was,
// as a part of the way looked at.
type met struct {
	ship      *Ship
	near, ago float32
	clear     bool // no other was grazed, or nearly, that might have been met instead
}

// firstMet is the ship that the shot has met first on the last part of its way, so many units long.
func (p *Predictor) firstMet(v *View, s *Shot, units float32) (first met) {
	around, team := 0, v.Team
	if !s.Mine {
		team = v.teamOf(s.Owner)
	}
	for i := range v.Ships {
		ship := &v.Ships[i]
		if ship.Seat == s.Owner || !ship.strikable(team) {
			continue
		}
		from, since := p.draw.shipBefore(v, ship)
		reach, last := reachUnits(s.Weapon), units*since
		if _, nearly := s.met(from, ship.Pos, last, reach+surelySeen); !nearly {
			continue
		}
		around++
		m, ok := s.met(from, ship.Pos, last, reach)
		m.ago *= since
		if ok && (first.ship == nil || m.ago > first.ago) {
			first, first.ship = m, ship
		}
	}
	first.clear = around == 1
	return first
}

// shipBefore is where a ship was drawn in the frame before; where it is now, if it was not, or was elsewhere. It could not be
// struck until its dash was over: if that was since that frame, it is where it was at the end of it, and since is how long ago
// that was, as a part of the time between.
func (d *drawing) shipBefore(v *View, s *Ship) (from Point, since float32) {
	for i := range d.lastShips {
		was := &d.lastShips[i]
		if was.seat != s.Seat || was.warped != s.Warped || length(Point{was.pos.X - s.Pos.X, was.pos.Y - s.Pos.Y}) >= warpUnits {
			continue
		}
		now := v.timeOf(s)
		if was.dashes <= was.time || now <= was.time {
			return was.pos, 1
		}
		since = float32(min(max((now-was.dashes)/(now-was.time), 0), 1))
		return along(s.Pos, was.pos, since), since
	}
	return s.Pos, 1
}

// timeOf is the time at which a ship is drawn.
func (v *View) timeOf(s *Ship) float64 {
	if s.Mine {
		return v.Tick
	}
	return v.Others
}

// teamOf is the team of a seat's ship, as drawn.
func (v *View) teamOf(seat game.Seat) uint8 {
	for i := range v.Ships {
		if v.Ships[i].Seat == seat {
			return v.Ships[i].Team
		}
	}
	return game.NoTeam
}

// met says whether the shot, on the last part of its way, so many units long, came within reach of a ship that flew from one
// place to another meanwhile. It is the way of the one as seen from the other that is looked at.
func (s *Shot) met(from, to Point, units, reach float32) (m met, ok bool) {
	whole := units
	for k := 1; k < s.Points && units > 0; k++ {
		a, b := s.Trail[k-1], s.Trail[k] // from later to sooner
		leg := length(Point{b.X - a.X, b.Y - a.Y})
		if leg == 0 {
			continue
		}
		part := min(units/leg, 1)
		later, sooner := units/whole, max(units-leg, 0)/whole
		b = Point{a.X + (b.X-a.X)*part, a.Y + (b.Y-a.Y)*part}
		units -= leg
		at, was := along(from, to, later), along(from, to, sooner)
		a, b = Point{a.X - at.X, a.Y - at.Y}, Point{b.X - was.X, b.Y - was.Y}
		if length(nearestPoint(a, b)) > reach {
			continue
		}
		way := Point{a.X - b.X, a.Y - b.Y}
		square := max(way.X*way.X+way.Y*way.Y, 1e-6)
		across := b.X*way.Y - b.Y*way.X
		near := float32(math.Abs(float64(across))) / float32(math.Sqrt(float64(square)))
		// It comes within reach so far along the leg.
		entry := (-(b.X*way.X + b.Y*way.Y) - float32(math.Sqrt(float64(max(reach*reach-near*near, 0)*square)))) / square
		entry = min(max(entry, 0), 1)
		if b.X*way.X+b.Y*way.Y > 0 {
			near = length(b) // it is on its way out, and comes no nearer
		}
		m, ok = met{near: near, ago: 1 - sooner - (later-sooner)*entry}, true
	}
	return m, ok
}

// nearestPoint is where the way between two points comes nearest to the origin.
func nearestPoint(a, b Point) Point {
	way := Point{b.X - a.X, b.Y - a.Y}
	square := way.X*way.X + way.Y*way.Y
	if square == 0 {
		return a
	}
	along := min(max(-(a.X*way.X+a.Y*way.Y)/square, 0), 1)
	return Point{a.X + way.X*along, a.Y + way.Y*along}
}

// enters is how far along a leg of a way a ship at that place is met; false for not at all.
func enters(from, way Point, leg float32, at Point, reach float32) (float32, bool) {
	to := Point{at.X - from.X, at.Y - from.Y}
	along := (to.X*way.X + to.Y*way.Y) / leg
	across := to.X*to.X + to.Y*to.Y - along*along
	under := reach*reach - across
	if under < 0 {
		return 0, false
	}
	first := along - float32(math.Sqrt(float64(under)))
	if first < 0 && along+float32(math.Sqrt(float64(under))) > 0 {
		first = 0
	}
	return first, first >= 0 && first < leg
}
