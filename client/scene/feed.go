package scene

import (
	"time"

	"bankshot/client/render"
)

const (
	feedLines = 6
	feedShown = 6 * time.Second
	feedFades = time.Second
	feedSize  = 16
	feedStep  = 24
)

// kill is one line of the feed. Names are kept as they were: by now their ships may have left.
type kill struct {
	victim, by         string
	victimMine, byMine bool
	self               bool
	banks              uint8
	points             int
	at                 time.Duration
}

// feed is the newest kills, a ring.
type feed struct {
	kills [feedLines]kill
	next  int
}

func (f *feed) add(k kill) {
	f.kills[f.next] = k
	f.next = (f.next + 1) % feedLines
}

// draw lists the kills at the right edge, newest last: who, over how many banks, whom, and what it was worth.
func (f *feed) draw(s scribe, now time.Duration) {
	y := float32(hudEdge + 12)
	for i := range feedLines {
		k := &f.kills[(f.next+i)%feedLines]
		age := now - k.at
		if k.victim == "" || age > feedShown {
			continue
		}
		alpha := min(1, float32(feedShown-age)/float32(feedFades))
		f.line(s, k, y, alpha)
		y += feedStep
	}
}

func (f *feed) line(s scribe, k *kill, y, alpha float32) {
	x := s.W - hudEdge
	if k.points != 0 {
		l := s.write()
		if k.points > 0 {
			l = l.str("+")
		}
		l = l.int(k.points)
		s.BytesFaded(l.b, x, y, feedSize, render.Right, render.DimColor, alpha)
		x -= s.BytesWidth(l.b, feedSize) + 10
	}
	s.Faded(k.victim, x, y, feedSize, render.Right, nameColor(k.victimMine), alpha)
	x -= s.Width(k.victim, feedSize) + 10
	x -= s.BanksWidth(int(k.banks), feedSize)
	s.Banks(int(k.banks), x, y, feedSize, alpha)
	if k.banks > 0 {
		l := s.write().str("×").int(int(k.banks))
		x -= s.BytesWidth(l.b, feedSize) + 5
		s.BytesFaded(l.b, x, y, feedSize, render.Left, render.Heat(k.banks).Color, alpha)
	}
	if !k.self && k.by != "" {
		s.Faded(k.by, x-10, y, feedSize, render.Right, nameColor(k.byMine), alpha)
	}
}

func nameColor(mine bool) render.Color {
	if mine {
		return render.MineColor
	}
	return render.TextColor
}

// death is who destroyed me last.
type death struct {
	by    string
	self  bool
	banks uint8
}

// line says it in words.
func (d *death) line(l line) line {
	switch {
	case d.self:
		l = l.str("Your own shot came back")
	case d.by == "":
		l = l.str("Destroyed")
	default:
		l = l.str("Destroyed by ").str(d.by)
	}
	switch d.banks {
	case 0:
	case 1:
		l = l.str(" · 1 bank")
	default:
		l = l.str(" · ").int(int(d.banks)).str(" banks")
	}
	return l
}
