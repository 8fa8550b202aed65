package game

// Ask is what one seat asks for in one tick, before the rules have judged it.
type Ask struct {
	Seat  Seat
	Input Input
}

// Effective is what the rules make of an asked input: out of range is brought into range, and triggers remain only where
// they take effect. ship and priv are those of the asking seat after this tick's facts, shots is how many of its own are
// in flight. The server masks with it in Decide, the client for its prediction; Step trusts the result.
func Effective(ship *Ship, priv *Private, shots int, phase Phase, in Input) Input {
	if !ship.Alive {
		// The dead hold still in every way: a snapshot says nothing about them.
		return Input{Aim: ship.Aim}
	}
	out := Input{Aim: in.Aim & aimMask}
	if phase == Countdown {
		return out
	}
	if in.Thrust < Thrusts {
		out.Thrust = in.Thrust
	}
	if in.Buttons&Fire != 0 && priv.FireIn == 0 && shots < PulseLive {
		out.Buttons |= Fire
	}
	if in.Buttons&Dash != 0 && priv.DashIn == 0 && ship.DashLeft == 0 {
		out.Buttons |= Dash
	}
	return out
}
