package ui

import "bankshot/client/render"

// Canvas is the view as the interface sees it.
type Canvas struct {
	// W, H is the view's size in units of the interface.
	W, H float32
	r    *render.Renderer
}

// On is a canvas over the renderer's frame.
func On(r *render.Renderer) Canvas {
	return Canvas{W: r.Cam.W / r.UI, H: r.Cam.H / r.UI, r: r}
}

func (c Canvas) x(x float32) float32 { return c.r.Cam.Left + x*c.r.UI }
func (c Canvas) y(y float32) float32 { return c.r.Cam.Top + y*c.r.UI }

// At is the place on the canvas of a pixel of the screen.
func (c Canvas) At(px, py float32) (x, y float32) {
	return (px - c.r.Cam.Left) / c.r.UI, (py - c.r.Cam.Top) / c.r.UI
}

// Text sets s on the baseline y.
func (c Canvas) Text(s string, x, y, size float32, align render.Align, color render.Color) {
	c.r.Text.Put(s, c.x(x), c.y(y), size*c.r.UI, align, color, 1)
}

// Faded is Text that shines through.
func (c Canvas) Faded(s string, x, y, size float32, align render.Align, color render.Color, alpha float32) {
	c.r.Text.Put(s, c.x(x), c.y(y), size*c.r.UI, align, color, alpha)
}

// Bytes is Text for a buffer.
func (c Canvas) Bytes(s []byte, x, y, size float32, align render.Align, color render.Color) {
	c.r.Text.PutBytes(s, c.x(x), c.y(y), size*c.r.UI, align, color, 1)
}

// Width is how wide s is set.
func (c Canvas) Width(s string, size float32) float32 {
	return c.r.Text.Width(s, size*c.r.UI) / c.r.UI
}

// Box fills a rectangle under all text.
func (c Canvas) Box(x, y, w, h float32, color render.Color, alpha float32) {
	c.r.Text.Box(c.x(x), c.y(y), w*c.r.UI, h*c.r.UI, color, alpha)
}

// Line draws a line of light over all boxes.
func (c Canvas) Line(x0, y0, x1, y1 float32, s render.Stroke, color render.Color) {
	c.r.OverlayLine(c.x(x0), c.y(y0), c.x(x1), c.y(y1), s, color)
}

// Ring draws a circle of light over all boxes.
func (c Canvas) Ring(x, y, radius float32, s render.Stroke, color render.Color) {
	c.r.OverlayRing(c.x(x), c.y(y), radius*c.r.UI, s, color)
}

// Panel is a dark box with a thin frame.
func (c Canvas) Panel(x, y, w, h float32) {
	c.Box(x, y, w, h, render.PanelColor, render.PanelAlpha)
	c.Frame(x, y, w, h, render.LineColor)
}

// Frame is a rectangle's outline.
func (c Canvas) Frame(x, y, w, h float32, color render.Color) {
	c.Line(x, y, x+w, y, frameStroke, color)
	c.Line(x+w, y, x+w, y+h, frameStroke, color)
	c.Line(x+w, y+h, x, y+h, frameStroke, color)
	c.Line(x, y+h, x, y, frameStroke, color)
}

// Veil darkens the whole screen, letterbox included.
func (c Canvas) Veil(alpha float32) {
	c.Box(-c.W, -c.H, 3*c.W, 3*c.H, render.Background, alpha)
}

// Bar is a level from 0 to 1.
func (c Canvas) Bar(x, y, w, h, level float32, color render.Color) {
	c.Box(x, y, w, h, render.LineColor, 0.7)
	c.Box(x, y, w*min(max(level, 0), 1), h, color, 1)
}

// Banks draws n banks as the feed shows them, a ricochet for each, and says how wide that is.
func (c Canvas) Banks(n int, x, y, size float32) float32 {
	color := render.Heat(uint8(min(n, 255))).Color
	h, step := size*0.5, size*0.42
	s := render.Stroke{Core: 1.1, Glow: 6, Heat: 0.5}
	up := true
	px, py := x, y
	for range n + 1 {
		qx, qy := px+step, y
		if up {
			qy = y - h
		}
		c.Line(px, py, qx, qy, s, color)
		px, py, up = qx, qy, !up
	}
	return px - x
}

var frameStroke = render.Stroke{Core: 0.7, Glow: 5, Heat: 0.1}
