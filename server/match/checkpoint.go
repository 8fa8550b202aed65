package match

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"bankshot/game"
	"bankshot/game/brain"
	"bankshot/game/snap"
)

// A checkpoint, all numbers big endian:
//
//	byte  0      version
//	bytes 1-8    hash of the arena
//	bytes 9-16   Secret.Rand
//	bytes 17-20  pilots hatched so far
//	block        the public state (snap.AppendFull); a block is its length in 4 bytes, then so many bytes
//	byte         number of ships, then for each a block (snap.AppendPrivate)
//	byte         number of pilots, then for each its seat in 2 bytes and the index of its strength in brain.Strengths
//
// Who sits where is the room's to keep; it tells the match again after Restore.
const (
	checkpointVersion = 1
	checkpointHead    = 21
)

// ErrCheckpoint is a checkpoint that cannot be read: of another version, cut short, or damaged.
var ErrCheckpoint = errors.New("match: unreadable checkpoint")

// Checkpoint appends the match as it stands between two ticks.
func (m *Match) Checkpoint(dst []byte) []byte {
	dst = append(dst, checkpointVersion)
	dst = binary.BigEndian.AppendUint64(dst, m.state.Arena)
	dst = binary.BigEndian.AppendUint64(dst, m.state.Secret.Rand)
	dst = binary.BigEndian.AppendUint32(dst, uint32(m.hatched))
	dst = appendBlock(dst, snap.AppendFull(nil, &m.state.Public))
	dst = append(dst, byte(len(m.state.Private)))
	for i := range m.state.Private {
		dst = appendBlock(dst, snap.AppendPrivate(nil, &m.state.Private[i]))
	}
	dst = append(dst, byte(len(m.pilots)))
	for i := range m.pilots {
		dst = binary.BigEndian.AppendUint16(dst, uint16(m.pilots[i].seat))
		dst = append(dst, strengthIndex(m.pilots[i].strength))
	}
	return dst
}

// Restore goes on from a checkpoint. On error nothing has changed.
func (m *Match) Restore(b []byte) error {
	if len(b) < checkpointHead || b[0] != checkpointVersion {
		return ErrCheckpoint
	}
	ground := m.groundOf(binary.BigEndian.Uint64(b[1:]))
	if ground < 0 {
		return fmt.Errorf("%w: its arena is not played here", ErrCheckpoint)
	}
	next := game.State{Secret: game.Secret{Rand: binary.BigEndian.Uint64(b[9:])}}
	hatched := int(binary.BigEndian.Uint32(b[17:]))
	full, b, ok := cutBlock(b[checkpointHead:])
	if !ok {
		return ErrCheckpoint
	}
	if err := snap.DecodeFull(full, &next.Public); err != nil {
		return fmt.Errorf("%w: %w", ErrCheckpoint, err)
	}
	if len(b) == 0 || int(b[0]) != len(next.Ships) {
		return ErrCheckpoint
	}
	next.Private, b = make([]game.Private, b[0]), b[1:]
	for i := range next.Private {
		var private []byte
		if private, b, ok = cutBlock(b); !ok {
			return ErrCheckpoint
		}
		if err := snap.DecodePrivate(private, &next.Private[i]); err != nil {
			return fmt.Errorf("%w: %w", ErrCheckpoint, err)
		}
	}
	pilots, ok := m.cutPilots(b)
	if !ok || !m.seats(next.Ships, pilots) {
		return ErrCheckpoint
	}
	m.ground, m.state, m.hatched, m.pilots, m.pending = ground, next, hatched, pilots, 0
	m.decided, m.cut = 0, true
	return nil
}

func (m *Match) groundOf(hash uint64) int {
	for i := range m.cfg.Grounds {
		if m.cfg.Grounds[i].Arena.Hash == hash {
			return i
		}
	}
	return -1
}

// seats says whether every ship belongs to a person this match has room for, or to one of the pilots.
func (m *Match) seats(ships []game.Ship, pilots []pilot) bool {
	n := 0
	for i := range ships {
		switch seat := ships[i].Seat; {
		case seat < game.FirstPilotSeat && int(seat) >= len(m.people):
			return false
		case seat >= game.FirstPilotSeat:
			n++
			if !slices.ContainsFunc(pilots, func(p pilot) bool { return p.seat == seat }) {
				return false
			}
		}
	}
	return n == len(pilots)
}

const pilotBytes = 3

func (m *Match) cutPilots(b []byte) ([]pilot, bool) {
	if len(b) == 0 || len(b)-1 != int(b[0])*pilotBytes || b[0] > game.MaxShips {
		return nil, false
	}
	var pilots []pilot
	for b = b[1:]; len(b) > 0; b = b[pilotBytes:] {
		seat := game.Seat(binary.BigEndian.Uint16(b))
		if seat < game.FirstPilotSeat || seat == game.NoSeat || int(b[2]) >= len(brain.Strengths()) {
			return nil, false
		}
		s := brain.Strengths()[b[2]]
		pilots = append(pilots, pilot{seat: seat, strength: s, brain: m.hatch(seat, s)})
	}
	return pilots, true
}

func strengthIndex(s brain.Strength) byte {
	for i, known := range brain.Strengths() {
		if s == known {
			return byte(i)
		}
	}
	return 0
}

func appendBlock(dst, block []byte) []byte {
	return append(binary.BigEndian.AppendUint32(dst, uint32(len(block))), block...)
}

func cutBlock(b []byte) (block, rest []byte, ok bool) {
	if len(b) < 4 {
		return nil, nil, false
	}
	n := int(binary.BigEndian.Uint32(b))
	if b = b[4:]; n > len(b) {
		return nil, nil, false
	}
	return b[:n], b[n:], true
}
