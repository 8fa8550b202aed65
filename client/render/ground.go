package render

import (
	"math"
	"slices"

	"bankshot/client/predict"
	"bankshot/game/arena"
)

// arrow is one tile whose ground is turned to where it pushes.
type arrow struct {
	at  predict.Point
	dir float32
	of  *ground
}

func arrowOf(t arena.Tile, c arena.Cell) arrow {
	push := t.Rules().Push
	return arrow{middle(c), float32(math.Atan2(float64(push.Y), float64(push.X))), &tileLooks[t].ground}
}

// portal is one end of a pair; group tells which.
type portal struct {
	at    predict.Point
	group uint8
}

// survey finds the floor that does something: its rims, and portals.
func (p *patch) survey(a *arena.Arena) {
	for y := p.y0; y < p.y1; y++ {
		for x := p.x0; x < p.x1; x++ {
			c, t := arena.Cell{X: x, Y: y}, a.At(x, y)
			if t.Plain() || !t.Open() {
				continue
			}
			p.rim(a, c, t)
			if group, ok := portalGroup(a, c); ok && t.Rules().Leads {
				p.portals = append(p.portals, portal{middle(c), group})
			}
		}
	}
}

// portalGroup is which pair the portal at c is of. Places ascend by row and column, and several may share a tile.
func portalGroup(a *arena.Arena, c arena.Cell) (uint8, bool) {
	i, _ := slices.BinarySearchFunc(a.Places, c, func(p arena.Place, c arena.Cell) int {
		if p.At.Y != c.Y {
			return p.At.Y - c.Y
		}
		return p.At.X - c.X
	})
	for ; i < len(a.Places) && a.Places[i].At == c; i++ {
		if a.Places[i].Kind == arena.PortalPlace {
			return a.Places[i].Group, true
		}
	}
	return 0, false
}

// rim adds the sides of a tile beyond which there is another kind.
func (p *patch) rim(a *arena.Arena, c arena.Cell, t arena.Tile) {
	look := tileLooks[t].edge
	if look == nil {
		return
	}
	sides := [...]struct {
		dx, dy int
		a, b   predict.Point
	}{
		{0, -1, corner(c.X, c.Y), corner(c.X+1, c.Y)},
		{0, 1, corner(c.X, c.Y+1), corner(c.X+1, c.Y+1)},
		{-1, 0, corner(c.X, c.Y), corner(c.X, c.Y+1)},
		{1, 0, corner(c.X+1, c.Y), corner(c.X+1, c.Y+1)},
	}
	for _, s := range sides {
		if a.At(c.X+s.dx, c.Y+s.dy) != t {
			p.border(look, s.a, s.b)
		}
	}
}

func middle(c arena.Cell) predict.Point {
	return predict.Point{X: (float32(c.X) + 0.5) * side, Y: (float32(c.Y) + 0.5) * side}
}

// phase is where a ground's pattern is now.
func (g *ground) phase(now float64) float32 {
	if g.speed == 0 {
		return 1
	}
	return float32(math.Mod(now*g.speed, 1))
}

// grounds builds what covers the floor, and what is solid.
func (p *patch) grounds(field *Batch, cam *Camera, seen box, now float64) {
	for i := range p.covers {
		c := &p.covers[i]
		c.fill(field, cam, seen, c.of.color, c.of.pattern, c.of.phase(now), c.of.kind)
	}
	for i := range p.wedges {
		w := &p.wedges[i]
		if !cam.Sees(w.at[0], side) {
			continue
		}
		var x, y, u, v [3]float32
		for i, at := range w.at {
			x[i], y[i] = cam.Screen(at)
			u[i], v[i] = at.X, at.Y
		}
		field.tri(x, y, u, v, w.of.color, w.of.pattern.R, w.of.pattern.G, w.of.pattern.B, w.of.kind)
	}
	for _, b := range p.arrows {
		if !cam.Sees(b.at, side) {
			continue
		}
		x, y := cam.Screen(b.at)
		sin, cos := sincos(b.dir)
		const half = float32(side) / 2
		k := half * cam.Scale
		field.quad(x, y, cos*k, sin*k, -sin*k, cos*k, half, half, b.of.color, b.of.color, b.of.phase(now),
			b.of.pattern.R, b.of.pattern.G, b.of.pattern.B, b.of.kind)
	}
}

// portals draws the swirls: the two ends of a pair have the same number of arms, and the same letter.
func (r *Renderer) portals() {
	for _, patch := range r.out.near {
		for _, p := range patch.portals {
			if r.Cam.Sees(p.at, 40) {
				r.portal(p)
			}
		}
	}
}

func (r *Renderer) portal(p portal) {
	glow := Pen{&r.light, &r.Cam}
	c := PortalColors[int(p.group)%len(PortalColors)]
	glow.Dot(p.at, Stroke{2, 26, 0}, c.Times(0.35))
	arms := int(p.group)%len(portalLetters) + 2
	turn := float32(math.Mod(r.motion()*0.035, 2*math.Pi))
	for k := range arms {
		dir := turn + float32(k)*2*math.Pi/float32(arms)
		for ring := range 3 {
			radius := portalRing * (1 - 0.27*float32(ring))
			glow.Arc(p.at, radius, dir+0.5*float32(ring), 0.9/float32(arms), portalStroke, c.Times(0.85-0.2*float32(ring)))
		}
	}
	x, y := r.Cam.Screen(predict.Point{X: p.at.X, Y: p.at.Y + letterDrop})
	r.Text.tag(portalLetters[int(p.group)%len(portalLetters)], x, y, nameSize*r.UI, Middle, c, 0.9)
}

var portalLetters = [...]string{"A", "B", "C"}
