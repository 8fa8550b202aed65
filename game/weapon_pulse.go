package game

// pulse is the shot everybody has: fast, quick, few at a time, at its best around four walls.
var pulse = Weapon{
	Speed: 9 * VelUnit, Damage: 24, Cooldown: 9, Life: 150, Banks: 4, Live: 6, Radius: 4 * Unit, Pellets: 1,
}
