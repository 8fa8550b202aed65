package snap

import (
	"math/bits"

	"bankshot/game"
)

// weaponBits and pickupBits are how many bits the number of a weapon, or of a kind of pick-up, takes: 3 for up to eight of
// them, one more for up to sixteen.
var (
	weaponBits = bits.Len8(uint8(game.WeaponKinds - 1))
	pickupBits = bits.Len8(uint8(game.PickupKinds - 1))
)
