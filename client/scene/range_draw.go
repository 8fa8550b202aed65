package scene

import (
	"bankshot/client/input"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
)

var drillWords = [drills]string{"Stand", "Move", "Shoot"}

const (
	rangeBoxH   = 32
	rangeBoxGap = 6
	rangeBoxW   = 92
)

// rangeBoxes are the buttons: the weapons, then what the targets do, in one row under the head.
func rangeBoxes(dst []ui.Rect, w, h float32) []ui.Rect {
	const (
		n     = int(game.WeaponKinds) + int(drills)
		apart = 22 // between the two groups
		gaps  = float32(apart + (n-1)*rangeBoxGap)
	)
	wide := min((w-40-gaps)/float32(n), rangeBoxW)
	x, y := (w-float32(n)*wide-gaps)/2, float32(44)
	if h < tall { // fingers must not hit the way out instead
		y = 64
	}
	for i := range n {
		if i == int(game.WeaponKinds) {
			x += apart
		}
		dst = append(dst, ui.Rect{X: x, Y: y, W: wide, H: rangeBoxH})
		x += wide + rangeBoxGap
	}
	return dst
}

func (p *practice) draw(s scribe, g *Game) {
	p.floats.draw(s, g, float64(p.b.Tick))
	s.Button(leaveBox, "Leave", false)
	var room [int(game.WeaponKinds) + int(drills)]ui.Rect
	for i, box := range rangeBoxes(room[:0], s.W, s.H) {
		if i < int(game.WeaponKinds) {
			s.Button(box, weaponOf(game.WeaponKind(i)), game.WeaponKind(i) == p.weapon)
		} else {
			s.Button(box, drillWords[i-int(game.WeaponKinds)], drill(i-int(game.WeaponKinds)) == p.drill)
		}
	}
	p.numbers(s)
	v := p.seen
	if v.Me >= 0 {
		ownShip(s, &v.Ships[v.Me])
		move, aim := g.mapper.Sticks()
		stick(s, move)
		stick(s, aim)
		mirrorButton(s, g, v.Ships[v.Me].Energy)
	}
	if s.H >= tall && g.mapper.Used != input.Fingers {
		s.Shade(s.W/2-190, s.H-28, 380, 14, render.ShadeAlpha)
		s.Text("1-5 weapon · 6-8 targets stand, move, shoot · Esc leaves", s.W/2, s.H-16, render.SizeSmall, render.Middle, render.FaintColor)
	}
}

// numbers are how well I shoot.
func (p *practice) numbers(s scribe) {
	t := &p.tally
	const y = 27
	s.Shade(0, 0, s.W, 30, render.ShadeAlpha)
	s.Text("Range", leaveBox.Right()+14, y, render.SizeSmall, render.Left, render.DimColor)
	l := s.write().int(t.accuracy()).str(" % of ").int(t.fired).str(" hit")
	s.Bytes(l.b, s.W/2, y, render.SizeBody, render.Middle, render.TextColor)
	l = s.write().int(t.kills).str(" down · best ").int(t.bestBanks).str(" banks")
	if t.bestUnits > 0 && s.H >= tall {
		l = l.str(", ").int(t.bestUnits).str(" units")
	}
	s.Bytes(l.b, s.W-20, y, render.SizeSmall, render.Right, render.AccentColor)
}
