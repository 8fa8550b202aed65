package game

import "bankshot/game/arena"

// Every HillEvery ticks the hill is a point to whoever is alone on it; it stays HillMoves ticks in one place.
const (
	HillEvery = 30
	HillMoves = 40 * TickHz
)

// hillMode is a zone that moves on through the arena's places for it, in their order. At 90 points half of the rounds ran out
// of time; at 70 most are won, in three minutes, as long as the other modes take.
var hillMode = ModeRules{
	Play: 240 * TickHz, Extra: 45 * TickHz, Limit: 70,
	Goals:  []Goal{{Kind: ZoneGoal, Due: HillMoves}},
	Pursue: pursueHill, Numbers: []int64{HillEvery, HillMoves},
}

func pursueHill(s *State, a *arena.Arena, ev []Event) []Event {
	for n := range s.Goals {
		if s.Counts() && s.Tick >= s.Goals[n].Due {
			ev = s.moveZone(a, n, s.Tick+HillMoves, ev)
		}
		if i := s.holdZone(a, n); i >= 0 && s.Counts() && s.Tick%HillEvery == 0 {
			s.gain(&s.Ships[i], 1, 0)
		}
	}
	return ev
}
