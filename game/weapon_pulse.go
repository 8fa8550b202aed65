package game

// The numbers of Pulse. Pilots and clients reckon with them, since it is the weapon everybody has.
const (
	// At 9 units a tick 78 % of who died of a Pulse had seen the shot for 400 ms, at 8 80 %, at 7 82 %; at 7 it killed a sixth
	// less often than at 8. Pilots that keep their distance make 88 % of it.
	PulseSpeed = 8 * VelUnit
	// At 25 two hits around three walls kill, as do four around one, while nine straight ones are needed.
	PulseDamage   = 25
	PulseCooldown = 9
	PulseLife     = 150
	PulseBanks    = 4
	PulseLive     = 6
	// ShotRadius widens a Pulse shot for ships; for walls every shot is a point.
	ShotRadius = 4 * Unit
)

// pulse is the shot everybody has: fast, quick, few at a time, at its best around four walls.
var pulse = Weapon{
	Name:  "Pulse",
	Speed: PulseSpeed, Damage: PulseDamage, Cooldown: PulseCooldown, Life: PulseLife, Banks: PulseBanks, Live: PulseLive,
	Radius: ShotRadius, Pellets: 1,
}
