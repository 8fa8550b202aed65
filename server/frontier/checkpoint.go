package frontier

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/brain"
	"bankshot/game/snap"
)

// A checkpoint, all numbers big endian; a block is its length in 4 bytes, then so many bytes:
//
//	byte  0      version
//	bytes 1-8    hash of the arena
//	bytes 9-16   Secret.Rand
//	bytes 17-24  guests named so far
//	bytes 25-28  pilots hatched so far
//	block        what is the same in all of the world (Full)
//	2 bytes      number of cells with anything in them, then for each: 2 bytes its number, a block (snap.AppendFull of cells)
//	2 bytes      number of ships, then for each, ascending by seat: 2 bytes its seat, 3 what is private
//
// What cells don't tell, tables of assists and the like, is not kept. Who sits where is the room's to keep; it tells the world
// again after Restore. Pilots come anew: they have the seats of the ships that pilots had.
const checkpointVersion = 2

// ErrCheckpoint is a checkpoint that cannot be read: of another version, cut short, or damaged.
var ErrCheckpoint = errors.New("frontier: unreadable checkpoint")

// Checkpoint appends the world as it stands between two ticks.
func (f *Frontier) Checkpoint(dst []byte) []byte {
	dst = append(dst, checkpointVersion)
	dst = binary.BigEndian.AppendUint64(dst, f.state.Arena)
	dst = binary.BigEndian.AppendUint64(dst, f.state.Secret.Rand)
	dst = binary.BigEndian.AppendUint64(dst, f.guests)
	dst = binary.BigEndian.AppendUint32(dst, uint32(f.hatched))
	dst = appendBlock(dst, f.Full(nil))
	at := len(dst)
	dst = append(dst, 0, 0)
	split := snap.NewCellSplit(f.cfg.Ground.Arena)
	split.Split(&f.state.Public)
	var codec snap.CellCodec
	var cell snap.CellState
	n := uint16(0)
	for c := range split.Grid().Cells() {
		split.Fill(&cell, game.Cell(c), &f.state)
		if body := codec.AppendFull(nil, &cell, f.cfg.Ground.Arena); len(body) > 0 {
			dst = appendBlock(binary.BigEndian.AppendUint16(dst, uint16(c)), body)
			n++
		}
	}
	binary.BigEndian.PutUint16(dst[at:], n)
	dst = binary.BigEndian.AppendUint16(dst, uint16(len(f.state.Ships)))
	for i := range f.state.Ships {
		dst = binary.BigEndian.AppendUint16(dst, uint16(f.state.Ships[i].Seat))
		dst = snap.AppendPrivate(dst, &f.state.Private[i])
	}
	return dst
}

func appendBlock(dst, b []byte) []byte {
	return append(binary.BigEndian.AppendUint32(dst, uint32(len(b))), b...)
}

// Restore goes on from a checkpoint. On error nothing has changed.
func (f *Frontier) Restore(b []byte) error {
	r := reading{rest: b}
	a := f.cfg.Ground.Arena
	if r.uint(1) != checkpointVersion {
		return ErrCheckpoint
	}
	if r.uint(8) != a.Hash {
		return fmt.Errorf("%w: its arena is not played here", ErrCheckpoint)
	}
	var s game.State
	s.Secret.Rand = r.uint(8)
	guests, hatched := r.uint(8), int(r.uint(4))
	if err := snap.DecodeFull(r.block(), &s.Public); err != nil {
		return fmt.Errorf("%w: %w", ErrCheckpoint, err)
	}
	var codec snap.CellCodec
	head := snap.Head(&s.Public)
	for range r.uint(2) {
		cell := game.Cell(r.uint(2))
		var c snap.CellState
		if err := codec.DecodeFull(r.block(), cell, &head, &c, a); err != nil {
			return fmt.Errorf("%w: %w", ErrCheckpoint, err)
		}
		s.Ships = append(s.Ships, c.Ships...)
		s.Shots = append(s.Shots, c.Shots...)
		s.Pickups = append(s.Pickups, c.Pickups...)
		s.Broken = append(s.Broken, c.Broken...)
	}
	sortState(&s)
	if int(r.uint(2)) != len(s.Ships) {
		return ErrCheckpoint
	}
	s.Private = make([]game.Private, len(s.Ships))
	for i := range s.Private {
		if game.Seat(r.uint(2)) != s.Ships[i].Seat {
			return ErrCheckpoint
		}
		if err := snap.DecodePrivate(r.take(3), &s.Private[i]); err != nil {
			return fmt.Errorf("%w: %w", ErrCheckpoint, err)
		}
	}
	if r.short || len(r.rest) > 0 {
		return ErrCheckpoint
	}
	s.StandStill() // where everybody has been is not kept either
	if err := s.Check(a); err != nil {
		return fmt.Errorf("%w: %w", ErrCheckpoint, err)
	}
	var pilots []pilot
	for i := range s.Ships {
		switch seat := s.Ships[i].Seat; {
		case seat >= game.FirstPilotSeat && int(seat-game.FirstPilotSeat) < f.cfg.Pilots:
			strengths := brain.Strengths()
			pilots = append(pilots, pilot{seat: seat, brain: f.hatch(seat, strengths[len(pilots)%len(strengths)])})
		case seat < game.FirstPilotSeat && int(seat) < len(f.people):
		default:
			return fmt.Errorf("%w: it has more ships than fly here", ErrCheckpoint)
		}
	}
	f.forget()
	f.state, f.guests, f.hatched, f.pilots = s, guests, hatched, pilots
	return nil
}

// sortState brings what came cell by cell into the order of a state.
func sortState(s *game.State) {
	slices.SortFunc(s.Ships, func(p, q game.Ship) int { return int(p.Seat) - int(q.Seat) })
	slices.SortFunc(s.Shots, func(p, q game.Shot) int { return cmp.Compare(p.ID, q.ID) })
	slices.SortFunc(s.Pickups, func(p, q game.Pickup) int { return int(p.Place) - int(q.Place) })
	slices.SortFunc(s.Broken, func(p, q arena.Pane) int { return int(p.Index) - int(q.Index) })
}

// reading takes fields off a checkpoint. After its end they are 0.
type reading struct {
	rest  []byte
	short bool
}

func (r *reading) take(n int) []byte {
	if n > len(r.rest) {
		r.short, r.rest = true, nil
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reading) uint(bytes int) uint64 {
	v := uint64(0)
	for _, b := range r.take(bytes) {
		v = v<<8 | uint64(b)
	}
	return v
}

func (r *reading) block() []byte { return r.take(int(r.uint(4))) }
