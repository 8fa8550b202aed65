package render

import "math"

// OverlayLine draws a line of the interface, in pixels; the stroke is in units of the interface.
func (r *Renderer) OverlayLine(x0, y0, x1, y1 float32, s Stroke, c Color) {
	r.Overlay.line(x0, y0, x1, y1, max(s.Core*r.UI, thinnest), s.Glow*r.UI, s.Heat, c, c)
}

// OverlayRing draws a circle of the interface, in pixels.
func (r *Renderer) OverlayRing(x, y, radius float32, s Stroke, c Color) {
	r.Overlay.arc(x, y, radius, 0, math.Pi, max(s.Core*r.UI, thinnest), s.Glow*r.UI, s.Heat, c)
}

// Clear drops the interface drawn since Frame.
func (r *Renderer) Clear() {
	r.Text.boxes.reset()
	r.Text.glyphs.reset()
	r.Overlay.Reset()
}
