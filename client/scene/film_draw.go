package scene

import (
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
)

// The film's buttons, in their order.
const (
	filmAgain = iota
	filmBack
	filmPlay
	filmForth
	filmSpeed
	filmWatch
	filmShare
	filmButtons
)

// filmLayout is where the controls stand.
type filmLayout struct {
	bar     ui.Rect
	buttons [filmButtons]ui.Rect
	time    float32 // the right end of the time
}

// playNowBox is the way into a match, beside the one that leads away.
var playNowBox = ui.Rect{X: 90, Y: 7, W: 96, H: 28}

// controlsAt is where the controls begin.
func controlsAt(h float32) float32 { return h - 88 }

// layFilm lays the controls out along the lower edge: fingers have to hit them.
func layFilm(w, h float32) filmLayout {
	const edge, gap, high = 20, 6, 38
	var lay filmLayout
	lay.bar = ui.Rect{X: edge, Y: controlsAt(h) + 14, W: w - 2*edge, H: 6}
	x, y := float32(edge), h-high-12
	for i, wide := range [filmButtons]float32{filmAgain: 62, filmBack: 54, filmPlay: 70, filmForth: 54, filmSpeed: 48, filmWatch: 132, filmShare: 150} {
		if i == filmShare {
			x = w - edge - wide
		}
		lay.buttons[i] = ui.Rect{X: x, Y: y, W: wide, H: high}
		x += wide + gap
	}
	lay.time = lay.buttons[filmShare].X - 14
	return lay
}

func (f *film) draw(s scribe, g *Game) {
	s.Button(leaveBox, "Leave", false)
	if f.shown == nil || f.seen == nil {
		f.waits(s)
		return
	}
	s.Button(playNowBox, "Play now", true)
	f.way(s, g)
	f.feed.draw(s, f.time())
	if g.scores {
		f.order = ranked(f.order, f.seen)
		scoreboard(s, f.seen, f.order)
	}
	f.banner(s)
	f.controls(s)
}

// waits says that the recording is on its way, or why there is none.
func (f *film) waits(s scribe) {
	s.Veil(0.6)
	y := s.H * 0.44
	if f.refused == "" {
		s.Text("Fetching the recording", s.W/2, y, render.SizeLarge, render.Middle, render.TextColor)
		s.Text(f.from.name, s.W/2, y+30, render.SizeSmall, render.Middle, render.DimColor)
		return
	}
	s.Text("Nothing to be seen here", s.W/2, y, render.SizeLarge, render.Middle, render.WarnColor)
	s.Paragraph(f.refused, s.W/2, y+34, render.SizeBody, render.TextColor, min(s.W-60, 700))
	s.Button(playNowBox, "Play now", true)
}

// title says what is to be seen, for whoever gets the link.
func (f *film) title() string {
	if !f.hasKill || f.kill.By == "" {
		return "Bankshot, a round to watch:"
	}
	return shotTitle(f.kill.By, f.kill.Victim, f.kill.Banks)
}

// shotTitle is how a shot is told to friends; its link follows.
func shotTitle(by, victim string, banks uint8) string {
	l := line{}.str("Bankshot: ").str(by).str(" over ").str(victim)
	if banks > 0 {
		l = bankCount(l.str(", "), int(banks))
	}
	return string(l.str(" —").b)
}

func bankCount(l line, n int) line {
	if n == 1 {
		return l.str("1 bank")
	}
	return l.int(n).str(" banks")
}

// banner names the shot, or what is played where.
func (f *film) banner(s scribe) {
	y := float32(34)
	v := f.seen
	s.Shade(s.W/2-goalShade/2, 0, goalShade, y+26, render.ShadeAlpha)
	if !f.hasKill || f.watch != game.NoSeat {
		s.Text(v.Arena.Name, s.W/2, y, render.SizeBody, render.Middle, render.TextColor)
		l := s.write().str(modeOf(v.Mode).Name)
		if name := f.watchedName(); name != "" {
			l = l.str(" · ").str(name)
		}
		s.Bytes(l.b, s.W/2, y+22, render.SizeSmall, render.Middle, render.DimColor)
		return
	}
	const over = " over "
	k := &f.kill
	a, b, w := s.Width(k.By, render.SizeLarge), s.Width(k.Victim, render.SizeLarge), s.Width(over, render.SizeBody)
	x := s.W/2 - (a+w+b)/2
	s.Text(k.By, x, y, render.SizeLarge, render.Left, render.MineColor)
	s.Text(over, x+a, y, render.SizeBody, render.Left, render.DimColor)
	s.Text(k.Victim, x+a+w, y, render.SizeLarge, render.Left, render.BadColor)
	l := s.write()
	if k.Shot != 0 {
		l = l.str(weaponOf(k.Weapon)).str(" · ")
	}
	l = bankCount(l, int(k.Banks))
	if k.Length > 0 {
		l = l.str(" · ").int(int(k.Length)).str(" units")
	}
	if k.Returned {
		l = l.str(" · from a mirror")
	}
	s.Bytes(l.b, s.W/2, y+22, render.SizeSmall, render.Middle, render.Heat(k.Banks).Color)
}

func (f *film) watchedName() string {
	for i := range f.seen.Ships {
		if sh := &f.seen.Ships[i]; sh.Seat == f.watch {
			return sh.Name
		}
	}
	return ""
}

func (f *film) controls(s scribe) {
	lay := layFilm(s.W, s.H)
	s.Box(0, controlsAt(s.H), s.W, s.H-controlsAt(s.H), render.Background, 0.72)
	f.bar(s, lay.bar)
	play := "Pause"
	if f.still {
		play = "Play"
	}
	s.Button(lay.buttons[filmAgain], "Again", f.shown.ended())
	s.Button(lay.buttons[filmBack], "−5 s", false)
	s.Button(lay.buttons[filmPlay], play, !f.shown.ended())
	s.Button(lay.buttons[filmForth], "+5 s", false)
	s.Button(lay.buttons[filmSpeed], speeds[f.speed].name, f.speed != usualSpeed)
	watch := "Camera"
	switch name := f.watchedName(); {
	case name != "":
		watch = name
	case f.hasKill:
		watch = "The shot"
	}
	s.Button(lay.buttons[filmWatch], watch, f.watch != game.NoSeat)
	word := "Copy the link"
	if f.word != nil {
		word = f.word.String()
	}
	s.Button(lay.buttons[filmShare], word, false)
	base := lay.buttons[filmShare].Y + lay.buttons[filmShare].H/2 + render.SizeSmall/3
	l := s.write().clock(int32(f.shown.time - f.shown.first())).str(" / ").clock(int32(f.shown.last() - f.shown.first()))
	s.Bytes(l.b, lay.time, base, render.SizeSmall, render.Right, render.DimColor)
	if s.H >= tall {
		s.Shade(s.W/2-375, lay.bar.Y-36, 750, 14, render.ShadeAlpha)
		s.Text("space pauses · left and right: 5 seconds · up and down: speed · 1 again · 2 camera · 3 link · Tab scores · Esc leaves",
			s.W/2, lay.bar.Y-24, render.SizeSmall, render.Middle, render.FaintColor)
	}
	if f.shown.ended() {
		s.Text("Here the recording ends", s.W/2, lay.bar.Y-46, render.SizeBody, render.Middle, render.TextColor)
	}
}

// bar is the film's length, what has been seen of it, and its kills: the higher, the more banks.
func (f *film) bar(s scribe, r ui.Rect) {
	length := max(f.shown.last()-f.shown.first(), 1)
	at := func(tick float64) float32 { return r.X + r.W*float32((tick-f.shown.first())/length) }
	s.Bar(r.X, r.Y, r.W, r.H, float32((f.shown.time-f.shown.first())/length), render.AccentColor)
	for i := range f.marks.kills {
		k := &f.marks.kills[i]
		high := 3 + 3*float32(min(k.banks, 4))
		s.Box(at(float64(k.tick))-1, r.Y-high, 2, high, render.Heat(k.banks).Color, 0.9)
	}
	if f.hasKill {
		s.Ring(at(float64(f.kill.Tick)), r.Y+r.H/2, 7, flownStroke, render.BadColor)
	}
	s.Ring(at(f.shown.time), r.Y+r.H/2, 5, flownStroke, render.TextColor)
}
