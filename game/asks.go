package game

// askBook answers what seats ask for, one after another in ascending order.
type askBook struct {
	asks []Ask
	// sorted says that asks ascend by seat too, as a room's do: then looking them all up is one walk through them.
	sorted bool
	at     int
}

// of is the first ask of a seat.
func (b *askBook) of(seat Seat) (Input, bool) {
	if !b.sorted {
		b.at = 0
	}
	for b.at < len(b.asks) && b.asks[b.at].Seat != seat {
		if b.sorted && b.asks[b.at].Seat > seat {
			return Input{}, false
		}
		b.at++
	}
	if b.at == len(b.asks) {
		return Input{}, false
	}
	return b.asks[b.at].Input, true
}
