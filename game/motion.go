package game

import "bankshot/game/arena"

// steer takes over where every ship points and thrusts, and how late its player sees the others. It is kept for the dead
// too: the next snapshot is predicted from it.
func steer(s *State, e *Entry) {
	for i := range s.Ships {
		s.Ships[i].Aim = e.Inputs[i].Aim
		s.Ships[i].Thrust = e.Inputs[i].Thrust
		s.Ships[i].Lag = e.Inputs[i].Lag
	}
}

// startDashes turns the trigger into a burst in the direction of thrust, or of aim without any.
func startDashes(s *State, e *Entry, ev []Event) []Event {
	for i := range s.Ships {
		ship := &s.Ships[i]
		if !ship.Alive || e.Inputs[i].Buttons&Dash == 0 {
			continue
		}
		ship.DashDir = ship.Aim
		if ship.Thrust != 0 {
			ship.DashDir = ThrustDir(ship.Thrust)
		}
		ship.DashLeft = DashTicks
		ship.Vel = scale(Dir(ship.DashDir), DashSpeed, One)
		s.Private[i].DashIn = DashCooldown
		ev = append(ev, Event{Kind: EventDashed, Tick: s.Tick, Seat: ship.Seat, Other: NoSeat, Pos: ship.Pos, Aim: ship.DashDir})
	}
	return ev
}

// moveShips lets every living ship gain speed, lose some to drag, and go where the walls let it. A dash knows neither
// thrust nor drag, but walls.
func moveShips(s *State, a *arena.Arena) {
	for i := range s.Ships {
		ship := &s.Ships[i]
		if !ship.Alive {
			continue
		}
		if ship.DashLeft == 0 {
			ship.Vel = thrusted(ship.Vel, ship.Thrust)
		}
		ship.slide(a)
	}
}

// thrusted is the velocity after one tick of thrust and drag. Drag rounds towards zero, so that a coasting ship comes to
// rest instead of creeping on for ever.
func thrusted(vel Vec, thrust uint8) Vec {
	if thrust != 0 {
		vel = add(vel, scale(Dir(ThrustDir(thrust)), ThrustAccel, One))
	}
	return Vec{X: vel.X * DragMul / DragDiv, Y: vel.Y * DragMul / DragDiv}
}

// slide moves the ship by its velocity, along the walls it meets, which take most of its speed into them.
func (p *Ship) slide(a *arena.Arena) {
	to, contacts := a.Slide(p.Pos, displacement(p.Vel), ShipRadius)
	p.Pos = to
	for _, normal := range contacts.Normal[:contacts.N] {
		p.Vel = rebound(p.Vel, normal)
	}
}

// rebound is the velocity after meeting a wall with this normal (One long): its part along the wall stays, its part into
// the wall comes back Restitution/256 as fast.
func rebound(vel, normal Vec) Vec {
	into := divRound(dot(vel, normal), One)
	if into >= 0 {
		return vel
	}
	return sub(vel, scale(normal, divRound(into*(256+Restitution), 256), One))
}
