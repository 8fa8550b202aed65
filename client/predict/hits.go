package predict

import (
	"math"

	"bankshot/game"
)

// hidden is a shot of mine that is seen to have hit somebody. Only the server knows whether it did: the shot is not drawn
// until the server has taken it away, or has let it fly on for hiddenGrace ticks beyond that moment.
type hidden struct {
	id   game.ShotID
	tick game.Tick // of mine, when it was hidden
}

// hiddenGrace is how many ticks the server may let a shot fly on that was seen to hit.
const hiddenGrace = 8

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

// stolen are the shots of mine that mirrors of others have returned of late.
type stolen struct {
	ids  [maxStolen]game.ShotID
	next int
}

func (l *stolen) known(events []game.Event, seat game.Seat) {
	for i := range events {
		if e := &events[i]; e.Kind == game.EventReturned && e.Shot.Seat() == seat && e.Seat != seat {
			l.ids[l.next] = e.Shot
			l.next = (l.next + 1) % maxStolen
		}
	}
}

func (l *stolen) has(id game.ShotID) bool {
	for _, have := range l.ids {
		if have == id {
			return true
		}
	}
	return false
}

// hideHits takes away the shots of mine that have met a ship as it is drawn since the View before. It neither scores nor
// hurts: that is told by the server. What meets a mirror goes as well, but is no hit: it comes out of the mirror again as
// somebody else's, in their time.
func (p *Predictor) hideHits(v *View) {
	passed := float32(min(max(p.clock.mine-p.draw.last, 0), 4))
	kept := v.Shots[:0]
	for i := range v.Shots {
		s := &v.Shots[i]
		if s.ahead && p.hides(v, s, passed) {
			continue
		}
		kept = append(kept, *s)
	}
	v.Shots = kept
}

func (p *Predictor) hides(v *View, s *Shot, passed float32) bool {
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
	flew := passed * float32(game.Weapons[s.Weapon].Speed) / game.VelUnit
	for i := range v.Ships {
		ship := &v.Ships[i]
		if ship.Mine || !ship.strikable(v.Team) || !s.met(ship.Pos, flew, reachUnits(s.Weapon)) {
			continue
		}
		p.draw.hidden[p.draw.nextHidden%maxHidden] = hidden{s.ID, game.Tick(p.clock.mine)}
		p.draw.nextHidden++
		if !ship.mirrors(Point{s.Trail[0].X - s.Trail[1].X, s.Trail[0].Y - s.Trail[1].Y}) {
			p.saw(s, ship, flew)
		}
		return true
	}
	return false
}

// met says whether the last part of the shot's way, so many units long, came within reach of a ship at that place.
func (s *Shot) met(at Point, units, reach float32) bool {
	for k := 1; k < s.Points && units > 0; k++ {
		a, b := s.Trail[k-1], s.Trail[k]
		way := Point{b.X - a.X, b.Y - a.Y}
		leg := length(way)
		if leg == 0 {
			continue
		}
		part := min(units/leg, 1)
		units -= leg
		along := ((at.X-a.X)*way.X + (at.Y-a.Y)*way.Y) / (leg * leg)
		along = min(max(along, 0), part)
		if length(Point{a.X + way.X*along - at.X, a.Y + way.Y*along - at.Y}) <= reach {
			return true
		}
	}
	return false
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
