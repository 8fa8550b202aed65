package light

// ticks decides which ticks an input frame is for. A bot sends at times of its own, one frame an interval, and each frame
// goes on where the one before ended: both clocks count the same time. What has come to differ is put right by what the
// server measures: by how many ticks inputs were early (margins.go).
type ticks struct {
	divisor uint32
	held    uint32 // the newest snapshot's
	sent    uint32 // the newest tick that a frame was for
	begun   bool
	// lead is how far the first tick of a frame is to be ahead of the newest snapshot where a bot has to begin anew.
	lead uint32
	// empty is how many frames are still to carry nothing, so that the ticks fall back.
	empty   uint32
	margins margins
}

// farthest is how many ticks ahead of the newest snapshot a frame is for at most: whoever hears nothing for longer than that
// has no reason to go on.
const farthest = 60

// full takes in that the whole state of a tick came, moved that the server's clock stood still for so many ticks.
func (c *ticks) full(tick uint32) { c.held = tick }

func (c *ticks) moved(ticks uint32) {
	c.empty += min(ticks, farthest) / c.divisor
	c.margins.begin()
}

// measured takes in the margin of a snapshot.
func (c *ticks) measured(margin int8) {
	switch by := c.margins.add(margin, c.divisor); {
	case by > 0:
		c.lead = min(c.lead+uint32(by), farthest-c.divisor)
		c.sent += uint32(by)
	case by < 0:
		c.lead = max(c.lead, c.divisor+1+uint32(-by)) - uint32(-by)
		c.empty += uint32(-by) / c.divisor
	}
}

// next is the first tick of the frame that is due, and how many; 0 where it carries nothing but the echo.
func (c *ticks) next() (first, count uint32) {
	c.lead = max(c.lead, 1+c.divisor) // an interval to spare, until it is known how long the ways are
	first = c.sent + 1
	ahead := int32(first - c.held)
	switch {
	case !c.begun || ahead < 1 || uint32(ahead-1)%c.divisor != 0:
		// The first frame, or so late that these ticks are over, or between two intervals.
		c.begun, c.empty = true, 0
		c.margins.begin()
		first = c.held + c.lead
		first -= (first - c.held - 1) % c.divisor
	case c.empty > 0:
		c.empty--
		return first, 0
	case uint32(ahead)+c.divisor-1 > farthest:
		return first, 0
	}
	c.sent = first + c.divisor - 1
	return first, c.divisor
}
