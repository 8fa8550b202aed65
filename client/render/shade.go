package render

// Shade darkens a rectangle for text over whatever is bright, and fades out over so many pixels around it: a hard edge
// would cut the walls below it.
func (t *Type) Shade(x, y, w, h, soft float32, c Color, alpha float32) {
	t.unname(x, y, x+w, y+h)
	xs := [...]float32{round(x - soft), round(x), round(x + w), round(x + w + soft)}
	ys := [...]float32{round(y - soft), round(y), round(y + h), round(y + h + soft)}
	for row := range 3 {
		for column := range 3 {
			t.boxes.blend(xs[column], ys[row], xs[column+1], ys[row+1], column-1, row-1, c, alpha)
		}
	}
}

// blend adds a piece of a shade: side and end say towards where it fades, -1, 0 or 1 each; 0 does not.
func (f *flat) blend(x0, y0, x1, y1 float32, side, end int, c Color, alpha float32) {
	f.add(x0, y0, x1-x0, y1-y0, 1, 1, 1, 1, c, alpha)
	v := f.v[len(f.v)-4:]
	for i := range v {
		right, below := i&1 == 1, i&2 == 2
		if side < 0 && !right || side > 0 && right || end < 0 && !below || end > 0 && below {
			v[i].ColorR, v[i].ColorG, v[i].ColorB, v[i].ColorA = 0, 0, 0, 0
		}
	}
	// A corner's two triangles meet in its dark vertex, whichever corner it is: so all four round off alike.
	if side == end && side != 0 {
		n := uint32(len(f.v) - 4)
		copy(f.i[len(f.i)-6:], []uint32{n, n + 1, n + 3, n, n + 3, n + 2})
	}
}
