package snap

import (
	"encoding/binary"
	"errors"
	"unicode/utf8"

	"bankshot/game"
)

// Notice is a room event of the match: what must reach everybody, even who was gone for a few seconds. It carries names,
// for by the time it is read its ships may have left.
//
//	byte 0      kind
//	byte 1      banks of the killing shot
//	bytes 2-3   points won, int16, big endian
//	bytes 4-5   seat, bytes 6-7 other seat, big endian
//	then        name, other name: each a length byte and so many bytes of UTF-8
type Notice struct {
	Kind NoticeKind
	// Seat is who died, or who won; Other who it counts for (game.NoSeat: nobody).
	Seat, Other game.Seat
	Banks       uint8
	Points      int16
	Name        string
	OtherName   string
}

// NoticeKind says what a Notice tells.
type NoticeKind uint8

// The kinds of notices.
const (
	// NoticeKill: Seat died; Other and Points as in game.EventKilled.
	NoticeKill NoticeKind = iota + 1
	// NoticeWin: Seat won the round with Points; one notice each where several are even.
	NoticeWin

	noticeKinds
)

const noticeHead = 8

// ErrNotice is a room event that is no notice of this version.
var ErrNotice = errors.New("snap: malformed notice")

// AppendNotice appends a notice; names longer than game.MaxNameBytes must not occur.
func AppendNotice(dst []byte, n *Notice) []byte {
	dst = append(dst, byte(n.Kind), n.Banks)
	dst = binary.BigEndian.AppendUint16(dst, uint16(n.Points))
	dst = binary.BigEndian.AppendUint16(dst, uint16(n.Seat))
	dst = binary.BigEndian.AppendUint16(dst, uint16(n.Other))
	dst = append(append(dst, byte(len(n.Name))), n.Name...)
	return append(append(dst, byte(len(n.OtherName))), n.OtherName...)
}

// DecodeNotice reads what AppendNotice wrote; the only error is ErrNotice.
func DecodeNotice(b []byte) (Notice, error) {
	if len(b) < noticeHead || b[0] == 0 || NoticeKind(b[0]) >= noticeKinds {
		return Notice{}, ErrNotice
	}
	n := Notice{
		Kind:   NoticeKind(b[0]),
		Banks:  b[1],
		Points: int16(binary.BigEndian.Uint16(b[2:])),
		Seat:   game.Seat(binary.BigEndian.Uint16(b[4:])),
		Other:  game.Seat(binary.BigEndian.Uint16(b[6:])),
	}
	var ok1, ok2 bool
	b = b[noticeHead:]
	n.Name, b, ok1 = cutName(b)
	n.OtherName, b, ok2 = cutName(b)
	if !ok1 || !ok2 || len(b) != 0 {
		return Notice{}, ErrNotice
	}
	return n, nil
}

func cutName(b []byte) (name string, rest []byte, ok bool) {
	if len(b) == 0 || int(b[0]) > min(len(b)-1, game.MaxNameBytes) {
		return "", nil, false
	}
	name, rest = string(b[1:1+b[0]]), b[1+b[0]:]
	return name, rest, utf8.ValidString(name)
}
