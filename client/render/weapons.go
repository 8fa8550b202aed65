package render

import (
	"bankshot/client/predict"
	"bankshot/game"
)

// weaponLooks is the table of how weapons look. What charges, is a beam or splashes is drawn as such by its numbers.
var weaponLooks = [game.WeaponKinds]weaponLook{
	game.Pulse: {head: (*Renderer).dash, thick: 1, trail: 1},
	game.Scatter: {
		head: (*Renderer).dash, thick: 0.6, trail: 1,
		sign: sign{lines: []edge{line2(-7, 0, 8, -7), line2(-7, 0, 9, 0), line2(-7, 0, 8, 7)}},
	},
	game.Rail: {
		head: (*Renderer).dash, thick: 1, trail: 1,
		sign: sign{lines: []edge{line2(-9, 0, 9, 0), line2(-9, -5, -9, 5), line2(4, -3, 9, 0), line2(4, 3, 9, 0)}},
	},
	game.Orb: {head: (*Renderer).orb, thick: 1, trail: 2, sign: sign{ball: 4.5}},
	game.Prism: {
		head: (*Renderer).prism, thick: 1, trail: 1,
		sign: sign{lines: []edge{line2(0, -8, 8, 6), line2(8, 6, -8, 6), line2(-8, 6, 0, -8)}},
	},
}

// supplyLooks is the table of how supplies look.
var supplyLooks = [game.PickupKinds]supplyLook{
	game.PickHealth: {HealthGood, sign{lines: []edge{line2(-7, 0, 7, 0), line2(0, -7, 0, 7)}}},
	game.PickEnergy: {MirrorColor, sign{lines: []edge{line2(3, -9, -4, 1), line2(-4, 1, 4, -1), line2(4, -1, -3, 9)}}},
}

// weaponLook is how a weapon looks.
type weaponLook struct {
	// head draws the head of its shots.
	head func(r *Renderer, pen Pen, s *predict.Shot, look HeatLook, thick float32)
	// thick is how thick its shots are, trail how much thicker yet their trail, in parts of what their heat makes them.
	thick, trail float32
	// sign is its shape where it lies and beside the name of who holds it.
	sign sign
}

type supplyLook struct {
	color Color
	sign  sign
}

// sign is the shape of what can be picked up, in units of a ring of radius 16: lines, or a ball in a ring twice as wide.
type sign struct {
	lines []edge
	ball  float32
}

func line2(x0, y0, x1, y1 float32) edge {
	return edge{predict.Point{X: x0, Y: y0}, predict.Point{X: x1, Y: y1}}
}
