package game

const (
	// One is 1 in the numbers of Dir: 16 bits of fraction.
	One = 1 << 16

	quarterTurn = AimSteps / 4
	aimMask     = AimSteps - 1
	// thrustStep is the angle between two neighbouring values of Input.Thrust.
	thrustStep = AimSteps / (Thrusts - 1)
)

// Dir is the unit vector of direction a (in AimSteps, clockwise on the screen from +X), One long.
func Dir(a uint16) Vec {
	return Vec{X: sine(a + quarterTurn), Y: sine(a)}
}

// sine is One times the sine of a, for any a.
func sine(a uint16) int32 {
	a &= aimMask
	i := a & (quarterTurn - 1)
	switch a / quarterTurn {
	case 0:
		return quarterSine[i]
	case 1:
		return quarterSine[quarterTurn-i]
	case 2:
		return -quarterSine[i]
	default:
		return -quarterSine[quarterTurn-i]
	}
}

// ThrustDir is the direction, in AimSteps, of Input.Thrust value t, which must not be 0.
func ThrustDir(t uint8) uint16 {
	return (uint16(t) - 1) * thrustStep & aimMask
}

// Toward is the direction nearest to that of v, the inverse of Dir; 0 for no direction at all.
func Toward(v Vec) uint16 {
	x, y := int64(v.X), int64(v.Y)
	if x == 0 && y == 0 {
		return 0
	}
	ax, ay := abs(x), abs(y)
	// Folding into the first eighth keeps the answer symmetric: mirrored vectors have mirrored directions.
	var a uint16
	if ay <= ax {
		a = eighth(ax, ay)
	} else {
		a = quarterTurn - eighth(ay, ax)
	}
	if x < 0 {
		a = AimSteps/2 - a
	}
	if y < 0 {
		a = AimSteps - a
	}
	return a & aimMask
}

// eighth is the direction nearest to (x, y), 0 <= y <= x, by bisection over the side of Dir(a) on which it lies.
func eighth(x, y int64) uint16 {
	turned := func(a uint16) int64 {
		d := Dir(a)
		return y*int64(d.X) - x*int64(d.Y)
	}
	lo, hi := uint16(0), uint16(AimSteps/8+1)
	for hi-lo > 1 {
		mid := (lo + hi) / 2
		if turned(mid) >= 0 {
			lo = mid
		} else {
			hi = mid
		}
	}
	if lo < AimSteps/8 && turned(lo) > -turned(lo+1) {
		return lo + 1
	}
	return lo
}
