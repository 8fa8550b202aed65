package render

import (
	"math"
	"slices"

	"bankshot/client/predict"
	"bankshot/game/arena"
)

// pane is a tile of glass, or of what else breaks.
type pane struct {
	index int32
	at    predict.Point
	look  *edgeLook
	back  float64 // in how many ticks it comes back
	// sides are those without its like beyond, which are outlined.
	sides [4]edge
	n     int
}

// glaze finds the patch's glass.
func (p *patch) glaze(a *arena.Arena) {
	for y := p.y0; y < p.y1; y++ {
		for x := p.x0; x < p.x1; x++ {
			if a.At(x, y).Breaks() {
				p.panes = append(p.panes, paneOf(a, arena.Cell{X: x, Y: y}))
			}
		}
	}
}

func paneOf(a *arena.Arena, c arena.Cell) pane {
	t := a.At(c.X, c.Y)
	p := pane{index: int32(a.Index(c)), at: middle(c), look: tileLooks[t].edge, back: float64(t.Rules().Gone)}
	n, e, s, w := t.Shape().SolidSides()
	add := func(solid bool, dx, dy int, from, to predict.Point) {
		if solid && a.At(c.X+dx, c.Y+dy) != t {
			p.sides[p.n] = edge{from, to}
			p.n++
		}
	}
	add(n, 0, -1, corner(c.X, c.Y), corner(c.X+1, c.Y))
	add(e, 1, 0, corner(c.X+1, c.Y), corner(c.X+1, c.Y+1))
	add(s, 0, 1, corner(c.X, c.Y+1), corner(c.X+1, c.Y+1))
	add(w, -1, 0, corner(c.X, c.Y), corner(c.X, c.Y+1))
	if t.Half() {
		face := wedgeOf(t.Shape(), c.X, c.Y)
		p.sides[p.n] = edge{face[1], face[2]}
		p.n++
	}
	return p
}

// glass draws the panes: whole ones with an outline and a glint that passes now and then, broken ones as a ghost that
// comes back to life before they do.
func (r *Renderer) glass(v *predict.View) {
	hull := Pen{&r.edges, &r.Cam}
	for _, patch := range r.out.near {
		for i := range patch.panes {
			p := &patch.panes[i]
			if !r.Cam.Sees(p.at, side) {
				continue
			}
			k, broken := slices.BinarySearchFunc(v.Broken, p.index, func(b arena.Pane, index int32) int { return int(b.Index - index) })
			if broken {
				r.ghost(hull, p, float64(v.Broken[k].Back)-v.Others)
			} else {
				r.pane(hull, p)
			}
		}
	}
}

// pane is a whole one.
func (r *Renderer) pane(hull Pen, p *pane) {
	glow := Pen{&r.light, &r.Cam}
	for _, e := range p.sides[:p.n] {
		hull.Line(e.A, e.B, p.look.stroke, p.look.color)
	}
	const h = side / 2
	// Two strokes across say glass even in a still picture; the light that runs along them is for the eye.
	shine := float32(math.Mod(r.motion()*0.006+float64(p.at.X+p.at.Y)*0.0023, 1))
	for n, off := range [...]float32{-0.42, 0.1} {
		a := predict.Point{X: p.at.X + h*off - 6, Y: p.at.Y + 9}
		b := predict.Point{X: p.at.X + h*off + 8, Y: p.at.Y - 9}
		lit := max(0, 1-abs(shine-0.5)*14) * 0.7
		glow.Line(a, b, glintStroke, p.look.color.Times(0.2-0.06*float32(n)+lit))
	}
}

// ghost is the outline of a pane that is away for so many more ticks: its corners, longer the sooner it is back.
func (r *Renderer) ghost(hull Pen, p *pane, left float64) {
	near := 1 - float32(min(max(left/p.back, 0), 1))
	c := p.look.color.Times(0.16 + 0.3*near*near)
	reach := 0.15 + 0.35*near
	for _, e := range p.sides[:p.n] {
		hull.Line(e.A, between(e.A, e.B, reach), ghostStroke, c)
		hull.Line(e.B, between(e.B, e.A, reach), ghostStroke, c)
	}
}
