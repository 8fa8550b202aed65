package atlas

import (
	"image"
	"image/color"

	"bankshot/game/arena"
)

// TownScale is how many pixels of a town plan a tile is wide.
const TownScale = 3

// Plan is a large arena as a whole, flat, without names: a few pixels for each tile.
func Plan(a *arena.Arena) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, a.W*TownScale, a.H*TownScale))
	for i, t := range a.Tiles {
		x, y := i%a.W*TownScale, i/a.W*TownScale
		for v := range TownScale {
			for u := range TownScale {
				if solidPixel(t, u, v) {
					img.SetRGBA(x+u, y+v, inkOf(t).rgba())
				} else {
					img.SetRGBA(x+u, y+v, background.rgba())
				}
			}
		}
	}
	dot := func(c arena.Cell, size int, col ink) {
		for v := range size {
			for u := range size {
				img.SetRGBA(c.X*TownScale+u, c.Y*TownScale+v, col.rgba())
			}
		}
	}
	for _, s := range a.Spawns {
		dot(s, 2, spawnInk)
	}
	for _, p := range a.Places {
		switch p.Kind {
		case arena.PickupPlace:
			dot(p.At, TownScale, pickInk)
		case arena.PortalPlace:
			dot(arena.Cell{X: p.At.X - 1, Y: p.At.Y - 1}, 3*TownScale, portalInk(p.Group))
		}
	}
	return img
}

// solidPixel says whether a pixel of a tile is not floor. Of what is flown over every second one is.
func solidPixel(t arena.Tile, u, v int) bool {
	const last = TownScale - 1
	switch t.Shape() {
	case arena.CornerNW:
		return u+v <= last
	case arena.CornerNE:
		return u >= v
	case arena.CornerSW:
		return u <= v
	case arena.CornerSE:
		return u+v >= last
	case arena.Block:
		return true
	}
	return !t.Plain() && (t.Rules().Leads || (u+v)%2 == 0)
}

func (i ink) rgba() color.RGBA {
	return color.RGBA{uint8(i.r*255 + 0.5), uint8(i.g*255 + 0.5), uint8(i.b*255 + 0.5), 0xFF}
}

// Window is a part of an arena as an arena of its own, so that it can be drawn like one.
func Window(a *arena.Arena, left, top, w, h int) *arena.Arena {
	part := &arena.Arena{Name: a.Name, W: w, H: h, Modes: a.Modes}
	for y := top; y < top+h; y++ {
		for x := left; x < left+w; x++ {
			part.Tiles = append(part.Tiles, a.At(x, y))
		}
	}
	within := func(c arena.Cell) (arena.Cell, bool) {
		c = arena.Cell{X: c.X - left, Y: c.Y - top}
		return c, c.X >= 0 && c.Y >= 0 && c.X < w && c.Y < h
	}
	for _, s := range a.Spawns {
		if c, ok := within(s); ok {
			part.Spawns = append(part.Spawns, c)
		}
	}
	for _, p := range a.Places {
		if c, ok := within(p.At); ok {
			p.At = c
			part.Places = append(part.Places, p)
		}
	}
	return part
}
