package game

// kill takes a ship out of the world until it respawns, and gives the points to whom they are due. helper is who else had
// hit it a short while ago, NoSeat for nobody.
func (s *State) kill(victim *Ship, shot *Shot, helper Seat, ev []Event) []Event {
	victim.leaveLife()
	killer := s.killer(victim, shot)
	points := s.score(victim, killer, helper, shot)
	ev = s.loseGoals(victim, ev)
	e := Event{
		Kind: EventKilled, Tick: s.Tick, Seat: victim.Seat, Other: killer, Helper: helper,
		Shot: shot.ID, Pos: victim.Pos, Banks: shot.Banks, Amount: points, Weapon: shot.Weapon, Returned: shot.Returned,
		Length: shot.length(s.Tick),
	}
	if i := s.ShipOf(killer); i >= 0 {
		e.Revenge = s.Ships[i].KilledBy == victim.Seat
		if e.Revenge {
			s.Ships[i].KilledBy = NoSeat
		}
		e.Streak = s.Ships[i].Streak
		victim.KilledBy = killer
	}
	return append(ev, e)
}

// killer is who a death counts for: the shot's owner; of a ship's own shot, or nobody's, who hit it a short while ago.
func (s *State) killer(victim *Ship, shot *Shot) Seat {
	if shot.Owner != victim.Seat && shot.Owner != NoSeat {
		return shot.Owner
	}
	if victim.HitBy != NoSeat && s.Tick-victim.HitTick <= RevengeTicks {
		return victim.HitBy
	}
	return NoSeat
}

// score counts a death while the round counts, and says what it was worth: 1 and the banks of the shot to the killer,
// one less to who died by itself.
func (s *State) score(victim *Ship, killer, helper Seat, shot *Shot) int16 {
	if !s.Counts() {
		return 0
	}
	victim.Deaths++
	if i := s.ShipOf(helper); i >= 0 && helper != killer {
		s.Ships[i].Assists++
	}
	if i := s.ShipOf(killer); i >= 0 {
		points := min(1+int16(shot.Banks), MaxKillScore)
		s.Ships[i].record(shot, s.Tick)
		if bonus := Modes[s.Mode].Bonus; bonus != nil {
			points += bonus(s, &s.Ships[i], victim)
		}
		return s.award(i, points)
	}
	if shot.Owner == victim.Seat && killer == NoSeat {
		return s.award(s.ShipOf(victim.Seat), -1)
	}
	return 0
}

// maxStreak is where a streak stops being counted.
const maxStreak = 250

// record keeps what the awards at the end of a round are given for.
func (p *Ship) record(shot *Shot, now Tick) {
	p.Kills++
	p.Streak = min(p.Streak+1, maxStreak)
	p.BestStreak = max(p.BestStreak, p.Streak)
	p.Banked += uint16(shot.Banks)
	p.Longest = max(p.Longest, shot.length(now))
	if shot.Returned {
		p.Mirrored++
	}
}

// length is the way a shot has flown around its banks, in units.
func (p *Shot) length(now Tick) uint16 {
	w := &Weapons[p.Weapon]
	if w.Beam() {
		return uint16(distance(p.Born, p.Pos) / Unit)
	}
	return uint16(int64(p.age(now)+1) * int64(w.Speed) / VelUnit)
}
