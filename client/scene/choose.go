package scene

import (
	"bankshot/client/input"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
	"bankshot/game/arena"
)

// modeChoice is what a player wants to play: anything, or one mode.
type modeChoice uint8

const (
	// anyMode is whatever is being played; the modes follow in their order.
	anyMode     modeChoice = 0
	modeChoices            = modeChoice(arena.Modes) + 1
)

// mode is the chosen mode, false for any.
func (c modeChoice) mode() (game.Mode, bool) { return game.Mode(c - 1), c != anyMode }

func (c modeChoice) name() string {
	if m, ok := c.mode(); ok {
		return modeOf(m).Name
	}
	return "Any"
}

// asks is the name of the mode that a room is asked for, empty for any.
func (c modeChoice) asks() string {
	if m, ok := c.mode(); ok {
		return m.String()
	}
	return ""
}

const (
	choiceH   = 44
	choiceGap = 10
	choiceMax = 150
	// choiceMin is as narrow as the longest name may stand.
	choiceMin = 96
)

// choiceBoxes appends where the title's choices stand, side by side, in as many rows as that takes.
func choiceBoxes(dst []ui.Rect, w, h float32) []ui.Rect {
	const n = int(modeChoices)
	fit := min(max(int((w-32+choiceGap)/(choiceMin+choiceGap)), 1), n)
	rows := (n + fit - 1) / fit
	each := (n + rows - 1) / rows
	wide := min(w-32, float32(each)*choiceMax+float32(each-1)*choiceGap)
	row := ui.Rect{X: (w - wide) / 2, Y: h*0.62 - float32(rows-1)*(choiceH+choiceGap), W: wide, H: choiceH}
	for left := n; left > 0; left -= each {
		dst = row.Columns(dst, each, choiceGap)
		row.Y += choiceH + choiceGap
	}
	return dst[:len(dst)-(rows*each-n)]
}

// choices draws what can be played, and what the chosen one is about.
func (g *Game) choices(s scribe) {
	var room [2 * modeChoices]ui.Rect
	boxes := choiceBoxes(room[:0], s.W, s.H)
	for i, box := range boxes {
		s.Button(box, modeChoice(i).name(), i == g.modes.Chosen)
	}
	text := "Whatever is being played: you are in at once"
	if m, ok := modeChoice(g.modes.Chosen).mode(); ok {
		text = modeOf(m).Goal
	}
	below := boxes[len(boxes)-1].Bottom()
	w := s.Width(text, render.SizeSmall)
	s.Shade((s.W-w)/2, below+15, w, 14, render.ShadeAlpha)
	s.Text(text, s.W/2, below+26, render.SizeSmall, render.Middle, render.DimColor)
}

// choose lets the devices pick what to play: left and right walk along the choices and any other key plays the chosen
// one; a click on one plays it, a click anywhere else plays whatever is played here. A pointer that only passes chooses
// nothing: the first key must not depend on where a mouse was left.
func (g *Game) choose(d *input.Devices) {
	var room [2 * modeChoices]ui.Rect
	c := ui.On(g.renderer)
	p := g.presses(d)
	p.Next, p.Previous, p.Number, p.Accepted, p.Moved = d.Forth, d.Back, 0, false, false
	picked := g.modes.Update(p, choiceBoxes(room[:0], c.W, c.H))
	walks := d.Forth || d.Back || d.Next || d.Previous
	switch {
	case picked >= 0:
		g.start(modeChoice(picked))
	case d.Clicked:
		g.start(anyMode)
	case d.Start && !walks:
		g.start(modeChoice(g.modes.Chosen))
	}
}

// start plays: right here if anything will do, or if it is what is played here.
func (g *Game) start(choice modeChoice) {
	if m, ok := choice.mode(); !ok || g.view.Ready && g.view.Mode == m {
		g.play()
		return
	}
	g.playMode(choice)
}
