package game

import "bankshot/game/arena"

// splash is what the end of a heavy shot does to everybody around it whom no wall hides: all of its harm where it ended,
// none at the rim. Whom it struck has had the whole of it already.
func (s *State) splash(shot *Shot, a *arena.Arena, ev []Event) []Event {
	w := &Weapons[shot.Weapon]
	if w.Splash == 0 {
		return ev
	}
	struck := NoSeat
	if n := len(ev); n > 0 && ev[n-1].Shot == shot.ID && (ev[n-1].Kind == EventHit || ev[n-1].Kind == EventKilled) {
		struck = ev[n-1].Seat
	}
	rim := Vec{X: w.Splash, Y: w.Splash}
	for _, i := range s.around(sub(shot.Pos, rim), add(shot.Pos, rim)) {
		ship := &s.Ships[i]
		if ship.Seat == struck || ship.DashLeft > 0 || !s.canStrike(shot, ship) || !near(ship.Pos, shot.Pos, w.Splash) || !a.Clear(ship.Pos, shot.Pos) {
			continue
		}
		away := distance(ship.Pos, shot.Pos)
		harm := int64(damage(shot, ship)) * int64(w.Splash-away) / int64(w.Splash)
		if harm > 0 {
			ev = s.hurt(ship, shot, uint8(harm), ship.Pos, ev)
		}
	}
	return ev
}
