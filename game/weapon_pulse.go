package game

// The numbers of Pulse. Pilots and clients reckon with them, since it is the weapon everybody has.
const (
	PulseSpeed    = 9 * VelUnit
	PulseDamage   = 24
	PulseCooldown = 9
	PulseLife     = 150
	PulseBanks    = 4
	PulseLive     = 6
	// ShotRadius widens a Pulse shot for ships; for walls every shot is a point.
	ShotRadius = 4 * Unit
)

// pulse is the shot everybody has: fast, quick, few at a time, at its best around four walls.
var pulse = Weapon{
	Speed: PulseSpeed, Damage: PulseDamage, Cooldown: PulseCooldown, Life: PulseLife, Banks: PulseBanks, Live: PulseLive,
	Radius: ShotRadius, Pellets: 1,
}
