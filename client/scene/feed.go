package scene

import (
	"time"

	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
	"bankshot/game/snap"
)

const (
	feedLines = 6
	feedShown = 6 * time.Second
	feedFades = time.Second
	feedSize  = 16
	feedStep  = 24
	feedName  = 110 // the most a name may take, in units
	feedShort = 60  // on a phone, where the teams' scores are near
	feedGap   = 9
)

// kill is one line of the feed. Names are kept as they were: by now their ships may have left.
type kill struct {
	victim, by         string
	victimMine, byMine bool
	self               bool
	banks              uint8
	points             int
	weapon             game.WeaponKind
	returned, revenge  bool
	at                 time.Duration
}

func killOf(n *snap.Notice, me game.Seat, now time.Duration) kill {
	return kill{
		victim: n.Name, by: n.OtherName, banks: n.Banks, points: int(n.Points), at: now,
		weapon: n.Weapon, returned: n.Returned, revenge: n.Revenge,
		victimMine: n.Seat == me, byMine: n.Other == me, self: n.Other == game.NoSeat || n.Other == n.Seat,
	}
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

// draw lists the kills at the right edge, newest last: who, with what over how many banks, whom, and what it was worth.
func (f *feed) draw(s scribe, now time.Duration) {
	lines, y := feedLines, float32(hudEdge+12)
	if s.H < tall {
		lines = feedLines / 2 // a phone's thumb wants the rest
	}
	for i := feedLines - lines; i < feedLines; i++ {
		k := &f.kills[(f.next+i)%feedLines]
		age := now - k.at
		if k.victim == "" || age > feedShown {
			continue
		}
		alpha := min(1, float32(feedShown-age)/float32(feedFades))
		left := f.line(s, k, y, alpha)
		s.Shade(left, y-feedSize*0.75, s.W-hudEdge-left, feedSize*0.8, render.ShadeAlpha*alpha)
		y += feedStep
	}
}

// line draws one kill and says how far to the left it reaches.
func (f *feed) line(s scribe, k *kill, y, alpha float32) float32 {
	short := s.H < tall
	p := pen{s: s, x: s.W - hudEdge, y: y, alpha: alpha, most: feedName, size: feedSize}
	if short {
		p.most, p.size = feedShort, render.SizeSmall
	}
	if k.points != 0 && !short {
		l := s.write()
		if k.points > 0 {
			l = l.str("+")
		}
		p.bytes(l.int(k.points).b, feedSize, render.DimColor)
	}
	if k.revenge && !short {
		p.text("revenge", render.SizeSmall, render.BadColor)
	}
	p.name(k.victim, nameColor(k.victimMine))
	if k.returned {
		if !short {
			p.text("returned", render.SizeSmall, render.ShieldTint)
		}
		p.mirror()
	}
	if k.banks > 0 {
		p.bytes(s.write().str("×").int(int(k.banks)).b, p.size, render.Heat(k.banks).Color)
		p.banks(int(k.banks))
	}
	if k.self {
		p.text("self", render.SizeSmall, render.FaintColor)
		return p.x
	}
	if !k.returned && (!short || k.weapon != game.Basic) {
		p.text(weaponOf(k.weapon), render.SizeSmall, render.DimColor)
	}
	if k.by != "" {
		p.name(k.by, nameColor(k.byMine))
	}
	return p.x
}

// pen sets parts of a line from right to left.
type pen struct {
	s           scribe
	x, y, alpha float32
	most        float32 // of a name
	size        float32 // of names and banks
}

func (p *pen) text(t string, size float32, color render.Color) {
	p.s.Faded(t, p.x, p.y, size, render.Right, color, p.alpha)
	p.x -= p.s.Width(t, size) + feedGap
}

func (p *pen) bytes(t []byte, size float32, color render.Color) {
	p.s.BytesFaded(t, p.x, p.y, size, render.Right, color, p.alpha)
	p.x -= p.s.BytesWidth(t, size) + feedGap
}

func (p *pen) name(t string, color render.Color) {
	p.x -= p.s.Clipped(t, p.x, p.y, p.size, render.Right, color, p.alpha, p.most) + feedGap
}

func (p *pen) banks(n int) {
	p.x -= p.s.BanksWidth(n, p.size)
	p.s.Banks(n, p.x, p.y, p.size, p.alpha)
	p.x -= feedGap
}

func (p *pen) mirror() {
	p.s.Icon(ui.IconMirror, p.x-feedSize/2, p.y-feedSize*0.35, feedSize, render.ShieldTint.Times(p.alpha))
	p.x -= feedSize + feedGap
}

func nameColor(mine bool) render.Color {
	if mine {
		return render.MineColor
	}
	return render.TextColor
}
