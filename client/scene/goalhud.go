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
	goalRow    = 18
)

// goals is the score of the teams beside the clock, what their flags do, and below who holds what is nobody's.
func goals(s scribe, v *predict.View) {
	if v.Mode.Teams() {
		for team := game.TeamOne; team <= game.TeamTwo; team++ {
			teamScore(s, v, team)
		}
	}
	y := sharedFrom(v)
	for i := range v.Goals {
		if g := &v.Goals[i]; shared(v, g) {
			goalStatus(s, v, g, y)
			y += goalRow
		}
	}
}

// shared says whether a goal stands in a row of its own: a team's flag stands below its score.
func shared(v *predict.View, g *predict.Goal) bool {
	return g.Kind != game.FlagGoal || g.Team == game.NoTeam || !v.Mode.Teams()
}

// sharedFrom is where the first row of shared goals stands: below what the teams' flags do.
func sharedFrom(v *predict.View) float32 {
	if v.Mode.Teams() && len(v.Goals) > 0 {
		return teamStatus + goalRow
	}
	return teamStatus
}

// goalsHeight is how far down goals reach; 0 where there are none.
func goalsHeight(v *predict.View) float32 {
	y := float32(0)
	if v.Mode.Teams() {
		y = teamStatus
	}
	next := sharedFrom(v)
	for i := range v.Goals {
		if shared(v, &v.Goals[i]) {
			y, next = next, next+goalRow
		}
	}
	return y
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
	for i := range v.Goals {
		if f := &v.Goals[i]; f.There && f.Team == team && !shared(v, f) {
			flagStatus(s, v, f, x, side, align)
		}
	}
}

// flagStatus says where a team's flag is.
func flagStatus(s scribe, v *predict.View, f *predict.Goal, x, side float32, align render.Align) {
	s.Icon(ui.IconFlag, x+side*7, teamStatus-5, 14, render.GoalColor(f.Team))
	x += side * 20
	switch {
	case f.AtHome:
		s.Text("home", x, teamStatus, render.SizeSmall, align, render.DimColor)
	case f.Holder == v.Seat && v.Me >= 0:
		s.Text("with you", x, teamStatus, render.SizeSmall, align, render.MineColor)
	case f.Holder != game.NoSeat:
		s.Clipped(nameOf(v, f.Holder), x, teamStatus, render.SizeSmall, align, render.WarnColor, 1, 120)
	default:
		s.Bytes(s.write().str("dropped ").int(seconds(f.DueIn)).b, x, teamStatus, render.SizeSmall, align, render.WarnColor)
	}
}

// goalIcons are the signs of what goals are; holdWords how one says who has them.
var (
	goalIcons = [game.GoalKinds]ui.Icon{game.FlagGoal: ui.IconFlag, game.ZoneGoal: ui.IconZone}
	holdWords = [game.GoalKinds]struct{ you, other, nobody string }{
		game.FlagGoal: {"you have it", " has it", "nobody has it"},
		game.ZoneGoal: {"you hold it", " holds it", "nobody holds it"},
	}
)

// goalStatus says who has a goal and when it moves.
func goalStatus(s scribe, v *predict.View, g *predict.Goal, y float32) {
	l, color, words := s.write(), render.DimColor, &holdWords[g.Kind]
	switch {
	case g.Holder == v.Seat && v.Me >= 0:
		l, color = l.str(words.you), render.MineColor
	case g.Holder != game.NoSeat:
		l, color = l.str(nameOf(v, g.Holder)).str(words.other), render.WarnColor
	case g.Inside > 1:
		l, color = l.str("contested"), render.WarnColor
	default:
		l = l.str(words.nobody)
	}
	if g.Kind == game.ZoneGoal && g.DueIn > 0 && counts(v.Phase) {
		l = l.str(" · moves in ").int(seconds(g.DueIn))
	}
	w := s.BytesWidth(l.b, render.SizeSmall)
	s.Bytes(l.b, s.W/2+10, y, render.SizeSmall, render.Middle, color)
	s.Icon(goalIcons[g.Kind], s.W/2-w/2-4, y-5, 14, color)
}
