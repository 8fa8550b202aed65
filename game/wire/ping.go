package wire

// Ping asks for a Pong, to measure the round trip on its own.
type Ping struct {
	// Nonce comes back in the Pong.
	Nonce uint32
}

// AppendPing appends the message to dst.
func AppendPing(dst []byte, m *Ping) []byte {
	return appendUint(appendHead(dst, KindPing, 1), uint64(m.Nonce))
}

// Decode reads the message.
func (m *Ping) Decode(a Args) error {
	a.expect(KindPing, 1, 1)
	m.Nonce = a.uint32()
	return a.done()
}
