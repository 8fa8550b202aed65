package game

// orb is slow and heavy, lives long, and hurts all around its end: it makes places unsafe to be in.
var orb = Weapon{
	Speed: 7 * VelUnit / 2, Damage: 36, Cooldown: 50, Life: 300, Banks: 10, Live: 4, Radius: 10 * Unit, Pellets: 1,
	Splash: 84 * Unit, Ammo: 6,
}
