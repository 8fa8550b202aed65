package render

import (
	"math"

	"bankshot/client/predict"
	"bankshot/game"
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
		e.sparks(at, 4, 0, around, 1.8, 14, 0.8, Heat(ev.Banks).Color.Times(0.8))
	}
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
