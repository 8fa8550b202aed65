package input

import (
	"math"

	"bankshot/game"
)

// Device is a kind of device, for hints that fit the one in use.
type Device uint8

// The kinds of devices.
const (
	Keyboard Device = iota
	Pad
	Fingers
)

// deadZone is how far a pad's stick must leave its middle; fireZone how far the aiming one must go to fire.
const (
	deadZone = 0.25
	fireZone = 0.85
)

// Mapper makes inputs of devices. Its zero value aims to the right.
type Mapper struct {
	// Used is the device that was used last.
	Used   Device
	aim    uint16
	sticks sticks
	// cursorX, cursorY tell a mouse that moved from one that lies still beside a pad.
	cursorX, cursorY float32
}

// Map is the input for this moment; (shipX, shipY) is where my ship is on the screen.
func (m *Mapper) Map(d *Devices, shipX, shipY float32) game.Input {
	if !d.Focused {
		return m.Rest()
	}
	var in game.Input
	m.keyboard(d, shipX, shipY, &in)
	m.pad(d, &in)
	m.fingers(d, &in)
	in.Aim = m.aim
	return in
}

// Rest lets go of everything, for as long as a menu is open, say; only the aim stays.
func (m *Mapper) Rest() game.Input {
	m.sticks = sticks{}
	return game.Input{Aim: m.aim}
}

// Sticks is where fingers hold the floating sticks, to draw them.
func (m *Mapper) Sticks() (move, aim Stick) { return m.sticks.move, m.sticks.aim }

// MirrorButton is where fingers find the mirror on a screen of that size, and whether one holds it.
func (m *Mapper) MirrorButton(w, h float32) (x, y, radius float32, held bool) {
	x, y, radius = mirrorPlace(w, h)
	return x, y, radius, m.sticks.mirror.Held
}

func (m *Mapper) keyboard(d *Devices, shipX, shipY float32, in *game.Input) {
	x, y := axis(d.Left, d.Right), axis(d.Up, d.Down)
	moved := d.CursorX != m.cursorX || d.CursorY != m.cursorY
	m.cursorX, m.cursorY = d.CursorX, d.CursorY
	if x != 0 || y != 0 || moved || d.MouseFire || d.MouseMirror || d.Fire || d.Dash || d.Mirror {
		m.Used = Keyboard
	}
	if m.Used != Keyboard {
		return
	}
	in.Thrust = Thrust(x, y)
	// The ship moves under a mouse at rest, so the aim is worked out anew each time.
	m.turn(d.CursorX-shipX, d.CursorY-shipY)
	if d.MouseFire || d.Fire {
		in.Buttons |= game.Fire
	}
	if d.Dash {
		in.Buttons |= game.Dash
	}
	if d.MouseMirror || d.Mirror {
		in.Buttons |= game.Mirror
	}
}

func (m *Mapper) pad(d *Devices, in *game.Input) {
	moves := length(d.PadMoveX, d.PadMoveY) > deadZone
	aims := length(d.PadAimX, d.PadAimY) > deadZone
	if moves || aims || d.PadFire || d.PadDash || d.PadMirror {
		m.Used = Pad
	}
	if m.Used != Pad {
		return
	}
	if moves {
		in.Thrust = Thrust(d.PadMoveX, d.PadMoveY)
	}
	switch {
	case aims:
		m.turn(d.PadAimX, d.PadAimY)
	case moves:
		m.turn(d.PadMoveX, d.PadMoveY)
	}
	if d.PadDash {
		in.Buttons |= game.Dash
	}
	switch {
	case d.PadMirror:
		// Who holds the mirror aims with it: the stick past its ring does not fire.
		in.Buttons |= game.Mirror
	case d.PadFire || length(d.PadAimX, d.PadAimY) > fireZone:
		in.Buttons |= game.Fire
	}
}

func (m *Mapper) turn(x, y float32) {
	if x != 0 || y != 0 {
		m.aim = Aim(x, y)
	}
}

// Thrust is the value of Input.Thrust that is nearest to a direction, 0 for none.
func Thrust(x, y float32) uint8 {
	if x == 0 && y == 0 {
		return 0
	}
	const n = game.Thrusts - 1
	turn := math.Atan2(float64(y), float64(x)) / (2 * math.Pi)
	return uint8((int(math.Round(turn*n))+n)%n) + 1
}

// Aim is the value of Input.Aim that is nearest to a direction.
func Aim(x, y float32) uint16 {
	turn := math.Atan2(float64(y), float64(x)) / (2 * math.Pi)
	return uint16((int(math.Round(turn*game.AimSteps)) + game.AimSteps) % game.AimSteps)
}

func axis(minus, plus bool) float32 {
	switch {
	case minus == plus:
		return 0
	case minus:
		return -1
	}
	return 1
}

func length(x, y float32) float32 { return float32(math.Hypot(float64(x), float64(y))) }
