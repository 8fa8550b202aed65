package scene

import (
	"bankshot/client/input"
	"bankshot/client/link"
	"bankshot/client/render"
	"bankshot/game/wire"
)

// connection says when there is none.
func connection(s scribe, m *match) {
	if m.link.State() == link.Open {
		return
	}
	reason := ""
	if bye, ok := m.link.Bye(); ok {
		reason = bye.Reason
	}
	connecting(s, reason)
}

// connecting is the banner over a match that goes on by itself, with what the server said last.
func connecting(s scribe, reason string) {
	const w, h = 250, 36
	y := s.H - 108
	if s.H < tall { // the ship's own instruments stand in the middle there
		y = ownShipAt(s.W, s.H).Y - render.ShadeEdge - h - 26
	}
	s.Panel((s.W-w)/2, y, w, h)
	s.Text("reconnecting…", s.W/2, y+24, render.SizeBody, render.Middle, render.WarnColor)
	if reason != "" {
		wide := s.Width(reason, render.SizeSmall)
		s.Shade((s.W-wide)/2, y+h+9, wide, 14, render.ShadeAlpha)
		s.Text(reason, s.W/2, y+h+20, render.SizeSmall, render.Middle, render.DimColor)
	}
}

// inLine tells who waits for a place which one is theirs, counted from 1; 0 is nobody's.
func inLine(s scribe, place int) {
	if place == 0 {
		return
	}
	l := s.write().str("You are ").ordinal(place).str(" in line for a place")
	w := s.BytesWidth(l.b, render.SizeBody)
	s.Shade((s.W-w)/2, s.H-144, w, 18, render.ShadeAlpha)
	s.Bytes(l.b, s.W/2, s.H-130, render.SizeBody, render.Middle, render.WarnColor)
}

// ended says why the match is over and what can be done: whoever was sent a wrong link sees nothing else of the game.
func ended(s scribe, e *ending, used input.Device) {
	s.Logo(s.W/2, s.H*0.13, min(s.W*0.4, 480), 1)
	y, wide := s.H*0.42, min(s.W-80, 900)
	s.Shade((s.W-wide)/2, y-render.SizeLarge, wide, 80, render.ShadeAlpha)
	lines := s.Paragraph(e.reason, s.W/2, y, render.SizeLarge, render.WarnColor, wide)
	y += float32(max(lines, 1)-1) * render.SizeLarge * 1.4
	act, what := "click or press a key ", "to connect again"
	if used == input.Fingers {
		act = "touch "
	}
	switch e.next {
	case wire.NextElsewhere:
		what = "to play in another room"
	case wire.NextRetry, wire.NextReload:
		act, what = "", "loading"
	case wire.NextStop:
	}
	s.Bytes(s.write().str(act).str(what).b, s.W/2, y+40, render.SizeBody, render.Middle, render.TextColor)
}

// stick shows a floating stick under a thumb.
func stick(s scribe, k input.Stick) {
	if !k.Held {
		return
	}
	x, y := s.At(k.X0, k.Y0)
	tx, ty := s.At(k.X, k.Y)
	edge, _ := s.At(k.X0+k.Radius, k.Y0)
	s.Ring(x, y, edge-x, stickStroke, render.LineColor)
	s.Ring(tx, ty, (edge-x)*0.4, stickStroke, render.AccentColor.Times(0.6))
}

var stickStroke = render.Stroke{Core: 1, Glow: 8, Heat: 0.2}
