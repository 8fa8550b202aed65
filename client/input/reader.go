package input

import (
	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"
)

// Reader asks Ebitengine for the devices' state, once an Update. Its slices are reused.
type Reader struct {
	devices Devices
	touches []ebiten.TouchID
	fresh   []ebiten.TouchID
	pads    []ebiten.GamepadID
	keys    []ebiten.Key
}

// Read fills and returns the devices' state; w and h are the screen's size in pixels.
func (r *Reader) Read(w, h int) *Devices {
	d := &r.devices
	*d = Devices{Focused: ebiten.IsFocused(), W: float32(w), H: float32(h), Touches: d.Touches[:0]}
	r.keyboard(d)
	r.mouse(d)
	r.touch(d)
	r.gamepads(d)
	return d
}

func (r *Reader) keyboard(d *Devices) {
	d.Up = either(ebiten.KeyW, ebiten.KeyArrowUp)
	d.Down = either(ebiten.KeyS, ebiten.KeyArrowDown)
	d.Left = either(ebiten.KeyA, ebiten.KeyArrowLeft)
	d.Right = either(ebiten.KeyD, ebiten.KeyArrowRight)
	d.Dash = ebiten.IsKeyPressed(ebiten.KeySpace) || either(ebiten.KeyShiftLeft, ebiten.KeyShiftRight)
	// Not Control: with W it closes a browser's tab.
	d.Mirror = either(ebiten.KeyE, ebiten.KeyQ)
	d.Scores = ebiten.IsKeyPressed(ebiten.KeyTab)
	d.Menu = inpututil.IsKeyJustPressed(ebiten.KeyEscape)
	d.Netgraph = inpututil.IsKeyJustPressed(ebiten.KeyF3)
	d.Next = inpututil.IsKeyJustPressed(ebiten.KeyArrowDown) || inpututil.IsKeyJustPressed(ebiten.KeyS)
	d.Previous = inpututil.IsKeyJustPressed(ebiten.KeyArrowUp) || inpututil.IsKeyJustPressed(ebiten.KeyW)
	d.Accepted = inpututil.IsKeyJustPressed(ebiten.KeyEnter) || inpututil.IsKeyJustPressed(ebiten.KeySpace)
	d.Forth = inpututil.IsKeyJustPressed(ebiten.KeyArrowRight) || inpututil.IsKeyJustPressed(ebiten.KeyD)
	d.Back = inpututil.IsKeyJustPressed(ebiten.KeyArrowLeft) || inpututil.IsKeyJustPressed(ebiten.KeyA)
	r.keys = inpututil.AppendJustPressedKeys(r.keys[:0])
	for _, k := range r.keys {
		if n := number(k); n > 0 {
			d.Number = n
		}
		d.Start = d.Start || starts(k)
	}
}

// number is the number from 1 to 9 that a key stands for, 0 for none.
func number(k ebiten.Key) int {
	switch {
	case k >= ebiten.KeyDigit1 && k <= ebiten.KeyDigit9:
		return int(k-ebiten.KeyDigit1) + 1
	case k >= ebiten.KeyNumpad1 && k <= ebiten.KeyNumpad9:
		return int(k-ebiten.KeyNumpad1) + 1
	}
	return 0
}

// starts reports whether a key, pressed on the title, means "play": those that belong to the system or have a meaning
// of their own there don't.
func starts(k ebiten.Key) bool {
	switch k {
	case ebiten.KeyEscape, ebiten.KeyF3, ebiten.KeyTab,
		ebiten.KeyControlLeft, ebiten.KeyControlRight, ebiten.KeyAltLeft, ebiten.KeyAltRight,
		ebiten.KeyMetaLeft, ebiten.KeyMetaRight, ebiten.KeyPrintScreen, ebiten.KeyCapsLock, ebiten.KeyNumLock:
		return false
	}
	return k < ebiten.KeyF1 || k > ebiten.KeyF24
}

func (r *Reader) mouse(d *Devices) {
	x, y := ebiten.CursorPosition()
	d.CursorX, d.CursorY = float32(x), float32(y)
	d.MouseFire = ebiten.IsMouseButtonPressed(ebiten.MouseButtonLeft)
	d.MouseMirror = ebiten.IsMouseButtonPressed(ebiten.MouseButtonRight)
	if inpututil.IsMouseButtonJustPressed(ebiten.MouseButtonLeft) {
		d.Clicked, d.ClickX, d.ClickY = true, d.CursorX, d.CursorY
	}
}

func (r *Reader) touch(d *Devices) {
	r.touches = ebiten.AppendTouchIDs(r.touches[:0])
	for _, id := range r.touches {
		x, y := ebiten.TouchPosition(id)
		d.Touches = append(d.Touches, Touch{ID: int(id), X: float32(x), Y: float32(y)})
	}
	r.fresh = inpututil.AppendJustPressedTouchIDs(r.fresh[:0])
	for _, id := range r.fresh {
		x, y := ebiten.TouchPosition(id)
		d.Clicked, d.ClickX, d.ClickY = true, float32(x), float32(y)
	}
}

// gamepads reads the first pad with the standard layout that is in use.
func (r *Reader) gamepads(d *Devices) {
	r.pads = ebiten.AppendGamepadIDs(r.pads[:0])
	for _, id := range r.pads {
		if !ebiten.IsStandardGamepadLayoutAvailable(id) {
			continue
		}
		pressed := func(b ebiten.StandardGamepadButton) bool { return ebiten.IsStandardGamepadButtonPressed(id, b) }
		tapped := func(b ebiten.StandardGamepadButton) bool { return inpututil.IsStandardGamepadButtonJustPressed(id, b) }
		d.PadMoveX = float32(ebiten.StandardGamepadAxisValue(id, ebiten.StandardGamepadAxisLeftStickHorizontal))
		d.PadMoveY = float32(ebiten.StandardGamepadAxisValue(id, ebiten.StandardGamepadAxisLeftStickVertical))
		d.PadAimX = float32(ebiten.StandardGamepadAxisValue(id, ebiten.StandardGamepadAxisRightStickHorizontal))
		d.PadAimY = float32(ebiten.StandardGamepadAxisValue(id, ebiten.StandardGamepadAxisRightStickVertical))
		d.PadFire = pressed(ebiten.StandardGamepadButtonFrontBottomRight) || pressed(ebiten.StandardGamepadButtonFrontTopRight)
		d.PadDash = pressed(ebiten.StandardGamepadButtonFrontTopLeft) || pressed(ebiten.StandardGamepadButtonRightBottom)
		d.PadMirror = pressed(ebiten.StandardGamepadButtonFrontBottomLeft) || pressed(ebiten.StandardGamepadButtonRightRight)
		d.Scores = d.Scores || pressed(ebiten.StandardGamepadButtonCenterLeft)
		d.Menu = d.Menu || tapped(ebiten.StandardGamepadButtonCenterRight)
		d.Start = d.Start || tapped(ebiten.StandardGamepadButtonRightBottom)
		d.Accepted = d.Accepted || tapped(ebiten.StandardGamepadButtonRightBottom)
		d.Next = d.Next || tapped(ebiten.StandardGamepadButtonLeftBottom)
		d.Previous = d.Previous || tapped(ebiten.StandardGamepadButtonLeftTop)
		d.Forth = d.Forth || tapped(ebiten.StandardGamepadButtonLeftRight)
		d.Back = d.Back || tapped(ebiten.StandardGamepadButtonLeftLeft)
		return
	}
}

func either(a, b ebiten.Key) bool { return ebiten.IsKeyPressed(a) || ebiten.IsKeyPressed(b) }
