package game

// kill takes a ship out of the world until it respawns, and gives the points to whom they are due.
func (s *State) kill(victim *Ship, shot *Shot, ev []Event) []Event {
	victim.Alive = false
	victim.Health = 0
	victim.Vel = Vec{}
	victim.DashLeft = 0
	victim.Shield = 0
	victim.RespawnIn = RespawnTicks

	killer := s.killer(victim, shot)
	points := s.score(victim, killer, shot)
	return append(ev, Event{
		Kind: EventKilled, Tick: s.Tick, Seat: victim.Seat, Other: killer,
		Shot: shot.ID, Pos: victim.Pos, Banks: shot.Banks, Amount: points,
	})
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
func (s *State) score(victim *Ship, killer Seat, shot *Shot) int16 {
	if s.Phase != Playing {
		return 0
	}
	victim.Deaths++
	if i := s.ShipOf(killer); i >= 0 {
		points := min(1+int16(shot.Banks), MaxKillScore)
		s.Ships[i].Score += points
		s.Ships[i].Kills++
		return points
	}
	if shot.Owner == victim.Seat && killer == NoSeat {
		victim.Score--
		return -1
	}
	return 0
}
