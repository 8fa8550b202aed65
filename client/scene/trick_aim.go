package scene

import (
	"bankshot/client/input"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
)

// fireBox is the button that fires for who aims with a finger: anywhere else on the screen a finger aims.
func fireBox(w, h float32) ui.Rect {
	const side = 84
	return ui.Rect{X: w - side - 14, Y: h - side - 14, W: side, H: side}
}

const (
	// nudge and stride are how many steps of aim a held key turns the cannon a frame.
	nudge, stride = 1, 8
	// stickOut is how far a pad's stick has to leave its middle to aim.
	stickOut = 0.4
)

// point turns the cannon, and says whether it is to fire. A mouse that lies still leaves the aim to the keys, which turn it
// by the smallest steps there are.
func (t *tricks) point(g *Game, d *input.Devices) (fire bool) {
	c := ui.On(g.renderer)
	box := fireBox(c.W, c.H)
	cannonX, cannonY := g.renderer.Cam.Screen(placeAt(t.challenge.Cannon))
	t.fingers = t.fingers || len(d.Touches) > 0
	touched := d.Clicked && len(d.Touches) > 0
	for _, finger := range d.Touches {
		x, y := c.At(finger.X, finger.Y)
		if !box.Has(x, y) && !leaveBox.Finger().Has(x, y) {
			t.aim = input.Aim(finger.X-cannonX, finger.Y-cannonY)
		}
	}
	if moved := d.CursorX != t.cursorX || d.CursorY != t.cursorY; moved && len(d.Touches) == 0 {
		t.aim = input.Aim(d.CursorX-cannonX, d.CursorY-cannonY)
	}
	t.cursorX, t.cursorY = d.CursorX, d.CursorY
	if x, y := d.PadAimX, d.PadAimY; x*x+y*y > stickOut*stickOut {
		t.aim = input.Aim(x, y)
	}
	turn := 0
	if d.Right {
		turn += nudge
	}
	if d.Left {
		turn -= nudge
	}
	if d.Down {
		turn += stride
	}
	if d.Up {
		turn -= stride
	}
	t.aim = uint16(int(t.aim)+turn+game.AimSteps) % game.AimSteps
	if touched {
		return g.clickedIn(d, box)
	}
	return d.Clicked || d.Accepted
}

// fireButton is drawn for fingers only.
func (t *tricks) fireButton(s scribe) {
	if !t.fingers || t.over > 0 {
		return
	}
	box := fireBox(s.W, s.H)
	color := render.AccentColor
	if t.try.Flying() {
		color = color.Times(0.35)
	}
	s.Ring(box.MiddleX(), box.Y+box.H/2, box.W/2-4, stickStroke, color)
	s.Text("FIRE", box.MiddleX(), box.Y+box.H/2+6, render.SizeBody, render.Middle, color)
}
