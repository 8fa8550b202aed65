package game

import "bankshot/game/arena"

// Flag is one team's flag, in Capture: at home on its base, carried, or lying where its carrier died.
type Flag struct {
	// Carrier is who carries it, NoSeat for nobody.
	Carrier Seat
	// Away says that it is neither at home nor carried: it lies at Pos, until Back.
	Away bool
	Pos  Vec
	Back Tick
}

// moveFlags is the goal of Capture: touch the other team's flag to carry it, touch your own to send it home, bring the
// other one to your base while your own is there.
func moveFlags(s *State, a *arena.Arena, ev []Event) []Event {
	if s.Mode != arena.Capture {
		return ev
	}
	for n := range s.Flags {
		f := &s.Flags[n]
		team := uint8(n + 1)
		home, ok := a.Find(arena.Base, team)
		if !ok {
			continue
		}
		if f.Away && s.Tick >= f.Back {
			ev = s.flagHome(f, NoSeat, team, home.Centre(), ev)
		}
		if f.Carrier != NoSeat {
			ev = s.carry(f, team, a, ev)
			continue
		}
		at := home.Centre()
		if f.Away {
			at = f.Pos
		}
		for i := range s.Ships {
			ship := &s.Ships[i]
			if !ship.Alive || ship.Team == NoTeam || !near(ship.Pos, at, FlagReach) {
				continue
			}
			if ship.Team != team {
				f.Carrier, f.Away = ship.Seat, false
				ship.Shield = 0
				ev = append(ev, s.flagged(EventTaken, ship.Seat, team, at))
				break
			}
			if f.Away {
				ev = s.flagHome(f, ship.Seat, team, at, ev)
				break
			}
		}
	}
	return ev
}

// carry scores for who has brought a flag to their own base.
func (s *State) carry(f *Flag, team uint8, a *arena.Arena, ev []Event) []Event {
	i := s.ShipOf(f.Carrier)
	if i < 0 || s.Ships[i].Team == NoTeam {
		f.Carrier = NoSeat
		return ev
	}
	ship := &s.Ships[i]
	own := &s.Flags[ship.Team-1]
	base, ok := a.Find(arena.Base, ship.Team)
	if !ok || own.Away || own.Carrier != NoSeat || !near(ship.Pos, base.Centre(), FlagReach) {
		return ev
	}
	f.Carrier = NoSeat
	if s.Counts() {
		s.TeamScore[ship.Team-1]++
		ship.Score += CapturePoints
		ship.Goals++
	}
	return append(ev, s.flagged(EventCaptured, ship.Seat, team, ship.Pos))
}

func (s *State) flagHome(f *Flag, by Seat, team uint8, at Vec, ev []Event) []Event {
	*f = Flag{Carrier: NoSeat}
	return append(ev, s.flagged(EventFlagHome, by, team, at))
}

// dropFlag leaves a flag where its carrier is.
func (s *State) dropFlag(ship *Ship, ev []Event) []Event {
	if s.Mode != arena.Capture {
		return ev
	}
	for n := range s.Flags {
		if f := &s.Flags[n]; f.Carrier == ship.Seat {
			*f = Flag{Carrier: NoSeat, Away: true, Pos: ship.Pos, Back: s.Tick + FlagTicks}
			ev = append(ev, s.flagged(EventDropped, ship.Seat, uint8(n+1), ship.Pos))
		}
	}
	return ev
}

// flagged is an event about the flag of a team.
func (s *State) flagged(kind EventKind, seat Seat, team uint8, at Vec) Event {
	return Event{Kind: kind, Tick: s.Tick, Seat: seat, Other: NoSeat, Pos: at, Amount: int16(team)}
}
