package scene

import (
	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
)

const (
	// leadersShown is how many of the hour's best stand beside the play: on a phone the place of a ship is all there is room for.
	leadersShown = 5
	leadersRow   = 20
	leadersW     = 190
	leadersName  = 120
)

// hourStanding is my score and my place of the hour among everybody, and whom I have to beat.
func hourStanding(s scribe, v *predict.View, me *predict.Ship) {
	l := s.write().int(me.Score)
	s.Bytes(l.b, hudEdge, hudEdge+34, render.SizeTitle, render.Left, render.MineColor)
	x := hudEdge + s.BytesWidth(l.b, render.SizeTitle) + 14
	if me.Streak > 1 {
		l = s.write().str("streak ×").int(me.Streak)
		s.Bytes(l.b, x, hudEdge+34, render.SizeSmall, render.Left, render.WarnColor)
	}
	if v.Leaders.Place > 0 {
		l = s.write().ordinal(v.Leaders.Place).str(" of ").int(v.Leaders.Players)
		s.Bytes(l.b, x, hudEdge+16, render.SizeSmall, render.Left, render.TextColor)
	}
	standingGround(s, x+clockW/2)
}

// leaders lists the best of the hour at the left edge, under my score.
func leaders(s scribe, v *predict.View) {
	best := v.Leaders.Best
	if s.H < tall || len(best) == 0 {
		return
	}
	y := float32(hudEdge + 72)
	rows := min(len(best), leadersShown)
	if v.Leaders.Place > leadersShown && v.Me >= 0 {
		rows++
	}
	// In a crowd there are ships everywhere, and names.
	s.Shade(hudEdge, y-render.SizeSmall, leadersW, float32(rows+1)*leadersRow, render.ShadeAlpha)
	s.Text("best of the hour", hudEdge, y, render.SizeSmall, render.Left, render.FaintColor)
	for i := range min(len(best), leadersShown) {
		y += leadersRow
		leaderLine(s, &best[i], y)
	}
	if place := v.Leaders.Place; place > leadersShown && v.Me >= 0 {
		me := &v.Ships[v.Me]
		leaderLine(s, &predict.Leader{Name: me.Name, Mine: true, Score: v.Leaders.Score, Place: place}, y+leadersRow+4)
	}
}

func leaderLine(s scribe, l *predict.Leader, y float32) {
	color := render.DimColor
	if l.Mine {
		color = render.MineColor
	}
	const place, score = hudEdge + 24, hudEdge + leadersW
	s.Bytes(s.write().int(l.Place).b, place, y, render.SizeSmall, render.Right, render.FaintColor)
	w := s.Clipped(l.Name, place+8, y, render.SizeSmall, render.Left, color, 1, leadersName)
	if l.Pilot {
		s.Icon(ui.IconPilot, place+8+w+9, y-5, 8, render.FaintColor)
	}
	s.Bytes(s.write().int(l.Score).b, score, y, render.SizeSmall, render.Right, color)
}

// leaderTable is the table of the hour: its best, and where I stand.
func leaderTable(s scribe, v *predict.View) {
	s.Veil(0.5)
	w := min(s.W-2*tableGap, 480)
	area := ui.Rect{X: (s.W - w) / 2, Y: tableAbove, W: w, H: s.H - tableAbove - tableBelow}
	best := v.Leaders.Best
	mine := v.Leaders.Place > len(best) && v.Me >= 0
	rows := len(best)
	if mine {
		rows++
	}
	rows = min(rows, int(area.H-tableHead-tableFoot)/tableRow)
	s.Panel(area.X, area.Y, area.W, float32(tableHead+rows*tableRow+tableFoot))
	head := area.Y + 28
	s.Text("Best of the hour", area.X+16, head, render.SizeBody, render.Left, render.TextColor)
	columns := leaderColumns(area)
	for c, name := range [...]string{"streak", "K", "score"} {
		s.Text(name, columns[c], head, render.SizeSmall, render.Right, render.FaintColor)
	}
	for row := range rows {
		var l predict.Leader
		if row < len(best) {
			l = best[row]
		}
		if mine && row == rows-1 {
			me := &v.Ships[v.Me]
			l = predict.Leader{Name: me.Name, Mine: true, Score: v.Leaders.Score, Kills: me.Kills, Streak: me.Streak, Place: v.Leaders.Place}
		}
		tableLeader(s, &l, columns, ui.Rect{X: area.X, Y: area.Y + tableHead + float32(row)*tableRow, W: area.W, H: tableRow})
	}
}

// leaderColumns are the right ends of streak, kills and score.
func leaderColumns(r ui.Rect) [3]float32 {
	x := r.Right() - 16
	return [3]float32{x - 120, x - 62, x}
}

func tableLeader(s scribe, l *predict.Leader, columns [3]float32, r ui.Rect) {
	base, color := r.Y+19, render.TextColor
	switch {
	case l.Mine:
		s.Box(r.X+6, r.Y, r.W-12, r.H-2, render.LineColor, 0.6)
		color = render.MineColor
	case l.Pilot:
		color = render.DimColor
	}
	s.Bytes(s.write().int(l.Place).b, r.X+40, base, render.SizeBody, render.Right, render.FaintColor)
	x := r.X + 52
	w := s.Clipped(l.Name, x, base, render.SizeBody, render.Left, color, 1, columns[0]-70-x)
	if l.Pilot {
		s.Icon(ui.IconPilot, x+w+9, base-6, 9, render.DimColor)
	}
	for c, n := range [...]int{l.Streak, l.Kills, l.Score} {
		s.Bytes(s.write().int(n).b, columns[c], base, render.SizeBody, render.Right, color)
	}
}

// hour says whether the mode has no rounds: scores are those of the hour, and of everybody far away too.
func hour(v *predict.View) bool { return game.Endless(v.Mode) }
