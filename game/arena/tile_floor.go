package arena

// floor is what is flown over. Broken glass is floor, and what stands on a tile stands on it.
var floor = TileRules{Name: "floor", Rune: '.'}
