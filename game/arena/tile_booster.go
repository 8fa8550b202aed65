package arena

// booster is floor that pushes ships one way by half a unit a tick in each tick, half as hard again as thrust does, up to 10
// units a tick, which is twice as fast as thrust gets.
func booster(x, y int32, draw rune) TileRules {
	const push = 1 << 15
	return TileRules{Name: "booster", Rune: draw, Push: Vec{x * push, y * push}, Most: 10 << 16}
}
