package brain

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// beam is the way of a beam, all of it in the same tick.
type beam struct {
	legs [4]leg
	n    int
}

// shine follows a beam bank by bank, as the rules do, if it goes off in so many ticks.
func (c *Chart) shine(from game.Vec, aim uint16, w *game.Weapon, ticks int32) (b beam) {
	left := int64(w.Range)
	for b.n < len(b.legs) && left > 0 {
		var corner [1]arena.Leg
		d := game.Dir(aim)
		way := game.Vec{X: int32(divRound(int64(d.X)*left, game.One)), Y: int32(divRound(int64(d.Y)*left, game.One))}
		flown, path := c.arena.Fly(from, way, 1, corner[:0])
		to := flown.End
		if len(path) > 0 {
			to = path[0].At
		}
		b.legs[b.n] = leg{from: from, to: to, since: ticks * fine, until: ticks * fine, banks: b.n}
		b.n++
		if len(path) == 0 || b.n > int(w.Banks) {
			break
		}
		left -= exactLength(from, to)
		aim = game.Toward(path[0].Turn.Apply(d))
		from = to
	}
	return b
}
