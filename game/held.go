package game

// For how many ticks the last input of a seat stands in for those that are missing.
const (
	HeldMotionTicks  = 12
	HeldTriggerTicks = 2
)

// Held is what a seat that last asked for in is taken to want when nothing was heard for so many ticks: it flies on for a
// while and then coasts, and soon lets go of its triggers. The server fills gaps with it, and a client predicts by it the
// ticks for which it knows to be too late.
func (in Input) Held(missing Tick) Input {
	if missing > HeldTriggerTicks {
		in.Buttons = 0
	}
	if missing > HeldMotionTicks {
		in.Thrust = 0
	}
	return in
}
