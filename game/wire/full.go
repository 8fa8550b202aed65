package wire

// Full is the whole state, for who has none or too old a one. Deltas go on from it.
type Full struct {
	// Tick is the tick that was stepped last.
	Tick uint32
	// Margin as in Delta.
	Margin int8
	// Shared is what all seats may know, Private what only this one may. Decoded, they are the frame's own memory.
	Shared, Private []byte
}

// AppendFull appends the message to dst.
func AppendFull(dst []byte, m *Full) []byte {
	dst = appendHead(dst, KindFull, 4)
	dst = appendUint(dst, uint64(m.Tick))
	dst = appendInt8(dst, m.Margin)
	dst = AppendBin(dst, m.Shared)
	return AppendBin(dst, m.Private)
}

// Decode reads the message.
func (m *Full) Decode(a Args) error {
	a.expect(KindFull, 4, 4)
	m.Tick = a.uint32()
	m.Margin = a.int8()
	m.Shared = a.bin(0, MaxShared)
	m.Private = a.bin(0, MaxPrivate)
	return a.done()
}
