package ui

import (
	"strings"

	"bankshot/client/render"
)

// Paragraph sets s around the middle x in lines of at most w units, the first on the baseline y, and says how many it took.
// A word that is wider stands alone on its line.
func (c Canvas) Paragraph(s string, x, y, size float32, color render.Color, w float32) int {
	lines := 0
	for s != "" {
		end, next := 0, 0
		for next < len(s) {
			space := strings.IndexByte(s[next:], ' ')
			stop := len(s)
			if space >= 0 {
				stop = next + space
			}
			if end > 0 && c.Width(s[:stop], size) > w {
				break
			}
			end, next = stop, stop+1
		}
		c.Text(s[:end], x, y+float32(lines)*size*1.4, size, render.Middle, color)
		lines++
		s = strings.TrimLeft(s[end:], " ")
	}
	return lines
}
