package game

// applyFacts is the first phase of a tick: what only the server knew becomes so. A fact that cannot be (a second ship for
// a seat, a ship too many, a seat without a ship) changes nothing; Entry.Check names it.
func applyFacts(s *State, e *Entry, ev []Event) []Event {
	s.alignBeen()
	for i := range e.Facts {
		ev = s.apply(&e.Facts[i], ev)
	}
	return ev
}

func (s *State) apply(f *Fact, ev []Event) []Event {
	switch f.Kind {
	case FactPhase:
		s.enter(f.Phase, f.End)
		return append(ev, Event{Kind: EventPhase, Tick: s.Tick, Seat: NoSeat, Other: NoSeat, Amount: int16(f.Phase)})
	case FactPickup:
		if n, ok := s.pickupAt(f.Index); ok {
			s.Pickups[n] = Pickup{Place: f.Index, Kind: f.Pickup}
			ev = append(ev, Event{Kind: EventAppeared, Tick: s.Tick, Seat: NoSeat, Other: NoSeat, Length: f.Index, Amount: int16(f.Pickup)})
		}
		return ev
	}
	i, found := s.find(f.Seat)
	if !found {
		if f.Kind == FactJoin && len(s.Ships) < MostShips(s.Mode) {
			s.seatShip(i, f)
			ev = append(ev, Event{Kind: EventJoined, Tick: s.Tick, Seat: f.Seat, Other: NoSeat})
		}
		return ev
	}
	ship := &s.Ships[i]
	switch f.Kind {
	case FactLeave:
		ev = s.loseGoals(ship, ev)
		s.unseatShip(i)
		ev = append(ev, Event{Kind: EventLeft, Tick: s.Tick, Seat: f.Seat, Other: NoSeat})
	case FactSpawn:
		ship.spawn(f.Pos, f.Aim, s.Tick)
		s.Private[i], s.Been[i] = Private{Energy: MaxEnergy}, Been{}
		ev = append(ev, Event{Kind: EventSpawned, Tick: s.Tick, Seat: f.Seat, Other: NoSeat, Pos: f.Pos, Aim: f.Aim})
	case FactPilot:
		ship.Pilot = f.Pilot
	case FactRename:
		ship.Name = f.Name
	case FactTeam:
		ev = s.loseGoals(ship, ev)
		ship.leaveLife()
		ship.Team = f.Team
		ship.RespawnIn = RespawnTicks / 2
		ev = append(ev, Event{Kind: EventTeam, Tick: s.Tick, Seat: f.Seat, Other: NoSeat, Amount: int16(f.Team)})
	}
	return ev
}

// enter begins a phase. Countdown begins the round: everything before it is forgotten, and all wait for their spawn. In
// Frontier, Playing begins the next hour.
func (s *State) enter(phase Phase, end Tick) {
	s.Phase, s.PhaseEnd = phase, end
	switch {
	case phase == Countdown:
		s.clearRound()
	case phase == Playing && Endless(s.Mode):
		s.clearHour()
	}
}

// clearHour begins the next hour of a mode without rounds: every score is taken back, and everybody flies on.
func (s *State) clearHour() {
	for i := range s.Ships {
		s.Ships[i].clearScore()
	}
}

// clearScore takes back all that was counted, but for the streak that the ship is on.
func (p *Ship) clearScore() {
	p.Score, p.Kills, p.Deaths, p.Assists, p.Goals = 0, 0, 0, 0, 0
	p.Banked, p.Longest, p.Mirrored = 0, 0, 0
	p.BestStreak = p.Streak
}

// clearRound takes away shots, scores and pick-ups, mends all glass, lays out the goals, and leaves every ship due to spawn.
func (s *State) clearRound() {
	s.Shots = s.Shots[:0]
	s.Broken = s.Broken[:0]
	for n := range s.Pickups {
		// One after another, so that the first minute has no heap of them.
		s.Pickups[n] = Pickup{Place: s.Pickups[n].Place, Due: s.Tick + CountdownTicks + Tick(n)*TickHz}
	}
	s.TeamScore = [2]int16{}
	s.layGoals()
	for i := range s.Ships {
		was := &s.Ships[i]
		*was = newShip(was.Seat, was.Name, was.Pilot, was.Team)
		s.Private[i] = Private{}
	}
	clear(s.Been)
}

func newShip(seat Seat, name string, pilot bool, team uint8) Ship {
	return Ship{Seat: seat, Name: name, Pilot: pilot, Team: team, HitBy: NoSeat, KilledBy: NoSeat}
}

// leaveLife is how every life ends.
func (p *Ship) leaveLife() {
	p.Alive = false
	p.Health = 0
	p.Vel = Vec{}
	p.DashLeft, p.Shield = 0, 0
	p.Mirror, p.Charge = false, 0
	p.Weapon, p.Ammo = Basic, 0
	p.Streak = 0
	p.RespawnIn = RespawnTicks
}

// spawn makes the ship appear, whole and shielded. Its score and its name stay.
func (p *Ship) spawn(at Vec, aim uint16, now Tick) {
	p.Alive = true
	p.Pos, p.Vel = at, Vec{}
	p.Aim, p.Thrust = aim&aimMask, 0
	p.Health = MaxHealth
	p.DashLeft, p.DashDir = 0, 0
	p.Shield = SpawnShieldTicks
	p.RespawnIn = 0
	p.HitBy, p.HitTick = NoSeat, 0
	p.SpawnTick = now
	p.Portal = 0
}

func (s *State) seatShip(i int, f *Fact) {
	s.Ships = append(s.Ships, Ship{})
	copy(s.Ships[i+1:], s.Ships[i:])
	s.Ships[i] = newShip(f.Seat, f.Name, f.Pilot, f.Team)
	s.Private = append(s.Private, Private{})
	copy(s.Private[i+1:], s.Private[i:])
	s.Private[i] = Private{}
	s.Been = append(s.Been, Been{})
	copy(s.Been[i+1:], s.Been[i:])
	s.Been[i] = Been{}
}

// unseatShip takes a ship away. What it did goes on without a name, since somebody else may get the seat.
func (s *State) unseatShip(i int) {
	seat := s.Ships[i].Seat
	s.Ships = append(s.Ships[:i], s.Ships[i+1:]...)
	s.Private = append(s.Private[:i], s.Private[i+1:]...)
	s.Been = append(s.Been[:i], s.Been[i+1:]...)
	for k := range s.Shots {
		if s.Shots[k].Owner == seat {
			s.Shots[k].Owner = NoSeat
		}
	}
	for k := range s.Ships {
		if s.Ships[k].HitBy == seat {
			s.Ships[k].HitBy = NoSeat
		}
		if s.Ships[k].KilledBy == seat {
			s.Ships[k].KilledBy = NoSeat
		}
	}
}
