package game

// fireShots gives birth to a shot at the centre of every ship whose trigger works: always free space, since a ship's
// radius keeps its centre off the walls. The ship's own velocity adds nothing, so that a shot goes where the aim line
// shows. Shots are born in the order of seats, which keeps Shots in the order of IDs.
func fireShots(s *State, e *Entry, ev []Event) []Event {
	for i := range s.Ships {
		ship := &s.Ships[i]
		if !ship.Alive || e.Inputs[i].Buttons&Fire == 0 || len(s.Shots) >= MaxShots {
			continue
		}
		shot := Shot{
			ID:    NewShotID(s.Tick, ship.Seat, 0),
			Owner: ship.Seat,
			Pos:   ship.Pos,
			Vel:   pulseVelocity(ship.Aim),
			Born:  ship.Pos,
		}
		s.Shots = append(s.Shots, shot)
		ship.Shield = 0
		s.Private[i].FireIn = PulseCooldown
		ev = append(ev, Event{Kind: EventFired, Tick: s.Tick, Seat: ship.Seat, Other: NoSeat, Shot: shot.ID, Pos: shot.Pos, Aim: ship.Aim})
	}
	return ev
}

func pulseVelocity(aim uint16) Vec {
	return scale(Dir(aim), PulseSpeed, One)
}
