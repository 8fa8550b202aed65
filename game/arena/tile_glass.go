package arena

// glass is a wall that the first shot breaks, which still banks off it. It is gone for 12 seconds: long enough to use the
// way that it has opened, short enough to close again in the same fight.
var glass = TileRules{Name: "glass", Rune: '=', Shape: Block, Gone: 12 * 60}
