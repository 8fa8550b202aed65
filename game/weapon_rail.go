package game

// rail is a beam that everybody sees coming for half a second, and that banks at once along its whole way.
var rail = Weapon{
	Damage: 44, Cooldown: 60, Banks: 3, Radius: 3 * Unit, Pellets: 1, Charge: 30, Range: 1600 * Unit, Ammo: 5,
}
