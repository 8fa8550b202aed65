package scene

import (
	"bankshot/client/predict"
	"bankshot/client/render"
)

const (
	tableW   = 560
	tableRow = 28
	tableTop = 44
	// tableAbove is what has to stay free above the table, for the clock and the winner, and tableBelow under it.
	tableAbove = 138
	tableBelow = 16
)

// ranked appends the indices of the View's ships from first to last, as the rules rank them.
func ranked(dst []int, ships []predict.Ship) []int {
	dst = dst[:0]
	for i := range ships {
		dst = append(dst, i)
		for k := len(dst) - 1; k > 0 && ahead(&ships[dst[k]], &ships[dst[k-1]]); k-- {
			dst[k], dst[k-1] = dst[k-1], dst[k]
		}
	}
	return dst
}

func ahead(a, b *predict.Ship) bool {
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

// scoreboard is the table of all ships, or of as many as there is room for, mine always among them; it says where its
// top is.
func scoreboard(s scribe, v *predict.View, order []int) (top float32) {
	rows := min(len(order), int(s.H-tableAbove-tableBelow-tableTop-12)/tableRow)
	h := float32(tableTop + rows*tableRow + 12)
	x, y := (s.W-tableW)/2, max((s.H-h)/2+20, tableAbove)
	s.Panel(x, y, tableW, h)
	score, kills, deaths := x+tableW-190, x+tableW-100, x+tableW-24
	head := y + 28
	s.Text("score", score, head, render.SizeSmall, render.Right, render.FaintColor)
	s.Text("kills", kills, head, render.SizeSmall, render.Right, render.FaintColor)
	s.Text("deaths", deaths, head, render.SizeSmall, render.Right, render.FaintColor)
	for row := range rows {
		place := row
		if row == rows-1 {
			place = max(place, placeOf(order, v.Me))
		}
		ship := &v.Ships[order[place]]
		base := y + tableTop + float32(row)*tableRow + 19
		if ship.Mine {
			s.Box(x+6, base-19, tableW-12, tableRow-2, render.LineColor, 0.6)
		}
		color := render.TextColor
		switch {
		case ship.Mine:
			color = render.MineColor
		case ship.Pilot:
			color = render.DimColor
		}
		s.Bytes(s.write().int(place+1).b, x+40, base, render.SizeBody, render.Right, render.FaintColor)
		s.Text(ship.Name, x+56, base, render.SizeBody, render.Left, color)
		if ship.Pilot {
			s.Text("pilot", x+66+s.Width(ship.Name, render.SizeBody), base, render.SizeSmall, render.Left, render.FaintColor)
		}
		s.Bytes(s.write().int(ship.Score).b, score, base, render.SizeBody, render.Right, color)
		s.Bytes(s.write().int(ship.Kills).b, kills, base, render.SizeBody, render.Right, color)
		s.Bytes(s.write().int(ship.Deaths).b, deaths, base, render.SizeBody, render.Right, color)
	}
	return y
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
