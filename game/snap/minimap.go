package snap

import "errors"

// Minimap is a room event of a large world: how many living ships are in each of its fields, which are of the same size and
// together the whole arena. Nothing else of what one does not see is told. The newest one counts.
//
//	byte 0  NoticeMinimap
//	byte 1  columns, byte 2 rows, 1..MinimapSide each
//	then    a byte for each field, row by row: its ships, 255 for that and more
type Minimap struct {
	Columns, Rows int
	Ships         []uint8
}

// MinimapSide bounds the columns and the rows of a Minimap.
const MinimapSide = 32

// ErrMinimap is a room event that is no minimap of this version.
var ErrMinimap = errors.New("snap: malformed minimap")

// AppendMinimap appends a minimap.
func AppendMinimap(dst []byte, m *Minimap) []byte {
	return append(append(dst, byte(NoticeMinimap), byte(m.Columns), byte(m.Rows)), m.Ships...)
}

// DecodeMinimap reads what AppendMinimap wrote; the only error is ErrMinimap. Ships is the event's own memory.
func DecodeMinimap(b []byte) (Minimap, error) {
	if KindOf(b) != NoticeMinimap || len(b) < 3 {
		return Minimap{}, ErrMinimap
	}
	m := Minimap{Columns: int(b[1]), Rows: int(b[2]), Ships: b[3:]}
	if m.Columns < 1 || m.Rows < 1 || m.Columns > MinimapSide || m.Rows > MinimapSide || len(m.Ships) != m.Columns*m.Rows {
		return Minimap{}, ErrMinimap
	}
	return m, nil
}
