package arena

// absorber is a wall that shots end at instead of banking: behind it one is safe from banks, and cannot bank either.
var absorber = TileRules{Name: "absorber", Rune: '%', Shape: Block, Ends: true}
