package atlas

import (
	"math"

	"bankshot/game/arena"
)

// inkOf is the colour of a tile by what it does, so that a new one is drawn without a word here.
func inkOf(t arena.Tile) ink {
	switch r := t.Rules(); {
	case r.Ends:
		return deadInk
	case t.Breaks():
		return glassInk
	case !t.Open():
		return wallInk
	case r.Harm > 0:
		return hazardInk
	case r.Push != (arena.Vec{}):
		return boostInk
	case r.Leads:
		return gateInk
	case !t.Plain():
		return slowInk
	}
	return background
}

// drawGround shows the tiles that are flown over: chevrons on those that push, on others that do something but lead, which
// is shown as a place, stripes that run on from tile to tile.
func drawGround(c *canvas, t arena.Tile, x, y float64) {
	all := box{x, y, x + Scale, y + Scale}
	switch r := t.Rules(); {
	case !t.Open() || t.Plain() || r.Leads:
	case r.Push != (arena.Vec{}):
		size := math.Hypot(float64(r.Push.X), float64(r.Push.Y))
		dx, dy := float64(r.Push.X)/size, float64(r.Push.Y)/size
		cx, cy := x+Scale/2, y+Scale/2
		c.fill(all, inside(all), inkOf(t), 0.08)
		for _, side := range []float64{-1, 1} {
			b, s := line(cx+4*dx, cy+4*dy, cx-2*dx+side*5*dy, cy-2*dy+side*5*dx, 1)
			c.fill(b, s, inkOf(t), 0.85)
		}
	default:
		c.fill(all, inside(all), inkOf(t), 0.16)
		c.fill(all, func(px, py float64) float64 {
			return max(math.Abs(math.Mod(px+py, Scale/2)-Scale/4)-1, inside(all)(px, py))
		}, inkOf(t), 0.75)
	}
}

func inside(b box) shape {
	return func(x, y float64) float64 { return max(b.x0-x, x-b.x1, b.y0-y, y-b.y1) }
}

// drawSolid shows what of a tile is solid.
func drawSolid(c *canvas, t arena.Tile, x, y float64) {
	const s = Scale
	var corners []float64
	switch t.Shape() {
	case arena.Block:
		corners = []float64{x, y, x + s, y, x + s, y + s, x, y + s}
	case arena.CornerNW:
		corners = []float64{x, y, x + s, y, x, y + s}
	case arena.CornerNE:
		corners = []float64{x, y, x + s, y, x + s, y + s}
	case arena.CornerSW:
		corners = []float64{x, y, x + s, y + s, x, y + s}
	case arena.CornerSE:
		corners = []float64{x + s, y, x + s, y + s, x, y + s}
	default:
		return
	}
	b, g := convex(corners...)
	switch {
	case t.Breaks():
		c.fill(b, g, inkOf(t), 0.22)
	case t.Ends():
		c.fill(b, g, deadFill, 1)
		c.fill(b, func(px, py float64) float64 {
			return max(math.Abs(math.Mod(px-py+4096, 4)-2)-0.5, g(px, py))
		}, inkOf(t), 0.5)
	default:
		c.fill(b, g, solidInk, 1)
	}
}

// drawEdges outlines what is solid where it borders on what is not, in the colour of the tile.
func drawEdges(c *canvas, a *arena.Arena, at arena.Cell) {
	t := a.At(at.X, at.Y)
	if t.Open() {
		return
	}
	reach := 9.0
	switch {
	case t.Ends():
		reach = 3
	case t.Breaks():
		reach = 6
	}
	x, y := float64(at.X)*Scale, float64(at.Y)*Scale
	stroke := func(ax, ay, bx, by float64) {
		b, s := line(x+ax*Scale, y+ay*Scale, x+bx*Scale, y+by*Scale, 1)
		c.glow(b, s, inkOf(t), reach)
	}
	n, e, s, w := t.Shape().SolidSides()
	for k, side := range [...]struct {
		solid          bool
		dx, dy         int
		ax, ay, bx, by float64
	}{{n, 0, -1, 0, 0, 1, 0}, {s, 0, 1, 0, 1, 1, 1}, {w, -1, 0, 0, 0, 0, 1}, {e, 1, 0, 1, 0, 1, 1}} {
		next := a.At(at.X+side.dx, at.Y+side.dy)
		nn, ne, ns, nw := next.Shape().SolidSides()
		covered := next == t || !next.Breaks() && [...]bool{ns, nn, ne, nw}[k]
		if side.solid && !covered {
			stroke(side.ax, side.ay, side.bx, side.by)
		}
	}
	switch {
	case !t.Half():
	case t.Shape().Rising():
		stroke(1, 0, 0, 1)
	default:
		stroke(0, 0, 1, 1)
	}
}
