package scene

import (
	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/game"
)

// goTicks is how long "GO" stands after the countdown, goalTicks how long the mode's goal does.
const (
	goTicks   = game.TickHz
	goalTicks = 3 * game.TickHz
)

// banner says what the round is doing, large where everybody has to know.
func banner(s scribe, v *predict.View) {
	y := s.H * 0.34
	switch v.Phase {
	case game.Countdown:
		l := s.write().int(seconds(v.PhaseLeft))
		s.Bytes(l.b, s.W/2, y+20, render.SizeHuge, render.Middle, render.AccentColor)
		goalOf(s, v, 1)
	case game.Playing:
		since := v.PhasePassed
		if hour(v) {
			if since >= 0 && since < goalTicks {
				s.Faded("A new hour", s.W/2, y+20, render.SizeTitle, render.Middle, render.AccentColor, min(1, float32(goalTicks-since)/goTicks))
			}
			return
		}
		if since >= 0 && since < goTicks {
			s.Faded("GO", s.W/2, y+20, render.SizeHuge, render.Middle, render.MineColor, 1-float32(since)/goTicks)
		}
		if since >= 0 && since < goalTicks {
			goalOf(s, v, min(1, float32(goalTicks-since)/goTicks))
		}
	case game.Warmup, game.Overtime, game.Results, game.Phases:
	}
}

// goalHigh is how much room the goal's lines take.
func goalHigh(v *predict.View) float32 {
	if v.Team != game.NoTeam {
		return 76
	}
	return 50
}

// goalOf is what is played, in one line, and for whom I play: under my ship, which has to be found now.
func goalOf(s scribe, v *predict.View, alpha float32) {
	words, y := modeOf(v.Mode), s.H*0.62
	s.Shade(s.W/2-150, y-20, 300, goalHigh(v), render.ShadeAlpha*alpha)
	s.Faded(words.Name, s.W/2, y, render.SizeLarge, render.Middle, render.TextColor, alpha)
	s.Faded(words.Goal, s.W/2, y+28, render.SizeBody, render.Middle, render.DimColor, alpha)
	if v.Team != game.NoTeam {
		l := s.write().str("You fly for the ").str(teamNames[v.Team])
		s.BytesFaded(l.b, s.W/2, y+54, render.SizeBody, render.Middle, render.TeamColor(v.Team), alpha)
	}
}
