package scene

import (
	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/game"
	"bankshot/game/snap"
)

// death is who destroyed me last, and how.
type death struct {
	by       string
	self     bool
	banks    uint8
	weapon   game.WeaponKind
	returned bool
	// own says that it was a shot of mine that came back from a mirror.
	own bool
}

// told takes in the notice of my death.
func (d *death) told(n *snap.Notice, self bool) {
	own := d.own
	*d = death{by: n.OtherName, self: self, banks: n.Banks, weapon: n.Weapon, returned: n.Returned, own: own}
}

// watch reads off the View what no notice tells: whose shot it was at first. A new life forgets it all.
func (d *death) watch(v *predict.View) {
	for i := range v.Events {
		e := &v.Events[i]
		if e.Seat != v.Seat || v.Me < 0 {
			continue
		}
		switch e.Kind {
		case game.EventKilled:
			d.own = e.Returned && e.Shot.Seat() == v.Seat
		case game.EventSpawned:
			*d = death{}
		default:
		}
	}
}

// line says it in words.
func (d *death) line(l line) line {
	switch {
	case d.self && d.by == "":
		return l.str("Your own shot came back")
	case d.self:
		return l.str("Your own shot came back")
	case d.by == "":
		return l.str("Destroyed")
	case d.own:
		return l.str(d.by).str(" returned your own shot")
	}
	return l.str("Destroyed by ").str(d.by)
}

// how says with what.
func (d *death) how(l line) line {
	if d.by == "" && !d.self {
		return l
	}
	l = l.str(weaponOf(d.weapon))
	switch d.banks {
	case 0:
	case 1:
		l = l.str(" · 1 bank")
	default:
		l = l.str(" · ").int(int(d.banks)).str(" banks")
	}
	if d.returned && !d.own {
		l = l.str(" · from a mirror")
	}
	return l
}

// fallen says who destroyed me, with what, and when I am back.
func fallen(s scribe, v *predict.View, by *death) {
	if v.Me < 0 || v.Ships[v.Me].Alive || v.Phase == game.Countdown {
		return
	}
	y := s.H * 0.4
	s.Shade(s.W/2-170, y-22, 340, 104, render.ShadeAlpha)
	s.Bytes(by.line(s.write()).b, s.W/2, y, render.SizeLarge, render.Middle, render.BadColor)
	how := by.how(s.write()).b
	w := s.BytesWidth(how, render.SizeBody) + 12 + s.BanksWidth(int(by.banks), render.SizeBody)
	if by.banks == 0 {
		w -= 12 + s.BanksWidth(0, render.SizeBody)
	}
	s.Bytes(how, (s.W-w)/2, y+30, render.SizeBody, render.Left, render.Heat(by.banks).Color)
	if by.banks > 0 {
		s.Banks(int(by.banks), (s.W+w)/2-s.BanksWidth(int(by.banks), render.SizeBody), y+30, render.SizeBody, 1)
	}
	l := s.write().str("back in ").fixed(float64(v.Ships[v.Me].RespawnIn)/game.TickHz, 1)
	s.Bytes(l.b, s.W/2, y+58, render.SizeBody, render.Middle, render.TextColor)
	if !by.self && by.by != "" {
		l = s.write().str("Destroy ").str(by.by).str(" for your revenge")
		s.Bytes(l.b, s.W/2, y+82, render.SizeSmall, render.Middle, render.DimColor)
	}
}
