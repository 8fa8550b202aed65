package ui

import "bankshot/client/render"

// Menu is a column of buttons, one of which is chosen.
type Menu struct {
	Labels []string
	Picker
	boxes []Rect
}

const (
	buttonW, buttonH = 290, 46
	buttonGap        = 12
)

// Presses is what a player did to a menu since the last Update.
type Presses struct {
	Next, Previous, Accepted bool
	Clicked                  bool
	// Number is a key 1..9 that was pressed, 0 for none.
	Number int
	// X, Y is where the pointer is; Moved that it moved there.
	X, Y  float32
	Moved bool
	// Finger says that it is a finger, which needs more room than a mouse.
	Finger bool
}

// Update moves the choice and says which button was pressed, -1 for none. (x, y) is the middle of the column's top.
func (m *Menu) Update(p Presses, x, y float32) int {
	m.place(x, y)
	return m.Picker.Update(p, m.boxes)
}

func (m *Menu) place(x, y float32) {
	m.boxes = m.boxes[:0]
	for i := range m.Labels {
		m.boxes = append(m.boxes, Rect{x - buttonW/2, y + float32(i)*(buttonH+buttonGap), buttonW, buttonH})
	}
}

// Draw draws the column with its top's middle at (x, y).
func (m *Menu) Draw(c Canvas, x, y float32) {
	m.place(x, y)
	for i, label := range m.Labels {
		c.Button(m.boxes[i], label, i == m.Chosen)
	}
}

// Height is how tall the column is.
func (m *Menu) Height() float32 { return float32(len(m.Labels))*(buttonH+buttonGap) - buttonGap }

// Button is a box with its label, framed brighter where it is the chosen one.
func (c Canvas) Button(r Rect, label string, chosen bool) {
	c.Box(r.X, r.Y, r.W, r.H, render.PanelColor, 0.9)
	frame, text := render.LineColor, render.DimColor
	if chosen {
		frame, text = render.AccentColor, render.TextColor
		c.Box(r.X, r.Y, r.W, r.H, render.AccentColor, render.ChosenAlpha)
	}
	c.Frame(r.X, r.Y, r.W, r.H, frame)
	size := float32(render.SizeBody)
	if c.Width(label, size) > r.W-6 {
		size = render.SizeSmall
	}
	c.Text(label, r.MiddleX(), r.Y+r.H/2+size/3, size, render.Middle, text)
}
