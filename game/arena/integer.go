package arena

import "math/bits"

func abs(n int32) int32 { return max(n, -n) }

func ceilDiv(n, d int32) int32 { return (n + d - 1) / d }

// part is the i-th of `of` parts of n (i from 1). They add up to n, and those of -n are their opposites.
func part(n, i, of int32) int32 {
	return int32(int64(n)*int64(i)/int64(of) - int64(n)*int64(i-1)/int64(of))
}

// isqrt is the square root of n >= 0, rounded down.
func isqrt(n int64) int64 {
	if n < 2 {
		return n
	}
	x := int64(1) << ((bits.Len64(uint64(n)) + 1) / 2) // not below the root
	for {
		y := (x + n/x) / 2
		if y >= x {
			return x
		}
		x = y
	}
}

// unit is the direction of v, other than (0, 0), as a unit vector in 1/65,536.
func unit(v Vec) Vec {
	const extra = 10
	l := isqrt((int64(v.X)*int64(v.X) + int64(v.Y)*int64(v.Y)) << (2 * extra))
	return Vec{int32(int64(v.X) << (16 + extra) / l), int32(int64(v.Y) << (16 + extra) / l)}
}
