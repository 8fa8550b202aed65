package render

import "bankshot/client/predict"

// glowReach is how far from a line, in units, its light may be seen.
const glowReach = 40

// seen is what of the world is on the screen.
func (c *Camera) seen() box {
	a, b := c.World(c.Left, c.Top), c.World(c.Left+c.W, c.Top+c.H)
	return box{a.X, a.Y, b.X, b.Y}
}

// draw builds the floor, what covers it and what is solid, opaque, and the outlines, for what the camera sees.
func (o *outline) draw(field, edges *Batch, cam *Camera, now float64) {
	seen := cam.seen()
	seen.fill(field, cam, seen, Background, GridColor, 1, kindFloor)
	for _, r := range o.outside {
		r.fill(field, cam, seen, stone.color, stone.pattern, stone.phase(now), stone.kind)
	}
	pen := Pen{edges, cam}
	for _, p := range o.near {
		p.grounds(field, cam, seen, now)
		seen.lines(pen, p.edges)
	}
}

// fill adds the part of a rectangle that is seen; phase moves the pattern of kinds that have one.
func (r box) fill(field *Batch, cam *Camera, seen box, c, pattern Color, phase, kind float32) {
	r.X0, r.Y0, r.X1, r.Y1 = max(r.X0, seen.X0), max(r.Y0, seen.Y0), min(r.X1, seen.X1), min(r.Y1, seen.Y1)
	if r.X0 >= r.X1 || r.Y0 >= r.Y1 {
		return
	}
	x0, y0 := cam.Screen(predict.Point{X: r.X0, Y: r.Y0})
	x1, y1 := cam.Screen(predict.Point{X: r.X1, Y: r.Y1})
	field.rect(x0, y0, x1, y1, r.X0, r.Y0, r.X1, r.Y1, c, phase, pattern.R, pattern.G, pattern.B, kind)
}

// lines draws those edges of which something is seen.
func (r box) lines(pen Pen, edges []border) {
	for i := range edges {
		e := &edges[i]
		if max(e.A.X, e.B.X) < r.X0-glowReach || min(e.A.X, e.B.X) > r.X1+glowReach || max(e.A.Y, e.B.Y) < r.Y0-glowReach || min(e.A.Y, e.B.Y) > r.Y1+glowReach {
			continue
		}
		pen.Line(e.A, e.B, e.look.stroke, e.look.color)
	}
}
