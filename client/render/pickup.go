package render

import (
	"math"

	"bankshot/client/predict"
	"bankshot/game"
)

// pickup draws a place for pick-ups: a ring that fills while the next one is waited for, and what lies there as a sign of
// its own shape.
func (r *Renderer) pickup(p *predict.Pickup) {
	if !r.Cam.Sees(p.At, 40) {
		return
	}
	hull, glow := Pen{&r.edges, &r.Cam}, Pen{&r.light, &r.Cam}
	if p.Kind == game.NoPickup {
		hull.Ring(p.At, pickRing, ringStroke, PickColor.Times(0.14))
		hull.Arc(p.At, pickRing, -math.Pi/2, math.Pi*p.Progress, ringStroke, PickColor.Times(0.45))
		return
	}
	c := pickColor(p.Kind)
	breath := 0.5 + 0.5*float32(math.Sin(r.motion()*0.07+float64(p.At.X)))
	glow.Dot(p.At, Stroke{1, pickRing + 12, 0}, c.Times(0.3+0.15*breath))
	hull.Ring(p.At, pickRing, pickStroke, c.Times(0.75+0.25*breath))
	r.Sign(hull, p.Kind, p.At, 1, c)
}

func pickColor(kind game.PickupKind) Color {
	switch kind {
	case game.PickHealth:
		return HealthGood
	case game.PickEnergy:
		return MirrorColor
	}
	return PickColor
}

// signs are the shapes of what can be picked up: lines, two points each, in units of a ring of radius 16.
var signs = [game.PickupKinds][]edge{
	game.PickScatter: {line2(-7, 0, 8, -7), line2(-7, 0, 9, 0), line2(-7, 0, 8, 7)},
	game.PickRail:    {line2(-9, 0, 9, 0), line2(-9, -5, -9, 5), line2(4, -3, 9, 0), line2(4, 3, 9, 0)},
	game.PickPrism:   {line2(0, -8, 8, 6), line2(8, 6, -8, 6), line2(-8, 6, 0, -8)},
	game.PickHealth:  {line2(-7, 0, 7, 0), line2(0, -7, 0, 7)},
	game.PickEnergy:  {line2(3, -9, -4, 1), line2(-4, 1, 4, -1), line2(4, -1, -3, 9)},
}

func line2(x0, y0, x1, y1 float32) edge {
	return edge{predict.Point{X: x0, Y: y0}, predict.Point{X: x1, Y: y1}}
}

// Sign draws the sign of a pick-up, scale times its size.
func (r *Renderer) Sign(pen Pen, kind game.PickupKind, at predict.Point, scale float32, c Color) {
	if kind >= game.PickupKinds {
		return
	}
	if kind == game.PickOrb {
		pen.Dot(at, Stroke{4.5 * scale, 5, 0.4}, c)
		pen.Ring(at, 9*scale, ringStroke, c.Times(0.8))
		return
	}
	for _, l := range signs[kind] {
		pen.Line(predict.Point{X: at.X + l.A.X*scale, Y: at.Y + l.A.Y*scale},
			predict.Point{X: at.X + l.B.X*scale, Y: at.Y + l.B.Y*scale}, signStroke, c)
	}
}
