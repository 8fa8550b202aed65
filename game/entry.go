package game

// Entry is everything that enters one tick: Step(state, arena, entry) has no other source. The server makes it with
// Decide, sends it as the snapshot, and writes it down as the replay; clients decode it and step the same rules.
type Entry struct {
	// Facts are what only the server can know, applied in order before anything moves.
	Facts []Fact
	// Inputs are the effective inputs, one for each ship in the order of Ships after Facts: triggers stand in them only
	// where they took effect, so that nobody needs another player's cooldowns to follow the match.
	Inputs []Input
}

// FactKind says what a Fact tells.
type FactKind uint8

// The kinds of facts and the fields each one uses.
const (
	// FactJoin: Seat, Name, Pilot, Team. A ship enters the match, dead until a FactSpawn.
	FactJoin FactKind = iota + 1
	// FactLeave: Seat. The ship is gone; its shots fly on.
	FactLeave
	// FactSpawn: Seat, Pos, Aim. The ship appears.
	FactSpawn
	// FactPilot: Seat, Pilot. A computer takes the ship, or gives it back.
	FactPilot
	// FactRename: Seat, Name.
	FactRename
	// FactPhase: Phase, End. The round moves on. Entering Countdown clears the scores and the shots, Playing in Frontier the
	// scores.
	FactPhase
	// FactTeam: Seat, Team. A ship changes sides; alive, it is due to spawn anew.
	FactTeam
	// FactPickup: Index, Pickup. It appears.
	FactPickup

	// FactKinds is one more than the last kind.
	FactKinds
)

// Fact is one thing that only the server can know.
type Fact struct {
	Kind  FactKind
	Seat  Seat
	Pilot bool
	Team  uint8
	Phase Phase
	// Index is the Place of a Pickup.
	Index  uint16
	Pickup PickupKind
	Aim    uint16
	Pos    Vec
	End    Tick
	Name   string
}
