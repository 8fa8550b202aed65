package game

// work is memory that the rules use while they work on a State, and that means nothing in between: it is kept so that a
// steady tick allocates nothing. CopyFrom leaves it alone. A State that was copied by assignment shares it: only one of
// the two may go on.
type work struct {
	crowd crowd
	// next is what Decide tries its facts on.
	next *State
	// seats and slots find a ship by its seat: slots[seat] is its index if seats there says so. live counts the shots that
	// each ship has in flight of the weapon it holds.
	seats []Seat
	slots []uint16
	live  []uint8
	// unheard are the events of facts that are tried: nobody is told of them.
	unheard []Event
}

// scratch is the work of s, made when it is needed first.
func (s *State) scratch() *work {
	if s.work == nil {
		s.work = new(work)
	}
	return s.work
}
