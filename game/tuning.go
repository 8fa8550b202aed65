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

	PulseSpeed    = 9 * VelUnit
	PulseDamage   = 24
	PulseCooldown = 9
	PulseLife     = 150
	PulseBanks    = 4
	PulseLive     = 6
	// ShotRadius widens a shot for ships; for walls it is a point.
	ShotRadius = 4 * Unit

	// SelfHitAfter is the age from which a banked shot hurts its owner, by half.
	SelfHitAfter = 15
	// RevengeTicks: a self-kill this soon after a hit belongs to whoever hit.
	RevengeTicks = 5 * TickHz
	MaxKillScore = 5

	WarmupTicks    = 10 * TickHz
	CountdownTicks = 3 * TickHz
	PlayTicks      = 180 * TickHz
	ResultsTicks   = 8 * TickHz
)

// DamagePercent is what a hit is worth by banks: the banks are the damage. More banks than listed count as the last.
var DamagePercent = [...]int32{50, 100, 150, 200, 250}

// The limits of a match. Full means: no more ships are seated, no more shots are fired.
const (
	MaxShips     = 64
	MaxShots     = 512
	MaxNameBytes = 24
	MaxFacts     = 255
)
