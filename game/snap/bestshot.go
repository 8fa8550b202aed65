package snap

import (
	"encoding/binary"
	"errors"

	"bankshot/game"
)

const (
	// MaxPath is how many points a BestShot has at most: its birth, its banks, mirrors and portals, its end.
	MaxPath = 32
	// MaxLinkBytes bounds the name under which the replay can be found.
	MaxLinkBytes = 64
)

// BestShot is a room event: the shot of the round, with its whole way, for all to see at the results.
//
//	byte 0       NoticeBestShot
//	byte 1       weapon
//	byte 2       banks
//	bytes 3-6    the tick at which it killed, big endian
//	byte 7       number of points, 2..MaxPath, then each: x, y in 1/256 unit, 4 bytes each, big endian
//	then         name of who shot, of who died, and of the replay, empty for none: a length byte and so many bytes
type BestShot struct {
	Weapon     game.WeaponKind
	Banks      uint8
	Tick       game.Tick
	Path       []game.Vec
	Name       string
	VictimName string
	// Link names the replay in the server's list of them, MaxLinkBytes at most.
	Link string
}

// ErrBestShot is a room event that is no shot of the round of this version.
var ErrBestShot = errors.New("snap: malformed shot of the round")

const bestShotHead = 8

// AppendBestShot appends a shot of the round; what is longer than the limits must not occur.
func AppendBestShot(dst []byte, s *BestShot) []byte {
	dst = append(dst, byte(NoticeBestShot), byte(s.Weapon), s.Banks)
	dst = binary.BigEndian.AppendUint32(dst, uint32(s.Tick))
	dst = append(dst, byte(len(s.Path)))
	for _, at := range s.Path {
		dst = binary.BigEndian.AppendUint32(dst, uint32(at.X))
		dst = binary.BigEndian.AppendUint32(dst, uint32(at.Y))
	}
	for _, text := range [...]string{s.Name, s.VictimName, s.Link} {
		dst = append(append(dst, byte(len(text))), text...)
	}
	return dst
}

// DecodeBestShot reads what AppendBestShot wrote; the only error is ErrBestShot.
func DecodeBestShot(b []byte) (BestShot, error) {
	if KindOf(b) != NoticeBestShot || len(b) < bestShotHead || game.WeaponKind(b[1]) >= game.WeaponKinds {
		return BestShot{}, ErrBestShot
	}
	s := BestShot{Weapon: game.WeaponKind(b[1]), Banks: b[2], Tick: game.Tick(binary.BigEndian.Uint32(b[3:]))}
	n := int(b[7])
	b = b[bestShotHead:]
	if n < 2 || n > MaxPath || len(b) < 8*n {
		return BestShot{}, ErrBestShot
	}
	for range n {
		at := game.Vec{X: int32(binary.BigEndian.Uint32(b)), Y: int32(binary.BigEndian.Uint32(b[4:]))}
		if !inside(at) {
			return BestShot{}, ErrBestShot
		}
		s.Path = append(s.Path, at)
		b = b[8:]
	}
	for _, text := range [...]struct {
		to   *string
		most int
	}{{&s.Name, game.MaxNameBytes}, {&s.VictimName, game.MaxNameBytes}, {&s.Link, MaxLinkBytes}} {
		var ok bool
		if *text.to, b, ok = cutText(b, text.most); !ok {
			return BestShot{}, ErrBestShot
		}
	}
	if len(b) != 0 {
		return BestShot{}, ErrBestShot
	}
	return s, nil
}
