package wire

// Rebase tells that the room's clock stood still: it dropped so many ticks of real time after a stall, so that every
// client shifts its clocks by as much at once instead of drifting there.
type Rebase struct {
	// Ticks is how many ticks of real time passed without a step.
	Ticks uint32
}

// AppendRebase appends the message to dst.
func AppendRebase(dst []byte, m *Rebase) []byte {
	return appendUint(appendHead(dst, KindRebase, 1), uint64(m.Ticks))
}

// Decode reads the message.
func (m *Rebase) Decode(a Args) error {
	a.expect(KindRebase, 1, 1)
	m.Ticks = a.uint32()
	return a.done()
}
