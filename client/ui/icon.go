package ui

import "bankshot/client/render"

// Icon is a small sign drawn with strokes.
type Icon uint8

// The icons. They stand beside words, never alone.
const (
	// IconMirror is a mirror with a shot that comes back from it.
	IconMirror Icon = iota
	// IconFlag is a flag on its pole, IconZone the rings of a zone, IconEndless what never runs out, IconPilot the sign that
	// pilots' ships bear.
	IconFlag
	IconZone
	IconEndless
	IconPilot
)

// strokes of icons that consist of lines: polylines of x, y pairs in a square from -1 to 1.
var (
	mirrorLines = [...][]float32{{0.2, -0.9, 0.6, -0.45, 0.75, 0, 0.6, 0.45, 0.2, 0.9}, {-0.9, -0.5, 0.5, 0, -0.9, 0.5}, {-0.9, 0.5, -0.5, 0.6}, {-0.9, 0.5, -0.75, 0.15}}
	pilotLines  = [...][]float32{{0, -1, 1, 0, 0, 1, -1, 0, 0, -1}}
	flagLines   = [...][]float32{{-0.6, 1, -0.6, -1, 0.8, -0.5, -0.6, 0.05}}
)

// Icon draws an icon of the given size with its middle at (x, y).
func (c Canvas) Icon(i Icon, x, y, size float32, color render.Color) {
	k := size / 2
	switch i {
	case IconMirror:
		c.polylines(mirrorLines[:], x, y, k, color)
	case IconFlag:
		c.polylines(flagLines[:], x, y, k, color)
	case IconPilot:
		c.polylines(pilotLines[:], x, y, k, color)
	case IconZone:
		c.Ring(x, y, k, iconStroke, color)
		c.Ring(x, y, k*0.4, iconStroke, color)
	case IconEndless:
		c.Ring(x-k*0.5, y, k*0.45, iconStroke, color)
		c.Ring(x+k*0.5, y, k*0.45, iconStroke, color)
	}
}

func (c Canvas) polylines(lines [][]float32, x, y, k float32, color render.Color) {
	for _, p := range lines {
		for i := 2; i < len(p); i += 2 {
			c.Line(x+p[i-2]*k, y+p[i-1]*k, x+p[i]*k, y+p[i+1]*k, iconStroke, color)
		}
	}
}

var iconStroke = render.Stroke{Core: 0.8, Glow: 4, Heat: 0.3}
