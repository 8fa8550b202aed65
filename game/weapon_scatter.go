package game

// scatter is a cone of short-lived pellets: murder through one bank into a corner, harmless across a hall.
var scatter = Weapon{
	Speed: 10 * VelUnit, Damage: 11, Cooldown: 36, Life: 48, Banks: 2, Radius: 3 * Unit,
	Pellets: 6, Fan: 40, Jitter: 14, Ammo: 10,
}
