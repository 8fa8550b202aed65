package game

// CopyFrom makes s equal to o, reusing the memory of s. Nothing is shared afterwards.
func (s *State) CopyFrom(o *State) {
	s.Public.CopyFrom(&o.Public)
	s.Private = append(s.Private[:0], o.Private...)
	s.Secret = o.Secret
}

// Clone is a copy of s that shares nothing with it.
func (s *State) Clone() State {
	var c State
	c.CopyFrom(s)
	return c
}

// CopyFrom makes p equal to o, reusing the memory of p. Nothing is shared afterwards.
func (p *Public) CopyFrom(o *Public) {
	p.CopyPresent(o)
	p.Been = append(p.Been, o.Been...)
}

// CopyPresent makes p equal to o but for Been, which is more than half of it: for who wants to look at p, not to step it.
func (p *Public) CopyPresent(o *Public) {
	goals, ships, been, shots, pickups, broken := p.Goals, p.Ships, p.Been, p.Shots, p.Pickups, p.Broken
	*p = *o
	p.Been = been[:0]
	p.Goals = append(goals[:0], o.Goals...)
	p.Ships = append(ships[:0], o.Ships...)
	p.Shots = append(shots[:0], o.Shots...)
	p.Pickups = append(pickups[:0], o.Pickups...)
	p.Broken = append(broken[:0], o.Broken...)
}

// CopyFrom makes e equal to o, reusing the memory of e. Nothing is shared afterwards.
func (e *Entry) CopyFrom(o *Entry) {
	e.Facts = append(e.Facts[:0], o.Facts...)
	e.Inputs = append(e.Inputs[:0], o.Inputs...)
}

// Reset empties e and keeps its memory.
func (e *Entry) Reset() {
	e.Facts = e.Facts[:0]
	e.Inputs = e.Inputs[:0]
}

// ShipOf is the index in Ships (and Private) of seat's ship, -1 if it has none.
func (p *Public) ShipOf(seat Seat) int {
	i, ok := p.find(seat)
	if !ok {
		return -1
	}
	return i
}

// find is the index of seat's ship, or where it would stand.
func (p *Public) find(seat Seat) (int, bool) {
	lo, hi := 0, len(p.Ships)
	for lo < hi {
		mid := (lo + hi) / 2
		if p.Ships[mid].Seat < seat {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < len(p.Ships) && p.Ships[lo].Seat == seat
}

// LiveShots is how many shots of a weapon that seat has fired are in flight and still its own.
func (p *Public) LiveShots(seat Seat, weapon WeaponKind) int {
	n := 0
	for i := range p.Shots {
		if p.Shots[i].Owner == seat && p.Shots[i].Weapon == weapon && !p.Shots[i].Returned {
			n++
		}
	}
	return n
}
