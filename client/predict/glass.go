package predict

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// drawPanes is the glass to be drawn broken, ascending: each pane as it is at the time that the lens has there. So it breaks
// when the shot that breaks it is seen to meet it, whoever has fired that.
func (p *Predictor) drawPanes(others []arena.Pane, mine *span) []arena.Pane {
	drawn := p.draw.panes[:0]
	lists := [...][]arena.Pane{others, p.replica.Broken, nil}
	if mine.foretold() {
		lists[2] = mine.a.Broken
	}
	for {
		// The next pane in ascending order that is broken anywhere between the others' time and mine.
		next := int32(-1)
		for _, list := range lists {
			if len(list) > 0 && (next < 0 || list[0].Index < next) {
				next = list[0].Index
			}
		}
		if next < 0 {
			p.draw.panes = drawn
			return drawn
		}
		var pane arena.Pane
		for i := range lists {
			if len(lists[i]) > 0 && lists[i][0].Index == next {
				pane, lists[i] = lists[i][0], lists[i][1:]
			}
		}
		time := p.draw.lens.timeAt(point(p.arena.CellAt(int(next)).Centre()), false)
		if public := p.publicAt(game.Tick(max(time, 0))); public == nil || has(public.Broken, next) {
			drawn = append(drawn, pane)
		}
	}
}

func has(panes []arena.Pane, index int32) bool {
	for i := range panes {
		if panes[i].Index == index {
			return true
		}
	}
	return false
}
