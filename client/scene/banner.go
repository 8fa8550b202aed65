package scene

import (
	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/game"
)

// goTicks is how long "GO" stands after the countdown.
const goTicks = game.TickHz

// banner says what the round is doing, large where everybody has to know.
func banner(s scribe, v *predict.View) {
	y := s.H * 0.3
	switch v.Phase {
	case game.Warmup:
		l := s.write().str("The round begins in ").int(seconds(v.PhaseLeft))
		s.Bytes(l.b, s.W/2, hudEdge+62, render.SizeBody, render.Middle, render.WarnColor)
	case game.Countdown:
		l := s.write().int(seconds(v.PhaseLeft))
		s.Bytes(l.b, s.W/2, y, render.SizeHuge, render.Middle, render.AccentColor)
		s.Text("GET READY", s.W/2, y+34, render.SizeLarge, render.Middle, render.TextColor)
	case game.Playing:
		if since := int32(game.PhaseTicks(v.Mode, game.Playing)) - v.PhaseLeft; since >= 0 && since < goTicks {
			s.Faded("GO", s.W/2, y, render.SizeHuge, render.Middle, render.MineColor, 1-float32(since)/goTicks)
		}
	case game.Overtime:
		s.Text("OVERTIME", s.W/2, y, render.SizeLarge, render.Middle, render.WarnColor)
	case game.Results, game.Phases:
	}
}

// results names the winners over the table.
func results(s scribe, v *predict.View, order []int) {
	if len(order) == 0 {
		return
	}
	top := scoreboard(s, v, order)
	best := &v.Ships[order[0]]
	l := s.write().str(best.Name)
	also := 0
	for _, i := range order[1:] {
		if sh := &v.Ships[i]; sh.Score == best.Score && sh.Kills == best.Kills && sh.Deaths == best.Deaths {
			also++
		}
	}
	switch {
	case also > 0:
		l = l.str(" and ").int(also).str(" more are even")
	case best.Mine:
		l = l.str(", you win")
	default:
		l = l.str(" wins")
	}
	color := render.WarnColor
	if best.Mine {
		color = render.MineColor
	}
	s.Bytes(l.b, s.W/2, top-24, render.SizeTitle, render.Middle, color)
}
