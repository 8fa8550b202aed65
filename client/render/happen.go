package render

import (
	"math"

	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/arena"
)

// happen turns what happened in the match into effects.
func (r *Renderer) happen(v *predict.View) {
	for i := range v.Events {
		r.event(v, &v.Events[i])
	}
}

func (r *Renderer) event(v *predict.View, ev *game.Event) {
	e, at := &r.fx, place(ev.Pos)
	mine := v.Me >= 0 && ev.Seat == v.Seat
	switch ev.Kind {
	case game.EventFired:
		e.sparks(at, 4, heading(ev.Aim), 0.5, 4, 9, 1, Heats[0].Color)
		e.ring(at, 2, 9, 7, 0, Heats[1].Color.Times(0.7))
	case game.EventBanked:
		look := Heat(ev.Banks)
		dir, spread := shotDirection(v, ev.Shot)
		n := 6 + min(int(ev.Banks), len(Heats)-1)
		e.sparks(at, n, dir, spread, 3+float32(ev.Banks), 20, 0.8+0.2*float32(ev.Banks), look.Color)
		e.ring(at, 2, 10+5*float32(ev.Banks), 14, 0.5, look.Color.Times(0.7))
	case game.EventHit:
		look := Heat(ev.Banks)
		e.whiten(ev.Seat)
		e.sparks(at, 10+3*int(min(ev.Banks, 4)), 0, around, 4, 18, 1, look.Color)
		e.ring(at, 6, 26, 12, 0.4, look.Color.Times(0.8))
		if mine {
			r.Cam.Shake(1.5 + float32(ev.Amount)/16)
		}
	case game.EventKilled:
		c := colorOf(v, ev.Seat)
		e.sparks(at, 34, 0, around, 7, 46, 1.5, c)
		e.sparks(at, 16, 0, around, 3, 60, 1.1, FlashColor.Mix(c, 0.4))
		e.ring(at, 6, 95, shockTicks, 1.6, c)
		e.ring(at, 2, 48, shockTicks*0.7, 0, FlashColor.Times(0.8))
		switch {
		case mine:
			r.Cam.Shake(shakeMost)
		case v.Me >= 0 && ev.Other == v.Seat:
			r.Cam.Shake(3)
		}
	case game.EventSpawned:
		c := colorOf(v, ev.Seat)
		e.ring(at, 90, 16, 26, 0.8, c)
		e.ring(at, 50, 20, 34, 0, ShieldTint.Times(0.7))
	case game.EventDashed:
		e.sparks(at, 12, heading(ev.Aim)+math.Pi, 0.6, 5, 18, 1.1, DashColor)
		e.ring(at, 8, 34, 16, 0.4, DashColor.Times(0.8))
	case game.EventEnded:
		r.end(ev, at)
	default:
		r.worldEvent(v, ev, at)
	}
}

// end is that of a shot: a few sparks, or as wide a ring as it splashes.
func (r *Renderer) end(ev *game.Event, at predict.Point) {
	c := Heat(ev.Banks).Color
	splash := float32(game.Weapons[ev.Weapon].Splash) / game.Unit
	if splash == 0 {
		r.fx.sparks(at, 4, 0, around, 1.8, 14, 0.8, c.Times(0.8))
		return
	}
	r.fx.sparks(at, 22, 0, around, 5, 26, 1.2, c)
	r.fx.ring(at, 8, splash, splashTicks, 1, c)
	r.fx.ring(at, 4, splash*0.6, splashTicks*0.7, 0, FlashColor.Times(0.7))
	r.Cam.Shake(2)
}

// worldEvent is what happens to what lies, leads and is fought for.
func (r *Renderer) worldEvent(v *predict.View, ev *game.Event, at predict.Point) {
	e := &r.fx
	switch ev.Kind {
	case game.EventReturned:
		e.gleam(ev.Seat)
		e.sparks(at, 12, heading(ev.Aim), 0.9, 5, 20, 1.1, MirrorColor)
		e.ring(at, 4, 30, 14, 0.6, MirrorColor.Times(0.9))
	case game.EventCharging:
		e.ring(at, 44, 10, 20, 0.3, BeamColor.Times(0.7))
	case game.EventPicked:
		c, _ := pickLook(game.PickupKind(ev.Amount))
		e.sparks(at, 14, 0, around, 3, 22, 1, c)
		e.ring(at, 34, 10, 16, 0.5, c)
	case game.EventAppeared:
		e.ring(at, 4, 30, 26, 0.4, PickColor.Times(0.8))
	case game.EventShattered:
		c := edgeColor(tileAt(v.Arena, ev.Pos))
		e.sparks(at, 16, 0, around, 3.2, 40, 1.3, c)
		e.ring(at, 4, 28, 14, 0.3, c.Times(0.7))
	case game.EventMended:
		e.ring(at, 28, 12, 22, 0, edgeColor(tileAt(v.Arena, ev.Pos)).Times(0.5))
	case game.EventWarped:
		r.warp(v, at)
	case game.EventTaken, game.EventDropped, game.EventHome:
		e.ring(at, 10, 60, 30, 0.8, GoalColor(uint8(ev.Amount)))
	case game.EventBrought:
		c := GoalColor(uint8(ev.Amount))
		e.sparks(at, 40, 0, around, 7, 50, 1.4, c)
		e.ring(at, 10, 130, shockTicks, 1.4, c)
	case game.EventMoved:
		e.ring(at, 20, float32(game.ZoneRadius)/game.Unit, 40, 1, GoalColor(uint8(ev.Amount)))
	default:
	}
}

// warp flashes at both ends of a portal.
func (r *Renderer) warp(v *predict.View, at predict.Point) {
	cell := arena.Cell{X: int(at.X / side), Y: int(at.Y / side)}
	end, ok := v.Arena.PortalEnd(cell)
	if !ok {
		return
	}
	c := PortalColors[0]
	if group, ok := portalGroup(v.Arena, cell); ok {
		c = PortalColors[int(group)%len(PortalColors)]
	}
	r.fx.ring(at, 32, 4, 18, 0.5, c)
	r.fx.ring(middle(end), 4, 40, 22, 0.8, c)
	r.fx.sparks(middle(end), 8, 0, around, 3, 18, 1, c)
}

// shotDirection is where a shot flies and how wide its sparks spread: all around when it is drawn no more.
func shotDirection(v *predict.View, id game.ShotID) (dir, spread float32) {
	for i := range v.Shots {
		if s := &v.Shots[i]; s.ID == id && s.Points > 1 {
			return direction(s.Trail[1], s.Trail[0]), 1.1
		}
	}
	return 0, around
}

func colorOf(v *predict.View, seat game.Seat) Color {
	for i := range v.Ships {
		if v.Ships[i].Seat == seat {
			return ShipColor(&v.Ships[i])
		}
	}
	return TextColor
}
