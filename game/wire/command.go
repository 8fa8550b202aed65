package wire

// Command is a reliable, ordered act: an edit, a vote, what a host orders. Only the world understands its bytes.
type Command struct {
	// N is the client's own count, so that a Reply can name the command it answers, and so that one that is sent again is
	// done once. It begins at CommandsPerTick times the tick of the client's first Welcome.
	N uint32
	// Data is 1..MaxCommand bytes. Decoded, it is the frame's own memory.
	Data []byte
}

// AppendCommand appends the message to dst.
func AppendCommand(dst []byte, m *Command) []byte {
	dst = appendHead(dst, KindCommand, 2)
	dst = appendUint(dst, uint64(m.N))
	return AppendBin(dst, m.Data)
}

// Decode reads the message.
func (m *Command) Decode(a Args) error {
	a.expect(KindCommand, 2, 2)
	m.N = a.uint32()
	m.Data = a.bin(1, MaxCommand)
	return a.done()
}
