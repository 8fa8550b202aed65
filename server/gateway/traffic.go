package gateway

// traffic are the sums of one connection, or of many.
type traffic struct {
	framesUp, bytesUp     uint64 // from clients
	framesDown, bytesDown uint64 // to clients, as handed over by rooms
	held                  uint64 // bytes that wait for the kernel just now
}

func (t *traffic) add(o traffic) {
	t.framesUp += o.framesUp
	t.bytesUp += o.bytesUp
	t.framesDown += o.framesDown
	t.bytesDown += o.bytesDown
}

// traffic reads a connection's sums. They are kept per connection, without a
// counter that all of them would fight for, and added up when somebody asks.
func (s *socket) traffic() traffic {
	frames, bytes, held := s.out.sums()
	return traffic{
		framesUp: s.framesUp.Load(), bytesUp: s.bytesUp.Load(),
		framesDown: frames, bytesDown: bytes, held: uint64(held),
	}
}

// sums are the frames and bytes taken so far, and the bytes held.
func (o *outbox) sums() (frames, bytes uint64, held int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.frames, o.bytes, o.waiting()
}

// traffic adds up everybody's, those who are gone included.
func (g *Gateway) traffic() (sum traffic, sockets int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	sum = g.metrics.past
	for s := range g.sockets {
		t := s.traffic()
		sum.add(t)
		sum.held += t.held
	}
	return sum, len(g.sockets)
}
