package brain

import "bankshot/game"

// hand turns the aim: in even strokes, as fast as the strength allows and not quite where it was meant to.
type hand struct {
	// aim is where it points now, turn how far it turns in a tick.
	aim  uint16
	turn int32
	// left is for how many ticks the stroke goes on.
	left int32
	// slip is by how much it misses where it means to point.
	slip int32
}

// stillSteps is how far off the aim may be before the hand moves at all.
const stillSteps = 4

func (h *hand) move(ticks int32) {
	ticks = min(ticks, h.left)
	h.left -= ticks
	h.aim = uint16(int32(h.aim)+h.turn*ticks+game.AimSteps) % game.AimSteps
}

// strike begins the stroke towards an aim, to be there at its end if that is not too far.
func (p *Pilot) strike(aim uint16) {
	e := p.strength.ErrorSteps
	p.hand.slip = p.hand.slip*5/8 + p.draw(2*e+1) - e
	off := angle(p.hand.aim, uint16(int32(aim)+p.hand.slip+game.AimSteps)%game.AimSteps)
	p.hand.left = StrokeTicks
	if abs(off) <= stillSteps {
		p.hand.turn = 0
		return
	}
	half := int32(StrokeTicks / 2)
	if off < 0 {
		half = -half
	}
	turn := min(max((off+half)/StrokeTicks, -p.strength.TurnSteps), p.strength.TurnSteps)
	// A hand that turns about right goes on as it does, which is also what a snapshot tells for nothing.
	if abs(off-p.hand.turn*StrokeTicks) > stillSteps {
		p.hand.turn = turn
	}
}
