package scene

import (
	"bankshot/client/input"
	"bankshot/client/render"
	"bankshot/client/ui"
)

// menu is what Esc opens over the running match.
type menu struct {
	ui.Menu
	x, y float32 // where the pointer was, in pixels
}

const (
	menuResume = iota
	menuTitle
	menuQuit
)

func newMenu() *menu {
	m := &menu{Menu: ui.Menu{Labels: []string{"Resume", "Leave to the title"}}}
	if canQuit {
		m.Labels = append(m.Labels, "Quit")
	}
	return m
}

// update lets the devices work on the menu; it says when the menu is to be closed.
func (m *menu) update(g *Game, d *input.Devices) bool {
	c := ui.On(g.renderer)
	p := ui.Presses{Next: d.Next, Previous: d.Previous, Accepted: d.Accepted, Clicked: d.Clicked}
	px, py := d.CursorX, d.CursorY
	if d.Clicked {
		px, py = d.ClickX, d.ClickY
	}
	p.Moved = px != m.x || py != m.y
	m.x, m.y = px, py
	p.X, p.Y = c.At(px, py)
	switch m.Update(p, c.W/2, m.top(c)) {
	case menuResume:
		return true
	case menuTitle:
		g.toTitle()
		return true
	case menuQuit:
		g.quit = true
		return true
	}
	return false
}

func (m *menu) top(c ui.Canvas) float32 { return (c.H - m.Height()) / 2 }

func (m *menu) draw(s scribe) {
	s.Veil(0.6)
	top := m.top(s.Canvas)
	s.Text("The match goes on", s.W/2, top-34, render.SizeBody, render.Middle, render.DimColor)
	m.Draw(s.Canvas, s.W/2, top)
	hints(s, s.H-92)
	s.Text("Tab shows the scores, F3 the network", s.W/2, s.H-48, render.SizeSmall, render.Middle, render.FaintColor)
}
