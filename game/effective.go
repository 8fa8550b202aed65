package game

// Ask is what one seat asks for in one tick, before the rules have judged it.
type Ask struct {
	Seat  Seat
	Input Input
}

// Effective is what the rules make of an asked input: out of range is brought into range, and triggers remain only where
// they take effect, for ship i of a state after this tick's facts. The server masks with it in Decide, the client for its
// prediction; Step trusts the result.
func Effective(s *State, i int, in Input) Input { return s.effective(i, in, uncounted) }

// uncounted says that nobody has counted yet how many shots a ship has in flight.
const uncounted = -1

// effective is Effective for a ship with so many shots of its weapon in flight.
func (s *State) effective(i int, in Input, shots int) Input {
	ship, priv := &s.Ships[i], &s.Private[i]
	if !ship.Alive {
		// The dead hold still in every way: a snapshot says nothing about them.
		return Input{Aim: ship.Aim, Lag: ship.Lag}
	}
	out := Input{Aim: in.Aim & aimMask, Lag: min(in.Lag, MaxLag)}
	if s.Phase == Countdown {
		return out
	}
	if in.Thrust < Thrusts {
		out.Thrust = in.Thrust
	}
	if in.Buttons&Mirror != 0 && ship.DashLeft == 0 && ship.Charge == 0 && priv.canMirror(ship.Mirror) {
		out.Buttons |= Mirror
	}
	if in.Buttons&Fire != 0 && out.Buttons&Mirror == 0 && priv.FireIn == 0 && ship.Charge == 0 && s.mayFire(ship, shots) {
		out.Buttons |= Fire
	}
	if in.Buttons&Dash != 0 && priv.DashIn == 0 && ship.DashLeft == 0 {
		out.Buttons |= Dash
	}
	return out
}

// canMirror says whether there is energy enough to hold a mirror, or to raise one.
func (p *Private) canMirror(raised bool) bool {
	if raised {
		return p.Energy >= MirrorCost
	}
	return p.Energy >= MirrorStart
}

// mayFire says whether as many shots of the weapon are in flight as may be.
func (s *State) mayFire(ship *Ship, shots int) bool {
	most := Weapons[ship.Weapon].Live
	if most > 0 && shots == uncounted {
		shots = s.flying(ship)
	}
	return most == 0 || shots < most
}

// flying is how many shots of its weapon a ship has in flight, as far as they count.
func (s *State) flying(ship *Ship) int {
	if Endless(s.Mode) {
		return s.shotsInSight(ship)
	}
	return s.LiveShots(ship.Seat, ship.Weapon)
}
