//go:build !js

package link

// outbox holds copies of the frames that the network has not taken yet, and the memory for those to come.
type outbox struct {
	waiting [][]byte
	free    [][]byte
	bytes   int
	lent    []byte // what the last take gave away
}

// put copies a frame into the box; it says false when the box is full.
func (o *outbox) put(frame []byte) bool {
	if len(o.waiting) >= MaxUnsent || o.bytes+len(frame) > MaxUnsentBytes {
		return false
	}
	var buf []byte
	if last := len(o.free) - 1; last >= 0 {
		buf, o.free = o.free[last], o.free[:last]
	}
	o.waiting = append(o.waiting, append(buf[:0], frame...))
	o.bytes += len(frame)
	return true
}

// take gives the oldest frame away until the next take.
func (o *outbox) take() ([]byte, bool) {
	if o.lent != nil {
		o.free = append(o.free, o.lent)
		o.lent = nil
	}
	if len(o.waiting) == 0 {
		return nil, false
	}
	frame := o.waiting[0]
	n := copy(o.waiting, o.waiting[1:])
	o.waiting[n] = nil
	o.waiting = o.waiting[:n]
	o.bytes -= len(frame)
	o.lent = frame
	return frame, true
}
