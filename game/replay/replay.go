package replay

import (
	"encoding/binary"
	"errors"
	"fmt"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

// A recording, all numbers unsigned varints (7 bits a byte, lowest first, the top bit says that more follow) unless said
// otherwise:
//
//	4 bytes  "BSRP"
//	1 byte   version
//	8 bytes  game.Rules, lowest byte first
//	length   arena (arena.AppendBinary)
//	length   public state (snap.AppendFull)
//	length   body of a snapshot (snap.AppendDelta), and so on to the end
const (
	magic   = "BSRP"
	version = 1
	head    = len(magic) + 1 + 8
)

// What can be wrong with a recording. Errors of snap, arena and game come wrapped in ErrBroken.
var (
	ErrMagic   = errors.New("replay: not a recording")
	ErrVersion = errors.New("replay: recorded in another version")
	ErrRules   = errors.New("replay: recorded under other rules")
	ErrBroken  = errors.New("replay: broken recording")
)

// Begin appends the beginning of a recording: the world before the first snapshot.
func Begin(dst []byte, a *arena.Arena, p *game.Public) []byte {
	dst = append(append(dst, magic...), version)
	dst = binary.LittleEndian.AppendUint64(dst, game.Rules())
	dst = Append(dst, a.AppendBinary(nil))
	return Append(dst, snap.AppendFull(nil, p))
}

// Append appends the body of the next snapshot.
func Append(dst, body []byte) []byte {
	return append(binary.AppendUvarint(dst, uint64(len(body))), body...)
}

// Result is what playing a recording again has shown.
type Result struct {
	// First and Last are the ticks before and after all that was played.
	First, Last game.Tick
	// Hashes is how many hashes were compared. Differs is the tick of the first that was another, if Differed.
	Hashes   int
	Differed bool
	Differs  game.Tick
}

// Run plays a recording again. each, unless nil, sees the world after every tick, with what happened in it; neither is its
// own to keep. Where a hash differs, Run stops: nothing after it would mean anything.
func Run(b []byte, each func(s *game.State, a *arena.Arena, ev []game.Event)) (Result, error) {
	a, s, rest, err := open(b)
	if err != nil {
		return Result{}, err
	}
	r := Result{First: s.Tick, Last: s.Tick}
	var d snap.Delta
	var ev []game.Event
	for len(rest) > 0 {
		var body []byte
		if body, rest, err = cut(rest, wire.MaxDelta); err != nil {
			return r, fmt.Errorf("after tick %d: %w", s.Tick, err)
		}
		if err := snap.DecodeDelta(body, s.Ships, s.Tick, &d); err != nil {
			return r, fmt.Errorf("%w after tick %d: %w", ErrBroken, s.Tick, err)
		}
		if d.First != s.Tick+1 {
			return r, fmt.Errorf("%w after tick %d: tick %d follows", ErrBroken, s.Tick, d.First)
		}
		for i := range d.Entries {
			if err := d.Entries[i].Check(&s.Public, a); err != nil {
				return r, fmt.Errorf("%w after tick %d: %w", ErrBroken, s.Tick, err)
			}
			ev = game.Step(s, a, &d.Entries[i], ev[:0])
			r.Last = s.Tick
			if each != nil {
				each(s, a, ev)
			}
		}
		if d.HasHash {
			r.Hashes++
			if d.Hash != uint32(s.Hash()) {
				r.Differed, r.Differs = true, s.Tick
				return r, nil
			}
		}
	}
	return r, nil
}

// open reads everything in front of the snapshots.
func open(b []byte) (*arena.Arena, *game.State, []byte, error) {
	switch {
	case len(b) < head || string(b[:len(magic)]) != magic:
		return nil, nil, nil, ErrMagic
	case b[len(magic)] != version:
		return nil, nil, nil, ErrVersion
	case binary.LittleEndian.Uint64(b[len(magic)+1:]) != game.Rules():
		return nil, nil, nil, ErrRules
	}
	drawn, rest, err := cut(b[head:], wire.MaxBlob)
	if err != nil {
		return nil, nil, nil, err
	}
	full, rest, err := cut(rest, wire.MaxShared)
	if err != nil {
		return nil, nil, nil, err
	}
	a, err := arena.ParseBinary(drawn)
	if err != nil {
		return nil, nil, nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	var s game.State
	if err := snap.DecodeFull(full, &s.Public); err != nil {
		return nil, nil, nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	if err := s.Check(a); err != nil {
		return nil, nil, nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	s.Private = make([]game.Private, len(s.Ships))
	return a, &s, rest, nil
}

// cut takes the next part off b.
func cut(b []byte, most int) (part, rest []byte, err error) {
	n, used := binary.Uvarint(b)
	if used <= 0 || n > uint64(most) || n > uint64(len(b)-used) {
		return nil, nil, fmt.Errorf("%w: a part does not end in it", ErrBroken)
	}
	b = b[used:]
	return b[:n:n], b[n:], nil
}
