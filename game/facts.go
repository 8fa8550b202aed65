package game

// applyFacts is the first phase of a tick: what only the server knew becomes so. A fact that cannot be (a second ship for
// a seat, a ship too many, a seat without a ship) changes nothing; Entry.Check names it.
func applyFacts(s *State, e *Entry, ev []Event) []Event {
	for i := range e.Facts {
		ev = s.apply(&e.Facts[i], ev)
	}
	return ev
}

func (s *State) apply(f *Fact, ev []Event) []Event {
	if f.Kind == FactPhase {
		s.enter(f.Phase, f.End)
		return append(ev, Event{Kind: EventPhase, Tick: s.Tick, Seat: NoSeat, Other: NoSeat, Amount: int16(f.Phase)})
	}
	i, found := s.find(f.Seat)
	if !found {
		if f.Kind == FactJoin && len(s.Ships) < MaxShips {
			s.seatShip(i, f)
			ev = append(ev, Event{Kind: EventJoined, Tick: s.Tick, Seat: f.Seat, Other: NoSeat})
		}
		return ev
	}
	ship := &s.Ships[i]
	switch f.Kind {
	case FactLeave:
		s.unseatShip(i)
		ev = append(ev, Event{Kind: EventLeft, Tick: s.Tick, Seat: f.Seat, Other: NoSeat})
	case FactSpawn:
		ship.spawn(f.Pos, f.Aim, s.Tick)
		s.Private[i] = Private{}
		ev = append(ev, Event{Kind: EventSpawned, Tick: s.Tick, Seat: f.Seat, Other: NoSeat, Pos: f.Pos, Aim: f.Aim})
	case FactPilot:
		ship.Pilot = f.Pilot
	case FactRename:
		ship.Name = f.Name
	}
	return ev
}

// enter begins a phase. Countdown begins the round: everything before it is forgotten, and all wait for their spawn.
func (s *State) enter(phase Phase, end Tick) {
	s.Phase, s.PhaseEnd = phase, end
	if phase == Countdown {
		s.clearRound()
	}
}

// clearRound takes away shots and scores, and leaves every ship due to spawn.
func (s *State) clearRound() {
	s.Shots = s.Shots[:0]
	for i := range s.Ships {
		was := &s.Ships[i]
		*was = newShip(was.Seat, was.Name, was.Pilot)
		s.Private[i] = Private{}
	}
}

func newShip(seat Seat, name string, pilot bool) Ship {
	return Ship{Seat: seat, Name: name, Pilot: pilot, HitBy: NoSeat}
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
}

func (s *State) seatShip(i int, f *Fact) {
	s.Ships = append(s.Ships, Ship{})
	copy(s.Ships[i+1:], s.Ships[i:])
	s.Ships[i] = newShip(f.Seat, f.Name, f.Pilot)
	s.Private = append(s.Private, Private{})
	copy(s.Private[i+1:], s.Private[i:])
	s.Private[i] = Private{}
}

// unseatShip takes a ship away. What it did goes on without a name, since somebody else may get the seat.
func (s *State) unseatShip(i int) {
	seat := s.Ships[i].Seat
	s.Ships = append(s.Ships[:i], s.Ships[i+1:]...)
	s.Private = append(s.Private[:i], s.Private[i+1:]...)
	for k := range s.Shots {
		if s.Shots[k].Owner == seat {
			s.Shots[k].Owner = NoSeat
		}
	}
	for k := range s.Ships {
		if s.Ships[k].HitBy == seat {
			s.Ships[k].HitBy = NoSeat
		}
	}
}
