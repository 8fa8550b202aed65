package game

// Supply is what a ship may lack and pick up.
type Supply struct {
	// Name is what it is called.
	Name string
	// Health and Energy are given to whoever takes it, up to MaxHealth and MaxEnergy.
	Health, Energy uint8
}

// The supplies, as pick-ups: their numbers follow those of the weapons.
const (
	PickHealth = firstSupply + iota
	PickEnergy

	PickupKinds
)

// Supplies is the table of supplies.
var Supplies = [PickupKinds - firstSupply]Supply{
	PickHealth - firstSupply: health,
	PickEnergy - firstSupply: energy,
}
