package scene

import (
	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game"
)

// The HUD's measures, in units of the interface.
const (
	hudEdge   = 22
	hudBarW   = 190
	hudHealth = 9
	hudEnergy = 6
	hudDash   = 4
	hudGap    = 6
	// clockW, clockH is the place around the clock that a finger may touch.
	clockW, clockH = 160, 64
	// ownIcon is how much room the signs beside the bars take.
	ownIcon = 20
	// clockShade is how wide it is dimmed behind the clock, goalShade where a goal stands with it, teamShade where the teams do.
	clockShade = 110
	goalShade  = 270
	teamShade  = 390
	// tall is the least height of a canvas whose corners belong to the HUD: on lower ones, phones, thumbs lie there.
	tall = 600
)

// hud draws what a player reads while flying: score and place, the round's clock and goals, ship and weapon.
func hud(s scribe, v *predict.View, order []int) {
	clockGround(s, v)
	clock(s, v)
	goals(s, v)
	minimap(s, &v.Minimap)
	if hour(v) {
		leaders(s, v)
	}
	if v.Me < 0 {
		return
	}
	me := &v.Ships[v.Me]
	if hour(v) {
		hourStanding(s, v, me)
	} else {
		standing(s, v, me, order)
	}
	ownShip(s, me)
}

// clockGround is dark for the clock and what stands beside and below it: bright walls pass under what has to be read at a
// glance.
func clockGround(s scribe, v *predict.View) {
	wide := float32(clockShade)
	switch {
	case v.Mode.Teams():
		wide = teamShade
	case goalsHeight(v) > 0:
		wide = goalShade
	}
	s.Shade(s.W/2-wide/2, 0, wide, max(hudEdge+40, goalsHeight(v)), render.ShadeAlpha)
}

// ownShip is weapon, health, the mirror's energy and the dash: at the lower left, on a phone in the middle between thumbs.
func ownShip(s scribe, me *predict.Ship) {
	r := ownShipAt(s.W, s.H)
	s.Shade(r.X, r.Y, r.W+ownIcon, r.H, render.ShadeAlpha)
	y := r.Y + render.SizeBody
	weapon(s, me, r.X, y)
	y += hudGap
	health := render.HealthColor(me.Health)
	s.Bytes(s.write().int(healthShown(me)).b, r.Right(), y-hudGap, render.SizeBody, render.Right, health)
	s.Bar(r.X, y, hudBarW, hudHealth, me.Health, health)
	y += hudHealth + hudGap
	energy := render.ShieldTint
	switch {
	case me.Mirror:
		energy = render.FlashColor
	case me.Energy < float32(game.MirrorStart)/game.MaxEnergy:
		energy = energy.Times(0.45) // too little to raise it
	}
	s.Bar(r.X, y, hudBarW, hudEnergy, me.Energy, energy)
	s.Icon(ui.IconMirror, r.Right()+12, y+hudEnergy/2, 14, energy)
	y += hudEnergy + hudGap
	dash := render.DashColor
	if me.DashReady < 1 {
		dash = dash.Times(0.55)
	}
	s.Bar(r.X, y, hudBarW, hudDash, me.DashReady, dash)
}

// ownShipAt is where the ship's own instruments stand.
func ownShipAt(w, h float32) ui.Rect {
	const tallness = render.SizeBody + hudGap + hudHealth + hudGap + hudEnergy + hudGap + hudDash
	x := float32(hudEdge)
	edge := float32(hudEdge)
	if h < tall {
		x, edge = (w-hudBarW)/2, 12
	}
	return ui.Rect{X: x, Y: h - edge - tallness, W: hudBarW, H: tallness}
}

// weapon names what I fire next and how much of it there is; while it charges the name fills up.
func weapon(s scribe, me *predict.Ship, x, y float32) {
	color := render.TextColor
	if me.Weapon != game.Basic {
		color = render.WarnColor
	}
	name := weaponOf(me.Weapon)
	s.Text(name, x, y, render.SizeBody, render.Left, color)
	w := s.Width(name, render.SizeBody)
	if game.Weapons[me.Weapon].Ammo == 0 {
		s.Icon(ui.IconEndless, x+w+20, y-6, 18, render.DimColor)
	} else {
		s.Bytes(s.write().str("×").int(me.Ammo).b, x+w+10, y, render.SizeBody, render.Left, render.TextColor)
	}
	if me.Charge > 0 {
		s.Bar(x, y+2, w, 3, me.Charge, render.FlashColor)
	}
}

// healthShown is health as a number, never 0 for a living ship.
func healthShown(me *predict.Ship) int {
	n := int(me.Health*game.MaxHealth + 0.5)
	if n == 0 && me.Alive {
		return 1
	}
	return n
}

// clock is the time left, and what it is left of.
func clock(s scribe, v *predict.View) {
	color := render.TextColor
	if counts(v.Phase) && v.PhaseLeft < 10*game.TickHz {
		color = render.WarnColor
	}
	s.Bytes(s.write().clock(v.PhaseLeft).b, s.W/2, hudEdge+20, render.SizeLarge, render.Middle, color)
	small := ""
	switch v.Phase {
	case game.Warmup:
		small = "warm-up"
	case game.Results:
		small = "next round"
	case game.Overtime:
		small = "overtime"
	case game.Countdown, game.Playing:
		if limit := int(game.Modes[v.Mode].Limit); limit > 0 {
			s.Bytes(s.write().str("first to ").int(limit).b, s.W/2, hudEdge+40, render.SizeSmall, render.Middle, render.DimColor)
			return
		}
		small = modeOf(v.Mode).Name
	case game.Phases:
	}
	s.Text(small, s.W/2, hudEdge+40, render.SizeSmall, render.Middle, render.DimColor)
}

// standing is my score and place, and whom I have to beat; in a team the team's name takes the place's place.
func standing(s scribe, v *predict.View, me *predict.Ship, order []int) {
	l := s.write().int(me.Score)
	s.Bytes(l.b, hudEdge, hudEdge+34, render.SizeTitle, render.Left, render.MineColor)
	x := hudEdge + s.BytesWidth(l.b, render.SizeTitle) + 14
	if me.Team != game.NoTeam {
		s.Text(teamNames[me.Team], x, hudEdge+16, render.SizeSmall, render.Left, render.TeamColor(me.Team))
		l = counted(s.write(), me.Kills, " kill")
		s.Bytes(l.b, x, hudEdge+34, render.SizeSmall, render.Left, render.DimColor)
		x += max(s.BytesWidth(l.b, render.SizeSmall), s.Width(teamNames[me.Team], render.SizeSmall))
		standingGround(s, x)
		return
	}
	place := placeOf(order, v.Me)
	s.Bytes(s.write().ordinal(place+1).str(" of ").int(len(order)).b, x, hudEdge+16, render.SizeSmall, render.Left, render.TextColor)
	if len(order) < 2 || place < 0 {
		standingGround(s, x+clockW/2)
		return
	}
	rival := &v.Ships[order[0]]
	if place == 0 {
		rival = &v.Ships[order[1]]
	}
	l = compared(s.write(), me.Score-rival.Score)
	s.Bytes(l.b, x, hudEdge+34, render.SizeSmall, render.Left, render.DimColor)
	x += s.BytesWidth(l.b, render.SizeSmall)
	x += s.Clipped(rival.Name, x, hudEdge+34, render.SizeSmall, render.Left, render.DimColor, 1, s.W/2-clockW/2-x)
	standingGround(s, x)
}

// standingGround is dark for a standing that ends at right.
func standingGround(s scribe, right float32) {
	s.Shade(hudEdge, hudEdge+2, right-hudEdge, 34, render.ShadeAlpha)
}

// counted is a number of things whose plural ends in s.
func counted(l line, n int, thing string) line {
	if l = l.int(n).str(thing); n != 1 {
		l = l.str("s")
	}
	return l
}

// compared says how far I am ahead of somebody or behind; the name follows.
func compared(l line, by int) line {
	switch {
	case by > 0:
		return l.int(by).str(" ahead of ")
	case by < 0:
		return l.int(-by).str(" behind ")
	}
	return l.str("even with ")
}
