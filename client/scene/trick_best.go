package scene

import (
	"slices"
	"strconv"
	"strings"

	"bankshot/client/link"
	"bankshot/client/render"
	"bankshot/client/ui"
)

// dayBest are the best tries of a day, as the server tells them.
type dayBest struct {
	answer  <-chan link.Answer
	lines   []bestLine
	players int
	// missing says that nobody could be asked.
	missing bool
}

type bestLine struct {
	rank, score int
	name        string
}

// mostBest is how many are shown: as many as the server tells.
const mostBest = 20

// ask gets them anew.
func (b *dayBest) ask(server, date string) {
	if !strings.Contains(server, "://") {
		server = "http://" + server
	}
	b.answer = link.Ask("GET", strings.TrimRight(server, "/")+"/api/v1/tricks/"+date+"/scores", nil)
}

// receive takes the answer when it is there.
func (b *dayBest) receive() {
	select {
	case a := <-b.answer: // which blocks for ever where nothing was asked
		b.take(a)
	default:
	}
}

func (b *dayBest) take(a link.Answer) {
	b.answer = nil
	players, ok := jsonInt(a.Body, "players")
	if b.missing = a.Err != nil || a.Status != 200 || !ok; !b.missing {
		b.players, b.lines = players, parseBest(b.lines[:0], string(a.Body))
	}
}

// parseBest reads the lines of a list of objects such as {"rank":1,"name":"Ana","score":42}, each of them flat. What cannot be
// read ends the list.
func parseBest(dst []bestLine, body string) []bestLine {
	_, list, ok := strings.Cut(body, `"top":[`)
	for ok && len(dst) < mostBest {
		object := ""
		if object, list, ok = cutObject(list); !ok {
			break
		}
		rank, isRank := jsonInt([]byte(object), "rank")
		score, isScore := jsonInt([]byte(object), "score")
		name, isName := jsonText(object, "name")
		if !isRank || !isScore || !isName {
			break
		}
		dst = append(dst, bestLine{rank, score, name})
		list, ok = strings.CutPrefix(list, ",")
	}
	return dst
}

// cutObject takes a flat object off the beginning of s: texts in it may hold any brackets.
func cutObject(s string) (object, rest string, ok bool) {
	if !strings.HasPrefix(s, "{") {
		return "", "", false
	}
	quoted := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case c == '}' && !quoted:
			return s[:i+1], s[i+1:], true
		}
	}
	return "", "", false
}

// jsonText is the text of a name in a flat object, with its escapes as Go's encoder writes them.
func jsonText(object, name string) (string, bool) {
	_, rest, ok := strings.Cut(object, `"`+name+`":`)
	if !ok {
		return "", false
	}
	quoted, err := strconv.QuotedPrefix(rest)
	if err != nil {
		return "", false
	}
	text, err := strconv.Unquote(quoted)
	return text, err == nil
}

// first says who leads the day, for its title.
func (b *dayBest) first(l line) line {
	switch {
	case len(b.lines) == 0 && b.players == 0 && !b.missing && b.answer == nil:
		return l.str("Nobody has played it yet: be the first")
	case len(b.lines) == 0:
		return l
	}
	l = l.str("The day's best: ").str(b.lines[0].name).str(", ").int(b.lines[0].score).str(" points · ").int(b.players)
	if b.players == 1 {
		return l.str(" has played")
	}
	return l.str(" have played")
}

// draw lists them in a box, mine marked: the one with my name and my score. Where it is not among them it takes the last
// place that is shown.
func (b *dayBest) draw(s scribe, r ui.Rect, mine *entry) {
	s.Panel(r.X, r.Y, r.W, r.H)
	s.Text("The day's best", r.X+14, r.Y+22, render.SizeSmall, render.Left, render.DimColor)
	if b.players > 0 {
		s.Bytes(s.write().str("of ").int(b.players).b, r.Right()-14, r.Y+22, render.SizeSmall, render.Right, render.FaintColor)
	}
	switch {
	case b.answer != nil && len(b.lines) == 0:
		s.Text("asking", r.MiddleX(), r.Y+60, render.SizeSmall, render.Middle, render.FaintColor)
	case b.missing:
		s.Text("the server does not tell", r.MiddleX(), r.Y+60, render.SizeSmall, render.Middle, render.WarnColor)
	case len(b.lines) == 0:
		s.Text("nobody yet", r.MiddleX(), r.Y+60, render.SizeSmall, render.Middle, render.FaintColor)
	}
	const head = 34
	step := min((r.H-head-6)/mostBest, 24)
	size := min(step*0.8, render.SizeSmall)
	own := bestLine{mine.rank, mine.best, mine.name}
	among := mine.rank == 0 || slices.ContainsFunc(b.lines, own.same)
	for i := range b.lines {
		l := b.lines[i]
		if i == mostBest-1 && !among {
			l = own
		}
		y, color := r.Y+head+float32(i)*step, render.TextColor
		if mine.rank > 0 && own.same(l) {
			s.Box(r.X+6, y, r.W-12, step, render.LineColor, 0.6)
			color = render.MineColor
		}
		base := y + step*0.75
		s.Bytes(s.write().int(l.rank).b, r.X+34, base, size, render.Right, render.FaintColor)
		s.Clipped(l.name, r.X+42, base, size, render.Left, color, 1, r.W-42-70)
		s.Bytes(s.write().int(l.score).b, r.Right()-14, base, size, render.Right, color)
	}
}

func (l bestLine) same(o bestLine) bool { return l.name == o.name && l.score == o.score }

// bestBox is where the list stands: beside the result, or alone.
func bestBox(w, h float32) ui.Rect {
	r := resultBox(w, h)
	return ui.Rect{X: r.Right() + 12, Y: r.Y, W: 236, H: r.H}
}
