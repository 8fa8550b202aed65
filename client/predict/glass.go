package predict

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// glass remembers which panes are drawn broken because I foresee it. A pane that others break is drawn broken in their
// time, when their shot is seen to meet it; one that I break in mine, and from then on, though the others' time gets
// there later.
type glass struct {
	drawn    []arena.Pane
	foreseen [game.MaxBroken]arena.Pane
	n        int
}

// panes is the glass to be drawn broken, ascending.
func (d *drawing) panes(others []arena.Pane, mine *span, known *game.Public) []arena.Pane {
	g := &d.glass
	g.drawn = g.drawn[:0]
	if !mine.foretold() {
		g.n = 0
		return append(g.drawn, others...)
	}
	g.foresee(mine.a.Broken, known.Broken)
	k := 0
	for i := range mine.a.Broken {
		pane := mine.a.Broken[i]
		for k < len(others) && others[k].Index < pane.Index {
			g.drawn = append(g.drawn, others[k])
			k++
		}
		both := k < len(others) && others[k].Index == pane.Index
		if both {
			k++
		}
		if both || g.foresaw(pane.Index) {
			g.drawn = append(g.drawn, pane)
		}
	}
	g.drawn = append(g.drawn, others[k:]...)
	return g.drawn
}

// foresee notes the panes that are broken in my time and not known to be, and forgets those that are broken no more.
func (g *glass) foresee(mine, known []arena.Pane) {
	kept := 0
	for i := range g.n {
		if has(mine, g.foreseen[i].Index) {
			g.foreseen[kept] = g.foreseen[i]
			kept++
		}
	}
	g.n = kept
	for i := range mine {
		if !has(known, mine[i].Index) && !g.foresaw(mine[i].Index) && g.n < len(g.foreseen) {
			g.foreseen[g.n] = mine[i]
			g.n++
		}
	}
}

func (g *glass) foresaw(index int32) bool { return has(g.foreseen[:g.n], index) }

func has(panes []arena.Pane, index int32) bool {
	for i := range panes {
		if panes[i].Index == index {
			return true
		}
	}
	return false
}
