package replay

import (
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf8"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

// Recording is one that can be played. It refers to the bytes it was opened from.
type Recording struct {
	// Note is what who recorded it wanted people to know.
	Note  string
	Arena *arena.Arena
	// Torn is nil where the recording was closed properly, or at least between two blocks.
	Torn *Torn

	stretches [][]byte // the content of each, without its kind
}

// HeadBytes is how much of a recording RulesOf reads.
const HeadBytes = preface

// RulesOf is the hash of the rules that a recording was made under, which is all that its first bytes tell.
func RulesOf(b []byte) (uint64, error) {
	switch {
	case len(b) < preface || string(b[:len(magic)]) != magic:
		return 0, fmt.Errorf("%w: it does not begin with %s", ErrMagic, magic)
	case b[len(magic)] != version:
		return 0, fmt.Errorf("%w: version %d, this program plays %d", ErrVersion, b[len(magic)], version)
	}
	return binary.LittleEndian.Uint64(b[len(magic)+1:]), nil
}

// Open reads what a recording is made of. It needs all of it in memory: a round takes about 150 KB.
func Open(b []byte) (*Recording, error) {
	rules, err := RulesOf(b)
	if err != nil {
		return nil, err
	}
	content, rest, ok := cutBlock(b[preface:])
	if !ok || content[0] != kindHead {
		return nil, fmt.Errorf("%w: its head cannot be read", ErrBroken)
	}
	note, drawn, err := cutPart(content[1:], maxNote)
	if err != nil {
		return nil, err
	}
	r := &Recording{Note: clean(note)}
	if rules != game.Rules() {
		return nil, fmt.Errorf("%w: %016x, this program plays %016x; play it with the program it was made with (%s)", ErrRules, rules, game.Rules(), r.Note)
	}
	if r.Arena, err = openArena(drawn); err != nil {
		return nil, err
	}
	for len(rest) > 0 {
		at := len(b) - len(rest)
		if content, rest, ok = cutBlock(rest); !ok {
			r.Torn = &Torn{At: at, Bytes: len(b) - at}
			break
		}
		if content[0] != kindStretch {
			return nil, fmt.Errorf("%w: the block at byte %d is of no known kind (%d)", ErrBroken, at, content[0])
		}
		r.stretches = append(r.stretches, content[1:])
	}
	if len(r.stretches) == 0 {
		return nil, ErrEmpty
	}
	return r, nil
}

func openArena(part []byte) (*arena.Arena, error) {
	drawn, rest, err := cutPart(part, wire.MaxBlob)
	if err != nil {
		return nil, err
	}
	if len(rest) > 0 {
		return nil, fmt.Errorf("%w: %d bytes after the arena", ErrBroken, len(rest))
	}
	a, err := arena.ParseBinary(drawn)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	return a, nil
}

// state reads the state that a stretch begins with, and gives the rest of the stretch.
func (r *Recording) state(i int, p *game.Public) (bodies []byte, err error) {
	full, bodies, err := cutPart(r.stretches[i], wire.MaxShared)
	if err == nil {
		err = snap.DecodeFull(full, p)
	}
	if err == nil {
		err = p.Check(r.Arena)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: state %d of %d: %w", ErrBroken, i+1, len(r.stretches), err)
	}
	return bodies, nil
}

// clean makes a note safe for a terminal: foreign files are opened too.
func clean(note []byte) string {
	if !utf8.Valid(note) {
		note = []byte(strings.ToValidUTF8(string(note), "?"))
	}
	return strings.Map(func(c rune) rune {
		if c < ' ' && c != '\n' && c != '\t' || c == 0x7f || c >= 0x80 && c < 0xa0 {
			return '?'
		}
		return c
	}, string(note))
}
