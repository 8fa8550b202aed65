package snap

import (
	"encoding/binary"
	"errors"
	"unicode/utf8"

	"bankshot/game"
)

// Notice is a room event of the match: what must reach everybody, even who was gone for a few seconds. It carries names,
// for by the time it is read its ships may have left. Ballot, BestShot, Line, Minimap and Leaders are the other room events; byte 0 tells
// them apart.
//
//	byte 0       kind
//	byte 1       banks of the killing shot; the team that won; the award
//	bytes 2-3    points won, int16, big endian
//	bytes 4-5    seat, bytes 6-7 other seat, big endian
//	byte 8       weapon
//	byte 9       1 returned by a mirror, 2 revenge
//	byte 10      streak
//	bytes 11-12  length of the shot's way in units, big endian
//	then         name, other name, helper's name: each a length byte and so many bytes of UTF-8
type Notice struct {
	Kind NoticeKind
	// Seat is who died, who won, or who gets the award; Other who a death counts for (game.NoSeat: nobody).
	Seat, Other game.Seat
	// Banks of the killing shot.
	Banks uint8
	// Team that won, in NoticeWin of a mode with teams: Seat is game.NoSeat then.
	Team uint8
	// Award is what NoticeAward is for; Points is then by how much.
	Award             Award
	Points            int16
	Weapon            game.WeaponKind
	Returned, Revenge bool
	Streak            uint8
	// Length of the way of the killing shot, in units.
	Length     uint16
	Name       string
	OtherName  string
	HelperName string
}

// NoticeKind says what a room event tells.
type NoticeKind uint8

// The kinds of room events.
const (
	// NoticeKill: Seat died; Other, Points and all about the shot as in game.EventKilled.
	NoticeKill NoticeKind = iota + 1
	// NoticeWin: Seat, or Team, won the round with Points; one notice each where several are even.
	NoticeWin
	// NoticeAward: Seat was best at something in this round.
	NoticeAward
	// NoticeBallot is a Ballot, NoticeBestShot a BestShot, NoticeLine a Line.
	NoticeBallot
	NoticeBestShot
	NoticeLine
	// NoticeMinimap is a Minimap, NoticeLeaders a Leaders.
	NoticeMinimap
	NoticeLeaders

	noticeKinds
)

// Award is something to have been best at in a round.
type Award uint8

// The awards, and what their Points count.
const (
	// AwardBanks: banks of one's killing shots, all together.
	AwardBanks Award = iota
	// AwardLongest: the way of one's longest killing shot, in units.
	AwardLongest
	// AwardMirror: kills by shots that one's mirror returned.
	AwardMirror
	// AwardStreak: kills without dying.
	AwardStreak
	// AwardHelper: assists.
	AwardHelper
	// AwardGoals: flags brought home, points for holding a zone: what the mode is about.
	AwardGoals

	Awards
)

const (
	noticeReturned = 1 << iota
	noticeRevenge
)

const noticeHead = 13

// ErrNotice is a room event that is no notice of this version.
var ErrNotice = errors.New("snap: malformed notice")

// AppendNotice appends a notice; names longer than game.MaxNameBytes must not occur.
func AppendNotice(dst []byte, n *Notice) []byte {
	dst = append(dst, byte(n.Kind), n.detail())
	dst = binary.BigEndian.AppendUint16(dst, uint16(n.Points))
	dst = binary.BigEndian.AppendUint16(dst, uint16(n.Seat))
	dst = binary.BigEndian.AppendUint16(dst, uint16(n.Other))
	dst = append(dst, byte(n.Weapon), byte(oneIf(n.Returned)*noticeReturned|oneIf(n.Revenge)*noticeRevenge), n.Streak)
	dst = binary.BigEndian.AppendUint16(dst, n.Length)
	for _, name := range [...]string{n.Name, n.OtherName, n.HelperName} {
		dst = append(append(dst, byte(len(name))), name...)
	}
	return dst
}

func (n *Notice) detail() byte {
	switch n.Kind {
	case NoticeWin:
		return n.Team
	case NoticeAward:
		return byte(n.Award)
	}
	return n.Banks
}

// DecodeNotice reads what AppendNotice wrote; the only error is ErrNotice.
func DecodeNotice(b []byte) (Notice, error) {
	if len(b) < noticeHead || b[0] == 0 || NoticeKind(b[0]) > NoticeAward {
		return Notice{}, ErrNotice
	}
	n := Notice{
		Kind:     NoticeKind(b[0]),
		Points:   int16(binary.BigEndian.Uint16(b[2:])),
		Seat:     game.Seat(binary.BigEndian.Uint16(b[4:])),
		Other:    game.Seat(binary.BigEndian.Uint16(b[6:])),
		Weapon:   game.WeaponKind(b[8]),
		Returned: b[9]&noticeReturned != 0, Revenge: b[9]&noticeRevenge != 0,
		Streak: b[10],
		Length: binary.BigEndian.Uint16(b[11:]),
	}
	switch n.Kind {
	case NoticeWin:
		n.Team = b[1]
	case NoticeAward:
		n.Award = Award(b[1])
	default:
		n.Banks = b[1]
	}
	if n.Team > game.TeamTwo || n.Award >= Awards || n.Weapon >= game.WeaponKinds || b[9] > noticeReturned|noticeRevenge {
		return Notice{}, ErrNotice
	}
	b = b[noticeHead:]
	for _, name := range [...]*string{&n.Name, &n.OtherName, &n.HelperName} {
		var ok bool
		if *name, b, ok = cutText(b, game.MaxNameBytes); !ok {
			return Notice{}, ErrNotice
		}
	}
	if len(b) != 0 {
		return Notice{}, ErrNotice
	}
	return n, nil
}

// KindOf is what a room event tells, 0 for nothing that this version knows.
func KindOf(b []byte) NoticeKind {
	if len(b) == 0 || NoticeKind(b[0]) >= noticeKinds {
		return 0
	}
	return NoticeKind(b[0])
}

// cutText takes a text of at most so many bytes off b.
func cutText(b []byte, most int) (text string, rest []byte, ok bool) {
	if len(b) == 0 || int(b[0]) > min(len(b)-1, most) {
		return "", nil, false
	}
	text, rest = string(b[1:1+b[0]]), b[1+b[0]:]
	return text, rest, utf8.ValidString(text)
}
