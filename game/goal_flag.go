package game

import "bankshot/game/arena"

// How near the middle of a ship has to come to a flag or a base, and how long a dropped one lies.
const (
	FlagReach = 34 * Unit
	FlagTicks = 15 * TickHz
)

// moveFlag is a tick of the n-th goal, a flag: who touches another team's carries it, who touches their own that lies about
// sends it home, and who brings another's to their own base while their own flag is there has brought it home. Who has is
// the index by, else -1: what that is worth says the mode.
func (s *State) moveFlag(a *arena.Arena, n int, ev []Event) (_ []Event, by int) {
	f := &s.Goals[n]
	home, ok := f.Home(a)
	if !ok {
		return ev, -1
	}
	if f.Away && s.Tick >= f.Due {
		ev = s.sendHome(n, NoSeat, home, ev)
	}
	if f.Holder != NoSeat {
		return s.bring(a, n, ev)
	}
	at := home
	if f.Away {
		at = f.Pos
	}
	for i := range s.Ships {
		ship := &s.Ships[i]
		if !ship.Alive || ship.Team == NoTeam || !near(ship.Pos, at, FlagReach) {
			continue
		}
		if ship.Team != f.Team {
			return s.lift(n, ship, at, ev), -1
		}
		if f.Away {
			return s.sendHome(n, ship.Seat, at, ev), -1
		}
	}
	return ev, -1
}

// lift gives the n-th goal to a ship, which loses its shield for it.
func (s *State) lift(n int, ship *Ship, at Vec, ev []Event) []Event {
	f := &s.Goals[n]
	f.Holder, f.Away, f.Pos, f.Due = ship.Seat, false, Vec{}, 0
	ship.Shield = 0
	return append(ev, s.goalEvent(EventTaken, n, ship.Seat, at))
}

// bring says whether who carries a flag has come home with it.
func (s *State) bring(a *arena.Arena, n int, ev []Event) (_ []Event, by int) {
	f := &s.Goals[n]
	i := s.ShipOf(f.Holder)
	if i < 0 || s.Ships[i].Team == NoTeam {
		f.Holder = NoSeat
		return ev, -1
	}
	ship := &s.Ships[i]
	own := s.FlagOf(ship.Team)
	if own == nil || own.Away || own.Holder != NoSeat {
		return ev, -1
	}
	if base, ok := own.Home(a); !ok || !near(ship.Pos, base, FlagReach) {
		return ev, -1
	}
	f.Holder = NoSeat
	return append(ev, s.goalEvent(EventBrought, n, ship.Seat, ship.Pos)), i
}

// FlagOf is the flag of a team, nil where it has none.
func (p *Public) FlagOf(team uint8) *Goal {
	for i := range p.Goals {
		if g := &p.Goals[i]; g.Kind == FlagGoal && g.Team == team {
			return g
		}
	}
	return nil
}

// sendHome puts the n-th goal where it is at home.
func (s *State) sendHome(n int, by Seat, at Vec, ev []Event) []Event {
	f := &s.Goals[n]
	f.Holder, f.Away, f.Pos, f.Due = NoSeat, false, Vec{}, 0
	return append(ev, s.goalEvent(EventHome, n, by, at))
}

// dropFlags leaves what a ship carries where it is.
func dropFlags(s *State, ship *Ship, ev []Event) []Event {
	for n := range s.Goals {
		if f := &s.Goals[n]; f.Kind == FlagGoal && f.Holder == ship.Seat {
			f.Holder, f.Away, f.Pos, f.Due = NoSeat, true, ship.Pos, s.Tick+FlagTicks
			ev = append(ev, s.goalEvent(EventDropped, n, ship.Seat, ship.Pos))
		}
	}
	return ev
}
