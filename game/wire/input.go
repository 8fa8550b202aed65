package wire

// Input carries what a seat intends for one or two ticks. It goes out once per snapshot interval, also without
// payloads: its echo is what keeps snapshots coming.
type Input struct {
	// First is the tick that Payloads[0] is for; Payloads[1] is for the tick after it.
	First uint32
	// Echo is the tick of the newest snapshot received.
	Echo uint32
	// View is the tick, in 1/16 (ViewUnits), at which the others were drawn when the player decided on First; for the tick
	// after it that is one tick later.
	View uint32
	// Count is how many of Payloads count, 0..MaxInputs; each is at most MaxPayload bytes that only the world
	// understands. Decoded, they are the frame's own memory.
	Count    int
	Payloads [MaxInputs][]byte
}

// AppendInput appends the message to dst.
func AppendInput(dst []byte, m *Input) []byte {
	dst = appendHead(dst, KindInput, 3+m.Count)
	dst = appendUint(dst, uint64(m.First))
	dst = appendUint(dst, uint64(m.Echo))
	dst = appendUint(dst, uint64(m.View))
	for _, p := range m.Payloads[:m.Count] {
		dst = AppendBin(dst, p)
	}
	return dst
}

// Decode reads the message.
func (m *Input) Decode(a Args) error {
	a.expect(KindInput, 3, 3+MaxInputs)
	m.First = a.uint32()
	m.Echo = a.uint32()
	m.View = a.uint32()
	m.Payloads = [MaxInputs][]byte{}
	for m.Count = 0; a.left > 0 && a.err == nil; m.Count++ {
		m.Payloads[m.Count] = a.bin(0, MaxPayload)
	}
	if a.err != nil {
		m.Count = 0
	}
	return a.done()
}
