package render

import (
	"math"

	"bankshot/client/predict"
)

// Camera maps the world's units to device pixels: a view of ViewW x ViewH units, as large as fits, centred.
type Camera struct {
	// X, Y is what it looks at, in units.
	X, Y float32
	// Scale is device pixels a unit; Left, Top, W, H is the view's rectangle in pixels.
	Scale           float32
	Left, Top, W, H float32

	shakeX, shakeY float32
	// easeX, easeY is the rest of a jump of the focus, fading out: without it a respawn would be a cut. One that is longer
	// than cutBeyond is: nobody could follow it, and what lies between may not be known.
	easeX, easeY   float32
	lastX, lastY   float32
	leadX, leadY   float32
	started        bool
	shake, shaking float32
}

// Fit sets the view's rectangle for a screen of w x h device pixels.
func (c *Camera) Fit(w, h int) {
	c.Scale = min(float32(w)/ViewW, float32(h)/ViewH)
	c.W, c.H = ViewW*c.Scale, ViewH*c.Scale
	c.Left, c.Top = (float32(w)-c.W)/2, (float32(h)-c.H)/2
}

// Follow looks at focus, slightly ahead towards aim while leads, without leaving an arena of w x h units for more than
// its margin. ticks have passed since the last call.
func (c *Camera) Follow(focus predict.Point, aim float32, leads bool, w, h, ticks float32) {
	switch dx, dy := c.lastX-focus.X, c.lastY-focus.Y; {
	case c.started && hypot(dx, dy) > cutBeyond:
		c.easeX, c.easeY = 0, 0
	case c.started && hypot(dx, dy) > 110:
		c.easeX, c.easeY = c.easeX+dx, c.easeY+dy
	}
	c.lastX, c.lastY, c.started = focus.X, focus.Y, true
	keep := float32(math.Exp(-float64(ticks / cameraEase)))
	c.easeX, c.easeY = c.easeX*keep, c.easeY*keep

	var toX, toY float32
	if leads {
		sin, cos := sincos(aim)
		toX, toY = cos*lead, sin*lead
	}
	slow := 1 - float32(math.Exp(-float64(ticks/24)))
	c.leadX, c.leadY = c.leadX+(toX-c.leadX)*slow, c.leadY+(toY-c.leadY)*slow

	c.X = within(focus.X+c.easeX+c.leadX, w, ViewW)
	c.Y = within(focus.Y+c.easeY+c.leadY, h, ViewH)

	c.shake *= float32(math.Exp(-float64(ticks / shakeDecay)))
	c.shaking += ticks
	s := c.shake * c.Scale
	sin, cos := sincos(c.shaking * 1.9)
	c.shakeX, c.shakeY = s*cos, s*sin*float32(math.Cos(float64(c.shaking*1.3)))
}

// Shake knocks the camera, never by more than shakeMost.
func (c *Camera) Shake(units float32) { c.shake = min(max(c.shake, units), shakeMost) }

// within keeps the middle of a view of the given size inside an arena, softly: the last stretch before the stop is a
// parabola. An arena smaller than the view stays centred.
func within(x, arena, view float32) float32 {
	lo, hi := view/2-margin, arena-view/2+margin
	if hi <= lo {
		return arena / 2
	}
	k := min(float32(knee), (hi-lo)/4)
	switch {
	case x < lo+k:
		return lo + bend(x-lo, k)
	case x > hi-k:
		return hi - bend(hi-x, k)
	}
	return x
}

// bend is 0 below -k, x above k, and joins the two smoothly.
func bend(x, k float32) float32 {
	if x <= -k {
		return 0
	}
	return (x + k) * (x + k) / (4 * k)
}

// Screen is where a place in the world is on the screen, in device pixels.
func (c *Camera) Screen(p predict.Point) (x, y float32) {
	return c.Left + c.W/2 + (p.X-c.X)*c.Scale + c.shakeX, c.Top + c.H/2 + (p.Y-c.Y)*c.Scale + c.shakeY
}

// World is the place in the world at a pixel.
func (c *Camera) World(x, y float32) predict.Point {
	return predict.Point{
		X: (x-c.shakeX-c.Left-c.W/2)/c.Scale + c.X,
		Y: (y-c.shakeY-c.Top-c.H/2)/c.Scale + c.Y,
	}
}

// Sees reports whether anything within r units of p can be on the screen.
func (c *Camera) Sees(p predict.Point, r float32) bool {
	dx, dy := abs(p.X-c.X), abs(p.Y-c.Y)
	return dx < ViewW/2+r+shakeMost && dy < ViewH/2+r+shakeMost
}

func abs(x float32) float32 { return float32(math.Abs(float64(x))) }
