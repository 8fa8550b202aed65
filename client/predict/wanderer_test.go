package predict

import (
	"math/rand/v2"

	"bankshot/game"
)

// wanderer is a ship that flies about at random, fires and dashes now and then.
type wanderer struct {
	seat game.Seat
	in   game.Input
	left int
	calm bool              // does nothing at all
	do   func() game.Input // if not nil, what it does
	// mirrors: it raises its mirror now and then, for so many more ticks.
	mirrors bool
	raised  int
}

func (w *wanderer) think(rng *rand.Rand) game.Input {
	if w.do != nil {
		return w.do()
	}
	if w.calm {
		return game.Input{}
	}
	if w.left--; w.left <= 0 {
		w.left = 5 + rng.IntN(40)
		w.in.Thrust = uint8(rng.IntN(game.Thrusts))
	}
	w.in.Aim = uint16(int(w.in.Aim)+rng.IntN(41)-20) & (game.AimSteps - 1)
	w.in.Buttons = 0
	if rng.IntN(30) == 0 {
		w.in.Buttons |= game.Fire
	}
	if rng.IntN(90) == 0 {
		w.in.Buttons |= game.Dash
	}
	if w.mirrors {
		if w.raised--; w.raised < -60 {
			w.raised = rng.IntN(60)
		}
		if w.raised > 0 {
			w.in.Buttons |= game.Mirror
		}
	}
	return w.in
}
