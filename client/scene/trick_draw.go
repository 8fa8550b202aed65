package scene

import (
	"math"

	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game/trick"
)

const tileUnits = 32

var (
	targetStroke = render.Stroke{Core: 1.3, Glow: 10, Heat: 0.35}
	wayStroke    = render.Stroke{Core: 0.6, Glow: 3, Heat: 0.1}
	dotStroke    = render.Stroke{Core: 1.2, Glow: 6, Heat: 0.4}
)

func (t *tricks) draw(s scribe, g *Game) {
	t.head(s)
	switch {
	case t.over >= overTicks:
		t.result(s)
	case g.scores:
		b := bestBox(s.W, s.H)
		b.X = (s.W - b.W) / 2
		s.Veil(0.5)
		t.best.draw(s, b, &t.entry)
	default: // what shines would shine through the boxes
		t.targets(s, g)
		if !t.try.Flying() {
			t.lastWay(s, g)
		}
		t.floats.draw(s, g, float64(t.b.Tick))
		t.fireButton(s)
		t.hint(s)
	}
}

// targets are rings, breathing a little; those that are gone leave a faint mark.
func (t *tricks) targets(s scribe, g *Game) {
	unit := g.renderer.Cam.Scale / g.renderer.UI
	radius := float32(trick.TargetRadius) / 256 * unit
	for n, at := range t.challenge.Targets {
		x, y := onCanvas(s, g, placeAt(at))
		if t.try.Burst(n) {
			s.Ring(x, y, radius*0.3, wayStroke, render.FaintColor)
			continue
		}
		breath := 1 + 0.06*float32(math.Sin(float64(t.b.Tick)/14+float64(n)))
		s.Ring(x, y, radius*breath, targetStroke, render.BadColor)
		s.Ring(x, y, radius*0.55*breath, targetStroke, render.TextColor.Times(0.8))
		s.Ring(x, y, radius*0.14, targetStroke, render.BadColor)
	}
}

// lastWay is where the shot before this one went: what one learns from.
func (t *tricks) lastWay(s scribe, g *Game) {
	n := len(t.try.Result.Shots)
	if n == 0 {
		return
	}
	for _, leg := range t.try.Result.Shots[n-1].Path {
		x0, y0 := onCanvas(s, g, placeAt(leg.From))
		x1, y1 := onCanvas(s, g, placeAt(leg.To))
		s.Line(x0, y0, x1, y1, wayStroke, render.Heat(leg.Banks).Color.Times(0.4))
	}
}

// head is the line over the hall: the day, the score, the shots that are left; and how it is played below it.
func (t *tricks) head(s scribe) {
	const y = 27
	s.Button(leaveBox, "Leave", false)
	x := leaveBox.Right() + 14
	half := s.W/2 - 60
	c := t.challenge
	l := s.write().str(t.date).str("  ").str(c.Arena.Name)
	if x+s.BytesWidth(l.b, render.SizeSmall) > half {
		l = s.write().str(t.date)
	}
	s.Bytes(l.b, x, y, render.SizeSmall, render.Left, render.DimColor)
	s.Bytes(s.write().int(t.try.Result.Score).b, s.W/2, y+3, render.SizeLarge, render.Middle, render.MineColor)
	const step = 20
	right := s.W - 20
	for n := range trick.Shots {
		at := right - float32(trick.Shots-1-n)*step
		if n < t.try.Left() {
			s.Ring(at, y-5, 5, dotStroke, render.MineColor)
			s.Ring(at, y-5, 1.5, dotStroke, render.MineColor)
		} else {
			s.Ring(at, y-5, 3, wayStroke, render.FaintColor)
		}
	}
	l = s.write().int(t.try.Result.Bursts()).str(" of ").int(len(c.Targets)).str(" targets")
	s.Bytes(l.b, right-trick.Shots*step+2, y, render.SizeSmall, render.Right, render.TextColor)
}

// hint says what to do, and whether it counts.
func (t *tricks) hint(s scribe) {
	if t.over > 0 {
		return
	}
	if len(t.try.Result.Shots) == 0 {
		t.leader(s)
	}
	l := s.write()
	switch {
	case len(t.try.Result.Shots) > 0 && !t.try.Flying():
		l = t.shotLine(l)
	case t.fingers:
		l = l.str("Drag anywhere to aim · banks and chains count more")
	case s.H < tall:
		l = l.str("Mouse aims, click fires · arrows turn by hairs")
	default:
		l = l.str("Mouse aims, click fires · arrows turn by hairs · banks and further targets of the same shot count more")
	}
	y := s.H - 12
	tag := "The first full try counts"
	if !t.counts {
		tag = "Practice"
	}
	if s.H < tall { // beside the button that fires there is room for one of them
		if len(t.try.Result.Shots) == 0 {
			s.Text(tag, 20, y, render.SizeSmall, render.Left, render.FaintColor)
		}
		s.Bytes(l.b, fireBox(s.W, s.H).X-12, y, render.SizeSmall, render.Right, render.DimColor)
		return
	}
	s.Text(tag, 20, y, render.SizeSmall, render.Left, render.FaintColor)
	s.Bytes(l.b, s.W-20, y, render.SizeSmall, render.Right, render.DimColor)
}

// leader says who leads the day: between the head and the hall, on a phone within the hall.
func (t *tricks) leader(s scribe) {
	l := t.best.first(s.write())
	y := float32(56)
	if s.H < tall {
		y = 76
		w := s.BytesWidth(l.b, render.SizeSmall) + 16
		s.Box((s.W-w)/2, y-16, w, 22, render.Background, 0.7)
	}
	s.Bytes(l.b, s.W/2, y, render.SizeSmall, render.Middle, render.AccentColor)
}

// shotLine is what the last shot came to.
func (t *tricks) shotLine(l line) line {
	shots := t.try.Result.Shots
	shot := &shots[len(shots)-1]
	switch n := len(shot.Bursts); n {
	case 0:
		return l.str("Nothing hit")
	case 1:
		return l.str("1 target, ").int(shot.Points).str(" points")
	default:
		return l.int(n).str(" targets with one shot, ").int(shot.Points).str(" points")
	}
}

// resultBox is where the result stands.
func resultBox(w, h float32) ui.Rect {
	const wide, high, list = 440, 396, 248
	return ui.Rect{X: max((w-wide-list)/2, 8), Y: (h - high) / 2, W: wide, H: high}
}

// result is what a try came to.
func (t *tricks) result(s scribe) {
	r, c := &t.try.Result, t.challenge
	box := resultBox(s.W, s.H)
	s.Veil(0.55)
	s.Panel(box.X, box.Y, box.W, box.H)
	t.best.draw(s, bestBox(s.W, s.H), &t.entry)
	mid, y := box.MiddleX(), box.Y+30
	s.Bytes(s.write().str("Trick shot ").str(t.date).b, mid, y, render.SizeBody, render.Middle, render.DimColor)
	s.Bytes(s.write().int(r.Score).b, mid, y+54, render.SizeTitle, render.Middle, render.MineColor)
	s.Text("points", mid, y+74, render.SizeSmall, render.Middle, render.DimColor)
	const step = 26
	left := mid - float32(len(c.Targets)-1)*step/2
	for n := range c.Targets {
		x := left + float32(n)*step
		if n < r.Bursts() {
			s.Ring(x, y+98, 9, dotStroke, render.MineColor)
			s.Ring(x, y+98, 3, dotStroke, render.MineColor)
		} else {
			s.Ring(x, y+98, 9, wayStroke, render.FaintColor)
		}
	}
	l := s.write().str("The house makes ").int(c.HouseScore)
	if r.Bonus > 0 {
		l = s.write().str("with ").int(r.Bonus).str(" for shots left · the house makes ").int(c.HouseScore)
	}
	s.Bytes(l.b, mid, y+132, render.SizeSmall, render.Middle, render.TextColor)
	t.standing(s, mid, y+156)
	t.menu.Draw(s.Canvas, mid, box.Bottom()-t.menu.Height()-16)
}

// standing is what the server says of the try that counted.
func (t *tricks) standing(s scribe, x, y float32) {
	e, l, color := &t.entry, s.write(), render.DimColor
	switch {
	case e.waiting():
		l = l.str("asking how that compares")
	case e.refused != "":
		l, color = l.str(e.refused), render.WarnColor
	case t.first == nil:
		return
	default:
		l, color = l.str("Your first try: ").int(t.first.Score).str(" points, ").ordinal(e.rank).str(" of ").int(e.players), render.AccentColor
	}
	s.Bytes(l.b, x, y, render.SizeSmall, render.Middle, color)
}
