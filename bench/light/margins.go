package light

import "bankshot/game/wire"

// margins are by how many ticks the inputs of a bot were early lately, as the server has told with its snapshots. Of each
// window all but one in twenty ought to have been early by an interval at most, and none of them late: stalls are what the
// others are for.
type margins struct {
	n     int                         // in this window
	skip  int                         // that many more still measure inputs of before
	none  int                         // in a row, snapshots that measured nothing
	again bool                        // there was a window before
	least [windowMargins / oneIn]int8 // in ascending order
}

const (
	// windowMargins are counted before anything is put right, firstMargins at the beginning, when all may be wrong. Then
	// settleMargins pass without being counted: they tell of inputs that were on their way.
	windowMargins = 60
	firstMargins  = 10
	settleMargins = 15
	oneIn         = 20
	// leastMargin is by how much inputs ought to be early.
	leastMargin = 1
)

// begin forgets what was measured: what follows is measured anew.
func (m *margins) begin() { *m = margins{skip: settleMargins} }

// add takes the margin of one snapshot, and says by how many ticks all inputs from now on should be later (positive: for
// later ticks), a whole number of intervals; 0 while there is nothing to put right.
func (m *margins) add(margin int8, divisor uint32) (by int) {
	if margin == wire.MarginNone {
		if m.none++; m.none < windowMargins {
			return 0
		}
		m.none = 0
		return -int(divisor) // so early that the server takes none of them, and measures nothing
	}
	m.none = 0
	if m.skip > 0 {
		m.skip--
		return 0
	}
	m.insert(margin)
	window := windowMargins
	if !m.again {
		window = firstMargins
	}
	if m.n++; m.n < window {
		return 0
	}
	low, step := int(m.least[max(window/oneIn, 1)-1]), int(divisor)
	m.n, m.again = 0, true
	switch {
	case low < 0:
		by = (-low + step - 1) / step * step
	case low > leastMargin+step:
		by = -(low - leastMargin) / step * step
	}
	if by != 0 {
		m.skip = settleMargins
	}
	return by
}

// insert keeps the least of the window.
func (m *margins) insert(margin int8) {
	if m.n == 0 {
		for i := range m.least {
			m.least[i] = 127
		}
	}
	for i := range m.least {
		if margin < m.least[i] {
			margin, m.least[i] = m.least[i], margin
		}
	}
}
