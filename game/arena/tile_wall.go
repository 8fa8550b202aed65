package arena

// wall is what shots bank off. All outside of the map is wall.
var wall = TileRules{Name: "wall", Rune: '#', Shape: Block}
