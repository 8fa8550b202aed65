package arena

// Turn is one of the eight symmetries of the square: what a chain of banks did to a direction. The zero value leaves
// it as it was. Whoever holds a velocity finer than the displacement it flew turns it exactly by Apply.
type Turn uint8

// A Turn swaps X and Y first (turnSwap), then negates (turnNegX, turnNegY).
const (
	turnNegX Turn = 1 << iota
	turnNegY
	turnSwap

	turnBack = turnNegX | turnNegY
	// turnSum mirrors in a line x+y=c, turnDiff in a line x-y=c.
	turnSum  = turnSwap | turnNegX | turnNegY
	turnDiff = turnSwap

	// MirrorX exchanges left and right, MirrorY up and down.
	MirrorX = turnNegX
	MirrorY = turnNegY

	// Turns is the number of values of Turn.
	Turns = 8
)

// Apply turns v.
func (t Turn) Apply(v Vec) Vec {
	if t&turnSwap != 0 {
		v.X, v.Y = v.Y, v.X
	}
	if t&turnNegX != 0 {
		v.X = -v.X
	}
	if t&turnNegY != 0 {
		v.Y = -v.Y
	}
	return v
}

// Then is t followed by u.
func (t Turn) Then(u Turn) Turn {
	if u&turnSwap != 0 {
		t = t&turnSwap | t&turnNegX<<1 | t&turnNegY>>1
	}
	return t ^ u
}

// Inverse undoes t.
func (t Turn) Inverse() Turn {
	if t&turnSwap != 0 {
		return turnSwap | t&turnNegX<<1 | t&turnNegY>>1
	}
	return t
}
