package scene

import (
	"bankshot/client/input"
	"bankshot/client/link"
	"bankshot/client/render"
	"bankshot/client/ui"
)

// menu is what Esc opens over the running match.
type menu struct {
	ui.Menu
	shows menuPage
}

// menuPage is what of it is open.
type menuPage uint8

const (
	menuOfAll menuPage = iota
	// menuOfModes is what can be played instead, menuOfSettings what can be set.
	menuOfModes
	menuOfSettings
)

const (
	menuResume = iota
	menuModes
	menuTrick
	menuRange
	menuSettings
	menuTitle
	menuQuit
)

func newMenu() *menu {
	m := &menu{Menu: ui.Menu{Labels: []string{"Resume", "Play another mode", "Trick shot of the day", "Range", "Settings", "Leave to the title"}}}
	if canQuit {
		m.Labels = append(m.Labels, "Quit")
	}
	return m
}

// newModeMenu offers every mode, and the way back after them.
func newModeMenu() *menu {
	m := &menu{shows: menuOfModes}
	for choice := range modeChoices {
		m.Labels = append(m.Labels, choice.name())
	}
	m.Labels = append(m.Labels, "Back")
	return m
}

// update lets the devices work on the menu; it says when the menu is to be closed.
func (m *menu) update(g *Game, d *input.Devices) bool {
	c := ui.On(g.renderer)
	picked := m.Update(g.presses(d), c.W/2, m.top(c))
	switch m.shows {
	case menuOfSettings:
		return m.setting(g, picked)
	case menuOfModes:
		switch {
		case picked == int(modeChoices):
			g.menu = newMenu()
		case picked >= 0:
			g.playMode(modeChoice(picked))
			return true
		}
		return false
	case menuOfAll:
	}
	switch picked {
	case menuResume:
		return true
	case menuModes:
		g.menu = newModeMenu()
	case menuTrick:
		g.stepAside(newTricks(g, trickDate("today")))
		return true
	case menuRange:
		g.stepAside(newRange())
		return true
	case menuSettings:
		g.menu = newSettingsMenu(g)
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

// draw draws the menu over g's match.
func (m *menu) draw(s scribe, g *Game) {
	s.Veil(0.6)
	top := m.top(s.Canvas)
	m.Draw(s.Canvas, s.W/2, top)
	if m.shows == menuOfSettings {
		menuHead(s, "Settings", top, render.DimColor)
		return
	}
	if m.shows == menuOfModes {
		return // on a phone the buttons take all the height there is
	}
	if top-34 < 2*render.SizeBody {
		return // the buttons take all the height there is
	}
	if g.match.link.State() == link.Open {
		menuHead(s, "The match goes on", top, render.DimColor)
	} else {
		menuHead(s, "reconnecting…", top, render.WarnColor)
	}
	if top+m.Height() > s.H-92-render.SizeSmall {
		return // the buttons stand where the hints would
	}
	hints(s, g.mapper.Used, s.H-92)
	s.Text("Tab shows the scores, F3 the network", s.W/2, s.H-48, render.SizeSmall, render.Middle, render.FaintColor)
	if room := g.match.pred.Room(); room != "" {
		l := s.write().str("Friends join you at ").str(g.cfg.Server).str("/r/").str(room)
		s.Bytes(l.b, s.W/2, s.H-24, render.SizeSmall, render.Middle, render.DimColor)
	}
}

// menuHead is what stands over a menu that begins at top.
func menuHead(s scribe, text string, top float32, color render.Color) {
	w := s.Width(text, render.SizeBody)
	s.Shade((s.W-w)/2, top-48, w, 18, render.ShadeAlpha)
	s.Text(text, s.W/2, top-34, render.SizeBody, render.Middle, color)
}
