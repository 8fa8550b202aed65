package game

// orb is slow and heavy, lives long, and hurts all around its end: it makes places unsafe to be in.
//
// At 3.5 units a tick, with a damage of 36 within 84 units, everybody was gone before it came, and it killed a fifth as
// often per minute held as the mean of the pick-ups. At 4.5, with 48 within 110, it is 1.13 times.
var orb = Weapon{
	Name:  "Orb",
	Speed: 9 * VelUnit / 2, Damage: 48, Cooldown: 45, Life: 300, Banks: 10, Live: 4, Radius: 10 * Unit, Pellets: 1,
	Splash: 110 * Unit, Ammo: 6,
}
