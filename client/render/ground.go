package render

import (
	"math"

	"bankshot/client/predict"
	"bankshot/game/arena"
)

// ground is the floor that does something: hazards, boosters, portals and the flags' bases.
type ground struct {
	hazards  []box
	rims     []edge // around hazards
	boosters []booster
	portals  []portal
}

// booster is one tile of them, by where it pushes.
type booster struct {
	at  predict.Point
	dir float32
}

// portal is one end of a pair; group tells which.
type portal struct {
	at    predict.Point
	group uint8
}

// survey finds them.
func survey(a *arena.Arena) ground {
	g := ground{hazards: cover(a, arena.Hazard)}
	for i, t := range a.Tiles {
		cell := a.CellAt(i)
		switch push := t.Boost(); {
		case push != arena.Vec{}:
			g.boosters = append(g.boosters, booster{middle(cell), float32(math.Atan2(float64(push.Y), float64(push.X)))})
		case t == arena.Hazard:
			g.rim(a, cell)
		}
	}
	for _, p := range a.Places {
		if p.Kind == arena.PortalPlace {
			g.portals = append(g.portals, portal{middle(p.At), p.Group})
		}
	}
	return g
}

// rim adds the sides of a hazard tile beyond which there is none.
func (g *ground) rim(a *arena.Arena, c arena.Cell) {
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
		if a.At(c.X+s.dx, c.Y+s.dy) != arena.Hazard {
			g.rims = append(g.rims, edge{s.a, s.b})
		}
	}
}

func middle(c arena.Cell) predict.Point {
	return predict.Point{X: (float32(c.X) + 0.5) * side, Y: (float32(c.Y) + 0.5) * side}
}

// draw builds hazards and boosters, flat on the floor.
func (g *ground) draw(field, edges *Batch, cam *Camera, seen box, now float64) {
	phase := float32(math.Mod(now*hazardSpeed, 1))
	for _, r := range g.hazards {
		r.fill(field, cam, seen, HazardGround, HazardStripe, phase, kindHazard)
	}
	seen.lines(Pen{edges, cam}, g.rims, rimStroke, HazardRim)
	phase = float32(math.Mod(now*boostSpeed, 1))
	for _, b := range g.boosters {
		if !cam.Sees(b.at, side) {
			continue
		}
		x, y := cam.Screen(b.at)
		sin, cos := sincos(b.dir)
		const half = float32(side) / 2
		k := half * cam.Scale
		field.quad(x, y, cos*k, sin*k, -sin*k, cos*k, half, half, BoostGround, BoostGround, phase,
			BoostColor.R, BoostColor.G, BoostColor.B, kindBoost)
	}
}

// portals draws the swirls: the two ends of a pair have the same number of arms, and the same letter.
func (r *Renderer) portals() {
	glow := Pen{&r.light, &r.Cam}
	for _, p := range r.out.ground.portals {
		if !r.Cam.Sees(p.at, 40) {
			continue
		}
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
}

var portalLetters = [...]string{"A", "B", "C"}
