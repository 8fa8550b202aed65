package gateway

// traffic are the sums of one connection, or of many.
type traffic struct {
	framesUp, bytesUp     uint64 // from clients
	framesDown, bytesDown uint64 // to clients, as handed over by rooms
	// Frames that waited to be sent and never were: too many did, or the connection broke.
	droppedSlow, droppedLost uint64

	// Just now: how many bytes wait for the kernel, for how many connections, and
	// for the worst of them.
	held, waiting, most uint64
}

// add adds another's sums; what is just now, it leaves alone.
func (t *traffic) add(o traffic) {
	t.framesUp += o.framesUp
	t.bytesUp += o.bytesUp
	t.framesDown += o.framesDown
	t.bytesDown += o.bytesDown
	t.droppedSlow += o.droppedSlow
	t.droppedLost += o.droppedLost
}

// traffic reads a connection's sums. They are kept per connection, without a
// counter that all of them would fight for, and added up when somebody asks.
func (s *socket) traffic() traffic {
	t := s.out.sums()
	t.framesUp, t.bytesUp = s.framesUp.Load(), s.bytesUp.Load()
	return t
}

// sums are what was taken so far, what of it never went out, and what is held.
func (o *outbox) sums() traffic {
	o.mu.Lock()
	defer o.mu.Unlock()
	return traffic{
		framesDown: o.frames, bytesDown: o.bytes, droppedSlow: o.droppedSlow, droppedLost: o.droppedLost,
		held: uint64(o.waiting()),
	}
}

// traffic adds up everybody's, those who are gone included.
func (g *Gateway) traffic() (sum traffic, sockets int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	sum = g.metrics.past
	for s := range g.sockets {
		t := s.traffic()
		sum.add(t)
		if t.held > 0 {
			sum.waiting++
		}
		sum.held += t.held
		sum.most = max(sum.most, t.held)
	}
	return sum, len(g.sockets)
}
