package render

import (
	"math"

	"bankshot/client/predict"
	"bankshot/game"
)

// The silhouettes, nose towards +X, in units: meaning by shape first, colour second.
var (
	dart   = [...]predict.Point{{X: 18, Y: 0}, {X: -11, Y: 12}, {X: -5, Y: 0}, {X: -11, Y: -12}}
	wing   = [...]predict.Point{{X: 15, Y: 0}, {X: 1, Y: 6}, {X: -8, Y: 14}, {X: -9, Y: 4}, {X: -13, Y: 0}, {X: -9, Y: -4}, {X: -8, Y: -14}, {X: 1, Y: -6}}
	wedge6 = [...]predict.Point{{X: 15, Y: 0}, {X: 4, Y: 10}, {X: -11, Y: 10}, {X: -11, Y: -10}, {X: 4, Y: -10}}
	inner  = [...]predict.Point{{X: 8, Y: 0}, {X: -4, Y: 5}, {X: -4, Y: -5}}
)

// ShipColor is the colour of a ship's hull.
func ShipColor(s *predict.Ship) Color {
	switch {
	case s.Mine:
		return MineColor
	case s.Team != game.NoTeam:
		return TeamColor(s.Team)
	}
	return ShipColors[int(s.Seat)%len(ShipColors)]
}

// ship draws one living ship; flash (1..0) whitens a hull that was just hit.
func (r *Renderer) ship(s *predict.Ship, flash float32) {
	if !s.Alive || !r.Cam.Sees(s.Pos, 60) {
		return
	}
	hull, glow := Pen{&r.edges, &r.Cam}, Pen{&r.light, &r.Cam}
	c := ShipColor(s)
	stroke, shape := hullStroke, wing[:]
	switch {
	case s.Mine:
		stroke, shape = mineStroke, dart[:]
	case s.Pilot:
		shape = wedge6[:]
	}
	r.flame(glow, s)
	if s.Mine {
		glow.Pulse(s.Pos, 0, mineLight, MineColor.Times(0.16))
	}
	// A breath of colour under the hull keeps it a body, not a wire.
	glow.Dot(s.Pos, Stroke{0.5, 28, 0}, c.Times(0.5))
	if flash > 0 {
		c = c.Mix(FlashColor, flash)
		stroke.Heat = 1
		glow.Dot(s.Pos, Stroke{9, 16, 1}, FlashColor.Times(flash*0.8))
	}
	hull.Path(s.Pos, s.Aim, shape, stroke, c)
	if s.Mine {
		hull.Path(s.Pos, s.Aim, inner[:], Stroke{0.7, 5, 0.9}, c)
	}
	if s.Team != game.NoTeam {
		r.mark(hull, s.Team, s.Pos, s.Aim, 0.85, TeamColor(s.Team).Mix(FlashColor, 0.35))
	}
	r.rings(hull, glow, s)
}

// flame is the thrust, against where the ship is pushed, whatever it points at.
func (r *Renderer) flame(glow Pen, s *predict.Ship) {
	if s.Thrust == 0 && s.Dash == 0 {
		return
	}
	dir := float64(s.Thrust-1) * math.Pi / 8
	length := float32(flameLength)
	if s.Dash > 0 {
		dir = math.Atan2(float64(s.Vel.Y), float64(s.Vel.X))
		length *= 1 + 2*s.Dash
	}
	sin, cos := sincos(float32(dir))
	flick := 0.8 + 0.2*float32(math.Sin(r.motion()*1.7+float64(s.Seat)))
	from := predict.Point{X: s.Pos.X - cos*11, Y: s.Pos.Y - sin*11}
	to := predict.Point{X: from.X - cos*length*flick, Y: from.Y - sin*length*flick}
	c := FlameColor
	if s.Dash > 0 {
		c = DashColor
	}
	glow.Fade(from, to, flameStroke, c.Times(0.85), c.Times(0.05))
}

// rings are health, dash and shield around the hull.
func (r *Renderer) rings(hull, glow Pen, s *predict.Ship) {
	const up = -math.Pi / 2
	if s.Mine {
		hull.Ring(s.Pos, healthRing, ringStroke, MineColor.Times(0.22))
		hull.Arc(s.Pos, healthRing, up, math.Pi*s.Health, healthStroke, HealthColor(s.Health))
		r.energy(hull, s)
		if s.DashReady >= 1 {
			hull.Arc(s.Pos, dashRing, -up, 0.5, dashStroke, DashColor.Times(0.9))
		} else {
			hull.Arc(s.Pos, dashRing, -up, 0.5, ringStroke, DashColor.Times(0.2))
			hull.Arc(s.Pos, dashRing, -up, 0.5*s.DashReady, ringStroke, DashColor.Times(0.6))
		}
	} else if s.Health < 1 {
		hull.Ring(s.Pos, healthRing, ringStroke, ShipColor(s).Times(0.16))
		hull.Arc(s.Pos, healthRing, up, math.Pi*s.Health, ringStroke, EnemyLife.Times(0.8))
	}
	if s.Shield > 0 {
		k := 0.35 + 0.45*min(1, s.Shield*3)
		turn := float32(math.Mod(r.motion()*0.05, 2*math.Pi))
		glow.Ring(s.Pos, shieldRing+3, shieldStroke, ShieldTint.Times(k*0.5))
		for i := range 3 {
			glow.Arc(s.Pos, shieldRing+3, turn+float32(i)*2*math.Pi/3, 0.55, shieldStroke, ShieldTint.Times(k))
		}
	}
	if s.Dash > 0 {
		glow.Ring(s.Pos, 18+10*(1-s.Dash), shieldStroke, DashColor.Times(s.Dash))
	}
}

// HealthColor goes from good over half to low.
func HealthColor(health float32) Color {
	if health > 0.5 {
		return HealthHalf.Mix(HealthGood, min(1, (health-0.5)*6))
	}
	return HealthLow.Mix(HealthHalf, max(0, health-0.15)/0.35)
}

// tagsWithin is how far from where one looks ships have their names beside them: everywhere, but in a crowd only near,
// where there would be nothing to see for names.
func (r *Renderer) tagsWithin(v *predict.View) float32 {
	seen := 0
	for i := range v.Ships {
		if v.Ships[i].Alive && r.Cam.Sees(v.Ships[i].Pos, 0) {
			seen++
		}
	}
	if seen > crowdTags {
		return crowdReach
	}
	return 2 * ViewW
}

// tag writes a ship's name above it, a pilot's dimmer and behind a small diamond.
func (r *Renderer) tag(s *predict.Ship) {
	if r.Nameless || !s.Alive || s.Name == "" || !r.Cam.Sees(s.Pos, 90) {
		return
	}
	x, y := r.Cam.Screen(predict.Point{X: s.Pos.X, Y: s.Pos.Y - nameLift})
	size := nameSize * r.UI
	c := TextColor
	switch {
	case s.Mine:
		c = MineColor
	case s.Team != game.NoTeam:
		c = TeamColor(s.Team).Mix(TextColor, 0.4)
	case s.Pilot:
		c = DimColor
	}
	r.Text.tag(s.Name, x, y, size, Middle, c, 0.95)
	if kind := game.PickupOf(s.Weapon); kind != game.NoPickup && !s.Mine {
		// What a ship has picked up is worth knowing before it fires.
		lift := predict.Point{X: s.Pos.X + r.Text.Width(s.Name, size)/2/r.Cam.Scale + 11, Y: s.Pos.Y - nameLift - 5}
		r.Sign(Pen{&r.light, &r.Cam}, kind, lift, 0.6, PickColor.Times(0.8))
	}
	if s.Pilot {
		w := r.Text.Width(s.Name, size)
		r.diamond(x-w/2-size*0.62, y-size*0.36, size*0.24, c)
	}
}

// diamond marks a pilot: pixels.
func (r *Renderer) diamond(x, y, k float32, c Color) {
	core, glow := max(0.5*r.UI, thinnest), 3*r.UI
	px, py := x, y-k
	for _, d := range [...][2]float32{{k, 0}, {0, k}, {-k, 0}, {0, -k}} {
		r.light.line(px, py, x+d[0], y+d[1], core, glow, 0, c, c)
		px, py = x+d[0], y+d[1]
	}
}
