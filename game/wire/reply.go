package wire

// Reply answers a Command.
type Reply struct {
	// N is the command's.
	N uint32
	// Error says in a few words why it was refused; empty when it was taken.
	Error string
}

// AppendReply appends the message to dst.
func AppendReply(dst []byte, m *Reply) []byte {
	dst = appendHead(dst, KindReply, 2)
	dst = appendUint(dst, uint64(m.N))
	return appendStr(dst, m.Error, MaxReason)
}

// Decode reads the message.
func (m *Reply) Decode(a Args) error {
	a.expect(KindReply, 2, 2)
	m.N = a.uint32()
	m.Error = a.str(MaxReason)
	return a.done()
}
