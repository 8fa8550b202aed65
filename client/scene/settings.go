package scene

import (
	"strings"

	"bankshot/client/render"
)

// motion says how much moves that only pleases.
type motion uint8

const (
	// asSystem does what the browser or the system was told; a desktop that tells nothing moves.
	asSystem motion = iota
	lessMotion
	fullMotion
	motions
)

var motionWords = [motions]string{asSystem: "as the system", lessMotion: "on", fullMotion: "off"}

// settings are what a player has chosen for their eyes. The zero value is what everybody begins with.
type settings struct {
	motion    motion
	noShake   bool
	softLight bool
}

// apply tells the renderer.
func (s *settings) apply(r *render.Renderer) {
	r.Calm = s.motion == lessMotion || s.motion == asSystem && prefersCalm()
	r.Steady = s.noShake || r.Calm
	r.Soft = s.softLight || r.Calm
}

const (
	wordMotion = "motion"
	wordShake  = "shake"
	wordFlash  = "flash"
)

// encode writes them as words that people can read and change: motion=1 shake=off flash=soft; what is usual is left out.
func (s *settings) encode() string {
	var words []string
	switch s.motion {
	case lessMotion:
		words = append(words, wordMotion+"=less")
	case fullMotion:
		words = append(words, wordMotion+"=full")
	case asSystem, motions:
	}
	if s.noShake {
		words = append(words, wordShake+"=off")
	}
	if s.softLight {
		words = append(words, wordFlash+"=soft")
	}
	return strings.Join(words, " ")
}

// decodeSettings reads them; what it does not know it passes over.
func decodeSettings(text string) settings {
	var s settings
	for word := range strings.FieldsSeq(text) {
		switch word {
		case wordMotion + "=less":
			s.motion = lessMotion
		case wordMotion + "=full":
			s.motion = fullMotion
		case wordShake + "=off":
			s.noShake = true
		case wordFlash + "=soft":
			s.softLight = true
		}
	}
	return s
}

// set changes them, for now and for the next time.
func (g *Game) set(s settings) {
	g.settings = s
	g.settings.apply(g.renderer)
	keepSettings(s.encode())
}

// The rows of the settings' menu.
const (
	rowMotion = iota
	rowShake
	rowFlash
	rowBack
)

// newSettingsMenu offers them; back leads where they were opened.
func newSettingsMenu(g *Game) *menu {
	m := &menu{shows: menuOfSettings}
	m.settingLabels(g)
	return m
}

func (m *menu) settingLabels(g *Game) {
	s := &g.settings
	shake, flash := "on", "full"
	if g.renderer.Steady {
		shake = "off"
	}
	if g.renderer.Soft {
		flash = "soft"
	}
	m.Labels = append(m.Labels[:0], "Reduced motion: "+motionWords[s.motion], "Screen shake: "+shake, "Flashes: "+flash, "Back")
}

// setting lets a picked row do its work; it says when the menu is to be closed.
func (m *menu) setting(g *Game, picked int) bool {
	s := g.settings
	switch picked {
	case rowMotion:
		s.motion = (s.motion + 1) % motions
	case rowShake:
		s.noShake = !s.noShake
	case rowFlash:
		s.softLight = !s.softLight
	case rowBack:
		if g.stage == onTitle {
			return true
		}
		g.menu = newMenu()
		return false
	default:
		return false
	}
	g.set(s)
	m.settingLabels(g)
	return false
}
