package scene

import (
	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/client/ui"
)

const (
	// mapSide is the minimap's side, mapShort that on a phone.
	mapSide  = 132
	mapShort = 84
	// mapFull is how many ships in a field light it up wholly.
	mapFull = 60
)

// minimapAt is where the minimap stands: at the lower right, on a phone at the left above the thumb that flies.
func minimapAt(w, h float32) ui.Rect {
	if h < tall {
		return ui.Rect{X: hudEdge, Y: hudEdge + 50, W: mapShort, H: mapShort}
	}
	return ui.Rect{X: w - hudEdge - mapSide, Y: h - hudEdge - mapSide, W: mapSide, H: mapSide}
}

// minimap shows where in the world the ships are, the brighter the more, and where I am.
func minimap(s scribe, m *predict.Minimap) {
	if m.Columns <= 0 || m.Rows <= 0 || len(m.Counts) < m.Columns*m.Rows {
		return
	}
	r := minimapAt(s.W, s.H)
	s.Box(r.X, r.Y, r.W, r.H, render.PanelColor, 0.85)
	w, h := r.W/float32(m.Columns), r.H/float32(m.Rows)
	for row := range m.Rows {
		for column := range m.Columns {
			if n := m.Counts[row*m.Columns+column]; n > 0 {
				light := 0.2 + 0.8*min(float32(n)/mapFull, 1)
				s.Box(r.X+float32(column)*w+0.5, r.Y+float32(row)*h+0.5, w-1, h-1, render.MapColor, 0.75*light)
			}
		}
	}
	s.Frame(r.X, r.Y, r.W, r.H, render.LineColor)
	// What I see of it, to scale, but never too small to find.
	x, y := r.X+min(max(m.Me.X, 0), 1)*r.W, r.Y+min(max(m.Me.Y, 0), 1)*r.H
	s.Ring(x, y, 5, mapMine, render.MineColor)
	s.Ring(x, y, 1, mapMine, render.MineColor)
}

var mapMine = render.Stroke{Core: 0.9, Glow: 5, Heat: 0.4}
