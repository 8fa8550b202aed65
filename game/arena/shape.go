package arena

// Shape is what of a tile is solid.
type Shape uint8

// The shapes: nothing, all of it, or the named corner, with a face through the other two corners at 45 degrees.
const (
	Free Shape = iota
	Block
	CornerNW
	CornerNE
	CornerSW
	CornerSE

	Shapes
)

// corners are where the solid corner lies, seen from the tile's middle.
var corners = [Shapes]Vec{CornerNW: {-1, -1}, CornerNE: {1, -1}, CornerSW: {-1, 1}, CornerSE: {1, 1}}

// turned is the shape after a turn.
func (s Shape) turned(turn Turn) Shape {
	if s < CornerNW {
		return s
	}
	to := turn.Apply(corners[s])
	for other, at := range corners {
		if at == to {
			return Shape(other)
		}
	}
	return s
}

// Rising says whether the face of a corner leads up to the right, from its lower left end; if not, down to the right.
func (s Shape) Rising() bool { return s == CornerNW || s == CornerSE }

// side names an edge of a tile.
type side uint8

const (
	west side = iota
	north
	east
	south
)

func opposite(s side) side { return s ^ 2 }

// edges tells which edges of a tile are solid along their whole length, one bit a side. It has room for all that the bits of
// a shape can say, so that looking it up needs no check.
var edges = [shapeTrait + 1]uint8{
	Block:    1<<west | 1<<north | 1<<east | 1<<south,
	CornerNW: 1<<north | 1<<west,
	CornerNE: 1<<north | 1<<east,
	CornerSW: 1<<south | 1<<west,
	CornerSE: 1<<south | 1<<east,
}

func (s Shape) solidAt(edge side) bool { return edges[s]>>edge&1 != 0 }

func (t Tile) solidAt(edge side) bool { return t.Shape().solidAt(edge) }

// SolidSides tells which sides of a tile of this shape are solid along their whole length.
func (s Shape) SolidSides() (n, e, so, w bool) {
	return s.solidAt(north), s.solidAt(east), s.solidAt(south), s.solidAt(west)
}
