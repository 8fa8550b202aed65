package predict

import (
	"bankshot/game"
)

// hidden is a shot of mine that is seen to have hit somebody. Only the server knows whether it did: the shot is not drawn
// until the server has taken it away, or has let it fly on for hiddenGrace ticks beyond that moment.
type hidden struct {
	id   game.ShotID
	tick game.Tick // of mine, when it was hidden
}

const (
	hiddenGrace = 8
	// hitUnits is how near a shot's way comes to a ship's centre when it hits.
	hitUnits = float32(game.ShipRadius+game.ShotRadius) / game.Unit
)

// hideHits takes away the shots of mine that have met a ship as it is drawn since the View before. It neither scores nor
// hurts: that is told by the server.
func (p *Predictor) hideHits(v *View) {
	passed := float32(min(max(p.clock.mine-p.draw.last, 0), 4))
	kept := v.Shots[:0]
	for i := range v.Shots {
		s := &v.Shots[i]
		if s.Mine && p.hides(v, s, passed) {
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
	const speed = float32(game.PulseSpeed) / game.VelUnit
	for i := range v.Ships {
		ship := &v.Ships[i]
		if ship.Mine || !ship.Alive || ship.Dash > 0 || !s.met(ship.Pos, passed*speed, hitUnits) {
			continue
		}
		p.draw.hidden[p.draw.nextHidden%maxHidden] = hidden{s.ID, game.Tick(p.clock.mine)}
		p.draw.nextHidden++
		p.saw(s, ship, passed*speed)
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
