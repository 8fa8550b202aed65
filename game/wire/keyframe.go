package wire

// KeyframeReason says why a client asks for a full snapshot.
type KeyframeReason uint8

// The reasons.
const (
	// KeyframeNone: it has no state at all.
	KeyframeNone KeyframeReason = iota
	// KeyframeGap: a delta did not follow what it holds.
	KeyframeGap
	// KeyframeHash: a delta's hash differs from its state's. Rooms count these; the goal is none.
	KeyframeHash
	// KeyframeBroken: a delta or a full snapshot did not decode.
	KeyframeBroken

	keyframeReasons
)

// Keyframe asks for a full snapshot. Rooms send one a second at most.
type Keyframe struct {
	// Tick is the newest tick held, 0 for none.
	Tick   uint32
	Reason KeyframeReason
}

// AppendKeyframe appends the message to dst.
func AppendKeyframe(dst []byte, m *Keyframe) []byte {
	dst = appendHead(dst, KindKeyframe, 2)
	dst = appendUint(dst, uint64(m.Tick))
	return appendUint(dst, uint64(m.Reason))
}

// Decode reads the message.
func (m *Keyframe) Decode(a Args) error {
	a.expect(KindKeyframe, 2, 2)
	m.Tick = a.uint32()
	m.Reason = KeyframeReason(a.uint(uint64(keyframeReasons - 1)))
	return a.done()
}
