package render

import (
	"math"

	"bankshot/client/predict"
)

// arms draws what a ship is about to do with its weapon or its mirror.
func (r *Renderer) arms(s *predict.Ship, flash float32) {
	if !s.Alive || !r.Cam.Sees(s.Pos, 420) {
		return
	}
	if s.Mirror {
		r.mirror(s, flash)
	}
	if s.Charge > 0 {
		r.charge(s)
	}
}

// mirror is a bright bow in front of the ship, with its ends bent in; flash is 1 when it has just returned something.
func (r *Renderer) mirror(s *predict.Ship, flash float32) {
	hull, glow := Pen{&r.edges, &r.Cam}, Pen{&r.light, &r.Cam}
	hull.Arc(s.Pos, mirrorRing, s.Aim, predict.MirrorArc, mirrorStroke, MirrorColor)
	glow.Arc(s.Pos, mirrorRing+4.5, s.Aim, predict.MirrorArc*0.86, ringStroke, MirrorColor.Times(0.45+flash))
	for _, side := range [...]float32{-1, 1} {
		sin, cos := sincos(s.Aim + side*predict.MirrorArc)
		hull.Line(predict.Point{X: s.Pos.X + cos*mirrorRing, Y: s.Pos.Y + sin*mirrorRing},
			predict.Point{X: s.Pos.X + cos*(mirrorRing-6), Y: s.Pos.Y + sin*(mirrorRing-6)}, mirrorStroke, MirrorColor)
	}
	if flash > 0 {
		glow.Arc(s.Pos, mirrorRing, s.Aim, predict.MirrorArc, Stroke{3.5, 30, 1}, FlashColor.Times(flash))
	}
}

// charge is a weapon about to go off: a line that grows along the aim, so that whom it points at sees it come, and light
// that gathers in the ship.
func (r *Renderer) charge(s *predict.Ship) {
	glow := Pen{&r.light, &r.Cam}
	sin, cos := sincos(s.Aim)
	at := func(d float32) predict.Point { return predict.Point{X: s.Pos.X + cos*d, Y: s.Pos.Y + sin*d} }
	reach := 40 + chargeReach*s.Charge
	c := BeamColor
	glow.Fade(at(20), at(reach), chargeStroke, c.Times(0.5+0.8*s.Charge), c.Times(0.1+0.2*s.Charge))
	// Bars close in on the line: it is told from an aim line by shape as well.
	for k := range 4 {
		d := 34 + float32(k)*26
		if d > reach {
			break
		}
		wide := 13 * (1 - s.Charge)
		for _, side := range [...]float32{-1, 1} {
			a := at(d)
			glow.Line(predict.Point{X: a.X - sin*(wide+2)*side, Y: a.Y + cos*(wide+2)*side},
				predict.Point{X: a.X - sin*(wide+7)*side, Y: a.Y + cos*(wide+7)*side}, ringStroke, c.Times(0.9))
		}
	}
	glow.Dot(s.Pos, Stroke{2 + 4*s.Charge, 14 + 26*s.Charge, 0.8}, c.Times(0.3+0.7*s.Charge))
	glow.Ring(s.Pos, 34*(1-s.Charge)+8, ringStroke, c.Times(s.Charge))
}

// beam is the way of a beam that was fired a moment ago: hotter and thicker after each bank, and soon gone.
func (r *Renderer) beam(b *predict.Beam) {
	glow := Pen{&r.light, &r.Cam}
	k := b.Fresh * b.Fresh
	for i := 1; i < b.Points; i++ {
		look := Heat(b.Banks[i-1])
		stroke := Stroke{(1.2 + look.Core) * (0.35 + 0.65*k), 14 + look.Glow*k, 1}
		glow.Line(b.At[i-1], b.At[i], stroke, look.Color.Mix(BeamColor, 0.35).Times(1.5*k))
		if i < b.Points-1 {
			glow.Dot(b.At[i], Stroke{3 * k, 20, 1}, look.Color.Times(1.2*k))
		}
	}
	if b.Points > 1 {
		end := b.At[b.Points-1]
		glow.Dot(end, Stroke{4 * k, 26, 1}, BeamColor.Times(k))
		glow.Ring(end, 6+24*(1-b.Fresh), ringStroke, BeamColor.Times(k))
	}
}

// energy is what is left for my mirror, opposite to the dash.
func (r *Renderer) energy(hull Pen, s *predict.Ship) {
	const half = 0.5
	hull.Arc(s.Pos, dashRing, -math.Pi/2, half, ringStroke, MirrorColor.Times(0.16))
	stroke := ringStroke
	k := float32(0.5)
	if s.Mirror {
		stroke, k = dashStroke, 1
	}
	hull.Arc(s.Pos, dashRing, -math.Pi/2, half*s.Energy, stroke, MirrorColor.Times(k))
}
