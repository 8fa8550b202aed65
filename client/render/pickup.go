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
	c, _ := pickLook(p.Kind)
	breath := 0.5 + 0.5*float32(math.Sin(r.motion()*0.07+float64(p.At.X)))
	glow.Dot(p.At, Stroke{1, pickRing + 12, 0}, c.Times(0.3+0.15*breath))
	hull.Ring(p.At, pickRing, pickStroke, c.Times(0.75+0.25*breath))
	r.Sign(hull, p.Kind, p.At, 1, c)
}

// pickLook is the colour and the sign of what can be picked up.
func pickLook(kind game.PickupKind) (Color, *sign) {
	if w := kind.Weapon(); w != game.Basic {
		return PickColor, &weaponLooks[w].sign
	}
	return supplyLooks[kind].color, &supplyLooks[kind].sign
}

// Sign draws the sign of a pick-up, scale times its size.
func (r *Renderer) Sign(pen Pen, kind game.PickupKind, at predict.Point, scale float32, c Color) {
	if kind >= game.PickupKinds {
		return
	}
	_, s := pickLook(kind)
	if s.ball > 0 {
		pen.Dot(at, Stroke{s.ball * scale, 5, 0.4}, c)
		pen.Ring(at, 2*s.ball*scale, ringStroke, c.Times(0.8))
	}
	for _, l := range s.lines {
		pen.Line(predict.Point{X: at.X + l.A.X*scale, Y: at.Y + l.A.Y*scale},
			predict.Point{X: at.X + l.B.X*scale, Y: at.Y + l.B.Y*scale}, signStroke, c)
	}
}
