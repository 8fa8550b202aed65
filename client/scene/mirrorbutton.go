package scene

import (
	"bankshot/client/input"
	"bankshot/client/render"
)

// mirrorButton shows where fingers find the mirror, while fingers play: an arc as the mirror itself is one.
func mirrorButton(s scribe, g *Game, energy float32) {
	if g.mapper.Used != input.Fingers {
		return
	}
	px, py, radius, held := g.mapper.MirrorButton(float32(g.w), float32(g.h))
	x, y := s.At(px, py)
	edge, _ := s.At(px+radius, py)
	r := edge - x
	color := render.MirrorColor.Times(0.25 + 0.35*energy)
	if held {
		color = render.MirrorColor
	}
	s.Ring(x, y, r, stickStroke, color)
	// Short strokes make the arc: a canvas has lines and rings only.
	bow := [...][2]float32{{-0.5, -0.2}, {-0.36, -0.34}, {-0.18, -0.44}, {0, -0.47}, {0.18, -0.44}, {0.36, -0.34}, {0.5, -0.2}}
	for i := 1; i < len(bow); i++ {
		a, b := bow[i-1], bow[i]
		s.Line(x+a[0]*r, y+a[1]*r+r*0.25, x+b[0]*r, y+b[1]*r+r*0.25, stickStroke, color)
	}
}
