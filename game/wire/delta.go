package wire

// Delta is a snapshot: what changed during one interval. On the wire its first bytes are a seat's own, the rest, from
// the body's bin header on, is the same for all seats of a room and is made once.
//
//	0x93 0x23 margin | 0xc4 length body ...
//	each seat's own  | shared
type Delta struct {
	// Margin is by how many ticks of time this seat's inputs came before their steps were due: 0 or more in time, below
	// 0 late, MarginNone where none came since the last snapshot. It steers the client's clock.
	Margin int8
	// Body is what the world wrote. Decoded, it is the frame's own memory.
	Body []byte
}

// MarginNone is the margin of a seat that sent no input lately.
const MarginNone int8 = -128

// AppendDelta appends the message to dst.
func AppendDelta(dst []byte, m *Delta) []byte {
	return AppendBin(AppendDeltaPrefix(dst, m.Margin), m.Body)
}

// AppendDeltaPrefix appends a seat's own part, at most MaxPrefix bytes. The body must follow, written by AppendBin.
func AppendDeltaPrefix(dst []byte, margin int8) []byte {
	return appendInt8(appendHead(dst, KindDelta, 2), margin)
}

// Decode reads the message.
func (m *Delta) Decode(a Args) error {
	a.expect(KindDelta, 2, 2)
	m.Margin = a.int8()
	m.Body = a.bin(0, MaxDelta)
	return a.done()
}
