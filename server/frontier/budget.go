package frontier

import (
	"cmp"
	"slices"

	"bankshot/game"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

// How much one snapshot tells a seat. Beyond it whole cells are told later, or of no more, the farthest first.

const (
	// mostFulls bounds the bytes of whole cells in one snapshot; the nearest come first, the others in the next ones. A single
	// one may take more, up to mostWhole: beyond that it is not told.
	mostFulls = 16 << 10
	mostWhole = 40 << 10
	// mostKept bounds the bytes of the deltas in one snapshot: where they are more, the farthest cells are told of no more, one's
	// own last, until there is room again.
	mostKept = 36 << 10
	// mostAll bounds both together.
	mostAll = wire.MaxCells - 1<<10
)

// freshen chooses the cells that are near and not held, ascending, as many of them as a snapshot may tell whole, and a seat may
// hold beside those kept: the nearest to its ship. From now on they are seen.
func (f *Frontier) freshen(v *view, g game.Grid, ship game.Vec, gone uint64) {
	kept, told := f.kept(v, gone)
	space := mostAll - told
	f.wanted = f.wanted[:0]
	for y := v.near.top; y <= v.near.bottom; y++ {
		for x := v.near.left; x <= v.near.right; x++ {
			if c := g.At(x, y); !slices.Contains(v.held, c) {
				f.wanted = append(f.wanted, wanted{c, f.away(g, c, ship)})
			}
		}
	}
	slices.SortFunc(f.wanted, func(p, q wanted) int { return cmp.Or(cmp.Compare(p.away, q.away), cmp.Compare(p.cell, q.cell)) })
	v.sound = true
	fresh := v.fresh[:0]
	size := 0
	for _, w := range f.wanted {
		if kept+len(fresh) == snap.MostCells || size >= mostFulls {
			v.sound = false // the others follow
			break
		}
		f.see(w.cell)
		if n := len(f.whole(w.cell)); n <= mostWhole && size+n <= space {
			size += n
			fresh = append(fresh, w.cell)
			continue
		}
		f.unsee(w.cell)
		v.sound = false
	}
	slices.Sort(fresh)
	v.fresh = fresh
}

// shed chooses which cells are told of no more because there is too much to tell of all: the farthest from the ship.
func (f *Frontier) shed(v *view, g game.Grid, ship game.Vec, gone uint64) (shed uint64) {
	_, total := f.kept(v, gone)
	for total > mostKept {
		worst, most := -1, int64(0)
		for i, c := range v.held {
			if d := f.away(g, c, ship); (gone|shed)>>i&1 == 0 && c != g.CellOf(ship) && d > most {
				worst, most = i, d
			}
		}
		if worst < 0 {
			break
		}
		shed |= 1 << worst
		total -= f.size(v.held[worst])
	}
	return shed
}

// kept is how many cells a seat goes on to be told of, and how many bytes that takes at most.
func (f *Frontier) kept(v *view, gone uint64) (cells, bytes int) {
	for i, c := range v.held {
		if gone>>i&1 == 0 {
			cells++
			bytes += f.size(c)
		}
	}
	return cells, bytes
}

// size is how many bytes what is told of a cell takes at most.
func (f *Frontier) size(c game.Cell) int { return f.words[c].Bytes() }

// away is how far a cell's middle is from a place, squared, in units.
func (f *Frontier) away(g game.Grid, c game.Cell, pos game.Vec) int64 {
	from, to := g.Bounds(c)
	x, y := int64((from.X+to.X)/2-pos.X)/game.Unit, int64((from.Y+to.Y)/2-pos.Y)/game.Unit
	return x*x + y*y
}
