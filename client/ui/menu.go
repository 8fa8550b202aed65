package ui

import "bankshot/client/render"

// Menu is a column of buttons, one of which is chosen.
type Menu struct {
	Labels []string
	Chosen int
}

const (
	buttonW, buttonH = 260, 46
	buttonGap        = 12
)

// Presses is what a player did to a menu since the last Update.
type Presses struct {
	Next, Previous, Accepted bool
	Clicked                  bool
	// X, Y is where the pointer is; Moved that it moved there.
	X, Y  float32
	Moved bool
}

// Update moves the choice and says which button was pressed, -1 for none. (x, y) is the middle of the column's top.
func (m *Menu) Update(p Presses, x, y float32) int {
	n := len(m.Labels)
	if p.Next {
		m.Chosen = (m.Chosen + 1) % n
	}
	if p.Previous {
		m.Chosen = (m.Chosen + n - 1) % n
	}
	for i := range m.Labels {
		left, top := x-buttonW/2, y+float32(i)*(buttonH+buttonGap)
		inside := p.X >= left && p.X < left+buttonW && p.Y >= top && p.Y < top+buttonH
		if inside && (p.Moved || p.Clicked) {
			m.Chosen = i
		}
		if inside && p.Clicked {
			return i
		}
	}
	if p.Accepted {
		return m.Chosen
	}
	return -1
}

// Draw draws the column with its top's middle at (x, y).
func (m *Menu) Draw(c Canvas, x, y float32) {
	for i, label := range m.Labels {
		left, top := x-buttonW/2, y+float32(i)*(buttonH+buttonGap)
		c.Box(left, top, buttonW, buttonH, render.PanelColor, 0.9)
		frame, text := render.LineColor, render.DimColor
		if i == m.Chosen {
			frame, text = render.AccentColor, render.TextColor
		}
		c.Frame(left, top, buttonW, buttonH, frame)
		c.Text(label, x, top+buttonH/2+6, render.SizeBody, render.Middle, text)
	}
}

// Height is how tall the column is.
func (m *Menu) Height() float32 { return float32(len(m.Labels))*(buttonH+buttonGap) - buttonGap }
