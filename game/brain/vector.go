package brain

import (
	"math/bits"

	"bankshot/game"
)

func abs(n int32) int32 { return max(n, -n) }

func abs64(n int64) int64 { return max(n, -n) }

func sign(n int32) int32 { return min(max(n, -1), 1) }

func offset(from, to game.Vec) game.Vec { return game.Vec{X: to.X - from.X, Y: to.Y - from.Y} }

func dot(a, b game.Vec) int64 { return int64(a.X)*int64(b.X) + int64(a.Y)*int64(b.Y) }

// cross is above 0 where b lies clockwise of a on the screen.
func cross(a, b game.Vec) int64 { return int64(a.X)*int64(b.Y) - int64(a.Y)*int64(b.X) }

// distance between two places in 1/256 unit, within 8 % (octagonal norm): good enough to choose by.
func distance(a, b game.Vec) int64 {
	dx, dy := int64(abs(a.X-b.X)), int64(abs(a.Y-b.Y))
	return max(max(dx, dy), (dx+dy)*181/256)
}

// length is the distance within 1 %: the octagonal norm and one step of Newton's method.
func length(a, b game.Vec) int64 {
	guess := distance(a, b)
	if guess == 0 {
		return 0
	}
	o := offset(a, b)
	return (guess + dot(o, o)/guess) / 2
}

// exactLength is the distance rounded down, as the rules reckon it.
func exactLength(a, b game.Vec) int64 {
	o := offset(a, b)
	square := dot(o, o)
	if square == 0 {
		return 0
	}
	// From above, Newton's method comes down to the root and stops there.
	for root := length(a, b) + 1; ; {
		next := (root + square/root) / 2
		if next >= root {
			return root
		}
		root = next
	}
}

// angle is the shortest turn from one aim to another: -2048..2047.
func angle(from, to uint16) int32 {
	return (int32(to)-int32(from)+game.AimSteps*3/2)%game.AimSteps - game.AimSteps/2
}

// mix is a hash of two numbers: the finish of SplitMix64 (Steele, Lea, Flood 2014).
func mix(a, b uint64) uint64 {
	z := a + bits.RotateLeft64(b, 32)*0x9E3779B97F4A7C15
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}
