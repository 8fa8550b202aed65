package scene

import (
	"math"
	"time"

	"bankshot/client/input"
	"bankshot/client/link"
	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/game"
)

// title stands over the match that is being watched.
func (g *Game) title(s scribe) {
	s.Veil(0.42)
	w := min(s.W*0.56, 720)
	top := s.H * 0.2
	breath := 0.92 + 0.08*g.wave(2)
	s.Logo(s.W/2, top, w, breath)
	y := top + w*28/220
	s.Shade(s.W/2-180, y+30, 360, 16, render.ShadeAlpha)
	s.Text("Every shot banks. The banks are the damage.", s.W/2, y+44, render.SizeBody, render.Middle, render.DimColor)
	y = s.H * 0.555
	g.choices(s)
	asides(s)
	if g.view.Ready && g.match.link.State() == link.Open {
		glow := 0.87 + 0.13*g.wave(4)
		w := s.Width(invitation(g.mapper.Used), render.SizeLarge)
		s.Shade((s.W-w)/2, y-20, w, 24, render.ShadeAlpha)
		s.Faded(invitation(g.mapper.Used), s.W/2, y, render.SizeLarge, render.Middle, render.TextColor, glow)
		if reason := g.match.noPlace; reason != "" {
			w := s.Width(reason, render.SizeBody)
			s.Shade((s.W-w)/2, y-48, w, 18, render.ShadeAlpha)
			s.Text(reason, s.W/2, y-34, render.SizeBody, render.Middle, render.WarnColor)
		}
	} else {
		g.progress(s, y)
	}
	hints(s, g.mapper.Used, s.H-70)
	s.Shade(s.W/2-190, y-22, 380, 24, render.ShadeAlpha)
	if g.view.Ready {
		l := s.write().str("room ").str(g.match.pred.Room())
		switch n := people(g.view.Ships); {
		case hour(g.view):
			l = l.str(" · ").int(g.view.Leaders.Players).str(" play")
		case n == 0:
			l = l.str(" · only pilots so far")
		case n == 1:
			l = l.str(" · 1 person plays")
		default:
			l = l.str(" · ").int(n).str(" people play")
		}
		s.Bytes(l.b, s.W/2, s.H-24, render.SizeSmall, render.Middle, render.DimColor)
	}
}

// wave goes between -1 and 1, at so many radians a second; where motion is reduced it stays up.
func (g *Game) wave(radians float64) float32 {
	if g.renderer.Calm {
		return 1
	}
	return float32(math.Sin(time.Since(g.began).Seconds() * radians))
}

func invitation(used input.Device) string {
	switch used {
	case input.Fingers:
		return "touch to play"
	case input.Pad:
		return "press A to play"
	case input.Keyboard:
	}
	return "click, press a key or touch to play"
}

// hintsW is how wide the longer of the hints is.
const hintsW = 700

// hints are the controls, in two lines: those of the device in use stand out. A phone shows no others.
func hints(s scribe, used input.Device, y float32) {
	keys, fingers := render.DimColor, render.FaintColor
	if used == input.Fingers {
		keys, fingers = fingers, keys
	}
	s.Shade(s.W/2-hintsW/2, y-render.SizeSmall, hintsW, 40, render.ShadeAlpha)
	if used == input.Fingers && s.H < tall {
		y -= 8
	} else {
		s.Text("WASD or arrows move · mouse aims · left button fires · right button or E mirrors · space or shift dashes", s.W/2, y, render.SizeSmall, render.Middle, keys)
	}
	s.Text("touch: left thumb moves, right thumb aims and fires, a tap dashes, the arc mirrors, the clock opens the menu", s.W/2, y+22, render.SizeSmall, render.Middle, fingers)
}

// people is how many ships are flown by a person.
func people(ships []predict.Ship) int {
	n := 0
	for i := range ships {
		if !ships[i].Pilot && ships[i].Seat < game.FirstPilotSeat {
			n++
		}
	}
	return n
}

// progress says how the connection comes about.
func (g *Game) progress(s scribe, y float32) {
	switch g.match.link.State() {
	case link.Open:
		s.Text("joining a match", s.W/2, y, render.SizeLarge, render.Middle, render.TextColor)
	case link.Connecting:
		s.Text("connecting", s.W/2, y, render.SizeLarge, render.Middle, render.TextColor)
	case link.Closed:
		g.halted(s, y, g.match.ended.reason, "; trying again soon")
	case link.Waiting:
		// What the server said last, such as that it is full, or else that it said nothing.
		what, advice := "the server does not answer; trying again", serverAdvice
		if bye, said := g.match.link.Bye(); said {
			what, advice = bye.Reason, ""
		}
		g.halted(s, y, what, advice)
	}
}

// halted says why there is no match yet, and which server it is about.
func (g *Game) halted(s scribe, y float32, what, advice string) {
	address := s.write().str(g.cfg.Server).str(advice).b
	w := max(s.Width(what, render.SizeBody), s.BytesWidth(address, render.SizeSmall))
	s.Shade((s.W-w)/2, y-38, w, 42, render.ShadeAlpha)
	s.Text(what, s.W/2, y-24, render.SizeBody, render.Middle, render.WarnColor)
	s.Bytes(address, s.W/2, y, render.SizeSmall, render.Middle, render.DimColor)
}

// waiting is what a player sees who comes back before the match is known.
func waiting(s scribe, g *Game) { g.progress(s, s.H*0.45) }
