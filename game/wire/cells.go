package wire

// Cells is a snapshot of a large world: what changed during one interval in the cells that the seat sees. It takes Delta's
// place in worlds that are cut into cells.
//
//	0x93 0x29 margin | bin length, the seat's own head | the cells it sees, each made once for all who see it
type Cells struct {
	// Margin as in Delta.
	Margin int8
	// Body is what the world wrote. Decoded, it is the frame's own memory.
	Body []byte
}

// AppendCells appends the message to dst.
func AppendCells(dst []byte, m *Cells) []byte {
	return AppendBin(AppendCellsPrefix(dst, m.Margin), m.Body)
}

// AppendCellsPrefix appends what comes before the body, which must follow, written by AppendBin.
func AppendCellsPrefix(dst []byte, margin int8) []byte {
	return appendInt8(appendHead(dst, KindCells, 2), margin)
}

// Decode reads the message.
func (m *Cells) Decode(a Args) error {
	a.expect(KindCells, 2, 2)
	m.Margin = a.int8()
	m.Body = a.bin(0, MaxCells)
	return a.done()
}
