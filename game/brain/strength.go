package brain

import "bankshot/game"

// Strength is how well a pilot flies: plain numbers, so that a host can make up others.
type Strength struct {
	// TurnSteps is how far it can turn its aim in a tick, in game.AimSteps.
	TurnSteps int32
	// ErrorSteps is how far off its aim may drift with every stroke of the hand, either way, in game.AimSteps.
	ErrorSteps int32
	// ReactionTicks is how long what it sees takes to reach its hand: it plays by where others were so long ago, and does
	// not know of younger shots.
	ReactionTicks game.Tick
	// PatienceTicks is how long it looks at somebody new before it fires.
	PatienceTicks game.Tick
	// Banks is around how many walls it plans.
	Banks int
	// Checks is how many of its ideas for a shot it follows to their end in every plan.
	Checks int
	// DodgeOdds of 256 shots that come close it sees coming; DashOdds of 256 of those that it cannot fly away from it
	// dashes through.
	DodgeOdds, DashOdds int32
	// MirrorOdds of 256 of those it raises its mirror against, if it can face them in time.
	MirrorOdds int32
}

// The three strengths.
var (
	Rookie = Strength{
		TurnSteps: 36, ErrorSteps: 60, ReactionTicks: 20, PatienceTicks: 40, Banks: 1, Checks: 1, DodgeOdds: 50, DashOdds: 50,
		MirrorOdds: 40,
	}
	Regular = Strength{
		TurnSteps: 64, ErrorSteps: 28, ReactionTicks: 13, PatienceTicks: 22, Banks: 1, Checks: 2, DodgeOdds: 120, DashOdds: 110,
		MirrorOdds: 110,
	}
	Ace = Strength{
		TurnSteps: 130, ErrorSteps: 8, ReactionTicks: 9, PatienceTicks: 8, Banks: 2, Checks: 3, DodgeOdds: 180, DashOdds: 170,
		MirrorOdds: 190,
	}
)

// Strengths lists them from the weakest.
func Strengths() []Strength { return []Strength{Rookie, Regular, Ace} }
