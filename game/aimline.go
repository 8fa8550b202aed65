package game

import "bankshot/game/arena"

// aimPast is how far the aim line leads on behind its first bank.
const aimPast = 72 * Unit

// AimLine appends to dst the way a shot of this ship along its aim would go if it were fired now: from the ship, by the
// corner of its first bank, to a little past it. It is the shot's own flight, so it is never wrong about a wall.
func AimLine(a *arena.Arena, ship *Ship, dst []Vec) []Vec {
	w := &Weapons[ship.Weapon]
	if w.Beam() {
		w = &Weapons[Basic] // which goes the same way
	}
	pos, vel := ship.Pos, w.velocity(ship.Aim)
	dst = append(dst, pos)
	banked, past := false, int32(0)
	for range w.Life {
		var corners [MaxBanks]arena.Leg
		step := displacement(vel)
		flown, path := a.Fly(pos, step, int(w.Banks), corners[:0])
		for _, leg := range path {
			if banked {
				return append(dst, leg.At)
			}
			dst, banked = append(dst, leg.At), true
		}
		pos, vel = flown.End, flown.Turn.Apply(vel)
		if flown.Stopped {
			break
		}
		if banked {
			if past += int32(isqrt(uint64(dot(step, step)))); past >= aimPast {
				break
			}
		}
	}
	return append(dst, pos)
}
