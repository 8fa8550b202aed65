package balance

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// End is what ended a round.
type End uint8

// The ends of a round.
const (
	// ByTime: somebody led when the time was over.
	ByTime End = iota
	// ByLimit: somebody had as many points as end a round.
	ByLimit
	// ByMercy: somebody led by so many that the round was over.
	ByMercy
	// ByOvertime: nobody led, then somebody did.
	ByOvertime
	// ByNobody: nobody led even after overtime.
	ByNobody

	Ends
)

var endNames = [Ends]string{"time", "limit", "mercy", "overtime", "nobody"}

// MostBanks is where kills by banks stop being told apart.
const MostBanks = 5

// Round is what was counted in one round.
type Round struct {
	// Ground and Mode are what was played; Done says that it was, to its end.
	Ground int
	Mode   arena.Mode
	Done   bool
	// Ticks is how long it lasted from the end of the countdown, End what ended it, Winner the team that won.
	Ticks  int
	End    End
	Winner uint8
	// ShipTicks is how long all ships lived, together.
	ShipTicks int

	// Kills by banks of the shot, by its weapon, by shots that a mirror had returned.
	Kills    [MostBanks + 1]int
	KillsBy  [game.WeaponKinds]int
	Returned int
	// Selfs died of their own shot, Burnt in a hazard.
	Selfs, Burnt int
	// Held is for how many ticks each weapon was held, Fired how often the trigger worked.
	Held, Fired [game.WeaponKinds]int

	// Seen killing shots were in view for long enough; Brief had not been in flight for so long, Unseen were outside.
	Seen, Brief, Unseen [game.WeaponKinds]int
	// InView are the shots on each screen.
	InView Hist

	// Begun lives were over within three seconds, which is Soon, or were not.
	Begun, Soon int
	// Lives began at each spawn (Ground.Spawns), and Lasted so many of them.
	Lives, Lasted []int

	// Returns are shots that met a mirror, Picked the pick-ups taken by kind, Brought flags brought home, ZoneTicks for how
	// long somebody held a zone.
	Returns   int
	Picked    [game.PickupKinds]int
	Brought   int
	ZoneTicks int
}

// AllKills is how many died of somebody else's shot.
func (r *Round) AllKills() int {
	n := 0
	for _, k := range r.Kills {
		n += k
	}
	return n
}

// Banked is how many of them did after a bank.
func (r *Round) Banked() int { return r.AllKills() - r.Kills[0] }

// AllSeen is how many of them had seen it coming.
func (r *Round) AllSeen() int {
	n := 0
	for _, k := range r.Seen {
		n += k
	}
	return n
}

// Deaths is how many died of anything.
func (r *Round) Deaths() int { return r.AllKills() + r.Selfs + r.Burnt }
