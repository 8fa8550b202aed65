package atlas

import (
	"image"
	"image/color"
	"math"
)

// ink is a colour in 0..1.
type ink struct{ r, g, b float32 }

func hex(v uint32) ink {
	return ink{float32(v>>16&0xFF) / 255, float32(v>>8&0xFF) / 255, float32(v&0xFF) / 255}
}

// canvas is a picture that shapes are painted on. A shape is the signed distance of a pixel from its border, negative
// inside: edges come out smooth, and a glow is the same distance seen from farther away.
type canvas struct {
	w, h int
	at   []ink
}

type shape func(x, y float64) float64

// box bounds the pixels that a shape may touch.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) grown(by float64) box { return box{b.x0 - by, b.y0 - by, b.x1 + by, b.y1 + by} }

func newCanvas(w, h int, paper ink) *canvas {
	c := &canvas{w: w, h: h, at: make([]ink, w*h)}
	for i := range c.at {
		c.at[i] = paper
	}
	return c
}

func (c *canvas) each(b box, visit func(p *ink, x, y float64)) {
	x0, y0 := max(int(math.Floor(b.x0)), 0), max(int(math.Floor(b.y0)), 0)
	x1, y1 := min(int(math.Ceil(b.x1)), c.w), min(int(math.Ceil(b.y1)), c.h)
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			visit(&c.at[y*c.w+x], float64(x)+0.5, float64(y)+0.5)
		}
	}
}

// fill paints the inside of a shape.
func (c *canvas) fill(b box, s shape, col ink, alpha float32) {
	c.each(b.grown(1), func(p *ink, x, y float64) {
		a := alpha * float32(min(max(0.5-s(x, y), 0), 1))
		p.r += (col.r - p.r) * a
		p.g += (col.g - p.g) * a
		p.b += (col.b - p.b) * a
	})
}

// glow lights a shape and its surroundings as far as reach. Light never makes a pixel darker, and several lights of one
// colour don't add up, so that lines may overlap where they meet.
func (c *canvas) glow(b box, s shape, col ink, reach float64) {
	c.each(b.grown(reach+1), func(p *ink, x, y float64) {
		d := s(x, y)
		core := float32(min(max(0.5-d, 0), 1))
		far := float32(min(max(1-d/reach, 0), 1))
		k := max(core, 0.4*far*far)
		p.r = max(p.r, col.r*k)
		p.g = max(p.g, col.g*k)
		p.b = max(p.b, col.b*k)
	})
}

// line is a stroke of a half width from one point to another.
func line(ax, ay, bx, by, half float64) (box, shape) {
	dx, dy := bx-ax, by-ay
	long := max(dx*dx+dy*dy, 1e-9)
	b := box{min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)}
	return b.grown(half), func(x, y float64) float64 {
		t := min(max(((x-ax)*dx+(y-ay)*dy)/long, 0), 1)
		return math.Hypot(x-ax-t*dx, y-ay-t*dy) - half
	}
}

// disc is a full circle, ring its border.
func disc(cx, cy, r float64) (box, shape) {
	return box{cx, cy, cx, cy}.grown(r), func(x, y float64) float64 { return math.Hypot(x-cx, y-cy) - r }
}

func ring(cx, cy, r, half float64) (box, shape) {
	b, s := disc(cx, cy, r)
	return b.grown(half), func(x, y float64) float64 { return math.Abs(s(x, y)) - half }
}

// convex is the inside of a polygon given clockwise on the screen, as flat x, y.
func convex(p ...float64) (box, shape) {
	b := box{p[0], p[1], p[0], p[1]}
	for i := 0; i < len(p); i += 2 {
		b = box{min(b.x0, p[i]), min(b.y0, p[i+1]), max(b.x1, p[i]), max(b.y1, p[i+1])}
	}
	return b, func(x, y float64) float64 {
		far := math.Inf(-1)
		for i := 0; i < len(p); i += 2 {
			k := (i + 2) % len(p)
			dx, dy := p[k]-p[i], p[k+1]-p[i+1]
			far = max(far, ((x-p[i])*dy-(y-p[i+1])*dx)/math.Hypot(dx, dy))
		}
		return far
	}
}

// image is the finished picture.
func (c *canvas) image() *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, c.w, c.h))
	b := func(v float32) uint8 { return uint8(min(max(v, 0), 1)*255 + 0.5) }
	for i, p := range c.at {
		img.SetRGBA(i%c.w, i/c.w, color.RGBA{b(p.r), b(p.g), b(p.b), 0xFF})
	}
	return img
}
