package brain

import "bankshot/game"

// Strength is how well a pilot flies: plain numbers, so that a host can make up others.
type Strength struct {
	// TurnSteps is how far it can turn its aim in a tick, in game.AimSteps.
	TurnSteps int32
	// ErrorSteps is how far off its aim may be, either way, in game.AimSteps.
	ErrorSteps int32
	// PatienceTicks is how long it looks at a new target before it fires.
	PatienceTicks game.Tick
	// Rays is how many directions it tries for a bank shot in each plan.
	Rays int
	// DodgeOdds of 256 plans that see a shot coming react to it; DashOdds of 256 of those by a dash.
	DodgeOdds, DashOdds int32
}

// The three strengths.
var (
	Rookie  = Strength{TurnSteps: 40, ErrorSteps: 150, PatienceTicks: 40, Rays: 2, DodgeOdds: 60, DashOdds: 20}
	Regular = Strength{TurnSteps: 70, ErrorSteps: 80, PatienceTicks: 22, Rays: 5, DodgeOdds: 140, DashOdds: 70}
	Ace     = Strength{TurnSteps: 130, ErrorSteps: 30, PatienceTicks: 10, Rays: 9, DodgeOdds: 220, DashOdds: 130}
)

// Strengths lists them from the weakest.
func Strengths() []Strength { return []Strength{Rookie, Regular, Ace} }
