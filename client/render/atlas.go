package render

import (
	"image"
	"math"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"bankshot/assets"
)

const (
	atlasSide = 1024
	// whiteSide is the corner of the atlas that is all white, for boxes.
	whiteSide = 4
	// smallestText and largestText bound the size of type, in pixels.
	smallestText = 8
	largestText  = 240
)

// glyph is where a letter lies in the atlas and how it is set, in pixels.
type glyph struct {
	x, y, w, h int16
	left, top  int16 // from the pen on the baseline to the picture's corner
	advance    float32
}

type glyphKey struct {
	r    rune
	size uint16
}

// atlas keeps letters as they were rasterised at the very size they are drawn at: text is never scaled. It is plain
// memory; what changed since the last upload is dirty.
type atlas struct {
	font  *sfnt.Font
	faces map[uint16]font.Face
	cells map[glyphKey]glyph
	// pix is white with alpha, premultiplied.
	pix   []byte
	dirty image.Rectangle
	// x, y, row: the shelf being filled, and its height.
	x, y, row int
	// full says that a letter found no room: everything is dropped before the next frame.
	full bool
}

func newAtlas() (*atlas, error) {
	f, err := opentype.Parse(assets.Font)
	if err != nil {
		return nil, err
	}
	a := &atlas{font: f, pix: make([]byte, atlasSide*atlasSide*4)}
	a.reset()
	return a, nil
}

// reset forgets all letters.
func (a *atlas) reset() {
	a.faces, a.cells = map[uint16]font.Face{}, map[glyphKey]glyph{}
	a.x, a.y, a.row, a.full = whiteSide+1, 0, whiteSide+1, false
	clear(a.pix)
	for y := range whiteSide {
		for i := range whiteSide * 4 {
			a.pix[y*atlasSide*4+i] = 0xff
		}
	}
	a.dirty = image.Rect(0, 0, atlasSide, atlasSide)
}

// get is a letter at a size, rasterised at its first use.
func (a *atlas) get(r rune, size uint16) glyph {
	key := glyphKey{r, size}
	if g, ok := a.cells[key]; ok {
		return g
	}
	g := a.rasterise(r, size)
	a.cells[key] = g
	return g
}

func (a *atlas) face(size uint16) font.Face {
	if f, ok := a.faces[size]; ok {
		return f
	}
	f, err := opentype.NewFace(a.font, &opentype.FaceOptions{Size: float64(size), DPI: 72, Hinting: font.HintingNone})
	if err != nil {
		f = nil
	}
	a.faces[size] = f
	return f
}

func (a *atlas) rasterise(r rune, size uint16) glyph {
	face := a.face(size)
	if face == nil {
		return glyph{}
	}
	where, mask, from, advance, ok := face.Glyph(fixed.Point26_6{}, r)
	if !ok {
		if r == '?' {
			return glyph{}
		}
		return a.get('?', size)
	}
	g := glyph{left: int16(where.Min.X), top: int16(where.Min.Y), advance: float32(advance) / 64}
	w, h := where.Dx(), where.Dy()
	if w == 0 || h == 0 {
		return g
	}
	if a.x+w+1 > atlasSide {
		a.x, a.y, a.row = 0, a.y+a.row, 0
	}
	if a.y+h+1 > atlasSide {
		a.full = true
		return g
	}
	g.x, g.y, g.w, g.h = int16(a.x), int16(a.y), int16(w), int16(h)
	for y := range h {
		for x := range w {
			_, _, _, alpha := mask.At(from.X+x, from.Y+y).RGBA()
			p := ((a.y+y)*atlasSide + a.x + x) * 4
			v := byte(alpha >> 8)
			a.pix[p], a.pix[p+1], a.pix[p+2], a.pix[p+3] = v, v, v, v
		}
	}
	a.dirty = a.dirty.Union(image.Rect(a.x, a.y, a.x+w, a.y+h))
	a.x, a.row = a.x+w+1, max(a.row, h+1)
	return g
}

// sizeOf is the whole number of pixels that text of a wanted size is set in.
func sizeOf(pixels float32) uint16 {
	return uint16(min(max(math.Round(float64(pixels)), smallestText), largestText))
}
