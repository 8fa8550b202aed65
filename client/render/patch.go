package render

import "bankshot/game/arena"

const (
	// patchTiles is the side of a patch in tiles.
	patchTiles = 16
	patchUnits = patchTiles * side
	// patchRing is how many patches are kept beside each other, a power of two: those that a view and what glows into it
	// can reach, and those it has just come from.
	patchRing = 8
)

// patch is a square of the arena as it is drawn, worked out when it comes into view: an arena may be far larger than what
// is ever seen of it. Lines end at its border; those of the next patch go on there.
type patch struct {
	x0, y0, x1, y1 int // in tiles
	ready          bool

	edges   []border
	covers  []cover
	wedges  []wedge
	arrows  []arrow
	panes   []pane
	portals []portal
}

// trace works out the patch in column x and row y, in the memory of the one before.
func (p *patch) trace(a *arena.Arena, x, y int) {
	p.x0, p.y0 = x*patchTiles, y*patchTiles
	p.x1, p.y1 = min(p.x0+patchTiles, a.W), min(p.y0+patchTiles, a.H)
	p.ready = true
	p.edges, p.covers, p.wedges = p.edges[:0], p.covers[:0], p.wedges[:0]
	p.arrows, p.panes, p.portals = p.arrows[:0], p.panes[:0], p.portals[:0]
	p.straight(a)
	p.slanted(a)
	p.fill(a)
	p.survey(a)
	p.glaze(a)
}

// has says whether a tile is one of the patch's.
func (p *patch) has(x, y int) bool { return x >= p.x0 && y >= p.y0 && x < p.x1 && y < p.y1 }

// endX and endY are the last lines between tiles that the patch draws.
func (p *patch) endX(a *arena.Arena) int {
	if p.x1 == a.W {
		return p.x1
	}
	return p.x1 - 1
}

func (p *patch) endY(a *arena.Arena) int {
	if p.y1 == a.H {
		return p.y1
	}
	return p.y1 - 1
}

// outline is an arena as it is drawn: the patches around the view, and the solid ground that lies outside.
type outline struct {
	of      *arena.Arena
	W, H    float32
	patches [patchRing * patchRing]patch
	// near are those of which something is seen in this frame.
	near    []*patch
	outside [4]box
}

// begin is for another arena. Nothing of it is looked at yet.
func (o *outline) begin(a *arena.Arena) {
	const far = ViewW
	o.of, o.W, o.H = a, float32(a.W*side), float32(a.H*side)
	for i := range o.patches {
		o.patches[i].ready = false
	}
	o.near = o.near[:0]
	o.outside = [4]box{
		{-far, -far, o.W + far, 0},
		{-far, o.H, o.W + far, o.H + far},
		{-far, 0, 0, o.H},
		{o.W, 0, o.W + far, o.H},
	}
}

// at is the patch in column x and row y, which must be of the arena.
func (o *outline) at(x, y int) *patch {
	p := &o.patches[y%patchRing*patchRing+x%patchRing]
	if !p.ready || p.x0 != x*patchTiles || p.y0 != y*patchTiles {
		p.trace(o.of, x, y)
	}
	return p
}

// look finds the patches of which something can be seen: also those whose lines only glow into the view.
func (o *outline) look(cam *Camera) {
	o.near = o.near[:0]
	seen := cam.seen()
	x0, x1 := patchesIn(seen.X0, seen.X1, o.of.W)
	y0, y1 := patchesIn(seen.Y0, seen.Y1, o.of.H)
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			o.near = append(o.near, o.at(x, y))
		}
	}
}

// patchesIn are the columns, or rows, of patches from a to b units, of an arena of so many tiles; never more than are kept.
func patchesIn(a, b float32, tiles int) (from, to int) {
	from = max(int(a-glowReach)/patchUnits, 0)
	to = min(int(b+glowReach)/patchUnits+1, (tiles+patchTiles-1)/patchTiles)
	return from, min(to, from+patchRing)
}
