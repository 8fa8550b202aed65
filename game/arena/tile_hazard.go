package arena

// hazard is floor that hurts: 30 a second, a third of a life. A dash crosses three tiles of it unharmed.
var hazard = TileRules{Name: "hazard", Rune: '!', Harm: 3, Every: 6}
