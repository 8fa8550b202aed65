package wire

// Event is a room event: numbered, never dropped, kept a while for whoever resumes. Only the world understands its bytes.
type Event struct {
	// N counts the room's events from 1 on, without gaps.
	N uint32
	// Data is 1..MaxEvent bytes. Decoded, it is the frame's own memory.
	Data []byte
}

// AppendEvent appends the message to dst.
func AppendEvent(dst []byte, m *Event) []byte {
	dst = appendHead(dst, KindEvent, 2)
	dst = appendUint(dst, uint64(m.N))
	return AppendBin(dst, m.Data)
}

// Decode reads the message.
func (m *Event) Decode(a Args) error {
	a.expect(KindEvent, 2, 2)
	m.N = a.uint32()
	m.Data = a.bin(1, MaxEvent)
	return a.done()
}
