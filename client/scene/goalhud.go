package scene

import (
	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
)

const (
	// teamAway is how far from the clock's middle the teams' scores stand.
	teamAway   = 74
	teamStatus = hudEdge + 58
)

// goals is the score of the teams beside the clock, what their flags do, or who holds the hill.
func goals(s scribe, v *predict.View) {
	if v.Mode.Teams() {
		for team := game.TeamOne; team <= game.TeamTwo; team++ {
			teamScore(s, v, team)
		}
	}
	if v.Hill.There {
		hillStatus(s, v)
	}
}

// teamScore is one team's score, the first one's on the left; mine is underlined.
func teamScore(s scribe, v *predict.View, team uint8) {
	side, align := float32(-1), render.Right
	if team == game.TeamTwo {
		side, align = 1, render.Left
	}
	x, color := s.W/2+side*teamAway, render.TeamColor(team)
	l := s.write().int(v.TeamScore[team-1])
	s.Bytes(l.b, x, hudEdge+30, render.SizeTitle, align, color)
	w := s.BytesWidth(l.b, render.SizeTitle)
	name := teamOf(team)
	s.Text(name, x+side*(w+10), hudEdge+28, render.SizeSmall, align, color)
	if team == v.Team {
		from := min(x, x+side*w)
		s.Box(from, hudEdge+36, w, 3, render.MineColor, 1)
	}
	if f := &v.Flags[team-1]; f.There {
		flagStatus(s, v, f, x, side, align)
	}
}

// flagStatus says where a team's flag is.
func flagStatus(s scribe, v *predict.View, f *predict.Flag, x, side float32, align render.Align) {
	s.Icon(ui.IconFlag, x+side*7, teamStatus-5, 14, render.TeamColor(f.Team))
	x += side * 20
	switch {
	case f.Home:
		s.Text("home", x, teamStatus, render.SizeSmall, align, render.DimColor)
	case f.Carrier == v.Seat && v.Me >= 0:
		s.Text("with you", x, teamStatus, render.SizeSmall, align, render.MineColor)
	case f.Carrier != game.NoSeat:
		s.Clipped(nameOf(v, f.Carrier), x, teamStatus, render.SizeSmall, align, render.WarnColor, 1, 120)
	default:
		s.Bytes(s.write().str("dropped ").int(seconds(f.BackIn)).b, x, teamStatus, render.SizeSmall, align, render.WarnColor)
	}
}

// hillStatus says who holds the hill and when it moves.
func hillStatus(s scribe, v *predict.View) {
	h := &v.Hill
	l, color := s.write(), render.DimColor
	switch {
	case h.Holder == v.Seat && v.Me >= 0:
		l, color = l.str("you hold it"), render.MineColor
	case h.Holder != game.NoSeat:
		l, color = l.str(nameOf(v, h.Holder)).str(" holds it"), render.WarnColor
	case h.Inside > 1:
		l, color = l.str("contested"), render.WarnColor
	default:
		l = l.str("nobody holds it")
	}
	if counts(v.Phase) {
		l = l.str(" · moves in ").int(seconds(h.MovesIn))
	}
	w := s.BytesWidth(l.b, render.SizeSmall)
	s.Bytes(l.b, s.W/2+10, teamStatus, render.SizeSmall, render.Middle, color)
	s.Icon(ui.IconHill, s.W/2-w/2-4, teamStatus-5, 14, color)
}
