package scene

import (
	"math"
	"time"

	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
)

// The shot of the round is drawn along its way in shotDraws, stands for shotStands, and begins again.
const (
	shotDraws  = 2200 * time.Millisecond
	shotStands = 1500 * time.Millisecond
	// besideWall is how near a corner of the way is to a wall when the wall made it, in 1/256 unit.
	besideWall = 2 * game.Unit
	tileSize   = arena.TileUnits * game.Unit
	// mapMargin is how much of the arena is shown around the way, mapLeast the least that is shown at all, in tiles.
	mapMargin = 5
	mapLeast  = 18
)

// shotMap is a small map of an arena: its solid parts, worked out once for each arena, in tiles.
type shotMap struct {
	of     *arena.Arena
	solid  []ui.Rect
	halves []half
	slants [][4]float32
}

// trace finds the solid rows and the slanted walls.
func (m *shotMap) trace(a *arena.Arena) {
	m.of, m.solid, m.halves, m.slants = a, m.solid[:0], m.halves[:0], m.slants[:0]
	for y := range a.H {
		for x := 0; x < a.W; x++ {
			if t := a.At(x, y); t.Half() {
				fx, fy := float32(x), float32(y)
				if t.Shape().Rising() {
					m.slants = append(m.slants, [4]float32{fx, fy + 1, fx + 1, fy})
				} else {
					m.slants = append(m.slants, [4]float32{fx, fy, fx + 1, fy + 1})
				}
				m.halves = append(m.halves, half{fx, fy, t.Shape()})
			}
			from := x
			for x < a.W && blocks(a.At(x, y)) {
				x++
			}
			if x > from {
				m.row(ui.Rect{X: float32(from), Y: float32(y), W: float32(x - from), H: 1})
				x--
			}
		}
	}
}

// row adds a run of solid tiles, to the one above it where that is as wide.
func (m *shotMap) row(r ui.Rect) {
	for i := range m.solid {
		if o := &m.solid[i]; o.X == r.X && o.W == r.W && o.Bottom() == r.Y {
			o.H++
			return
		}
	}
	m.solid = append(m.solid, r)
}

// half is a tile whose half at a corner is solid.
type half struct {
	x, y   float32
	corner arena.Shape
}

// corners are those of the solid half, in tiles.
func (h *half) corners() [3][2]float32 {
	l, t, r, b := h.x, h.y, h.x+1, h.y+1
	switch h.corner {
	case arena.CornerNW:
		return [3][2]float32{{l, t}, {r, t}, {l, b}}
	case arena.CornerNE:
		return [3][2]float32{{l, t}, {r, t}, {r, b}}
	case arena.CornerSW:
		return [3][2]float32{{l, t}, {l, b}, {r, b}}
	default: // CornerSE
		return [3][2]float32{{r, t}, {r, b}, {l, b}}
	}
}

// blocks says that a tile is solid as a whole.
func blocks(t arena.Tile) bool { return !t.Open() && !t.Half() }

// draw shows the map with the shot's way up to now, and under it whose shot it was.
func (m *shotMap) draw(s scribe, a *arena.Arena, o *outcome, r ui.Rect, now time.Duration) {
	s.Panel(r.X, r.Y, r.W, r.H)
	s.Text("Shot of the round", r.X+12, r.Y+18, render.SizeSmall, render.Left, render.FaintColor)
	shot := &o.shot
	caption := r.Bottom() - 30
	if shot.Link != "" {
		caption = shareBox(r).Y - 26
		shareButton(s, o, shareBox(r))
	}
	room := ui.Rect{X: r.X + 12, Y: r.Y + 26, W: r.W - 24, H: caption - 18 - r.Y - 26}
	if a != nil && a.W > 0 && a.H > 0 {
		if m.of != a {
			m.trace(a)
		}
		f := around(a, shot.Path, room)
		m.walls(s, &f)
		m.way(s, a, &f, shot, room, now-o.shotAt)
	}
	who(s, shot, r, caption)
}

// who names shooter, victim, weapon and banks, in two lines from y on.
func who(s scribe, shot *snap.BestShot, r ui.Rect, y float32) {
	const over = " over "
	half := (r.W - 24 - s.Width(over, render.SizeSmall)) / 2
	a := min(s.Width(shot.Name, render.SizeSmall), half)
	b := min(s.Width(shot.VictimName, render.SizeSmall), half)
	w := s.Width(over, render.SizeSmall)
	x := r.MiddleX() - (a+w+b)/2
	s.Clipped(shot.Name, x, y, render.SizeSmall, render.Left, render.TextColor, 1, half)
	s.Text(over, x+a, y, render.SizeSmall, render.Left, render.FaintColor)
	s.Clipped(shot.VictimName, x+a+w, y, render.SizeSmall, render.Left, render.TextColor, 1, half)
	l := s.write().str(weaponOf(shot.Weapon)).str(" · ")
	if shot.Banks == 1 {
		l = l.str("1 bank")
	} else {
		l = l.int(int(shot.Banks)).str(" banks")
	}
	s.Bytes(l.b, r.MiddleX(), y+19, render.SizeSmall, render.Middle, render.Heat(shot.Banks).Color)
}

// frame is the part of an arena that is drawn, in tiles, and where: its corner and how large a tile is.
type frame struct {
	part       ui.Rect
	x, y, tile float32
}

// around is the part of the arena around a way, in the shape of the box it is drawn in: never so near that one can't see
// where in the arena it was, and no more than the arena.
func around(a *arena.Arena, path []game.Vec, r ui.Rect) frame {
	lo, hi := path[0], path[0]
	for _, p := range path {
		lo = game.Vec{X: min(lo.X, p.X), Y: min(lo.Y, p.Y)}
		hi = game.Vec{X: max(hi.X, p.X), Y: max(hi.Y, p.Y)}
	}
	w := max(float32(hi.X-lo.X)/tileSize+2*mapMargin, mapLeast)
	h := max(float32(hi.Y-lo.Y)/tileSize+2*mapMargin, mapLeast)
	if w*r.H > h*r.W {
		h = w * r.H / r.W
	} else {
		w = h * r.W / r.H
	}
	// Whole tiles: of a half one nothing is to be cut.
	w, h = min(ceil(w), float32(a.W)), min(ceil(h), float32(a.H))
	x := ceil(float32(lo.X+hi.X)/2/tileSize - w/2)
	y := ceil(float32(lo.Y+hi.Y)/2/tileSize - h/2)
	part := ui.Rect{X: min(max(x, 0), float32(a.W)-w), Y: min(max(y, 0), float32(a.H)-h), W: w, H: h}
	tile := min(r.W/w, r.H/h)
	return frame{part: part, x: r.X + (r.W-tile*w)/2, y: r.Y + (r.H-tile*h)/2, tile: tile}
}

func ceil(x float32) float32 { return float32(math.Ceil(float64(x))) }

// at is where a place of the arena is drawn.
func (f *frame) at(p game.Vec) (x, y float32) {
	return f.x + (float32(p.X)/tileSize-f.part.X)*f.tile, f.y + (float32(p.Y)/tileSize-f.part.Y)*f.tile
}

func (m *shotMap) walls(s scribe, f *frame) {
	s.Box(f.x, f.y, f.part.W*f.tile, f.part.H*f.tile, render.GridColor, 0.5)
	for _, b := range m.solid {
		x0, y0 := max(b.X, f.part.X), max(b.Y, f.part.Y)
		x1, y1 := min(b.Right(), f.part.Right()), min(b.Bottom(), f.part.Bottom())
		if x0 < x1 && y0 < y1 {
			s.Box(f.x+(x0-f.part.X)*f.tile, f.y+(y0-f.part.Y)*f.tile, (x1-x0)*f.tile, (y1-y0)*f.tile, render.WallColor, 0.55)
		}
	}
	for i := range m.halves {
		h := &m.halves[i]
		if !f.part.Has(h.x, h.y) {
			continue
		}
		c := h.corners()
		for k := range c { // where the boxes beside it end, to the pixel
			c[k][0], c[k][1] = f.x+(c[k][0]-f.part.X)*f.tile, f.y+(c[k][1]-f.part.Y)*f.tile
		}
		s.Wedge(c[0][0], c[0][1], c[1][0], c[1][1], c[2][0], c[2][1], render.WallColor, 0.55)
	}
	for _, l := range m.slants {
		if !f.part.Has((l[0]+l[2])/2, (l[1]+l[3])/2) {
			continue
		}
		x, y := f.x-f.part.X*f.tile, f.y-f.part.Y*f.tile
		s.Line(x+l[0]*f.tile, y+l[1]*f.tile, x+l[2]*f.tile, y+l[3]*f.tile, mapStroke, render.WallColor.Times(0.8))
	}
}

// way draws the shot as far as it has come at this age, hotter after each bank, and numbers the banks.
func (m *shotMap) way(s scribe, a *arena.Arena, f *frame, shot *snap.BestShot, r ui.Rect, age time.Duration) {
	left := wayLength(shot.Path) * part(age)
	fx, fy := f.at(shot.Path[0])
	s.Ring(fx, fy, 5, mapStroke, render.TextColor)
	banks := 0
	for i := 1; i < len(shot.Path); i++ {
		leg := distance(shot.Path[i-1], shot.Path[i])
		tx, ty := f.at(shot.Path[i])
		reach := float32(1)
		if leg > 0 {
			reach = min(left/leg, 1)
		}
		if !warped(a, shot.Path[i-1], shot.Path[i]) {
			s.Line(fx, fy, fx+(tx-fx)*reach, fy+(ty-fy)*reach, traceStroke, render.Heat(uint8(banks)).Color)
		}
		if left -= leg; reach < 1 {
			return
		}
		switch {
		case i == len(shot.Path)-1:
			s.Ring(tx, ty, 7, traceStroke, render.BadColor)
		case banks < int(shot.Banks) && beside(a, shot.Path[i]):
			banks++
			s.Ring(tx, ty, 2, traceStroke, render.Heat(uint8(banks)).Color)
			nx, ny := f.at(shot.Path[i+1])
			nx, ny = behind(fx, fy, tx, ty, nx, ny, r)
			s.Bytes(s.write().int(banks).b, nx, ny+5, render.SizeSmall, render.Middle, render.TextColor)
		default:
			// A mirror or a portal: a turn, but no bank.
			s.Ring(tx, ty, 4, mapStroke, render.ShieldTint)
		}
		fx, fy = tx, ty
	}
}

// behind is a place at a bank, on the wall's side of it, where a number can be read: (x0, y0) is before the bank, (x1, y1)
// after it.
func behind(x0, y0, x, y, x1, y1 float32, r ui.Rect) (float32, float32) {
	const off = 12
	ax, ay := towards(x0-x, y0-y)
	bx, by := towards(x1-x, y1-y)
	nx, ny := towards(ax+bx, ay+by)
	if r.Inset(off/2).Has(x-nx*off, y-ny*off) {
		return x - nx*off, y - ny*off
	}
	return x + nx*off, y + ny*off // between its legs, where the wall is the map's edge
}

// towards is a direction as a vector of length 1.
func towards(x, y float32) (float32, float32) {
	d := max(float32(math.Hypot(float64(x), float64(y))), 0.001)
	return x / d, y / d
}

// part is how much of the way is drawn at an age, 0..1.
func part(age time.Duration) float32 {
	if age < 0 {
		return 0
	}
	return min(float32(age%(shotDraws+shotStands))/float32(shotDraws), 1)
}

func wayLength(path []game.Vec) float32 {
	sum := float32(0)
	for i := 1; i < len(path); i++ {
		sum += distance(path[i-1], path[i])
	}
	return sum
}

func distance(a, b game.Vec) float32 {
	return float32(math.Hypot(float64(b.X-a.X), float64(b.Y-a.Y)))
}

// warped says that a pair of portals led from one place to the next: there was no way between them.
func warped(a *arena.Arena, from, to game.Vec) bool {
	end, ok := a.PortalEnd(arena.Cell{X: int(from.X / tileSize), Y: int(from.Y / tileSize)})
	return ok && end == arena.Cell{X: int(to.X / tileSize), Y: int(to.Y / tileSize)}
}

// beside says whether a point of a shot's way lies at something solid: then it is a bank.
func beside(a *arena.Arena, p game.Vec) bool {
	for _, d := range [...]game.Vec{{}, {X: besideWall}, {X: -besideWall}, {Y: besideWall}, {Y: -besideWall}} {
		if t := a.At(int((p.X+d.X)/tileSize), int((p.Y+d.Y)/tileSize)); !t.Open() {
			return true
		}
	}
	return false
}

var (
	mapStroke   = render.Stroke{Core: 0.7, Glow: 4, Heat: 0.2}
	traceStroke = render.Stroke{Core: 1.3, Glow: 7, Heat: 0.6}
)
