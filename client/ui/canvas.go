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

// Reset drops what was drawn of the interface in this frame.
func (c Canvas) Reset() { c.r.Clear() }

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

// BytesFaded is Bytes that shines through.
func (c Canvas) BytesFaded(s []byte, x, y, size float32, align render.Align, color render.Color, alpha float32) {
	c.r.Text.PutBytes(s, c.x(x), c.y(y), size*c.r.UI, align, color, alpha)
}

// BytesWidth is how wide a buffer is set.
func (c Canvas) BytesWidth(s []byte, size float32) float32 {
	return c.r.Text.WidthBytes(s, size*c.r.UI) / c.r.UI
}

// Width is how wide s is set.
func (c Canvas) Width(s string, size float32) float32 {
	return c.r.Text.Width(s, size*c.r.UI) / c.r.UI
}

// Box fills a rectangle under all text.
func (c Canvas) Box(x, y, w, h float32, color render.Color, alpha float32) {
	c.r.Text.Box(c.x(x), c.y(y), w*c.r.UI, h*c.r.UI, color, alpha)
}

// Wedge fills a triangle under all text.
func (c Canvas) Wedge(x0, y0, x1, y1, x2, y2 float32, color render.Color, alpha float32) {
	c.r.Text.Wedge(c.x(x0), c.y(y0), c.x(x1), c.y(y1), c.x(x2), c.y(y2), color, alpha)
}

// Shade darkens the ground of text that stands over the world, w x h from a corner, and a little around it.
func (c Canvas) Shade(x, y, w, h, alpha float32) {
	c.r.Text.Shade(c.x(x), c.y(y), w*c.r.UI, h*c.r.UI, render.ShadeEdge*c.r.UI, render.Background, alpha)
}

// Glow is a Shade of light: of a colour, as bright as alpha says.
func (c Canvas) Glow(x, y, w, h float32, color render.Color, alpha float32) {
	c.r.Text.Shade(c.x(x), c.y(y), w*c.r.UI, h*c.r.UI, render.ShadeEdge*c.r.UI, color, alpha)
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

// Banks draws n banks as the feed shows them: a way with a corner for each.
func (c Canvas) Banks(n int, x, y, size, alpha float32) {
	color := render.Heat(uint8(min(n, 255))).Color.Times(alpha)
	step := size * bankStep
	for i := range n + 1 {
		y0, y1 := y, y-size*0.6
		if i%2 == 1 {
			y0, y1 = y1, y0
		}
		left := x + float32(i)*step
		c.Line(left, y0, left+step, y1, bankStroke, color)
	}
}

// BanksWidth is how wide Banks draws.
func (c Canvas) BanksWidth(n int, size float32) float32 { return float32(n+1) * size * bankStep }

const bankStep = 0.42

var (
	bankStroke  = render.Stroke{Core: 1.1, Glow: 6, Heat: 0.5}
	frameStroke = render.Stroke{Core: 0.7, Glow: 5, Heat: 0.1}
)
