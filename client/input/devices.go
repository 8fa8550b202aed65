package input

// Devices is the state of everything a player may hold, at one moment. Places are pixels of the screen.
type Devices struct {
	// Focused is false while the window is not in front: then nothing is held, whatever the devices say.
	Focused bool
	W, H    float32

	Up, Down, Left, Right    bool
	Fire, Dash, Mirror       bool
	CursorX, CursorY         float32
	MouseFire, MouseMirror   bool
	PadMoveX, PadMoveY       float32 // -1..1
	PadAimX, PadAimY         float32
	PadFire, PadDash         bool
	PadMirror                bool
	Touches                  []Touch
	Menu, Netgraph, Start    bool // pressed now, not before
	Scores                   bool // held
	Clicked                  bool // pressed now: mouse or finger, at ClickX, ClickY
	ClickX, ClickY           float32
	Next, Previous, Accepted bool // walking through a menu, pressed now
	Forth, Back              bool // the same to the right and to the left
	// Number is the key 1..9 that was pressed now, 0 for none.
	Number int
}

// Touch is a finger on the screen.
type Touch struct {
	ID   int
	X, Y float32
}
