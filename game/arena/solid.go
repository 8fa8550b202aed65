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
	switch a.At(x, y) {
	case Wall, Absorber, Glass:
		return true
	case HalfNW:
		return u+v < TileSub
	case HalfSE:
		return u+v > TileSub
	case HalfNE:
		return u > v
	case HalfSW:
		return u < v
	}
	return false
}

// side names an edge of a tile.
type side uint8

const (
	west side = iota
	north
	east
	south
)

// edges tells which edges of a tile are solid along their whole length, one bit a side.
var edges = [Tiles]uint8{
	Wall:     1<<west | 1<<north | 1<<east | 1<<south,
	Absorber: 1<<west | 1<<north | 1<<east | 1<<south,
	Glass:    1<<west | 1<<north | 1<<east | 1<<south,
	HalfNW:   1<<north | 1<<west,
	HalfNE:   1<<north | 1<<east,
	HalfSW:   1<<south | 1<<west,
	HalfSE:   1<<south | 1<<east,
}

func (t Tile) solidAt(s side) bool { return edges[t]>>s&1 != 0 }

func opposite(s side) side { return s ^ 2 }
