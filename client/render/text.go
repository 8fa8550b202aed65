package render

import (
	"math"
	"unicode/utf8"

	"github.com/hajimehoshi/ebiten/v2"
)

// Align says which part of a text its place names.
type Align uint8

// The alignments: the place is the text's left end, middle or right end, on the baseline.
const (
	Left Align = iota
	Middle
	Right
)

// Type sets text and boxes: quads on the atlas, in pixels. Tags belong to the world and lie under the boxes, all other
// text over them.
type Type struct {
	atlas  *atlas
	tags   flat
	boxes  flat
	glyphs flat
}

// flat is a batch of textured quads.
type flat struct {
	v []ebiten.Vertex
	i []uint32
}

func (f *flat) reset() { f.v, f.i = f.v[:0], f.i[:0] }

// add adds a quad at (x, y) of w x h pixels showing sw x sh texels at (sx, sy); the colour is premultiplied here.
func (f *flat) add(x, y, w, h, sx, sy, sw, sh float32, c Color, alpha float32) {
	n := uint32(len(f.v))
	v := ebiten.Vertex{DstX: x, DstY: y, SrcX: sx, SrcY: sy, ColorR: c.R * alpha, ColorG: c.G * alpha, ColorB: c.B * alpha, ColorA: alpha}
	a, b, d := v, v, v
	a.DstX, a.SrcX = x+w, sx+sw
	b.DstY, b.SrcY = y+h, sy+sh
	d.DstX, d.SrcX, d.DstY, d.SrcY = x+w, sx+sw, y+h, sy+sh
	f.v = append(f.v, v, a, b, d)
	f.i = append(f.i, n, n+1, n+2, n+1, n+3, n+2)
}

// begin starts a frame.
func (t *Type) begin() {
	if t.atlas.full {
		t.atlas.reset()
	}
	t.tags.reset()
	t.boxes.reset()
	t.glyphs.reset()
}

// Box fills a rectangle, under all text of the interface.
func (t *Type) Box(x, y, w, h float32, c Color, alpha float32) {
	t.unname(x, y, x+w, y+h)
	x0, y0 := round(x), round(y)
	t.boxes.add(x0, y0, round(x+w)-x0, round(y+h)-y0, 1, 1, 1, 1, c, alpha)
}

// Wedge fills a triangle as Box does a rectangle, its corners on whole pixels too. Its edges are not smoothed: a line belongs over a slanted one.
func (t *Type) Wedge(x0, y0, x1, y1, x2, y2 float32, c Color, alpha float32) {
	f := &t.boxes
	n := uint32(len(f.v))
	v := ebiten.Vertex{SrcX: 1.5, SrcY: 1.5, ColorR: c.R * alpha, ColorG: c.G * alpha, ColorB: c.B * alpha, ColorA: alpha}
	for _, at := range [...][2]float32{{x0, y0}, {x1, y1}, {x2, y2}} {
		v.DstX, v.DstY = round(at[0]), round(at[1])
		f.v = append(f.v, v)
	}
	f.i = append(f.i, n, n+1, n+2)
}

// unname takes letters of the world out of a place where the interface stands: text over text cannot be read.
func (t *Type) unname(x0, y0, x1, y1 float32) {
	v, kept := t.tags.v, 0
	for i := 0; i < len(v); i += 4 {
		if x, y := (v[i].DstX+v[i+3].DstX)/2, (v[i].DstY+v[i+3].DstY)/2; x < x0 || x > x1 || y < y0 || y > y1 {
			copy(v[kept:], v[i:i+4])
			kept += 4
		}
	}
	t.tags.v, t.tags.i = v[:kept], t.tags.i[:kept/4*6]
}

// Put sets s with a soft dark edge, so that it can be read over any light.
func (t *Type) Put(s string, x, y, size float32, align Align, c Color, alpha float32) {
	put(t, &t.glyphs, s, x, y, size, align, c, alpha)
}

// PutBytes is Put for text that was just composed in a buffer.
func (t *Type) PutBytes(s []byte, x, y, size float32, align Align, c Color, alpha float32) {
	put(t, &t.glyphs, s, x, y, size, align, c, alpha)
}

// tag is Put for a name in the world.
func (t *Type) tag(s string, x, y, size float32, align Align, c Color, alpha float32) {
	put(t, &t.tags, s, x, y, size, align, c, alpha)
}

// Width is how wide Put sets s, in pixels.
func (t *Type) Width(s string, size float32) float32 { return width(t, s, sizeOf(size)) }

// WidthBytes is Width for a buffer.
func (t *Type) WidthBytes(s []byte, size float32) float32 { return width(t, s, sizeOf(size)) }

func width[T string | []byte](t *Type, s T, size uint16) float32 {
	var w float32
	for i := 0; i < len(s); {
		r, n := decode(s, i)
		w += t.atlas.get(r, size).advance
		i += n
	}
	return w
}

func put[T string | []byte](t *Type, to *flat, s T, x, y, pixels float32, align Align, c Color, alpha float32) {
	size := sizeOf(pixels)
	switch align {
	case Middle:
		x -= width(t, s, size) / 2
	case Right:
		x -= width(t, s, size)
	}
	y = round(y)
	edge := max(1, round(pixels/16))
	begin := x
	for pass := range 2 {
		x = begin
		for i := 0; i < len(s); {
			r, n := decode(s, i)
			i += n
			g := t.atlas.get(r, size)
			gx, gy := round(x)+float32(g.left), y+float32(g.top)
			x += g.advance
			if g.w == 0 {
				continue
			}
			sx, sy, w, h := float32(g.x), float32(g.y), float32(g.w), float32(g.h)
			if pass == 0 {
				to.add(gx+edge, gy+edge, w, h, sx, sy, w, h, ShadowColor, alpha*0.8)
				to.add(gx-edge/2, gy-edge/2, w, h, sx, sy, w, h, ShadowColor, alpha*0.45)
				continue
			}
			to.add(gx, gy, w, h, sx, sy, w, h, c, alpha)
		}
	}
}

func decode[T string | []byte](s T, i int) (rune, int) {
	if s[i] < utf8.RuneSelf {
		return rune(s[i]), 1
	}
	var buf [utf8.UTFMax]byte
	n := copy(buf[:], s[i:])
	return utf8.DecodeRune(buf[:n])
}

func round(x float32) float32 { return float32(math.Round(float64(x))) }
