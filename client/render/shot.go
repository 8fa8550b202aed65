package render

import (
	"math"

	"bankshot/client/predict"
	"bankshot/game"
)

// shot draws a shot and its trail, which leads back around the banks and fades. The head of mine is a diamond in my
// colour, the others' are round: a glance tells which ones bite me before their first bank.
func (r *Renderer) shot(s *predict.Shot) {
	if s.Points < 1 || !r.Cam.Sees(s.Trail[0], 160) {
		return
	}
	pen := Pen{&r.light, &r.Cam}
	look := Heat(s.Banks)
	var total float32
	for i := 1; i < s.Points; i++ {
		total += distance(s.Trail[i-1], s.Trail[i])
	}
	trail := look.Stroke
	trail.Heat *= 0.6
	at := float32(0)
	for i := 1; i < s.Points; i++ {
		next := at + distance(s.Trail[i-1], s.Trail[i])
		a, b := fade(at, total), fade(next, total)
		pen.Fade(s.Trail[i-1], s.Trail[i], trail, look.Color.Times(look.Bright*a), look.Color.Times(look.Bright*b))
		at = next
	}
	head := s.Trail[0]
	if s.Mine {
		pen.Dot(head, Stroke{look.Core * 1.1, look.Glow, 1}, look.Color.Times(look.Bright))
		r.rim(pen, s, look)
		return
	}
	pen.Dot(head, Stroke{look.Core * 1.9, look.Glow * 1.1, 1}, look.Color.Times(look.Bright*1.1))
}

// rim is the diamond around the head of a shot of mine.
func (r *Renderer) rim(pen Pen, s *predict.Shot, look HeatLook) {
	dir := float32(0)
	if s.Points > 1 {
		dir = direction(s.Trail[1], s.Trail[0])
	}
	sin, cos := sincos(dir)
	long, wide := float32(shotRim)+look.Core*1.6, float32(shotRim)*0.6+look.Core
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
