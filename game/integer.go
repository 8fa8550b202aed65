package game

import "math/bits"

// Every rounding here is symmetric about zero, so that a mirrored world steps to the mirrored state.

// divRound is n/d to the nearest integer, halves away from zero. d must be positive.
func divRound(n, d int64) int64 {
	if n < 0 {
		return -((-n + d/2) / d)
	}
	return (n + d/2) / d
}

// scale is v * num/den, each component rounded by divRound.
func scale(v Vec, num, den int64) Vec {
	return Vec{
		X: int32(divRound(int64(v.X)*num, den)),
		Y: int32(divRound(int64(v.Y)*num, den)),
	}
}

// displacement is how far velocity v moves in one tick, in 1/256 unit.
func displacement(v Vec) Vec {
	return scale(v, 1, VelUnit/Unit)
}

// limit shortens v to length at most, keeping its direction.
func limit(v Vec, most int64) Vec {
	square := dot(v, v)
	if square <= most*most {
		return v
	}
	return scale(v, most, int64(isqrt(uint64(square))))
}

// isqrt is the largest r with r*r <= n.
func isqrt(n uint64) uint32 {
	var r uint64
	for bit := uint64(1) << min(bits.Len64(n)/2, 31); bit != 0; bit >>= 1 {
		if t := r | bit; t*t <= n {
			r = t
		}
	}
	return uint32(r)
}

func dot(a, b Vec) int64 {
	return int64(a.X)*int64(b.X) + int64(a.Y)*int64(b.Y)
}

func sub(a, b Vec) Vec {
	return Vec{X: a.X - b.X, Y: a.Y - b.Y}
}

func add(a, b Vec) Vec {
	return Vec{X: a.X + b.X, Y: a.Y + b.Y}
}

func abs(n int64) int64 {
	if n < 0 {
		return -n
	}
	return n
}
