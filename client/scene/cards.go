package scene

import (
	"bankshot/client/input"
	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
	"bankshot/game/snap"
)

// voteAfter is how long the results stand before a click votes: whoever was firing when the round ended has not read them.
const voteAfter = game.TickHz * 3 / 4

// invite says what the cards are for, why a vote did not count, and when the next round comes.
func invite(s scribe, v *predict.View, vote *vote, r ui.Rect) {
	y := r.Y + 18
	l := s.write().str("next round in ").int(seconds(v.PhaseLeft))
	s.Bytes(l.b, r.Right(), y, render.SizeBody, render.Right, render.TextColor)
	switch {
	case vote.refused != "":
		s.Bytes(s.write().str("Your vote does not count: ").str(vote.refused).b, r.X, y, render.SizeBody, render.Left, render.BadColor)
	case vote.open():
		s.Text("What comes next? Vote by a click, a tap or a number", r.X, y, render.SizeBody, render.Left, render.AccentColor)
	case vote.there():
		l := s.write().str("Next: ").str(vote.ballot.Choices[vote.ballot.Taken].Arena)
		s.Bytes(l.b, r.X, y, render.SizeBody, render.Left, render.AccentColor)
	}
}

// card is one choice: its number, arena, mode, what the mode is about, and its votes.
func card(s scribe, v *vote, i int, chosen bool, r ui.Rect) {
	c := &v.ballot.Choices[i]
	taken, mine := int(v.ballot.Taken) == i, v.mine == i
	alpha := float32(1)
	frame := render.LineColor
	switch {
	case taken:
		frame = render.WarnColor
	case !v.open():
		alpha = 0.4
	case mine:
		frame = render.MineColor
	case chosen:
		frame = render.AccentColor
	}
	s.Box(r.X, r.Y, r.W, r.H, render.PanelColor, render.PanelAlpha)
	s.Frame(r.X, r.Y, r.W, r.H, frame)
	if taken || mine {
		s.Frame(r.X+2, r.Y+2, r.W-4, r.H-4, frame)
	}
	words := modeOf(c.Mode)
	x, room := r.X+14, r.W-28
	step := r.H / 4
	s.BytesFaded(s.write().int(i+1).b, r.Right()-12, r.Y+step*0.85, render.SizeBody, render.Right, render.FaintColor, alpha)
	s.Clipped(c.Arena, x, r.Y+step*0.9, render.SizeBody+2, render.Left, render.TextColor, alpha, room-20)
	s.Clipped(words.Name, x, r.Y+step*1.8, render.SizeBody, render.Left, render.AccentColor, alpha, room)
	s.Clipped(words.Short, x, r.Y+step*2.6, render.SizeSmall, render.Left, render.DimColor, alpha, room)
	base := r.Y + step*3.55
	dots := min(int(c.Votes), 12)
	for d := range dots {
		s.Ring(x+5+float32(d)*13, base-5, 4, voteStroke, render.WarnColor.Times(alpha))
	}
	x += float32(dots) * 15
	s.BytesFaded(votesLine(s.write(), int(c.Votes)).b, x, base, render.SizeSmall, render.Left, render.WarnColor, alpha)
	switch {
	case taken:
		s.Text("next", r.Right()-12, base, render.SizeSmall, render.Right, render.WarnColor)
	case mine:
		s.Text("your vote", r.Right()-12, base, render.SizeSmall, render.Right, render.MineColor)
	}
}

func votesLine(l line, n int) line {
	switch n {
	case 0:
		return l.str("no votes")
	case 1:
		return l.str("1 vote")
	}
	return l.int(n).str(" votes")
}

var voteStroke = render.Stroke{Core: 1.6, Glow: 5, Heat: 0.3}

// ballot lets the devices vote: by mouse or finger on a card, by its number, or by walking to it and accepting.
func (g *Game) ballot(d *input.Devices) {
	vote := &g.match.told.vote
	if g.shareShot(d) || !vote.open() {
		return
	}
	c := ui.On(g.renderer)
	lay := g.match.told.layout(c.W, c.H)
	p := g.presses(d)
	p.Next, p.Previous = d.Forth, d.Back
	if g.view.PhasePassed < voteAfter {
		p.Clicked, p.Accepted = false, false
	}
	if choice := g.cards.Update(p, lay.cards[:lay.nCards]); vote.wants(choice) {
		n, err := g.match.pred.Command(snap.AppendVote(nil, uint8(choice)))
		if err != nil {
			vote.failed(err)
			return
		}
		vote.cast(n, choice)
	}
}

// presses is what the devices did to whatever is in front, in units of the interface.
func (g *Game) presses(d *input.Devices) ui.Presses {
	c := ui.On(g.renderer)
	p := ui.Presses{Next: d.Next, Previous: d.Previous, Accepted: d.Accepted, Clicked: d.Clicked, Number: d.Number, Finger: d.Clicked && len(d.Touches) > 0}
	px, py := d.CursorX, d.CursorY
	if d.Clicked {
		px, py = d.ClickX, d.ClickY
	}
	p.Moved = px != g.pointerX || py != g.pointerY
	g.pointerX, g.pointerY = px, py
	p.X, p.Y = c.At(px, py)
	return p
}
