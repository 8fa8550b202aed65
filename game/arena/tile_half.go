package arena

// half is a wall that is solid in one corner. Its face runs through the other two at 45 degrees and turns a shot that comes
// along the rows or columns by a right angle.
func half(corner Shape, draw rune) TileRules {
	return TileRules{Name: "half-wall", Rune: draw, Shape: corner}
}
