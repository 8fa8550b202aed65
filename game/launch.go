package game

// Velocity is that of the weapon's shots in direction aim; a bank or a mirror turns it into that of another direction, to
// the bit. Zero for a beam.
func (w *Weapon) Velocity(aim uint16) Vec { return w.velocity(aim & aimMask) }

// Straight is where the shot was born if it has flown straight since.
func (p *Shot) Straight(now Tick) Vec {
	step, ticks := displacement(p.Vel), int32(p.age(now))+1
	return Vec{X: p.Pos.X - step.X*ticks, Y: p.Pos.Y - step.Y*ticks}
}
