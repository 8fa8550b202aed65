package snap

import (
	"encoding/binary"
	"errors"

	"bankshot/game"
)

// Line is a room event of modes in which fewer ships play than people are here: who waits for a place, the next one first.
// The newest one counts; an empty one says that nobody waits.
//
//	byte 0   NoticeLine
//	byte 1   how many wait, 0..game.MaxShips, then each: 2 bytes seat, big endian, a length byte and so many bytes of name
type Line []Waiting

// Waiting is one person who waits for a place.
type Waiting struct {
	Seat game.Seat
	Name string
}

// ErrLine is a room event that is no line of this version.
var ErrLine = errors.New("snap: malformed line")

// AppendLine appends a line of at most game.MaxShips.
func AppendLine(dst []byte, l Line) []byte {
	dst = append(dst, byte(NoticeLine), byte(len(l)))
	for i := range l {
		dst = binary.BigEndian.AppendUint16(dst, uint16(l[i].Seat))
		dst = append(append(dst, byte(len(l[i].Name))), l[i].Name...)
	}
	return dst
}

// DecodeLine reads what AppendLine wrote; the only error is ErrLine.
func DecodeLine(b []byte) (Line, error) {
	if KindOf(b) != NoticeLine || len(b) < 2 || b[1] > game.MaxShips {
		return nil, ErrLine
	}
	var l Line
	n := int(b[1])
	b = b[2:]
	for range n {
		if len(b) < 2 {
			return nil, ErrLine
		}
		w := Waiting{Seat: game.Seat(binary.BigEndian.Uint16(b))}
		var ok bool
		if w.Name, b, ok = cutText(b[2:], game.MaxNameBytes); !ok {
			return nil, ErrLine
		}
		l = append(l, w)
	}
	if len(b) != 0 {
		return nil, ErrLine
	}
	return l, nil
}
