package scene

import (
	"time"

	"bankshot/client/input"
	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
)

// aside is what is played beside the match, stepped here and without a server: the daily trick shot, the range. The match
// is watched meanwhile, so that leaving leads right back to the title.
type aside interface {
	// update lets the devices work on it, and says when the player leaves.
	update(g *Game, d *input.Devices, now time.Time) (leave bool)
	// view is what is drawn now; draw draws what stands over it.
	view(g *Game, now time.Time) *predict.View
	draw(s scribe, g *Game)
	// state appends what bankshot.state() tells of it.
	state(j *json)
}

// step beside the match: whatever is played there is given up.
func (g *Game) stepAside(to aside) {
	if g.stage == playing {
		g.toTitle()
	}
	g.aside, g.menu = to, nil
}

// path is where the match is, as a page.
func (g *Game) path() string {
	if g.cfg.Room != "" {
		return "/r/" + g.cfg.Room
	}
	return "/"
}

// mostTicks is how many ticks a late frame makes up for; what is beyond them never happened.
const mostTicks = 6

// pace turns time into ticks.
type pace struct {
	last time.Time
	part float64 // of the tick that is not due yet
}

// due is how many ticks have to be stepped to be at now.
func (p *pace) due(now time.Time) int {
	if !p.last.IsZero() {
		p.part += now.Sub(p.last).Seconds() * game.TickHz
	}
	p.last = now
	n := int(p.part)
	p.part -= float64(n)
	return min(n, mostTicks)
}

// mostEvents is how many are kept while nothing is drawn, as in a window that nobody sees.
const mostEvents = 512

// frac is how far the tick after the last one stepped is, at now.
func (p *pace) frac(now time.Time) float32 {
	return float32(min(max(p.part+now.Sub(p.last).Seconds()*game.TickHz, 0), 1))
}

// floats are short words that rise from a place in the world.
type floats struct {
	list [12]float
	next int
	buf  [40]byte
}

type float struct {
	at    predict.Point
	tick  float64
	text  [36]byte
	n     int
	size  float32
	color render.Color
}

const floatTicks = 75

// write begins a line, which costs no memory while it is short.
func (f *floats) write() line { return line{f.buf[:0]} }

// add says something at a place; what stood longest goes if there are too many.
func (f *floats) add(at predict.Point, tick float64, l line, size float32, color render.Color) {
	w := &f.list[f.next%len(f.list)]
	f.next++
	*w = float{at: at, tick: tick, size: size, color: color}
	w.n = copy(w.text[:], cut(l.b, len(w.text)))
}

func (f *floats) draw(s scribe, g *Game, now float64) {
	for i := range f.list {
		w := &f.list[i]
		age := float32(now-w.tick) / floatTicks
		if w.n == 0 || age < 0 || age > 1 {
			continue
		}
		x, y := onCanvas(s, g, w.at)
		half := s.BytesWidth(w.text[:w.n], w.size)/2 + 6
		x = min(max(x, half), s.W-half)
		y = min(max(y-16-26*age, w.size+4), s.H-8)
		s.BytesFaded(w.text[:w.n], x, y, w.size, render.Middle, w.color, min(1, 2.4*(1-age)))
	}
}

// onCanvas is where a place in the world is on the canvas.
func onCanvas(s scribe, g *Game, at predict.Point) (x, y float32) {
	return s.At(g.renderer.Cam.Screen(at))
}

// placeAt is a place in the rules as one in the world.
func placeAt(at game.Vec) predict.Point {
	return predict.Point{X: float32(at.X) / game.Unit, Y: float32(at.Y) / game.Unit}
}

// leaveBox is the button that leads away, for who has no Esc.
var leaveBox = ui.Rect{X: 12, Y: 7, W: 70, H: 28}

// clickedIn says whether the player has just clicked or touched a box.
func (g *Game) clickedIn(d *input.Devices, box ui.Rect) bool {
	if len(d.Touches) > 0 {
		box = box.Finger()
	}
	x, y := ui.On(g.renderer).At(d.ClickX, d.ClickY)
	return d.Clicked && box.Has(x, y)
}

// pointsAt says whether the pointer, or a finger, is in a box.
func (g *Game) pointsAt(d *input.Devices, box ui.Rect) bool {
	c := ui.On(g.renderer)
	if x, y := c.At(d.CursorX, d.CursorY); box.Has(x, y) {
		return true
	}
	for _, t := range d.Touches {
		if x, y := c.At(t.X, t.Y); box.Finger().Has(x, y) {
			return true
		}
	}
	return false
}

// asideBoxes appends the title's ways to what is played aside and to the settings, in its upper corner.
func asideBoxes(dst []ui.Rect, w float32) []ui.Rect {
	const wide, high, gap = 118, 32, 10
	for n := range asideCount {
		dst = append(dst, ui.Rect{X: w - hudEdge + gap - float32(asideCount-n)*(wide+gap), Y: hudEdge, W: wide, H: high})
	}
	return dst
}

const asideCount = 3

// asides draws them.
func asides(s scribe) {
	var room [asideCount]ui.Rect
	boxes := asideBoxes(room[:0], s.W)
	s.Button(boxes[0], "Trick shot", false)
	s.Button(boxes[1], "Range", false)
	s.Button(boxes[2], "Settings", false)
}

// goAside says whether the player has just picked one of them on the title.
func (g *Game) goAside(d *input.Devices) bool {
	var room [asideCount]ui.Rect
	boxes := asideBoxes(room[:0], ui.On(g.renderer).W)
	switch {
	case g.clickedIn(d, boxes[0]):
		g.stepAside(newTricks(g, trickDate("today")))
	case g.clickedIn(d, boxes[1]):
		g.stepAside(newRange())
	case g.clickedIn(d, boxes[2]):
		g.menu = newSettingsMenu(g)
	default:
		return false
	}
	return true
}
