package game

import "bankshot/game/arena"

// Mode is a way to play; its rules are a line of Modes, each in a file of its own (mode_*.go).
type Mode = arena.Mode

// ModeRules is all that sets one mode apart from another: numbers, what it puts into the world, and what becomes of that.
// Rules elsewhere ask the row and name no mode. The functions change the state and nothing else, by integers alone, in the
// order of ships and goals; they can't read Modes, whose rows they are.
type ModeRules struct {
	// Play is how long a round lasts, Extra how long overtime may. Frontier has no rounds: its Play is how long scores count.
	Play, Extra Tick
	// KillPoints says that kills count for the score; where they don't, only the goal does.
	KillPoints bool
	// Limit is the score that ends a round at once, Mercy the lead that does; 0 for none.
	Limit, Mercy int16
	// Ships is the most ships that play; 0 for MostShips.
	Ships int
	// Endless says that the mode has no rounds: it is Playing without end, in a world that is told by cells.
	Endless bool
	// Goals are what a round begins with, MaxGoals at most. Cells tell of none, so that an endless mode has none.
	Goals []Goal
	// Pursue is what becomes of them in a tick, when all have moved; nil for nothing. The arena is that with all its glass.
	Pursue func(s *State, a *arena.Arena, ev []Event) []Event
	// Lose is what becomes of them when a ship dies, leaves or changes sides; nil for nothing.
	Lose func(s *State, ship *Ship, ev []Event) []Event
	// Numbers are what its functions count with: they tell programs with other ones apart (Rules).
	Numbers []int64
	// Bonus is what a kill is worth beyond its banks; nil for nothing. The killer's record has the kill already, the victim has
	// not lost its goals yet.
	Bonus func(s *State, killer, victim *Ship) int16
}

// Modes is the table of modes. The score is a team's where there are teams (arena.Mode.Teams), else a ship's.
var Modes = [arena.Modes]ModeRules{
	arena.FreeForAll: freeForAllMode,
	arena.Teams:      teamsMode,
	arena.Capture:    captureMode,
	arena.Hill:       hillMode,
	arena.Duel:       duelMode,
	arena.Frontier:   frontierMode,
}

// Endless says that the mode has no rounds.
func Endless(m Mode) bool { return m < arena.Modes && Modes[m].Endless }

// The teams. NoTeam is everybody for themselves.
const (
	NoTeam  uint8 = 0
	TeamOne uint8 = 1
	TeamTwo uint8 = 2
)

// MostShips is how many ships a state may hold in a mode. Fewer may play (ModeRules.Ships): that is for who seats them.
func MostShips(m Mode) int {
	if Endless(m) {
		return FrontierShips
	}
	return MaxShips
}

// MostShots is how many shots may be in flight in a mode.
func MostShots(m Mode) int {
	if Endless(m) {
		return FrontierShots
	}
	return MaxShots
}

// MostBroken is how many panes of glass may be broken in a mode.
func MostBroken(m Mode) int {
	if Endless(m) {
		return FrontierBroken
	}
	return MaxBroken
}

// MostPickups is how many places for pick-ups an arena may have in a mode; what is beyond stays empty.
func MostPickups(m Mode) int {
	if Endless(m) {
		return arena.FrontierPlaces
	}
	return MaxPickups
}

// Counts says whether scores, kills and deaths count now.
func (p *Public) Counts() bool { return p.Phase == Playing || p.Phase == Overtime }

func (p *Public) teamOf(seat Seat) uint8 {
	if i := p.ShipOf(seat); i >= 0 {
		return p.Ships[i].Team
	}
	return NoTeam
}

// award gives points for a kill, or takes them, and says how many came to count.
func (s *State) award(i int, points int16) int16 {
	if !Modes[s.Mode].KillPoints {
		return 0
	}
	s.Ships[i].Score = min(max(s.Ships[i].Score+points, -maxScore), maxScore)
	if s.Mode.Teams() && s.Ships[i].Team != NoTeam {
		s.TeamScore[s.Ships[i].Team-1] += points
	}
	return points
}

// lead is the best score and by how much it is ahead of the next.
func (p *Public) lead() (best, ahead int16) {
	if p.Mode.Teams() {
		a, b := p.TeamScore[0], p.TeamScore[1]
		return max(a, b), max(a-b, b-a)
	}
	second := int16(0)
	for i := range p.Ships {
		switch score := p.Ships[i].Score; {
		case i == 0:
			best, second = score, score
			if len(p.Ships) == 1 {
				second = 0
			}
		case score > best:
			best, second = score, best
		case score > second || i == 1:
			second = score
		}
	}
	return best, best - second
}

// over says whether the round has been decided, though its time has not run out.
func (p *Public) over() bool {
	rules := &Modes[p.Mode]
	best, ahead := p.lead()
	switch p.Phase {
	case Playing:
		return rules.Limit > 0 && best >= rules.Limit || rules.Mercy > 0 && ahead >= rules.Mercy
	case Overtime:
		return ahead > 0
	}
	return false
}

// follows is the phase after p's: overtime only for a round that is tied when its time runs out. In Frontier one hour
// follows the other.
func (p *Public) follows() Phase {
	if Endless(p.Mode) {
		return Playing
	}
	switch p.Phase {
	case Playing:
		if _, ahead := p.lead(); ahead == 0 && len(p.Ships) > 1 {
			return Overtime
		}
		return Results
	case Overtime:
		return Results
	}
	return p.Phase + 1
}

// PhaseTicks is how long a phase of a mode lasts, unless it is decided before.
func PhaseTicks(m Mode, phase Phase) Tick {
	switch phase {
	case Warmup:
		return WarmupTicks
	case Countdown:
		return CountdownTicks
	case Playing:
		return Modes[m].Play
	case Overtime:
		return Modes[m].Extra
	}
	return ResultsTicks
}

// shareTeams puts the ships into two teams that were about as good in the round before, or into none: the best goes to
// one, the next two to the other, and so on. People are shared first, so that both teams have as many of them, and pilots
// go on where they ended.
func (s *State) shareTeams() {
	if !s.Mode.Teams() {
		for i := range s.Ships {
			s.Ships[i].Team = NoTeam
		}
		return
	}
	var room [MaxShips]int // no mode with teams has more
	ranking := s.Ranking(room[:0])
	n := 0
	for _, pilots := range [...]bool{false, true} {
		for _, i := range ranking {
			if ship := &s.Ships[i]; (ship.Seat >= FirstPilotSeat) == pilots {
				ship.Team = TeamOne + uint8((n+1)/2%2)
				n++
			}
		}
	}
}
