package arena

// ray is a flight unfolded: the line P + t*D for t from 0 to 1. A bank mirrors P and D, both exactly, in the wall; the
// part of the line from the present t on then is where the point flies now, and all that lies before is only a
// continuation backwards, through walls. So P and D stay integers, and t is always the quotient of two of them.
type ray struct {
	px, py, dx, dy int64
	// cx, cy is the tile the point is in, or about to leave when it is on a line. Along a line it is the tile at the
	// right, or below.
	cx, cy int64
	now    frac
	turn   Turn
}

// frac is n/d with d > 0.
type frac struct{ n, d int64 }

func (f frac) before(g frac) bool { return f.n*g.d < g.n*f.d }

// never is the end of the flight: what happens then, happens in the next one.
var never = frac{1, 1}

// line says what is met.
type line uint8

const (
	vertical line = iota
	horizontal
	face
	vertex
)

// meeting is the next line of the map that a ray meets.
type meeting struct {
	t    frac
	line line
	// x, y is a point of that line (the vertex itself): the mirror's pivot.
	x, y int64
}

func newRay(pos, disp Vec) ray {
	r := ray{px: int64(pos.X), py: int64(pos.Y), dx: int64(disp.X), dy: int64(disp.Y), now: frac{0, 1}}
	r.cx, r.cy = r.px>>tileShift, r.py>>tileShift
	if r.dx > 0 && r.px&tileMask == 0 {
		r.cx--
	}
	if r.dy > 0 && r.py&tileMask == 0 {
		r.cy--
	}
	return r
}

func (r *ray) end() Vec { return Vec{int32(r.px + r.dx), int32(r.py + r.dy)} }

// at is the point at t, rounded towards the start of the line: on the free side of what it meets there.
func (r *ray) at(t frac) Vec {
	return Vec{int32(r.px + r.dx*t.n/t.d), int32(r.py + r.dy*t.n/t.d)}
}

// next finds what the ray meets next before its end.
func (a *Arena) next(r *ray) (meeting, bool) {
	x, tx := crossing(r.px, r.dx, r.cx)
	y, ty := crossing(r.py, r.dy, r.cy)
	// A seam: the ray runs exactly along a line, between two columns or rows. It meets nothing but vertices.
	seamX := r.dx == 0 && r.px&tileMask == 0
	seamY := r.dy == 0 && r.py&tileMask == 0

	m := meeting{t: tx, line: vertex, x: x, y: y}
	switch {
	case tx.before(ty):
		if !seamY {
			m.line = vertical
		}
	case ty.before(tx):
		m.t = ty
		if !seamX {
			m.line = horizontal
		}
	}
	if !seamX && !seamY {
		shape := a.At(int(r.cx), int(r.cy)).Shape()
		t, ok := r.meetsFace(shape)
		if ok && !t.before(r.now) && t.before(m.t) {
			m = meeting{t: t, line: face, x: r.cx << tileShift, y: r.cy << tileShift}
			if shape.Rising() {
				m.x += TileSub
			}
		}
	}
	r.now = m.t
	return m, m.t.before(never)
}

// crossing is the line at which a coordinate leaves cell c, and when. One that stands still never does; its line is
// that at its left, for the vertices of a seam.
func crossing(p, d, c int64) (int64, frac) {
	switch {
	case d > 0:
		at := (c + 1) << tileShift
		return at, frac{at - p, d}
	case d < 0:
		at := c << tileShift
		return at, frac{p - at, -d}
	}
	return c << tileShift, never
}

// meetsFace says when the ray meets the 45 degree face of its half-wall, if it heads into its solid side.
func (r *ray) meetsFace(shape Shape) (frac, bool) {
	var n, d int64
	switch shape {
	case CornerNW, CornerSE:
		n, d = (r.cx+r.cy+1)<<tileShift-r.px-r.py, r.dx+r.dy
	case CornerNE, CornerSW:
		n, d = (r.cx-r.cy)<<tileShift-r.px+r.py, r.dx-r.dy
	default:
		return frac{}, false
	}
	// d > 0 heads to the south-east, or the north-east.
	if shape == CornerNW || shape == CornerSW {
		n, d = -n, -d
	}
	return frac{n, d}, d > 0
}

// answer says how the ray's direction is turned by what it meets, or that it is free to go on. Neither (0, false)
// means that it starts on a vertex, both ways into solid.
func (a *Arena) answer(r *ray, m meeting) (turn Turn, free bool) {
	switch m.line {
	case vertical:
		near := west
		if r.dx < 0 {
			near = east
		}
		return turnNegX, !a.At(int(r.cx+sign(r.dx)), int(r.cy)).solidAt(near)
	case horizontal:
		near := north
		if r.dy < 0 {
			near = south
		}
		return turnNegY, !a.At(int(r.cx), int(r.cy+sign(r.dy))).solidAt(near)
	case face:
		if a.At(int(r.cx), int(r.cy)).Shape().Rising() {
			return turnSum, false
		}
		return turnDiff, false
	}
	mask := a.octants(int(m.x>>tileShift), int(m.y>>tileShift))
	return atVertex(mask, headingOf(r.dx, r.dy), m.t.n == 0)
}

// contact is what was met, seen from the tile the ray is in.
func (r *ray) contact(m meeting) Contact {
	switch m.line {
	case vertical:
		return Contact{Cell: Cell{int(r.cx + sign(r.dx)), int(r.cy)}}
	case horizontal:
		return Contact{Cell: Cell{int(r.cx), int(r.cy + sign(r.dy))}}
	case face:
		return Contact{Cell: Cell{int(r.cx), int(r.cy)}}
	}
	return Contact{Cell: Cell{int(m.x >> tileShift), int(m.y >> tileShift)}, Vertex: true}
}

// enter goes on beyond what was met, into the tile ahead.
func (r *ray) enter(m meeting) {
	switch m.line {
	case vertical:
		r.cx += sign(r.dx)
	case horizontal:
		r.cy += sign(r.dy)
	case vertex:
		r.cx, r.cy = m.x>>tileShift, m.y>>tileShift
		if r.dx < 0 {
			r.cx--
		}
		if r.dy < 0 {
			r.cy--
		}
	}
}

// mirror turns the whole line about a point of the wall.
func (r *ray) mirror(turn Turn, m meeting) {
	p := turn.Apply(Vec{int32(r.px - m.x), int32(r.py - m.y)})
	d := turn.Apply(Vec{int32(r.dx), int32(r.dy)})
	r.px, r.py = m.x+int64(p.X), m.y+int64(p.Y)
	r.dx, r.dy = int64(d.X), int64(d.Y)
	r.turn = r.turn.Then(turn)
	if m.line == vertex {
		r.enter(m)
	}
}

func sign(n int64) int64 {
	switch {
	case n > 0:
		return 1
	case n < 0:
		return -1
	}
	return 0
}
