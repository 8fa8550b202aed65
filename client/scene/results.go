package scene

import (
	"time"

	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
	"bankshot/game/snap"
)

// resultsLayout is where the parts of the results stand. What is missing has no size, and the others take its place.
type resultsLayout struct {
	title                   ui.Rect
	standings, shot, awards ui.Rect
	invite                  ui.Rect // the line over the cards
	cards                   [snap.MaxChoices]ui.Rect
	nCards                  int
}

// layResults lays the results out on a canvas of w x h.
func layResults(w, h float32, shot, awards bool, cards int) resultsLayout {
	var lay resultsLayout
	edge, gap, cardH, titleH := float32(16), float32(12), float32(96), float32(56)
	if h >= tall {
		edge, gap, cardH, titleH = 40, 20, 130, 104
	}
	inner := ui.Rect{X: edge, Y: 0, W: w - 2*edge, H: h - edge/2}
	lay.title = ui.Rect{X: edge, Y: edge / 2, W: inner.W, H: titleH - edge/2}
	bottom := inner.Bottom()
	if cards > 0 {
		lay.nCards = min(cards, snap.MaxChoices)
		row := ui.Rect{X: inner.X, Y: bottom - cardH, W: inner.W, H: cardH}
		row.Columns(lay.cards[:0], lay.nCards, gap)
		bottom = row.Y - gap/2
	}
	lay.invite = ui.Rect{X: inner.X, Y: bottom - 24, W: inner.W, H: 24}
	bottom = lay.invite.Y - gap/2
	body := ui.Rect{X: inner.X, Y: lay.title.Bottom() + gap/2, W: inner.W, H: bottom - lay.title.Bottom() - gap/2}
	n := 1
	if shot {
		n++
	}
	if awards {
		n++
	}
	if n == 1 {
		// Alone, the table needs no more room than elsewhere.
		wide := min(body.W, tableMost)
		body.X, body.W = (w-wide)/2, wide
	}
	var columns [3]ui.Rect
	body.Columns(columns[:0], n, gap)
	lay.standings = columns[0]
	if shot {
		lay.shot = columns[1]
	}
	if awards {
		lay.awards = columns[n-1]
	}
	return lay
}

func (c *chronicle) layout(w, h float32) resultsLayout {
	return layResults(w, h, c.outcome.hasShot, c.outcome.given > 0, len(c.vote.ballot.Choices))
}

// results is the end of a round: who won, how all stand, the shot of the round, the awards, and what may come next.
func results(s scribe, v *predict.View, order []int, c *chronicle, p *ui.Picker, shot *shotMap, now time.Duration) {
	s.Veil(0.78)
	lay := c.layout(s.W, s.H)
	winner(s, v, order, lay.title)
	standings(s, v, order, lay.standings)
	if c.outcome.hasShot {
		shot.draw(s, v.Arena, &c.outcome, lay.shot, now)
	}
	if c.outcome.given > 0 {
		awarded(s, v, &c.outcome, lay.awards)
	}
	invite(s, v, &c.vote, lay.invite)
	for i := range lay.nCards {
		card(s, &c.vote, i, i == p.Chosen, lay.cards[i])
	}
}

// winner names who won: a team, a ship, several, nobody.
func winner(s scribe, v *predict.View, order []int, r ui.Rect) {
	size := float32(render.SizeTitle)
	if s.H < tall {
		size = 32
	}
	y := r.Y + r.H/2 + size*0.35
	l, color := winnerLine(s.write(), v, order)
	s.Bytes(l.b, r.MiddleX(), y, size, render.Middle, color)
}

func winnerLine(l line, v *predict.View, order []int) (line, render.Color) {
	if v.Mode.Teams() {
		a, b := v.TeamScore[0], v.TeamScore[1]
		team := game.TeamOne
		switch {
		case a == b:
			return l.str("A draw  ").int(a).str(" : ").int(b), render.TextColor
		case b > a:
			team = game.TeamTwo
		}
		return l.str(teamNames[team]).str(" wins  ").int(max(a, b)).str(" : ").int(min(a, b)), render.TeamColor(team)
	}
	if len(order) == 0 {
		return l.str("Nobody was here"), render.DimColor
	}
	best := &v.Ships[order[0]]
	also := 0
	for _, i := range order[1:] {
		if sh := &v.Ships[i]; sh.Score == best.Score && sh.Kills == best.Kills && sh.Deaths == best.Deaths {
			also++
		}
	}
	switch {
	case also > 0:
		return l.str(best.Name).str(" and ").int(also).str(" more are even"), render.WarnColor
	case best.Mine:
		return l.str(best.Name).str(", you win"), render.MineColor
	}
	return l.str(best.Name).str(" wins"), render.WarnColor
}

const (
	standingsHead = 26
	// standingsRow is the least height of a row, standingsTall that of a row in larger letters, where all have room.
	standingsRow  = 22
	standingsTall = 30
	// standingsWide is the least width in which those have room.
	standingsWide = 300
)

// When the lines of the results come, in ticks: the standings from the last place up, then the awards one by one.
const (
	standingsAt   = 10
	standingsStep = 7
	awardsAt      = 40
	awardsStep    = 22
	lineComes     = 16 // how long each takes
)

// comes is how much of a line's light is there when so many ticks have passed and it comes at others.
func comes(passed int32, at int) float32 {
	return min(max(float32(int(passed)-at)/lineComes, 0), 1)
}

// standings is the table in short: place, name, kills and deaths, score.
func standings(s scribe, v *predict.View, order []int, r ui.Rect) {
	s.Panel(r.X, r.Y, r.W, r.H)
	score, kd := r.Right()-12, r.Right()-62
	s.Text("Standings", r.X+12, r.Y+18, render.SizeSmall, render.Left, render.FaintColor)
	s.Text("K – D", kd, r.Y+18, render.SizeSmall, render.Right, render.FaintColor)
	s.Text("score", score, r.Y+18, render.SizeSmall, render.Right, render.FaintColor)
	step, size := float32(standingsRow), float32(render.SizeSmall)
	if float32(len(order))*standingsTall <= r.H-standingsHead-6 {
		step, size = standingsTall, render.SizeBody
	}
	kdW := float32(66)
	if r.W < standingsWide { // whole names rather than large ones
		size, kdW = render.SizeSmall, 50
	}
	rows := min(len(order), int((r.H-standingsHead-6)/step))
	for row := range rows {
		place := row
		if row == rows-1 {
			place = max(place, placeOf(order, v.Me))
		}
		light := comes(v.PhasePassed, standingsAt+(rows-1-row)*standingsStep)
		ship := &v.Ships[order[place]]
		y := r.Y + standingsHead + float32(row)*step
		if ship.Mine {
			s.Box(r.X+6, y, r.W-12, step-1, render.LineColor, 0.6*light)
		}
		color := shipNameColor(ship)
		base := y + step/2 + size/3
		s.BytesFaded(s.write().int(place+1).b, r.X+30, base, size, render.Right, render.FaintColor, light)
		name := color
		if ship.Team != game.NoTeam && !ship.Mine {
			name = render.TeamColor(ship.Team)
		}
		s.Clipped(ship.Name, r.X+38, base, size, render.Left, name, light, kd-kdW-r.X-38)
		s.BytesFaded(s.write().int(ship.Kills).str(" – ").int(ship.Deaths).b, kd, base, size, render.Right, render.DimColor, light)
		s.BytesFaded(s.write().int(ship.Score).b, score, base, size, render.Right, color, light)
	}
}

// awarded lists who was best at what.
func awarded(s scribe, v *predict.View, o *outcome, r ui.Rect) {
	s.Panel(r.X, r.Y, r.W, r.H)
	s.Text("Awards", r.X+12, r.Y+18, render.SizeSmall, render.Left, render.FaintColor)
	step := min((r.H-standingsHead-4)/float32(len(o.awards)), 52)
	twoLines := step >= 40
	for i := range o.given {
		n := &o.awards[i]
		y := r.Y + standingsHead + float32(i)*step
		color := render.TextColor
		if n.Seat == v.Seat && v.Me >= 0 {
			color = render.MineColor
		}
		words, light := &awards[n.Award], comes(v.PhasePassed, awardsAt+i*awardsStep)
		l := s.write().int(int(n.Points)).str(words.unit)
		valueW := s.BytesWidth(l.b, render.SizeSmall)
		if twoLines {
			s.Faded(words.name, r.X+12, y+16, render.SizeSmall, render.Left, render.DimColor, light)
			s.Clipped(n.Name, r.X+12, y+34, render.SizeBody, render.Left, color, light, r.W-24)
			s.BytesFaded(l.b, r.Right()-12, y+16, render.SizeSmall, render.Right, render.WarnColor, light)
			continue
		}
		base := y + step/2 + 5
		s.Faded(words.name, r.X+12, base, render.SizeSmall, render.Left, render.DimColor, light)
		s.BytesFaded(l.b, r.Right()-12, base, render.SizeSmall, render.Right, render.WarnColor, light)
		room := r.W - 24 - s.Width(words.name, render.SizeSmall) - valueW - 20
		s.Clipped(n.Name, r.Right()-12-valueW-10, base, render.SizeSmall, render.Right, color, light, room)
	}
}
