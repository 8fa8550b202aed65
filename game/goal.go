package game

import "bankshot/game/arena"

// GoalKind says what a Goal is.
type GoalKind uint8

// The kinds of goals.
const (
	// FlagGoal is carried: it stands at home, lies where its carrier died, or goes where its carrier goes (goal_flag.go).
	FlagGoal GoalKind = iota
	// ZoneGoal is held: it lies around its place, for whoever is alone in it (goal_zone.go).
	ZoneGoal

	GoalKinds
)

// MaxGoals is the most goals of any mode.
const MaxGoals = 8

// Goal is one thing in the world that a mode is about. Which there are, and in which order, says ModeRules.Goals: so what
// is written of a state is only what may change.
type Goal struct {
	Kind GoalKind
	// Team is whose it is, NoTeam for nobody's.
	Team uint8
	// Place is the Group of the arena's place where it is at home: a Base for a flag, a ZonePlace for a zone. A flag may have
	// none, and is nowhere unless it is carried or lies about.
	Place uint8
	// Holder is who carries it or is alone in it, NoSeat for nobody or several.
	Holder Seat
	// Away says that it is neither at home nor carried: it lies at Pos.
	Away bool
	Pos  Vec
	// Due is the tick at which it goes home, or on to another place, by itself. In ModeRules.Goals it counts from the
	// beginning of the round, and 0 stands for never.
	Due Tick
}

// goalPlaces are what kind of place each kind of goal is at home at.
var goalPlaces = [GoalKinds]arena.PlaceKind{FlagGoal: arena.Base, ZoneGoal: arena.ZonePlace}

// Home is where the goal is at home, false for one that has no such place.
func (g *Goal) Home(a *arena.Arena) (Vec, bool) { return g.homeAt(a, g.Place) }

// Next is where it goes when it is Due, in its turn through the arena's places; its home where there is no other.
func (g *Goal) Next(a *arena.Arena) (Vec, bool) { return g.homeAt(a, g.next(a)) }

func (g *Goal) homeAt(a *arena.Arena, group uint8) (Vec, bool) {
	cell, ok := a.Find(goalPlaces[g.Kind], group)
	return cell.Centre(), ok
}

func (g *Goal) next(a *arena.Arena) uint8 {
	n := a.Count(goalPlaces[g.Kind])
	if n == 0 {
		return g.Place
	}
	return uint8((int(g.Place) + 1) % n)
}

// GoalAt is where a goal is now: with its carrier, where it lies, or at home. False for one that is nowhere.
func (p *Public) GoalAt(g *Goal, a *arena.Arena) (Vec, bool) {
	if g.Away {
		return g.Pos, true
	}
	if i := p.ShipOf(g.Holder); i >= 0 && g.Kind == FlagGoal {
		return p.Ships[i].Pos, true
	}
	return g.Home(a)
}

// Holds says whether a seat carries or holds any goal.
func (p *Public) Holds(seat Seat) bool {
	for i := range p.Goals {
		if p.Goals[i].Holder == seat && seat != NoSeat {
			return true
		}
	}
	return false
}

// layGoals puts the mode's goals where a round begins with them.
func (s *State) layGoals() {
	s.Goals = append(s.Goals[:0], Modes[s.Mode].Goals...)
	for i := range s.Goals {
		g := &s.Goals[i]
		g.Holder = NoSeat
		if g.Due > 0 {
			g.Due += s.Tick + CountdownTicks
		}
	}
}

// pursueGoals is what becomes of the goals in a tick. A world that holds none, as the one in which a client predicts its own
// ship, has nothing to pursue.
func pursueGoals(s *State, a *arena.Arena, ev []Event) []Event {
	if len(s.Goals) == 0 || Modes[s.Mode].Pursue == nil {
		return ev
	}
	return Modes[s.Mode].Pursue(s, a, ev)
}

// loseGoals is what becomes of them when a ship dies, leaves or changes sides.
func (s *State) loseGoals(ship *Ship, ev []Event) []Event {
	if len(s.Goals) == 0 || Modes[s.Mode].Lose == nil {
		return ev
	}
	return Modes[s.Mode].Lose(s, ship, ev)
}

// gain gives a ship points for a goal, and its team where the team is what counts.
func (s *State) gain(ship *Ship, points, forTeam int16) {
	ship.Score = min(max(ship.Score+points, -maxScore), maxScore)
	ship.Goals++
	if s.Mode.Teams() && ship.Team != NoTeam {
		s.TeamScore[ship.Team-1] += forTeam
	}
}

// goalEvent is an event about the n-th goal.
func (s *State) goalEvent(kind EventKind, n int, seat Seat, at Vec) Event {
	return Event{Kind: kind, Tick: s.Tick, Seat: seat, Other: NoSeat, Pos: at, Amount: int16(s.Goals[n].Team), Length: uint16(n)}
}
