package predict

import (
	"math"
	"time"
)

// offset is by how much my ship is drawn away from where it is, so that a correction is not seen as a jump.
type offset struct {
	by    Point
	since time.Duration
}

// at is what is left of it.
func (o *offset) at(now time.Duration) Point {
	left := 1 - float32(now-o.since)/float32(errorMelts)
	if left <= 0 || left > 1 {
		if left > 1 {
			return o.by
		}
		return Point{}
	}
	return Point{o.by.X * left, o.by.Y * left}
}

// moved takes in that my ship, drawn at was, belongs to is.
func (o *offset) moved(was, is Point, now time.Duration) {
	left := o.at(now)
	o.by = Point{was.X - is.X + left.X, was.Y - is.Y + left.Y}
	o.since = now
	if length(o.by) > errorSnaps {
		o.by = Point{}
	}
}

func (o *offset) clear() { *o = offset{} }

func length(v Point) float32 { return float32(math.Hypot(float64(v.X), float64(v.Y))) }
