package render

import "bankshot/client/predict"

// draw builds the floor and the solid regions, opaque, and the walls' outlines, for what the camera sees.
func (o *outline) draw(field, edges *Batch, cam *Camera, now float64) {
	a, b := cam.World(cam.Left, cam.Top), cam.World(cam.Left+cam.W, cam.Top+cam.H)
	seen := box{a.X, a.Y, b.X, b.Y}
	seen.fill(field, cam, seen, Background, GridColor, 1, kindFloor)
	o.ground.draw(field, edges, cam, seen, now)
	for _, r := range o.boxes {
		r.fill(field, cam, seen, SolidColor, HatchColor, 1, kindSolid)
	}
	for _, r := range o.soaks {
		r.fill(field, cam, seen, SoakColor, SoakHatch, 1, kindSoak)
	}
	for _, w := range o.wedges {
		if !cam.Sees(w[0], side) {
			continue
		}
		var x, y, u, v [3]float32
		for i, p := range w {
			x[i], y[i] = cam.Screen(p)
			u[i], v[i] = p.X, p.Y
		}
		field.tri(x, y, u, v, SolidColor, HatchColor.R, HatchColor.G, HatchColor.B, kindSolid)
	}
	pen := Pen{edges, cam}
	seen.lines(pen, o.edges, wallStroke, WallColor)
	seen.lines(pen, o.dull, dullStroke, SoakEdge)
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
func (r box) lines(pen Pen, edges []edge, s Stroke, c Color) {
	const far = 40
	for _, e := range edges {
		if max(e.A.X, e.B.X) < r.X0-far || min(e.A.X, e.B.X) > r.X1+far || max(e.A.Y, e.B.Y) < r.Y0-far || min(e.A.Y, e.B.Y) > r.Y1+far {
			continue
		}
		pen.Line(e.A, e.B, s, c)
	}
}
