package brain

import (
	"bankshot/game"
	"bankshot/game/arena"
)

const (
	// rumourSide is how many quarters a large arena has to each side, as its minimap shows it; rumourEvery after how many
	// ticks that is told anew.
	rumourSide  = 8
	rumourEvery = 2 * game.TickHz
	// rumourOdds is how seldom a pilot that is on its way makes up its mind anew: once in so many thoughts.
	rumourOdds = 64
)

// listen counts the ships in each quarter, as often as everybody is told.
func (l *Lookout) listen(s *game.Public) {
	if l.heard != 0 && s.Tick-l.heard < rumourEvery {
		return
	}
	l.heard = s.Tick
	clear(l.rumours[:])
	for i := range s.Ships {
		if s.Ships[i].Alive {
			l.rumours[l.quarterOf(s.Ships[i].Pos)]++
		}
	}
}

func (l *Lookout) quarterOf(at game.Vec) int {
	w, h := int32(l.chart.arena.W)*arena.TileSub/rumourSide, int32(l.chart.arena.H)*arena.TileSub/rumourSide
	return int(min(max(at.Y/h, 0), rumourSide-1)*rumourSide + min(max(at.X/w, 0), rumourSide-1))
}

// rumour is some place in a quarter where others are said to be: the more of them and the nearer it is, the likelier.
func (l *Lookout) rumour(p *Pilot, me *game.Ship) game.Vec {
	w, h := int32(l.chart.arena.W)*arena.TileSub/rumourSide, int32(l.chart.arena.H)*arena.TileSub/rumourSide
	own := l.quarterOf(me.Pos)
	var odds [rumourSide * rumourSide]int32
	sum := int32(0)
	for q, n := range l.rumours {
		dx, dy := int32(q%rumourSide-own%rumourSide), int32(q/rumourSide-own/rumourSide)
		if q == own {
			n-- // itself
		}
		odds[q] = max(n, 0) * 64 / (1 + 4*(dx*dx+dy*dy))
		sum += odds[q]
	}
	if sum == 0 {
		return game.Vec{}
	}
	draw := p.draw(sum)
	for q, n := range odds {
		if draw < n {
			return game.Vec{X: int32(q%rumourSide)*w + p.draw(w), Y: int32(q/rumourSide)*h + p.draw(h)}
		}
		draw -= n
	}
	return game.Vec{}
}
