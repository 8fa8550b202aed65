package room

// Census counts a room's taken seats by what they are to it.
type Census struct {
	// Here play; Away do so with their connection up, as a hidden tab; Kept are Away without one, until somebody comes
	// back or the grace is over; Watching only watch.
	Here, Away, Kept, Watching int
}

// players are the seats that play, which have a place even while nobody is there.
func (c *Census) players() int { return c.Here + c.Away + c.Kept }

// Add adds another room's.
func (c *Census) Add(o Census) {
	c.Here += o.Here
	c.Away += o.Away
	c.Kept += o.Kept
	c.Watching += o.Watching
}

// census counts the seats as they are now.
func (r *Room) census() (c Census) {
	for i := range r.taken() {
		switch s := &r.seats[i]; {
		case !s.taken:
		case s.presence == Here:
			c.Here++
		case s.presence != Away:
			c.Watching++
		case s.conn == nil:
			c.Kept++
		default:
			c.Away++
		}
	}
	return c
}
