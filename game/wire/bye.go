package wire

// Bye is the last message of a connection: why it ends. The WebSocket close that follows carries Code.Close().
type Bye struct {
	Code ByeCode
	// Reason is for people; Code is for programs.
	Reason string
	// RetryMS is how many milliseconds to wait before another attempt, where Code allows one. Servers spread it, so
	// that a thousand dropped clients do not come back in the same instant.
	RetryMS uint32
}

// AppendBye appends the message to dst.
func AppendBye(dst []byte, m *Bye) []byte {
	dst = appendHead(dst, KindBye, 3)
	dst = appendUint(dst, uint64(m.Code))
	dst = appendStr(dst, m.Reason, MaxReason)
	return appendUint(dst, uint64(m.RetryMS))
}

// Decode reads the message.
func (m *Bye) Decode(a Args) error {
	a.expect(KindBye, 3, 3)
	m.Code = ByeCode(a.uint8())
	m.Reason = a.str(MaxReason)
	m.RetryMS = a.uint32()
	return a.done()
}
