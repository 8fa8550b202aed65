package atlas

import (
	"fmt"
	"image"
	"math"
	"strings"

	"bankshot/game"
	"bankshot/game/arena"
)

// The colours of the game (client/render), as far as an overview shows them.
var (
	background = hex(0x05060d)
	gridInk    = hex(0x0d1530)
	solidInk   = hex(0x0a1028)
	wallInk    = hex(0x3d5cff)
	deadInk    = hex(0x7a7f8c)
	deadFill   = hex(0x15161a)
	glassInk   = hex(0x9fe8ff)
	hazardInk  = hex(0xff4560)
	boostInk   = hex(0x5cffb0)
	gateInk    = hex(0xffffff)
	slowInk    = hex(0x6a5a3a)
	pickInk    = hex(0xffe14a)
	spawnInk   = hex(0xe8f1ff)
	hillInk    = hex(0xffc04a)
	textInk    = hex(0xe8f1ff)
	dimInk     = hex(0x8fa3c8)
	teamInks   = [...]ink{hex(0xe8f1ff), hex(0xff8b2e), hex(0x35e6ff)}
	portalInks = [...]ink{hex(0xff6cc4), hex(0xb06bff), hex(0xc8ff5c)}
)

// Scale is how many pixels of an overview a tile is wide, captionHeight what stands below it.
const (
	Scale         = 16
	captionHeight = 40
)

// Draw is the overview of an arena.
func Draw(a *arena.Arena) (*image.RGBA, error) {
	c := newCanvas(a.W*Scale, a.H*Scale+captionHeight, background)
	drawGrid(c, a)
	for i, t := range a.Tiles {
		drawGround(c, t, float64(i%a.W)*Scale, float64(i/a.W)*Scale)
	}
	for i, t := range a.Tiles {
		drawSolid(c, t, float64(i%a.W)*Scale, float64(i/a.W)*Scale)
	}
	for i := range a.Tiles {
		drawEdges(c, a, a.CellAt(i))
	}
	for _, s := range a.Spawns {
		x, y := middle(s)
		b, ship := convex(x, y-5, x+5, y+4, x-5, y+4)
		c.fill(b, func(x, y float64) float64 { return math.Abs(ship(x, y)+0.6) - 0.6 }, spawnInk, 0.8)
	}
	for _, p := range a.Places {
		drawPlace(c, p)
	}
	img := c.image()
	return img, write(img, 10, a.H*Scale+27, a.Name, fmt.Sprintf("%d x %d   %s", a.W, a.H, strings.Join(modeNames(a), ", ")))
}

func modeNames(a *arena.Arena) []string {
	var names []string
	for m := range arena.Modes {
		if a.Modes.Has(m) {
			names = append(names, m.String())
		}
	}
	return names
}

func middle(c arena.Cell) (x, y float64) {
	return (float64(c.X) + 0.5) * Scale, (float64(c.Y) + 0.5) * Scale
}

// drawGrid shows every fourth line of the tiles.
func drawGrid(c *canvas, a *arena.Arena) {
	for x := 0; x <= a.W; x += 4 {
		b, s := line(float64(x)*Scale, 0, float64(x)*Scale, float64(a.H)*Scale, 0.5)
		c.fill(b, s, gridInk, 1)
	}
	for y := 0; y <= a.H; y += 4 {
		b, s := line(0, float64(y)*Scale, float64(a.W)*Scale, float64(y)*Scale, 0.5)
		c.fill(b, s, gridInk, 1)
	}
}

func drawPlace(c *canvas, p arena.Place) {
	x, y := middle(p.At)
	switch p.Kind {
	case arena.PickupPlace:
		for _, half := range [][4]float64{{-4, 0, 4, 0}, {0, -4, 0, 4}} {
			b, s := line(x+half[0], y+half[1], x+half[2], y+half[3], 1.6)
			c.glow(b, s, pickInk, 8)
		}
	case arena.TeamSpawn:
		b, s := convex(x, y-6, x+6, y+5, x-6, y+5)
		c.fill(b, s, teamInks[p.Group], 0.9)
	case arena.Base:
		b, s := ring(x, y, 14, 1.5)
		c.glow(b, s, teamInks[p.Group], 10)
		b, s = disc(x, y, 6)
		c.glow(b, s, teamInks[p.Group], 8)
	case arena.ZonePlace:
		b, s := ring(x, y, float64(game.ZoneRadius)/arena.TileSub*Scale, 1)
		c.glow(b, s, hillInk, 7)
		for n := range int(p.Group) + 1 {
			b, s = disc(x+6*(float64(n)-float64(p.Group)/2), y, 2)
			c.fill(b, s, hillInk, 1)
		}
	case arena.PortalPlace:
		b, s := disc(x, y, 8)
		c.fill(b, s, background, 1)
		b, s = ring(x, y, 7, 1.5)
		c.glow(b, s, portalInk(p.Group), 10)
		for n := range min(int(p.Group)+1, len(portalInks)) {
			b, s = disc(x+4*(float64(n)-float64(p.Group)/2), y, 1.4)
			c.fill(b, s, portalInk(p.Group), 1)
		}
	}
}

// portalInk is the colour of a pair of portals; those of a Frontier share a few.
func portalInk(group uint8) ink { return portalInks[int(group)%len(portalInks)] }
