package light

import "bankshot/game/wire"

// ticks decides which ticks an input frame is for. A bot sends at times of its own, one frame an interval, and each frame
// goes on where the one before ended: both clocks count the same time. Only what has come to differ is put right.
//
// The aim is an interval to spare: while the server is about to step held+1, the frame is for what it steps after that.
type ticks struct {
	divisor uint32
	held    uint32 // the newest snapshot's
	sent    uint32 // the newest tick that a frame was for
	begun   bool
	// back says that frames stay empty until the aim is reached again; far and near count frames in a row that were
	// farther ahead than aimed at, or less.
	back      bool
	far, near int
}

// steady is how many frames in a row have to be off before that is put right: a snapshot that comes just before or just
// after the frame is nothing to put right.
const steady = 45

// full takes in that the whole state of a tick came, moved that the server's clock stood still.
func (c *ticks) full(tick uint32) { c.held = tick }
func (c *ticks) moved()           { c.back = true }

// next is the first tick of the frame that is due, and how many; 0 where it carries nothing but the echo.
func (c *ticks) next() (first, count uint32) {
	aim := 1 + c.divisor
	first = c.sent + 1
	ahead := int32(first - c.held)
	if !c.begun || ahead < 1 || uint32(ahead-1)%c.divisor != 0 {
		// The first frame, or so late that these ticks are over, or between two intervals.
		c.begun, c.back, c.far, c.near = true, false, 0, 0
		return c.send(c.held + aim)
	}
	c.count(uint32(ahead), aim)
	switch {
	case c.near >= steady:
		c.near = 0
		return c.send(c.held + aim)
	case c.far >= steady:
		c.back = true
	}
	if c.back && uint32(ahead) <= aim {
		c.back = false
	}
	if c.back || uint32(ahead)+c.divisor-1 > wire.MaxAhead {
		c.far = 0
		return first, 0
	}
	return c.send(first)
}

func (c *ticks) count(ahead, aim uint32) {
	switch {
	case ahead > aim:
		c.far, c.near = c.far+1, 0
	case ahead < aim:
		c.far, c.near = 0, c.near+1
	default:
		c.far, c.near = 0, 0
	}
}

func (c *ticks) send(first uint32) (uint32, uint32) {
	c.sent = first + c.divisor - 1
	return first, c.divisor
}
