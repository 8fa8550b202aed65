package render

import (
	"math"

	"bankshot/client/predict"
	"bankshot/game"
)

// goals draws what the mode is about, each by what it is: flags and where they are at home, zones; and at the edge of the
// view, where those are that lie beyond it.
func (r *Renderer) goals(v *predict.View) {
	for n := range v.Goals {
		switch g := &v.Goals[n]; {
		case !g.There:
		case g.Kind == game.ZoneGoal:
			r.zone(v, g)
		case g.HasHome:
			r.base(g)
		}
	}
	for n := range v.Goals {
		if g := &v.Goals[n]; g.There && g.Kind == game.FlagGoal {
			r.flag(g)
		}
	}
}

// GoalColor is that of a team's goal, or of nobody's.
func GoalColor(team uint8) Color {
	if team == game.NoTeam {
		return ZoneColor
	}
	return TeamColor(team)
}

// base is where a flag is at home: a hexagon with its team's mark in it while the flag is away.
func (r *Renderer) base(f *predict.Goal) {
	if !r.Cam.Sees(f.Home, 60) {
		return
	}
	hull, glow := Pen{&r.edges, &r.Cam}, Pen{&r.light, &r.Cam}
	c := GoalColor(f.Team)
	glow.Dot(f.Home, Stroke{2, 44, 0}, c.Times(0.28))
	hull.Path(f.Home, 0, baseShape[:], baseStroke, c.Times(0.8))
	if !f.AtHome {
		r.mark(hull, f.Team, f.Home, -math.Pi/2, 1.2, c.Times(0.5))
	}
}

var baseShape = func() (shape [6]predict.Point) {
	for i := range shape {
		sin, cos := math.Sincos(float64(i) * math.Pi / 3)
		shape[i] = predict.Point{X: float32(cos) * baseRing, Y: float32(sin) * baseRing}
	}
	return shape
}()

// mark is a team's sign: a bar for one, a chevron for the other.
func (r *Renderer) mark(pen Pen, team uint8, at predict.Point, dir, scale float32, c Color) {
	sin, cos := sincos(dir)
	to := func(x, y float32) predict.Point {
		return turned(at, predict.Point{X: x * scale, Y: y * scale}, sin, cos)
	}
	switch team {
	case game.TeamOne:
		pen.Line(to(-2, -7), to(-2, 7), markStroke, c)
		pen.Line(to(3, -5), to(3, 5), markStroke, c)
	case game.TeamTwo:
		pen.Line(to(-5, -7), to(4, 0), markStroke, c)
		pen.Line(to(4, 0), to(-5, 7), markStroke, c)
	}
}

// flag is a pennant on its pole: on its base, on the floor with the time it has left, or over who carries it.
func (r *Renderer) flag(f *predict.Goal) {
	c := GoalColor(f.Team)
	r.pointTo(f.Pos, c, f.Team)
	if !r.Cam.Sees(f.Pos, 70) {
		return
	}
	hull, glow := Pen{&r.edges, &r.Cam}, Pen{&r.light, &r.Cam}
	foot := f.Pos
	if f.Holder != game.NoSeat {
		foot.X += 15
		foot.Y -= 10
		glow.Ring(f.Pos, carryRing, carryStroke, c.Times(0.55+0.25*float32(math.Sin(r.motion()*0.12))))
	} else if !f.AtHome {
		hull.Ring(f.Pos, pickRing+4, ringStroke, c.Times(0.2))
		hull.Arc(f.Pos, pickRing+4, -math.Pi/2, math.Pi*float32(f.DueIn)/game.FlagTicks, pickStroke, c.Times(0.8))
	}
	glow.Dot(predict.Point{X: foot.X + 6, Y: foot.Y - 18}, Stroke{1, 24, 0}, c.Times(0.45))
	wave := 2.2 * float32(math.Sin(r.motion()*0.1+float64(f.Team)))
	top := predict.Point{X: foot.X, Y: foot.Y - 36}
	tip := predict.Point{X: foot.X + 26, Y: foot.Y - 26 + wave}
	low := predict.Point{X: foot.X, Y: foot.Y - 16}
	hull.Line(foot, top, poleStroke, TextColor.Times(0.85))
	hull.Line(top, tip, flagStroke, c)
	hull.Line(tip, low, flagStroke, c)
	// Filled by strokes that run to its tip.
	for _, y := range [...]float32{-31, -26, -21} {
		hull.Line(predict.Point{X: foot.X + 2, Y: foot.Y + y}, predict.Point{X: foot.X + 17, Y: foot.Y - 26 + (y+26)*0.3 + wave*0.6}, flagStroke, c)
	}
}

// zone is a broken ring that turns, filled with the colour of who holds it, and a beacon in its middle.
func (r *Renderer) zone(v *predict.View, h *predict.Goal) {
	c, fill := GoalColor(h.Team), float32(0.05)
	for i := range v.Ships {
		if s := &v.Ships[i]; h.Holder == s.Seat {
			c, fill = ShipColor(s), 0.1
		}
	}
	if h.Inside > 1 && math.Mod(r.motion(), 24) < 12 {
		c = FlashColor.Times(0.8) // several are in it: it is nobody's
	}
	r.pointTo(h.Pos, c, h.Team)
	if !r.Cam.Sees(h.Pos, h.Radius+20) {
		return
	}
	hull, glow := Pen{&r.edges, &r.Cam}, Pen{&r.light, &r.Cam}
	glow.Dot(h.Pos, Stroke{h.Radius, 1, 0}, c.Times(fill))
	turn := float32(math.Mod(r.motion()*0.006, 2*math.Pi))
	const parts = 12
	for k := range parts {
		hull.Arc(h.Pos, h.Radius, turn+float32(k)*2*math.Pi/parts, math.Pi/parts*0.62, zoneStroke, c)
	}
	// Before it moves on, the ring closes in.
	if left := float32(h.DueIn) / (10 * game.TickHz); h.DueIn > 0 && left < 1 {
		hull.Ring(h.Pos, h.Radius*left, ringStroke, c.Times(0.6))
	}
	beat := float32(math.Mod(r.motion()/90, 1))
	glow.Ring(h.Pos, h.Radius*beat, ringStroke, c.Times(0.35*(1-beat)))
	spin := float32(math.Mod(r.motion()*0.03, 2*math.Pi))
	hull.Path(h.Pos, spin, beacon[:], flagStroke, c)
	hull.Path(h.Pos, -spin, beacon[:], ringStroke, c.Times(0.6))
}

var beacon = [...]predict.Point{{X: 14, Y: 0}, {X: 0, Y: 6}, {X: -14, Y: 0}, {X: 0, Y: -6}}

// pointTo draws an arrow at the edge of the view towards a place beyond it, with a team's mark behind it. It is open, two
// angles one after the other: what is closed and pointed is a ship.
func (r *Renderer) pointTo(to predict.Point, c Color, team uint8) {
	dx, dy := to.X-r.Cam.X, to.Y-r.Cam.Y
	const w, h = ViewW/2 - arrowInset, ViewH/2 - arrowInset
	if abs(dx) <= ViewW/2 && abs(dy) <= ViewH/2 || dx == 0 && dy == 0 {
		return
	}
	k := min(w/max(abs(dx), 0.01), h/max(abs(dy), 0.01))
	at := predict.Point{X: r.Cam.X + dx*k, Y: r.Cam.Y + dy*k}
	dir := float32(math.Atan2(float64(dy), float64(dx)))
	glow := Pen{&r.light, &r.Cam}
	sin, cos := sincos(dir)
	for i, tip := range arrowTips {
		k := 1 - 0.4*float32(i)
		nose := turned(at, predict.Point{X: tip}, sin, cos)
		glow.Line(nose, turned(at, predict.Point{X: tip - arrowBack, Y: arrowBack}, sin, cos), arrowStroke, c.Times(k))
		glow.Line(nose, turned(at, predict.Point{X: tip - arrowBack, Y: -arrowBack}, sin, cos), arrowStroke, c.Times(k))
	}
	r.mark(glow, team, predict.Point{X: at.X - cos*24, Y: at.Y - sin*24}, -math.Pi/2, 0.9, c)
}

// arrowTips is where the angles' tips are, arrowBack how far their legs go back and aside.
var arrowTips = [...]float32{13, 4}

const arrowBack = 11
