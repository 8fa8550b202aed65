package predict

import (
	"math"

	"bankshot/game"
	"bankshot/game/arena"
)

// drawFlights appends every shot, each as it is at the time that the lens has where it is.
func (p *Predictor) drawFlights(v *View) {
	l := &p.draw.lens
	list := p.gather()
	for i := range list {
		f := &list[i]
		time := l.solve(f.own, func(time float64) Point { return p.place(f, time) })
		m := p.at(f, time)
		if !m.flies(f) {
			continue
		}
		public, after := p.publicAt(m.tick), p.publicAt(m.tick+1)
		if after == nil {
			after = public
		}
		live, next := p.arena.Live(public.Broken), p.arena.Live(after.Broken)
		p.drawShot(v, &live, &next, m.shot, m.next, m.frac, time)
	}
}

// drawSpan appends the shots between two ticks, all at one time. Both lists ascend by ID, so that going through them side
// by side finds each shot's other end.
func (p *Predictor) drawSpan(v *View, s span) {
	if s.a == nil {
		return
	}
	live, after := p.arena.Live(s.a.Broken), p.arena.Live(s.b.Broken)
	i, k := 0, 0
	for i < len(s.a.Shots) || k < len(s.b.Shots) {
		var shot, next *game.Shot
		frac := s.frac
		switch {
		case k == len(s.b.Shots) || i < len(s.a.Shots) && s.a.Shots[i].ID <= s.b.Shots[k].ID:
			shot = &s.a.Shots[i]
			if k < len(s.b.Shots) && s.b.Shots[k].ID == shot.ID {
				next = &s.b.Shots[k]
				k++
			}
			i++
		default:
			shot = &s.b.Shots[k]
			k++
			frac -= 1 // it is in its first tick, and known from the end of it
			if shot.Pos == shot.Born {
				continue // a part of another, which has not flown yet
			}
		}
		p.drawShot(v, &live, &after, shot, next, frac, s.time)
	}
}

// drawShot appends a shot as it is frac ticks after (or, below 0, before) a tick's end, which is that time; next is the same
// shot a tick later, nil if there is none. The way between is flown, so it is exact around banks, and its trail is flown
// back, around the same banks. after is the arena at the end of the tick: another shot may have broken the glass in this
// one's way.
func (p *Predictor) drawShot(v *View, a, after *arena.Arena, s, next *game.Shot, frac float32, time float64) {
	var corners [game.MaxBanks + 1]arena.Leg
	w := &game.Weapons[s.Weapon]
	pos, vel, banks := s.Pos, s.Vel, int(s.Banks)
	switch {
	case frac < 0:
		flown, _ := a.Fly(pos, moved(vel, frac), banks, corners[:0])
		pos, vel, banks = flown.End, flown.Turn.Apply(vel), banks-flown.Banks
	case frac > 0 && next != nil && waits(s, next):
		pos, vel, banks = p.untilTurned(a, s, next, frac)
	case frac > 0:
		flown, _ := a.Fly(pos, moved(vel, frac), banksLeft(s), corners[:0])
		if next != nil && banks+flown.Banks > int(next.Banks) {
			flown, _ = after.Fly(pos, moved(vel, frac), banksLeft(s), corners[:0])
		}
		if flown.Stopped && frac >= 1 && int(s.Banks)+flown.Banks == int(w.Banks) {
			return // it has met its last wall by now
		}
		pos, vel, banks = flown.End, flown.Turn.Apply(vel), banks+flown.Banks
	}
	v.Shots = append(v.Shots, Shot{
		ID: s.ID, Weapon: s.Weapon, Owner: s.Owner, Mine: s.Owner == p.seat, Returned: s.Returned,
		Banks: uint8(max(banks, 0)), Radius: float32(w.Radius) / game.Unit, time: time,
	})
	out := &v.Shots[len(v.Shots)-1]
	out.add(pos)

	// It has flown since the beginning of the tick it was born in, and its trail reaches no farther back; nor beyond where
	// a portal, a mirror or a split has made it what it is.
	speed := math.Hypot(float64(vel.X), float64(vel.Y)) / game.VelUnit
	flew := (time - float64(s.ID.Tick()-1)) * speed
	if speed == 0 || flew <= 0 {
		return
	}
	back := float32(-min(flew, trailUnits) / speed)
	flown, path := a.Fly(pos, moved(vel, back), min(max(banks, 0), TrailPoints-2), corners[:0])
	for _, leg := range path {
		if out.addUntil(leg.At, s.Born) {
			return
		}
	}
	out.addUntil(flown.End, s.Born)
}

// waits says whether a shot is turned within this tick, by a mirror or by splitting: then it stays where that happened
// until the tick is over.
func waits(s, next *game.Shot) bool {
	split := game.Weapons[s.Weapon].Split > 1 && s.Banks == 0 && next.Banks == 1
	return split || next.Since != s.Since
}

// untilTurned flies a shot frac of a tick, and not beyond where it is turned.
func (p *Predictor) untilTurned(a *arena.Arena, s, next *game.Shot, frac float32) (pos, vel game.Vec, banks int) {
	var corners [game.MaxBanks + 1]arena.Leg
	whole := moved(s.Vel, 1)
	way := math.Hypot(float64(next.Pos.X-s.Pos.X), float64(next.Pos.Y-s.Pos.Y)) / math.Hypot(float64(whole.X), float64(whole.Y))
	if float64(frac) >= way {
		return next.Pos, s.Vel, int(s.Banks)
	}
	flown, _ := a.Fly(s.Pos, moved(s.Vel, frac), banksLeft(s), corners[:0])
	return flown.End, flown.Turn.Apply(s.Vel), int(s.Banks) + flown.Banks
}

// add appends a point to the trail.
func (s *Shot) add(at game.Vec) {
	s.Trail[s.Points] = point(at)
	s.Points++
}

// addUntil appends a point, or where its way to it passes stop: then it is the last.
func (s *Shot) addUntil(at, stop game.Vec) (stopped bool) {
	from, to, by := s.Trail[s.Points-1], point(at), point(stop)
	way := Point{to.X - from.X, to.Y - from.Y}
	if leg := length(way); leg > 0 {
		along := ((by.X-from.X)*way.X + (by.Y-from.Y)*way.Y) / leg
		off := length(Point{from.X + way.X*along/leg - by.X, from.Y + way.Y*along/leg - by.Y})
		if along >= 0 && along <= leg && off < bornUnits {
			at, stopped = stop, true
		}
	}
	s.add(at)
	return stopped
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
	live := p.arena.Live(mine.a.Broken)
	p.draw.aim = game.AimLine(&live, &a, p.draw.aim[:0])
	for _, at := range p.draw.aim[:min(len(p.draw.aim), TrailPoints)] {
		v.AimLine = append(v.AimLine, point(at))
	}
	v.AimLine[0] = me.Pos
}
