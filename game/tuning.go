package game

// The numbers of the game. Lengths in 1/256 unit, velocities in 1/65,536 unit a tick, times in ticks.
const (
	ShipRadius = 14 * Unit
	MaxHealth  = 100

	// ThrustAccel and Drag give a top speed of ThrustAccel*DragMul/(DragDiv-DragMul), about 5 units a tick, of which a
	// ship has two thirds after a quarter of a second, and lets go of as quickly.
	ThrustAccel = 22016
	DragMul     = 60
	DragDiv     = 64
	// Restitution is how much of its speed into a wall a ship keeps, in 1/256.
	Restitution = 90

	DashSpeed    = 13 * VelUnit
	DashTicks    = 9
	DashCooldown = 75
	// DashExitSpeed is what is left of the dash when it is over.
	DashExitSpeed = 6 * VelUnit

	SpawnShieldTicks = 120
	RespawnTicks     = 90

	// MaxEnergy is a full mirror: two seconds of holding it. It takes MirrorStart to raise it, MirrorCost a tick to hold it,
	// and one unit comes back every EnergyEvery ticks.
	MaxEnergy   = 120
	MirrorStart = 30
	MirrorCost  = 1
	EnergyEvery = 4

	// PickupRadius is how near a ship has to come, PickupTicks how long the next one takes.
	PickupRadius = 16 * Unit
	PickupTicks  = 15 * TickHz

	// ShipPortalTicks and ShotPortalTicks: no portal leads anybody straight back.
	ShipPortalTicks = 40
	ShotPortalTicks = 12

	// SelfHitAfter is the age from which a banked shot hurts its owner, by half.
	SelfHitAfter = 15
	// RevengeTicks: a self-kill this soon after a hit belongs to whoever hit.
	RevengeTicks = 5 * TickHz
	MaxKillScore = 5

	WarmupTicks    = 10 * TickHz
	CountdownTicks = 3 * TickHz
	// ResultsTicks is long enough to see the shot of the round, to read the awards and to vote for what comes next.
	ResultsTicks = 12 * TickHz
)

// DamagePercent is what a hit is worth by banks: the banks are the damage. More banks than listed count as the last.
var DamagePercent = [...]int32{50, 100, 150, 200, 250}

// maxScore is where a ship's score stops being counted, below zero as above.
const maxScore = 30000

// The limits of Frontier, in place of MaxShips and MaxShots.
const (
	FrontierShips = 2560
	FrontierShots = 16384
	// FrontierBroken is in place of MaxBroken.
	FrontierBroken = 2048
)

// The limits of a match. Full means: no more ships are seated, no more shots are fired.
const (
	MaxShips     = 64
	MaxShots     = 512
	MaxNameBytes = 24
	MaxFacts     = 255
	MaxPickups   = 32
	MaxBroken    = 64
)
