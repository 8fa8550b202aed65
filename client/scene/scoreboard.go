package scene

import (
	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
)

const (
	tableRow  = 28
	tableHead = 44
	tableFoot = 10
	// tableAbove is what has to stay free above the table, for the clock and the teams' scores, tableBelow under it.
	tableAbove = 92
	tableBelow = 16
	tableGap   = 16
	// tableMost is the widest a table gets; on one narrower than tableFew a figure takes less, and pilots have a sign.
	tableMost = 640
	tableFew  = 480
)

// ranked appends the indices of the View's ships from first to last, as the rules rank them; where teams play, those of
// the better team first.
func ranked(dst []int, v *predict.View) []int {
	dst = dst[:0]
	for i := range v.Ships {
		dst = append(dst, i)
		for k := len(dst) - 1; k > 0 && ahead(v, &v.Ships[dst[k]], &v.Ships[dst[k-1]]); k-- {
			dst[k], dst[k-1] = dst[k-1], dst[k]
		}
	}
	return dst
}

func ahead(v *predict.View, a, b *predict.Ship) bool {
	if v.Mode.Teams() && a.Team != b.Team {
		return teamRank(v, a.Team) < teamRank(v, b.Team)
	}
	switch {
	case a.Score != b.Score:
		return a.Score > b.Score
	case a.Kills != b.Kills:
		return a.Kills > b.Kills
	case a.Deaths != b.Deaths:
		return a.Deaths < b.Deaths
	}
	return a.Seat < b.Seat
}

// teamRank orders the teams: the better one, the other, nobody's.
func teamRank(v *predict.View, team uint8) int {
	switch {
	case team == game.NoTeam:
		return 2
	case v.TeamScore[team-1] > v.TeamScore[otherTeam(team)-1]:
		return 0
	case v.TeamScore[0] == v.TeamScore[1] && team == game.TeamOne:
		return 0
	}
	return 1
}

// column is one figure of the table.
type column struct {
	head string
	of   func(*predict.Ship) int
}

// columns of the table, score last; goals only where there are any.
var (
	plainColumns = []column{
		{"K", func(p *predict.Ship) int { return p.Kills }},
		{"D", func(p *predict.Ship) int { return p.Deaths }},
		{"A", func(p *predict.Ship) int { return p.Assists }},
		{"banks", func(p *predict.Ship) int { return p.Banked }},
		{"score", func(p *predict.Ship) int { return p.Score }},
	}
	goalColumns = []column{
		plainColumns[0], plainColumns[1], plainColumns[2], plainColumns[3],
		{"goals", func(p *predict.Ship) int { return p.Goals }},
		plainColumns[4],
	}
)

func columnsOf(m game.Mode) []column {
	if int(m) < len(game.Modes) && len(game.Modes[m].Goals) > 0 {
		return goalColumns
	}
	return plainColumns
}

// scoreboard is the table of all ships, or of as many as there is room for, mine always among them: one table, or the two
// teams' side by side.
func scoreboard(s scribe, v *predict.View, order []int) {
	s.Veil(0.5)
	area := ui.Rect{X: tableGap, Y: tableAbove, W: s.W - 2*tableGap, H: s.H - tableAbove - tableBelow}
	if !v.Mode.Teams() {
		w := min(area.W, tableMost)
		table(s, v, order, ui.Rect{X: (s.W - w) / 2, Y: area.Y, W: w, H: area.H}, modeOf(v.Mode).Name)
		return
	}
	w := min((area.W-tableGap)/2, tableMost)
	for team := game.TeamOne; team <= game.TeamTwo; team++ {
		from, to := teamPart(v, order, team)
		x := s.W/2 - w - tableGap/2
		if team == game.TeamTwo {
			x = s.W/2 + tableGap/2
		}
		table(s, v, order[from:to], ui.Rect{X: x, Y: area.Y, W: w, H: area.H}, teamNames[team])
	}
}

// teamPart is where a team's ships stand in the order.
func teamPart(v *predict.View, order []int, team uint8) (from, to int) {
	for to = 0; to < len(order) && v.Ships[order[to]].Team != team; to++ {
	}
	from = to
	for to < len(order) && v.Ships[order[to]].Team == team {
		to++
	}
	return from, to
}

// table draws the ships in order in the upper part of r.
func table(s scribe, v *predict.View, order []int, r ui.Rect, title string) {
	rows := min(len(order), int(r.H-tableHead-tableFoot)/tableRow)
	s.Panel(r.X, r.Y, r.W, float32(tableHead+rows*tableRow+tableFoot))
	columns := columnsOf(v.Mode)
	head := r.Y + 28
	if len(order) > 0 {
		s.Text(title, r.X+16, head, render.SizeBody, render.Left, render.TeamColor(v.Ships[order[0]].Team))
	}
	for c := range columns {
		s.Text(columns[c].head, columnX(r, columns, c), head, render.SizeSmall, render.Right, render.FaintColor)
	}
	for row := range rows {
		place := row
		if row == rows-1 {
			place = max(place, placeOf(order, v.Me))
		}
		ship := &v.Ships[order[place]]
		tableLine(s, ship, place, columns, ui.Rect{X: r.X, Y: r.Y + tableHead + float32(row)*tableRow, W: r.W, H: tableRow})
	}
}

// columnX is the right end of a column: one with a letter for a head is narrower than one with a word.
func columnX(r ui.Rect, columns []column, c int) float32 {
	letter, word := float32(42), float32(52)
	if r.W < tableFew {
		letter, word = 27, 44
	}
	x := r.Right() - 14
	for k := len(columns) - 1; k > c; k-- {
		if len(columns[k].head) == 1 {
			x -= letter
		} else {
			x -= word
		}
	}
	return x
}

func tableLine(s scribe, ship *predict.Ship, place int, columns []column, r ui.Rect) {
	base := r.Y + 19
	if ship.Mine {
		s.Box(r.X+6, r.Y, r.W-12, r.H-2, render.LineColor, 0.6)
	}
	color := shipNameColor(ship)
	s.Bytes(s.write().int(place+1).b, r.X+34, base, render.SizeBody, render.Right, render.FaintColor)
	x := r.X + 46
	room := columnX(r, columns, 0) - 24 - x
	mark := float32(16)
	if r.W >= tableFew {
		mark = s.Width("pilot", render.SizeSmall) + 8
	}
	if ship.Pilot {
		room -= mark
	}
	w := s.Clipped(ship.Name, x, base, render.SizeBody, render.Left, color, 1, room)
	switch {
	case ship.Pilot && r.W >= tableFew:
		s.Text("pilot", x+w+8, base, render.SizeSmall, render.Left, render.FaintColor)
	case ship.Pilot:
		s.Icon(ui.IconPilot, x+w+9, base-6, 9, render.DimColor)
	}
	for c := range columns {
		s.Bytes(s.write().int(columns[c].of(ship)).b, columnX(r, columns, c), base, render.SizeBody, render.Right, color)
	}
}

func shipNameColor(ship *predict.Ship) render.Color {
	switch {
	case ship.Mine:
		return render.MineColor
	case ship.Pilot:
		return render.DimColor
	}
	return render.TextColor
}

// placeOf is where ship i stands in the order, -1 where it doesn't.
func placeOf(order []int, i int) int {
	for place, k := range order {
		if k == i {
			return place
		}
	}
	return -1
}
