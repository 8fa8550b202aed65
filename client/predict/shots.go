package predict

import (
	"math"

	"bankshot/game"
	"bankshot/game/arena"
)

// shotTime says at which time a shot is drawn, and whether that is mine. Mine fly in my time, so that they leave the
// muzzle I see; those of others fly in theirs, so that they leave the muzzles I see. This is the one place that knows.
func (p *Predictor) shotTime(s *game.Shot) (time float64, mine bool) {
	if s.Owner == p.seat && p.ahead.valid {
		return p.clock.mine, true
	}
	return p.clock.others, false
}

// drawShots appends the shots of a span: those that are to be drawn in its time. Both lists ascend by ID, so that going
// through them side by side finds each shot's other end.
func (p *Predictor) drawShots(v *View, s span, mine bool) {
	if s.a == nil {
		return
	}
	i, k := 0, 0
	for i < len(s.a.Shots) || k < len(s.b.Shots) {
		var shot *game.Shot
		frac := s.frac
		switch {
		case k == len(s.b.Shots) || i < len(s.a.Shots) && s.a.Shots[i].ID <= s.b.Shots[k].ID:
			shot = &s.a.Shots[i]
			if k < len(s.b.Shots) && s.b.Shots[k].ID == shot.ID {
				k++
			}
			i++
		default:
			shot = &s.b.Shots[k]
			k++
			frac -= 1 // it is in its first tick, and known from the end of it
		}
		if _, its := p.shotTime(shot); its == mine {
			p.drawShot(v, shot, frac, s.time)
		}
	}
}

// drawShot appends a shot as it is frac ticks after (or, below 0, before) a tick's end. The way between is flown, so it
// is exact around banks, and its trail is flown back, around the same banks.
func (p *Predictor) drawShot(v *View, s *game.Shot, frac float32, time float64) {
	var corners [game.PulseBanks + 1]arena.Leg
	flown, pos, vel, banks := arena.Flown{}, s.Pos, s.Vel, int(s.Banks)
	if frac < 0 {
		flown, _ = p.arena.Fly(pos, moved(vel, frac), banks, corners[:0])
		banks -= flown.Banks
	} else if frac > 0 {
		flown, _ = p.arena.Fly(pos, moved(vel, frac), game.PulseBanks-banks, corners[:0])
		banks += flown.Banks
	}
	if frac != 0 {
		pos, vel = flown.End, flown.Turn.Apply(vel)
	}
	v.Shots = append(v.Shots, Shot{ID: s.ID, Owner: s.Owner, Mine: s.Owner == p.seat, Banks: uint8(max(banks, 0))})
	out := &v.Shots[len(v.Shots)-1]
	out.add(pos)

	// It has flown since the beginning of the tick it was born in, and its trail reaches no farther back.
	speed := math.Hypot(float64(vel.X), float64(vel.Y)) / game.VelUnit
	flew := (time - float64(s.ID.Tick()-1)) * speed
	if speed == 0 || flew <= 0 {
		return
	}
	back := float32(-min(flew, trailUnits) / speed)
	flown, path := p.arena.Fly(pos, moved(vel, back), min(max(banks, 0), TrailPoints-2), corners[:0])
	for _, leg := range path {
		out.add(leg.At)
	}
	out.add(flown.End)
}

// add appends a point to the trail.
func (s *Shot) add(at game.Vec) {
	s.Trail[s.Points] = point(at)
	s.Points++
}

// moved is the way made in so many ticks, in 1/256 unit.
func moved(vel game.Vec, ticks float32) game.Vec {
	const perTick = game.VelUnit / game.Unit
	return game.Vec{
		X: int32(math.Round(float64(vel.X) * float64(ticks) / perTick)),
		Y: int32(math.Round(float64(vel.Y) * float64(ticks) / perTick)),
	}
}

func point(at game.Vec) Point { return Point{float32(at.X) / game.Unit, float32(at.Y) / game.Unit} }

// drawAimLine appends the way of the shot I would fire now.
func (p *Predictor) drawAimLine(v *View, mine span) {
	if v.Me < 0 || !mine.foretold() {
		return
	}
	me := &v.Ships[v.Me]
	if !me.Alive || me.Pilot || v.Phase == game.Countdown {
		return
	}
	// From where the ship is predicted, which is free space always; only the first point is moved to where it is drawn.
	a := mine.a.Ships[0]
	b := successor(mine.b, 0, &mine.a.Ships[0])
	a.Pos.X += int32(float32(b.Pos.X-a.Pos.X) * mine.frac)
	a.Pos.Y += int32(float32(b.Pos.Y-a.Pos.Y) * mine.frac)
	a.Aim = p.held.Aim % game.AimSteps
	p.draw.aim = game.AimLine(p.arena, &a, p.draw.aim[:0])
	for _, at := range p.draw.aim[:min(len(p.draw.aim), TrailPoints)] {
		v.AimLine = append(v.AimLine, point(at))
	}
	v.AimLine[0] = me.Pos
}
