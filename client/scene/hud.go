package scene

import (
	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/game"
)

// The HUD's measures, in units of the interface.
const (
	hudEdge   = 22
	hudBarW   = 190
	hudHealth = 9
	hudDash   = 4
	// clockW, clockH is the place around the clock that a finger may touch.
	clockW, clockH = 160, 64
)

// hud draws what a player reads while flying: score and place, the round's clock, health and dash.
func hud(s scribe, v *predict.View, order []int) {
	clock(s, v)
	if v.Me < 0 {
		return
	}
	me := &v.Ships[v.Me]
	standing(s, v, me, order)
	y := s.H - hudEdge - hudDash - 6 - hudHealth
	s.Bytes(s.write().int(healthShown(me)).b, hudEdge+hudBarW+12, y+hudHealth+2, render.SizeBody, render.Left, render.HealthColor(me.Health))
	s.Bar(hudEdge, y, hudBarW, hudHealth, me.Health, render.HealthColor(me.Health))
	dash := render.DashColor
	if me.DashReady < 1 {
		dash = dash.Times(0.55)
	}
	s.Bar(hudEdge, y+hudHealth+6, hudBarW, hudDash, me.DashReady, dash)
}

// healthShown is health as a number, never 0 for a living ship.
func healthShown(me *predict.Ship) int {
	n := int(me.Health*game.MaxHealth + 0.5)
	if n == 0 && me.Alive {
		return 1
	}
	return n
}

// clock is the time left, and what it is left of.
func clock(s scribe, v *predict.View) {
	color := render.TextColor
	if v.Phase == game.Playing && v.PhaseLeft < 10*game.TickHz {
		color = render.WarnColor
	}
	s.Bytes(s.write().clock(v.PhaseLeft).b, s.W/2, hudEdge+20, render.SizeLarge, render.Middle, color)
	switch v.Phase {
	case game.Warmup:
		s.Text("warm-up", s.W/2, hudEdge+40, render.SizeSmall, render.Middle, render.DimColor)
	case game.Results:
		s.Text("next round", s.W/2, hudEdge+40, render.SizeSmall, render.Middle, render.DimColor)
	case game.Countdown, game.Playing, game.Phases:
	}
}

// standing is my score and place, and whom I have to beat.
func standing(s scribe, v *predict.View, me *predict.Ship, order []int) {
	place := 1
	for _, i := range order {
		if i == v.Me {
			break
		}
		place++
	}
	l := s.write().int(me.Score)
	s.Bytes(l.b, hudEdge, hudEdge+34, render.SizeTitle, render.Left, render.MineColor)
	w := s.BytesWidth(l.b, render.SizeTitle)
	l = s.write().str("place ").int(place).str(" of ").int(len(order))
	s.Bytes(l.b, hudEdge+w+14, hudEdge+16, render.SizeSmall, render.Left, render.TextColor)
	lead := order[0]
	if lead == v.Me && len(order) > 1 {
		lead = order[1]
	}
	if lead == v.Me {
		return
	}
	other := &v.Ships[lead]
	l = s.write().int(other.Score).str("  ").str(other.Name)
	s.Bytes(l.b, hudEdge+w+14, hudEdge+34, render.SizeSmall, render.Left, render.DimColor)
}

// fallen says who destroyed me and when I am back.
func fallen(s scribe, v *predict.View, by *death) {
	if v.Me < 0 || v.Ships[v.Me].Alive {
		return
	}
	y := s.H * 0.36
	s.Bytes(by.line(s.write()).b, s.W/2, y, render.SizeLarge, render.Middle, render.BadColor)
	l := s.write().str("back in ").fixed(float64(v.Ships[v.Me].RespawnIn)/game.TickHz, 1)
	s.Bytes(l.b, s.W/2, y+30, render.SizeBody, render.Middle, render.TextColor)
}
