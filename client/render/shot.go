package render

import (
	"math"

	"bankshot/client/predict"
	"bankshot/game"
)

// shot draws a shot and its trail, which leads back around the banks and fades. Weapons differ in their heads (weapons.go).
// Mine have a rim in my colour: a glance tells which ones bite me before their first bank.
func (r *Renderer) shot(s *predict.Shot) {
	if s.Points < 1 || !r.Cam.Sees(s.Trail[0], 160) {
		return
	}
	pen := Pen{&r.light, &r.Cam}
	look := Heat(s.Banks)
	w := &weaponLooks[s.Weapon]
	r.trail(pen, s, look, w)
	w.head(r, pen, s, look, w.thick)
	if s.Returned {
		// It came out of a mirror: two short bars, as the mirror's ends.
		r.bars2(pen, s, look)
	}
}

// trail is the light behind a shot.
func (r *Renderer) trail(pen Pen, s *predict.Shot, look HeatLook, w *weaponLook) {
	var total float32
	for i := 1; i < s.Points; i++ {
		total += distance(s.Trail[i-1], s.Trail[i])
	}
	stroke := look.Stroke
	stroke.Heat *= 0.6
	stroke.Core *= w.thick * w.trail
	stroke.Glow *= w.thick
	at := float32(0)
	for i := 1; i < s.Points; i++ {
		next := at + distance(s.Trail[i-1], s.Trail[i])
		a, b := fade(at, total), fade(next, total)
		pen.Fade(s.Trail[i-1], s.Trail[i], stroke, look.Color.Times(look.Bright*a), look.Color.Times(look.Bright*b))
		at = next
	}
}

// dash is a dot that its trail makes a dash of.
func (r *Renderer) dash(pen Pen, s *predict.Shot, look HeatLook, thick float32) {
	core := look.Core * 1.9 * thick
	if s.Mine {
		core = look.Core * 1.1 * thick
		r.rim(pen, s, look, thick)
	}
	pen.Dot(s.Trail[0], Stroke{core, look.Glow * 1.1 * thick, 1}, look.Color.Times(look.Bright*1.1))
}

// orb is a ball as wide as it strikes, in a ring that beats.
func (r *Renderer) orb(pen Pen, s *predict.Shot, look HeatLook, _ float32) {
	beat := 0.5 + 0.5*float32(math.Sin(r.motion()*0.22+float64(s.ID&255)))
	pen.Dot(s.Trail[0], Stroke{s.Radius * 0.5, look.Glow * 1.3, 0.8}, look.Color.Times(look.Bright*0.9))
	pen.Ring(s.Trail[0], s.Radius+1, Stroke{1.1, 8, 0.4}, look.Color.Times(look.Bright))
	pen.Ring(s.Trail[0], s.Radius+4+5*beat, ringStroke, look.Color.Times(0.7*(1-beat)+0.15))
	if s.Mine {
		pen.Ring(s.Trail[0], s.Radius+3.5, rimStroke, MyShotRim.Times(0.8))
	}
}

// prism is a triangle that points its way: large while it has yet to split.
func (r *Renderer) prism(pen Pen, s *predict.Shot, look HeatLook, _ float32) {
	k := float32(0.7)
	if s.Banks == 0 {
		k = 1.1
	}
	dir := shotHeading(s)
	sin, cos := sincos(dir)
	at := s.Trail[0]
	corner := func(x, y float32) predict.Point {
		return turned(at, predict.Point{X: x * k, Y: y * k}, sin, cos)
	}
	p := [...]predict.Point{corner(9, 0), corner(-6, 8), corner(-6, -8)}
	rim := look.Color.Times(look.Bright)
	if s.Mine {
		rim = MyShotRim.Times(0.9)
	}
	for i := range p {
		pen.Line(p[i], p[(i+1)%3], Stroke{0.9, 6, 0.4}, rim)
	}
	pen.Dot(at, Stroke{look.Core * 1.2, look.Glow, 1}, look.Color.Times(look.Bright))
}

// bars2 marks a shot that a mirror has returned.
func (r *Renderer) bars2(pen Pen, s *predict.Shot, look HeatLook) {
	sin, cos := sincos(shotHeading(s))
	for _, side := range [...]float32{-1, 1} {
		y := side * (6 + s.Radius)
		pen.Line(turned(s.Trail[0], predict.Point{X: -5, Y: y}, sin, cos), turned(s.Trail[0], predict.Point{X: 5, Y: y}, sin, cos),
			Stroke{0.7, 5, 0.6}, MirrorColor.Times(0.8*look.Bright))
	}
}

// shotHeading is where a shot flies.
func shotHeading(s *predict.Shot) float32 {
	if s.Points > 1 {
		return direction(s.Trail[1], s.Trail[0])
	}
	return 0
}

// rim is the diamond around the head of a shot of mine.
func (r *Renderer) rim(pen Pen, s *predict.Shot, look HeatLook, thin float32) {
	sin, cos := sincos(shotHeading(s))
	long, wide := (float32(shotRim)+look.Core*1.6)*thin, (float32(shotRim)*0.6+look.Core)*thin
	h := s.Trail[0]
	p := [...]predict.Point{
		{X: h.X + cos*long, Y: h.Y + sin*long},
		{X: h.X - sin*wide, Y: h.Y + cos*wide},
		{X: h.X - cos*long, Y: h.Y - sin*long},
		{X: h.X + sin*wide, Y: h.Y - cos*wide},
	}
	for i := range p {
		pen.Line(p[i], p[(i+1)%4], Stroke{0.6, 4, 0.2}, MyShotRim.Times(0.8))
	}
}

// fade is the light of a trail at a distance from its head.
func fade(at, total float32) float32 {
	if total <= 0 {
		return 1
	}
	k := 1 - at/total
	return 0.95 * k * float32(math.Sqrt(float64(k)))
}

// aimLine is dashed and faint, to just past the first bank, with a tick where it banks.
func (r *Renderer) aimLine(line []predict.Point) {
	if len(line) < 2 {
		return
	}
	pen := Pen{&r.light, &r.Cam}
	var total float32
	for i := 1; i < len(line); i++ {
		total += distance(line[i-1], line[i])
	}
	// The pattern runs on around the bank: its phase is carried from piece to piece.
	at := float32(0)
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		length := distance(a, b)
		if length == 0 {
			continue
		}
		const step = aimDash + aimGap
		first := float32(math.Floor(float64(at/step))) * step
		for d := first; d < at+length; d += step {
			from, to := max(d-at, 0), min(d+aimDash-at, length)
			if to <= from {
				continue
			}
			k := 0.42 - 0.3*(at+from)/total
			if i > 1 {
				k = 0.36 * (1 - (from / length))
			}
			pen.Line(between(a, b, from/length), between(a, b, to/length), aimStroke, AimColor.Times(k))
		}
		at += length
		if i+1 < len(line) {
			pen.Ring(b, markRadius, aimStroke, AimColor.Times(0.5))
		}
	}
}

func distance(a, b predict.Point) float32 { return hypot(a.X-b.X, a.Y-b.Y) }

func direction(from, to predict.Point) float32 {
	return float32(math.Atan2(float64(to.Y-from.Y), float64(to.X-from.X)))
}

func between(a, b predict.Point, t float32) predict.Point {
	return predict.Point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
}

// place turns the rules' position into units.
func place(v game.Vec) predict.Point {
	return predict.Point{X: float32(v.X) / game.Unit, Y: float32(v.Y) / game.Unit}
}

// heading turns the rules' direction into radians.
func heading(aim uint16) float32 { return float32(aim) * (2 * math.Pi / game.AimSteps) }
