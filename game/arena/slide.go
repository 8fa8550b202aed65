package arena

// MaxContacts bounds Contacts; further ones are not told.
const MaxContacts = 8

// Contacts are the walls a ship was pushed off while it slid, in the order met.
type Contacts struct {
	N int
	// Normal are unit vectors away from the wall, in 1/65,536.
	Normal [MaxContacts]Vec
}

func (c *Contacts) add(n Vec) {
	for _, have := range c.Normal[:c.N] {
		if have == n {
			return
		}
	}
	if c.N < MaxContacts {
		c.Normal[c.N] = n
		c.N++
	}
}

// pushes is how often a ship is pushed out of walls in one part of its way before it gives up.
const pushes = 4

// Slide moves a circle from pos by disp, in parts no longer than half its radius a coordinate, and pushes it out of
// every wall it meets. From where it fits it ends where it fits; when a part of the way leads nowhere, it stays at the
// last place that did. The radius is in 1/256 unit.
func (a *Arena) Slide(pos, disp Vec, radius int32) (Vec, Contacts) {
	var c Contacts
	parts := max(1, ceilDiv(max(abs(disp.X), abs(disp.Y)), max(1, radius/2)))
	at := pos
	for i := int32(1); i <= parts; i++ {
		next := Vec{at.X + part(disp.X, i, parts), at.Y + part(disp.Y, i, parts)}
		to, ok := a.pushOut(next, radius, &c)
		if !ok {
			break
		}
		at = to
	}
	return at, c
}

// Fits says whether a circle overlaps nothing solid. It may touch.
func (a *Arena) Fits(pos Vec, radius int32) bool {
	_, hit := a.deepest(pos, radius)
	return !hit
}

// pushOut moves a circle out of the solid it overlaps, deepest first, until it fits.
func (a *Arena) pushOut(pos Vec, radius int32, c *Contacts) (Vec, bool) {
	for range pushes {
		o, hit := a.deepest(pos, radius)
		if !hit {
			return pos, true
		}
		if o.away == (Vec{}) {
			return pos, false
		}
		c.add(unit(o.away))
		pos.X += o.push(o.away.X, radius)
		pos.Y += o.push(o.away.Y, radius)
	}
	return pos, a.Fits(pos, radius)
}

// overlap is how a circle overlaps the solid nearest to its centre.
type overlap struct {
	// away leads from the nearest solid point to the centre, in half of 1/256 unit; zero when there is no way out.
	away Vec
	// dist2 is the square of that distance.
	dist2 int64
}

// push is one coordinate of the way that just clears the wall, rounded up, away from it.
func (o overlap) push(away, radius int32) int32 {
	dist := isqrt(o.dist2)
	n, d := int64(away)*(2*int64(radius)-dist), 2*dist
	if n < 0 {
		return -int32((-n + d - 1) / d)
	}
	return int32((n + d - 1) / d)
}

// deepest finds the solid nearest to the centre of a circle that overlaps some. Several at the same distance count as
// one: of each coordinate the farthest way to either side, so that the order of tiles never matters.
func (a *Arena) deepest(pos Vec, radius int32) (overlap, bool) {
	best := overlap{dist2: 4 * int64(radius) * int64(radius)}
	var least, most Vec
	hit := false
	for y := (pos.Y - radius) >> tileShift; y <= (pos.Y+radius)>>tileShift; y++ {
		for x := (pos.X - radius) >> tileShift; x <= (pos.X+radius)>>tileShift; x++ {
			tile := a.At(int(x), int(y))
			if tile.Open() {
				continue
			}
			away := awayFrom(tile.Shape(), Vec{pos.X - x<<tileShift, pos.Y - y<<tileShift})
			d2 := int64(away.X)*int64(away.X) + int64(away.Y)*int64(away.Y)
			if d2 >= best.dist2 && (!hit || d2 > best.dist2) {
				continue
			}
			if d2 < best.dist2 {
				best.dist2, least, most = d2, Vec{}, Vec{}
			}
			hit = true
			least = Vec{min(least.X, away.X), min(least.Y, away.Y)}
			most = Vec{max(most.X, away.X), max(most.Y, away.Y)}
		}
	}
	best.away = Vec{least.X + most.X, least.Y + most.Y}
	return best, hit
}

// awayFrom leads from the nearest point of a tile's solid part to p (relative to the tile's NW corner), in half of 1/256 unit.
func awayFrom(shape Shape, p Vec) Vec {
	// Flip corners so that the solid corner is the NW one.
	fx := shape == CornerNE || shape == CornerSE
	fy := shape == CornerSW || shape == CornerSE
	if fx {
		p.X = TileSub - p.X
	}
	if fy {
		p.Y = TileSub - p.Y
	}
	q := Vec{2 * min(max(p.X, 0), TileSub), 2 * min(max(p.Y, 0), TileSub)}
	if shape != Block && q.X+q.Y > 2*TileSub {
		q.X = min(max(p.X-p.Y+TileSub, 0), 2*TileSub)
		q.Y = 2*TileSub - q.X
	}
	d := Vec{2*p.X - q.X, 2*p.Y - q.Y}
	if fx {
		d.X = -d.X
	}
	if fy {
		d.Y = -d.Y
	}
	return d
}
