package render

import "bankshot/client/predict"

// field builds the floor and the solid regions, opaque, and the walls' outlines, for what the camera sees.
func (o *outline) draw(field, edges *Batch, cam *Camera) {
	a, b := cam.World(cam.Left, cam.Top), cam.World(cam.Left+cam.W, cam.Top+cam.H)
	field.rect(cam.Left, cam.Top, cam.Left+cam.W, cam.Top+cam.H, a.X, a.Y, b.X, b.Y,
		Background, 1, GridColor.R, GridColor.G, GridColor.B, kindFloor)
	for _, r := range o.boxes {
		r.X0, r.Y0, r.X1, r.Y1 = max(r.X0, a.X), max(r.Y0, a.Y), min(r.X1, b.X), min(r.Y1, b.Y)
		if r.X0 >= r.X1 || r.Y0 >= r.Y1 {
			continue
		}
		x0, y0 := cam.Screen(predict.Point{X: r.X0, Y: r.Y0})
		x1, y1 := cam.Screen(predict.Point{X: r.X1, Y: r.Y1})
		field.rect(x0, y0, x1, y1, r.X0, r.Y0, r.X1, r.Y1, SolidColor, 1, HatchColor.R, HatchColor.G, HatchColor.B, kindSolid)
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
	const far = 40
	for _, e := range o.edges {
		if max(e.A.X, e.B.X) < a.X-far || min(e.A.X, e.B.X) > b.X+far || max(e.A.Y, e.B.Y) < a.Y-far || min(e.A.Y, e.B.Y) > b.Y+far {
			continue
		}
		pen.Line(e.A, e.B, wallStroke, WallColor)
	}
}
