package atlas

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	xdraw "golang.org/x/image/draw"

	"bankshot/assets"
)

// The contact sheet: how many pictures stand in a row, and the cell of each in pixels.
const (
	sheetColumns = 4
	cellWidth    = 640
	cellHeight   = 480
	cellGap      = 16
)

// Sheet shows several pictures beside each other, each as large as its cell lets it be.
func Sheet(pictures []*image.RGBA) *image.RGBA {
	rows := (len(pictures) + sheetColumns - 1) / sheetColumns
	w, h := sheetColumns*(cellWidth+cellGap)+cellGap, rows*(cellHeight+cellGap)+cellGap
	sheet := newCanvas(w, h, background).image()
	for i, p := range pictures {
		size := p.Bounds().Size()
		k := min(float64(cellWidth)/float64(size.X), float64(cellHeight)/float64(size.Y))
		w, h := int(float64(size.X)*k), int(float64(size.Y)*k)
		x := cellGap + i%sheetColumns*(cellWidth+cellGap) + (cellWidth-w)/2
		y := cellGap + i/sheetColumns*(cellHeight+cellGap) + (cellHeight-h)/2
		xdraw.CatmullRom.Scale(sheet, image.Rect(x, y, x+w, y+h), p, p.Bounds(), draw.Src, nil)
	}
	return sheet
}

// write sets a name and what belongs to it on a baseline.
func write(img *image.RGBA, x, y int, name, about string) error {
	parsed, err := opentype.Parse(assets.Font)
	if err != nil {
		return fmt.Errorf("read the font: %w", err)
	}
	pen := font.Drawer{Dst: img, Dot: fixed.P(x, y)}
	for _, part := range []struct {
		text string
		size float64
		ink  ink
	}{{name + "   ", 22, textInk}, {about, 15, dimInk}} {
		face, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: part.size, DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			return fmt.Errorf("size the font: %w", err)
		}
		pen.Face = face
		pen.Src = image.NewUniform(color.RGBA{uint8(part.ink.r * 255), uint8(part.ink.g * 255), uint8(part.ink.b * 255), 0xFF})
		pen.DrawString(part.text)
		if err := face.Close(); err != nil {
			return err
		}
	}
	return nil
}
