package game

// Ask is what one seat asks for in one tick, before the rules have judged it.
type Ask struct {
	Seat  Seat
	Input Input
}

// Effective is what the rules make of an asked input: out of range is brought into range, and triggers remain only where
// they take effect, for ship i of a state after this tick's facts. The server masks with it in Decide, the client for its
// prediction; Step trusts the result.
func Effective(s *State, i int, in Input) Input {
	ship, priv := &s.Ships[i], &s.Private[i]
	if !ship.Alive {
		// The dead hold still in every way: a snapshot says nothing about them.
		return Input{Aim: ship.Aim}
	}
	out := Input{Aim: in.Aim & aimMask}
	if s.Phase == Countdown {
		return out
	}
	if in.Thrust < Thrusts {
		out.Thrust = in.Thrust
	}
	if in.Buttons&Mirror != 0 && ship.DashLeft == 0 && ship.Charge == 0 && priv.canMirror(ship.Mirror) {
		out.Buttons |= Mirror
	}
	if in.Buttons&Fire != 0 && out.Buttons&Mirror == 0 && priv.FireIn == 0 && ship.Charge == 0 && s.mayFire(ship) {
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
func (s *State) mayFire(ship *Ship) bool {
	most := Weapons[ship.Weapon].Live
	if Endless(s.Mode) {
		return most == 0 || s.shotsInSight(ship) < most
	}
	return most == 0 || s.LiveShots(ship.Seat, ship.Weapon) < most
}
