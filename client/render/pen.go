package render

import (
	"math"

	"bankshot/client/predict"
)

// Pen draws into a batch in the world's units.
type Pen struct {
	*Batch
	Cam *Camera
}

// core is half a line's width in pixels, never too thin to see.
func (p Pen) core(units float32) float32 { return max(units*p.Cam.Scale, thinnest) }

// Line draws from a to b.
func (p Pen) Line(a, b predict.Point, s Stroke, c Color) { p.Fade(a, b, s, c, c) }

// Fade draws from a to b with the colour running from c0 to c1.
func (p Pen) Fade(a, b predict.Point, s Stroke, c0, c1 Color) {
	x0, y0 := p.Cam.Screen(a)
	x1, y1 := p.Cam.Screen(b)
	p.line(x0, y0, x1, y1, p.core(s.Core), s.Glow*p.Cam.Scale, s.Heat, c0, c1)
}

// Ring draws a circle.
func (p Pen) Ring(at predict.Point, radius float32, s Stroke, c Color) {
	p.Arc(at, radius, 0, math.Pi, s, c)
}

// Arc draws half radians to both sides of direction dir.
func (p Pen) Arc(at predict.Point, radius, dir, half float32, s Stroke, c Color) {
	if half <= 0 {
		return
	}
	x, y := p.Cam.Screen(at)
	p.arc(x, y, radius*p.Cam.Scale, dir, half, p.core(s.Core), s.Glow*p.Cam.Scale, s.Heat, c)
}

// Dot draws a disc of s.Core's radius with its glow.
func (p Pen) Dot(at predict.Point, s Stroke, c Color) { p.Arc(at, 0, 0, math.Pi, s, c) }

// Pulse lights up the floor's grid in a ring of the given radius and width.
func (p Pen) Pulse(at predict.Point, radius, width float32, c Color) {
	reach := radius + width
	a := predict.Point{X: at.X - reach, Y: at.Y - reach}
	b := predict.Point{X: at.X + reach, Y: at.Y + reach}
	x0, y0 := p.Cam.Screen(a)
	x1, y1 := p.Cam.Screen(b)
	p.rect(x0, y0, x1, y1, a.X, a.Y, b.X, b.Y, c, width, at.X, at.Y, radius, kindPulse)
}

// Path draws the closed polygon of points, turned by dir, at a place.
func (p Pen) Path(at predict.Point, dir float32, shape []predict.Point, s Stroke, c Color) {
	sin, cos := sincos(dir)
	last := turned(at, shape[len(shape)-1], sin, cos)
	for _, q := range shape {
		next := turned(at, q, sin, cos)
		p.Line(last, next, s, c)
		last = next
	}
}

func turned(at, p predict.Point, sin, cos float32) predict.Point {
	return predict.Point{X: at.X + p.X*cos - p.Y*sin, Y: at.Y + p.X*sin + p.Y*cos}
}
