package replay

import "encoding/binary"

// AppendHead appends the beginning of a recording: the rules it is made under, a note for people, and the arena in its
// binary form. A note that is too long is cut.
func AppendHead(dst []byte, rules uint64, note string, arena []byte) []byte {
	dst = append(append(dst, magic...), version)
	dst = binary.LittleEndian.AppendUint64(dst, rules)
	at := len(dst)
	dst = append(dst, make([]byte, blockHead)...)
	dst = append(dst, kindHead)
	dst = appendPart(dst, []byte(note[:min(len(note), maxNote)]))
	dst = appendPart(dst, arena)
	seal(dst, at)
	return dst
}

// Stretch is a block under way: a state, and the snapshots after it. Its memory is its own and is used again by Begin.
type Stretch struct{ b []byte }

// Begin starts anew with a whole state.
func (s *Stretch) Begin(full []byte) {
	s.b = append(s.b[:0], 0, 0, 0, 0, 0, 0, 0, 0, kindStretch)
	s.b = appendPart(s.b, full)
}

// Append adds the body of the snapshot that follows. It says false where the stretch is too long to take it; Begin has to
// come first.
func (s *Stretch) Append(body []byte) bool {
	if len(s.b) == 0 || len(s.b)+len(body)+binary.MaxVarintLen32 > maxBlock {
		return false
	}
	s.b = appendPart(s.b, body)
	return true
}

// Empty says that nothing was begun.
func (s *Stretch) Empty() bool { return len(s.b) == 0 }

// Reset forgets what was begun.
func (s *Stretch) Reset() { s.b = s.b[:0] }

// Block is the stretch as it stands in a recording. It is valid until the next Append or Begin; Append may go on after it.
func (s *Stretch) Block() []byte {
	seal(s.b, 0)
	return s.b
}
