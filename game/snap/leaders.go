package snap

import (
	"encoding/binary"
	"errors"

	"bankshot/game"
)

// Leaders is a room event of a large world: the best of the hour, wherever they are, and what it takes to be how good. The
// newest one counts. Numbers are big endian.
//
//	byte 0     NoticeLeaders
//	bytes 1-2  how many are ranked
//	byte 3     how many leaders, 0..MaxLeaders, the best first; each: 2 bytes seat, 1 byte flags (1 pilot), 2 bytes score,
//	           int16, 2 bytes kills, 1 byte streak, a length byte and so many bytes of name
//	byte       how many marks, 0..MaxMarks, the best first; each: 2 bytes place, 2 bytes score, int16
type Leaders struct {
	Ranked int
	Best   []Leader
	// Marks are the scores of some places farther down, so that everybody can tell about which is theirs.
	Marks []Mark
}

// Leader is one of the best.
type Leader struct {
	Seat   game.Seat
	Pilot  bool
	Score  int16
	Kills  uint16
	Streak uint8
	Name   string
}

// Mark says that who is at this place, counted from 1, has this score.
type Mark struct {
	Place uint16
	Score int16
}

const (
	// MaxLeaders and MaxMarks bound the lists of a Leaders.
	MaxLeaders = 16
	MaxMarks   = 16
)

// ErrLeaders is a room event that is no table of leaders of this version.
var ErrLeaders = errors.New("snap: malformed leaders")

// AppendLeaders appends a table within its bounds.
func AppendLeaders(dst []byte, l *Leaders) []byte {
	dst = binary.BigEndian.AppendUint16(append(dst, byte(NoticeLeaders)), uint16(l.Ranked))
	dst = append(dst, byte(len(l.Best)))
	for i := range l.Best {
		b := &l.Best[i]
		dst = binary.BigEndian.AppendUint16(dst, uint16(b.Seat))
		dst = binary.BigEndian.AppendUint16(append(dst, byte(oneIf(b.Pilot))), uint16(b.Score))
		dst = append(binary.BigEndian.AppendUint16(dst, b.Kills), b.Streak, byte(len(b.Name)))
		dst = append(dst, b.Name...)
	}
	dst = append(dst, byte(len(l.Marks)))
	for _, m := range l.Marks {
		dst = binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint16(dst, m.Place), uint16(m.Score))
	}
	return dst
}

const (
	leaderHead = 8
	markBytes  = 4
)

// DecodeLeaders reads what AppendLeaders wrote; the only error is ErrLeaders.
func DecodeLeaders(b []byte) (Leaders, error) {
	if KindOf(b) != NoticeLeaders || len(b) < 4 || b[3] > MaxLeaders {
		return Leaders{}, ErrLeaders
	}
	l := Leaders{Ranked: int(binary.BigEndian.Uint16(b[1:]))}
	n := int(b[3])
	b = b[4:]
	for range n {
		if len(b) < leaderHead || b[2] > 1 {
			return Leaders{}, ErrLeaders
		}
		best := Leader{
			Seat: game.Seat(binary.BigEndian.Uint16(b)), Pilot: b[2] != 0, Score: int16(binary.BigEndian.Uint16(b[3:])),
			Kills: binary.BigEndian.Uint16(b[5:]), Streak: b[7],
		}
		var ok bool
		if best.Name, b, ok = cutText(b[leaderHead:], game.MaxNameBytes); !ok {
			return Leaders{}, ErrLeaders
		}
		l.Best = append(l.Best, best)
	}
	if len(b) == 0 || b[0] > MaxMarks || len(b) != 1+int(b[0])*markBytes {
		return Leaders{}, ErrLeaders
	}
	for b = b[1:]; len(b) > 0; b = b[markBytes:] {
		l.Marks = append(l.Marks, Mark{Place: binary.BigEndian.Uint16(b), Score: int16(binary.BigEndian.Uint16(b[2:]))})
	}
	return l, nil
}
