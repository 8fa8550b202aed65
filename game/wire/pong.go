package wire

// Pong answers a Ping.
type Pong struct {
	// Nonce is the Ping's.
	Nonce uint32
	// HeldMS is how long the server held it back, in milliseconds, to be taken off the round trip.
	HeldMS uint32
}

// AppendPong appends the message to dst.
func AppendPong(dst []byte, m *Pong) []byte {
	dst = appendHead(dst, KindPong, 2)
	dst = appendUint(dst, uint64(m.Nonce))
	return appendUint(dst, uint64(m.HeldMS))
}

// Decode reads the message.
func (m *Pong) Decode(a Args) error {
	a.expect(KindPong, 2, 2)
	m.Nonce = a.uint32()
	m.HeldMS = a.uint32()
	return a.done()
}
