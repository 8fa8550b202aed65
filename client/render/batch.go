package render

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"
)

// The kinds of shapes the shader knows, in Custom3; arcs carry their half angle there instead.
const (
	kindLine  = -1
	kindPulse = -2
	kindFloor = -3
	kindSolid = -4
	// kindSoak, kindHazard and kindBoost are other grounds with a pattern, which their alpha moves on.
	kindSoak   = -5
	kindHazard = -6
	kindBoost  = -7
)

// Batch is a list of quads for one draw call. Its slices grow to the busiest frame and are reused from then on.
type Batch struct {
	V []ebiten.Vertex
	I []uint32
}

// Reset empties the batch.
func (b *Batch) Reset() { b.V, b.I = b.V[:0], b.I[:0] }

// Quads is how many quads are in it.
func (b *Batch) Quads() int { return len(b.V) / 4 }

// quad adds the parallelogram around (x, y) with half axes (ux, uy) and (vx, vy), in pixels; src runs over ±su, ±sv.
func (b *Batch) quad(x, y, ux, uy, vx, vy, su, sv float32, c0, c1 Color, a, p0, p1, p2, p3 float32) {
	n := uint32(len(b.V))
	b.V = append(b.V,
		ebiten.Vertex{DstX: x - ux - vx, DstY: y - uy - vy, SrcX: -su, SrcY: -sv, ColorR: c0.R, ColorG: c0.G, ColorB: c0.B, ColorA: a, Custom0: p0, Custom1: p1, Custom2: p2, Custom3: p3},
		ebiten.Vertex{DstX: x + ux - vx, DstY: y + uy - vy, SrcX: su, SrcY: -sv, ColorR: c1.R, ColorG: c1.G, ColorB: c1.B, ColorA: a, Custom0: p0, Custom1: p1, Custom2: p2, Custom3: p3},
		ebiten.Vertex{DstX: x - ux + vx, DstY: y - uy + vy, SrcX: -su, SrcY: sv, ColorR: c0.R, ColorG: c0.G, ColorB: c0.B, ColorA: a, Custom0: p0, Custom1: p1, Custom2: p2, Custom3: p3},
		ebiten.Vertex{DstX: x + ux + vx, DstY: y + uy + vy, SrcX: su, SrcY: sv, ColorR: c1.R, ColorG: c1.G, ColorB: c1.B, ColorA: a, Custom0: p0, Custom1: p1, Custom2: p2, Custom3: p3},
	)
	b.I = append(b.I, n, n+1, n+2, n+1, n+3, n+2)
}

// line adds a line in pixels whose colour runs from c0 at its beginning to c1 at its end.
func (b *Batch) line(x0, y0, x1, y1, core, glow, heat float32, c0, c1 Color) {
	dx, dy := x1-x0, y1-y0
	length := hypot(dx, dy)
	ux, uy := float32(1), float32(0)
	if length > 0.001 {
		ux, uy = dx/length, dy/length
	}
	half, reach := length/2, core+glow+1
	long := half + reach
	b.quad((x0+x1)/2, (y0+y1)/2, ux*long, uy*long, -uy*reach, ux*reach, long, reach, c0, c1, heat, half, core, glow, kindLine)
}

// arc adds an arc in pixels, half to each side of direction dir; half >= pi closes the ring. Radius 0 makes a dot.
func (b *Batch) arc(x, y, radius, dir, half, core, glow, heat float32, c Color) {
	reach := radius + core + glow + 1
	sin, cos := sincos(dir)
	b.quad(x, y, cos*reach, sin*reach, -sin*reach, cos*reach, reach, reach, c, c, heat, radius, core, glow, half)
}

// rect adds an axis-parallel quad in pixels whose src is a place in units.
func (b *Batch) rect(x0, y0, x1, y1, u0, v0, u1, v1 float32, c Color, a, p0, p1, p2, kind float32) {
	n := uint32(len(b.V))
	v := ebiten.Vertex{DstX: x0, DstY: y0, SrcX: u0, SrcY: v0, ColorR: c.R, ColorG: c.G, ColorB: c.B, ColorA: a, Custom0: p0, Custom1: p1, Custom2: p2, Custom3: kind}
	w := v
	w.DstX, w.SrcX = x1, u1
	z, q := v, w
	z.DstY, z.SrcY, q.DstY, q.SrcY = y1, v1, y1, v1
	b.V = append(b.V, v, w, z, q)
	b.I = append(b.I, n, n+1, n+2, n+1, n+3, n+2)
}

// tri adds a triangle of the ground, as a quad with a corner doubled so that Quads stays a count of shapes.
func (b *Batch) tri(x, y, u, v [3]float32, c Color, p0, p1, p2, kind float32) {
	n := uint32(len(b.V))
	for i := range 4 {
		k := min(i, 2)
		b.V = append(b.V, ebiten.Vertex{DstX: x[k], DstY: y[k], SrcX: u[k], SrcY: v[k], ColorR: c.R, ColorG: c.G, ColorB: c.B, ColorA: 1, Custom0: p0, Custom1: p1, Custom2: p2, Custom3: kind})
	}
	b.I = append(b.I, n, n+1, n+2, n+1, n+3, n+2)
}

func hypot(x, y float32) float32 { return float32(math.Sqrt(float64(x*x + y*y))) }

func sincos(a float32) (sin, cos float32) {
	s, c := math.Sincos(float64(a))
	return float32(s), float32(c)
}
