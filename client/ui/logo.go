package ui

import "bankshot/client/render"

// The logo's letters as strokes, the same that the page shows while it loads: polylines of x, y pairs, LogoW x LogoH.
const (
	LogoW = 220
	LogoH = 28
)

var logoBank = [...][]float32{
	{0, 0, 14, 0, 20, 6, 20, 9, 15, 14, 20, 19, 20, 22, 14, 28, 0, 28, 0, 0},
	{0, 14, 15, 14},
	{28, 28, 28, 8, 36, 0, 40, 0, 48, 8, 48, 28},
	{28, 18, 48, 18},
	{56, 28, 56, 0, 57, 0, 75, 28, 76, 28, 76, 0},
	{84, 0, 84, 28},
	{104, 0, 90, 14, 104, 28},
	{84, 14, 90, 14},
}

var logoShot = [...][]float32{
	{132, 5, 127, 0, 117, 0, 112, 5, 112, 9, 117, 14, 127, 14, 132, 19, 132, 23, 127, 28, 117, 28, 112, 23},
	{140, 0, 140, 28},
	{160, 0, 160, 28},
	{140, 14, 160, 14},
	{174, 0, 182, 0, 188, 6, 188, 22, 182, 28, 174, 28, 168, 22, 168, 6, 174, 0},
	{196, 0, 220, 0},
	{208, 0, 208, 28},
}

// Logo draws the name w units wide, its top's middle at (x, y).
func (c Canvas) Logo(x, y, w, light float32) {
	k := w / LogoW
	c.strokes(logoBank[:], x-w/2, y, k, render.LogoLeft.Times(light))
	c.strokes(logoShot[:], x-w/2, y, k, render.LogoRight.Times(light))
}

func (c Canvas) strokes(lines [][]float32, x, y, k float32, color render.Color) {
	for _, p := range lines {
		for i := 2; i < len(p); i += 2 {
			c.Line(x+p[i-2]*k, y+p[i-1]*k, x+p[i]*k, y+p[i+1]*k, render.LogoStroke, color)
		}
	}
}
