package wire

// Blob is a large thing that seldom changes and that snapshots refer to, such as the arena. A connection gets it once,
// before the first Full that needs it.
type Blob struct {
	ID uint64
	// Data is at most MaxBlob bytes. Decoded, it is the frame's own memory.
	Data []byte
}

// AppendBlob appends the message to dst.
func AppendBlob(dst []byte, m *Blob) []byte {
	dst = appendHead(dst, KindBlob, 2)
	dst = appendUint(dst, m.ID)
	return AppendBin(dst, m.Data)
}

// Decode reads the message.
func (m *Blob) Decode(a Args) error {
	a.expect(KindBlob, 2, 2)
	m.ID = a.uint(^uint64(0))
	m.Data = a.bin(0, MaxBlob)
	return a.done()
}
