package arena

// Solid says whether pos lies strictly inside what is solid. Faces and edges of walls are not: a point may be there.
func (a *Arena) Solid(pos Vec) bool {
	x, y := int(pos.X>>tileShift), int(pos.Y>>tileShift)
	u, v := pos.X&tileMask, pos.Y&tileMask
	switch {
	case u == 0 && v == 0:
		return a.octants(x, y) == 0xFF
	case u == 0:
		return a.At(x, y).solidAt(west) && a.At(x-1, y).solidAt(east)
	case v == 0:
		return a.At(x, y).solidAt(north) && a.At(x, y-1).solidAt(south)
	}
	switch a.At(x, y).Shape() {
	case Block:
		return true
	case CornerNW:
		return u+v < TileSub
	case CornerSE:
		return u+v > TileSub
	case CornerNE:
		return u > v
	case CornerSW:
		return u < v
	}
	return false
}
