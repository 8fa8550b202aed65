package ui

import (
	"unicode/utf8"

	"bankshot/client/render"
)

const ellipsis = "…"

// Clipped sets s in at most w units, shortened with an ellipsis where it is longer, and says how wide it came out.
func (c Canvas) Clipped(s string, x, y, size float32, align render.Align, color render.Color, alpha, w float32) float32 {
	full := c.Width(s, size)
	if full <= w {
		c.Faded(s, x, y, size, align, color, alpha)
		return full
	}
	dots := c.Width(ellipsis, size)
	end, wide := 0, float32(0)
	for end < len(s) {
		_, n := utf8.DecodeRuneInString(s[end:])
		if next := c.Width(s[:end+n], size); next+dots <= w {
			end, wide = end+n, next
			continue
		}
		break
	}
	switch align {
	case render.Middle:
		x -= (wide + dots) / 2
	case render.Right:
		x -= wide + dots
	case render.Left:
	}
	c.Faded(s[:end], x, y, size, render.Left, color, alpha)
	c.Faded(ellipsis, x+wide, y, size, render.Left, color, alpha)
	return wide + dots
}
