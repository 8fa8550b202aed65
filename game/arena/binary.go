package arena

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// The binary form, for the wire. Numbers are unsigned varints (7 bits a byte, least significant first, as in protobuf).
//
//	version   1 byte    binaryVersion
//	width     varint    MinSide..MaxSide, in tiles
//	height    varint
//	name      varint    its length, then that many bytes of UTF-8
//	modes     varint    a bit for each mode
//	tiles     runs      row by row, each run a byte: tile in its 4 low bits, length-1 in its 4 high bits; if the low
//	                    ones are 15, a byte follows that is added to the tile; if the high ones are, a
//	                    varint follows that is added to the length
//	spawns    varint    how many, then one varint each: row*width+column, less that of the one before, less 1
//	                    (the first one: less nothing)
//	places    varint    how many, then for each a varint: row*width+column, less that of the one before, and a byte:
//	                    kind in its 4 high bits, group in its 4 low bits. They ascend by tile, then by that byte.
//
// A Frontier is told by the seed it is made from:
//
//	version   1 byte    seedVersion
//	seed      8 bytes   big endian
//
// There is one form of each arena: neighbouring runs differ, varints are minimal, spawns and places ascend. Hash is
// FNV-1a of it, but that of a Frontier is one of what the seed has become, so that programs that make it otherwise notice.
const (
	binaryVersion = 2
	seedVersion   = 3
	seedBytes     = 1 + 8
	longRun       = 15
	highTile      = 15
)

// AppendBinary appends the binary form.
func (a *Arena) AppendBinary(dst []byte) []byte {
	if a.Made() {
		return binary.BigEndian.AppendUint64(append(dst, seedVersion), a.Seed)
	}
	return a.appendDrawn(append(dst, binaryVersion))
}

// appendDrawn appends the content, all of it.
func (a *Arena) appendDrawn(dst []byte) []byte {
	dst = binary.AppendUvarint(dst, uint64(a.W))
	dst = binary.AppendUvarint(dst, uint64(a.H))
	dst = binary.AppendUvarint(dst, uint64(len(a.Name)))
	dst = append(dst, a.Name...)
	dst = binary.AppendUvarint(dst, uint64(a.Modes))
	for i := 0; i < len(a.Tiles); {
		n := 1
		for i+n < len(a.Tiles) && a.Tiles[i+n] == a.Tiles[i] {
			n++
		}
		dst = append(dst, byte(min(a.Tiles[i], highTile))|byte(min(n-1, longRun))<<4)
		if a.Tiles[i] >= highTile {
			dst = append(dst, byte(a.Tiles[i]-highTile))
		}
		if n-1 >= longRun {
			dst = binary.AppendUvarint(dst, uint64(n-1-longRun))
		}
		i += n
	}
	dst = binary.AppendUvarint(dst, uint64(len(a.Spawns)))
	next := 0
	for _, s := range a.Spawns {
		at := s.Y*a.W + s.X
		dst = binary.AppendUvarint(dst, uint64(at-next))
		next = at + 1
	}
	dst = binary.AppendUvarint(dst, uint64(len(a.Places)))
	last := 0
	for _, p := range a.Places {
		at := a.Index(p.At)
		dst = append(binary.AppendUvarint(dst, uint64(at-last)), p.form())
		last = at
	}
	return dst
}

// form is kind and group in one byte, by which places on one tile are ordered.
func (p Place) form() byte { return byte(p.Kind)<<4 | p.Group&15 }

// ParseBinary reads the binary form and nothing else: other bytes for the same arena are refused. A Frontier is made anew,
// which takes some ten milliseconds.
func ParseBinary(b []byte) (*Arena, error) {
	if len(b) > MaxBinary {
		return nil, fmt.Errorf("%w: %d bytes, at most %d", ErrSize, len(b), MaxBinary)
	}
	if len(b) == seedBytes && b[0] == seedVersion {
		return NewFrontier(binary.BigEndian.Uint64(b[1:])), nil
	}
	r := reader{rest: b}
	if v := r.byte(); r.err == nil && v != binaryVersion {
		return nil, fmt.Errorf("%w: version %d, this program reads %d", ErrHeader, v, binaryVersion)
	}
	a := &Arena{W: r.number(MaxSide), H: r.number(MaxSide)}
	a.Name = string(r.take(r.number(MaxNameBytes)))
	if r.err != nil {
		return nil, r.err
	}
	if err := checkSize(a.W, a.H); err != nil {
		return nil, err
	}
	if err := checkName(a.Name); err != nil {
		return nil, err
	}
	a.Modes = ModeSet(r.number(1<<16 - 1))
	if r.err == nil && (a.Modes == 0 || a.Modes>>Matched != 0) {
		return nil, fmt.Errorf("%w: modes %#x", ErrHeader, uint16(a.Modes))
	}
	a.readTiles(&r)
	a.readSpawns(&r)
	a.readPlaces(&r)
	if r.err != nil {
		return nil, r.err
	}
	if len(r.rest) > 0 {
		return nil, fmt.Errorf("%w: %d", ErrTrailing, len(r.rest))
	}
	if !bytes.Equal(a.AppendBinary(make([]byte, 0, len(b))), b) {
		return nil, ErrForm
	}
	a.Hash = hashOf(b)
	return a, nil
}

func (a *Arena) readTiles(r *reader) {
	if r.err != nil {
		return
	}
	total := a.W * a.H
	a.Tiles = make([]Tile, 0, total)
	for len(a.Tiles) < total {
		run := r.byte()
		tile := int(run & 15)
		if tile == highTile {
			tile += int(r.byte())
		}
		n := int(run>>4) + 1
		if n-1 == longRun {
			n += r.number(total)
		}
		if r.err != nil {
			return
		}
		if tile >= int(TileKinds) || n > total-len(a.Tiles) {
			r.err = fmt.Errorf("%w: after %d of %d tiles comes a run of %d of kind %d", ErrRow, len(a.Tiles), total, n, tile)
			return
		}
		for range n {
			a.Tiles = append(a.Tiles, Tile(tile))
		}
	}
}

func (a *Arena) readSpawns(r *reader) {
	n := r.number(MaxSpawns)
	if r.err == nil && n > len(r.rest) {
		r.err = fmt.Errorf("%w: %d spawns announced", ErrTruncated, n)
	}
	if r.err != nil || n == 0 {
		return
	}
	a.Spawns = make([]Cell, 0, n)
	next := 0
	for range n {
		at := next + r.number(len(a.Tiles))
		if r.err == nil && at >= len(a.Tiles) {
			r.err = fmt.Errorf("%w: tile %d of %d", ErrSpawns, at, len(a.Tiles))
		}
		if r.err != nil {
			return
		}
		a.Spawns = append(a.Spawns, Cell{at % a.W, at / a.W})
		next = at + 1
	}
}

func (a *Arena) readPlaces(r *reader) {
	n := r.number(MaxPlaces)
	if r.err == nil && 2*n > len(r.rest) {
		r.err = fmt.Errorf("%w: %d places announced", ErrTruncated, n)
	}
	if r.err != nil || n == 0 {
		return
	}
	a.Places = make([]Place, 0, n)
	at, before := 0, -1
	for range n {
		at += r.number(len(a.Tiles))
		form := r.byte()
		p := Place{Kind: PlaceKind(form >> 4), Group: form & 15}
		order := at<<8 | int(form)
		if r.err == nil && (at >= len(a.Tiles) || p.Kind >= PlaceKinds || p.Group >= Groups || order <= before) {
			r.err = fmt.Errorf("%w: kind %d, group %d at tile %d of %d", ErrPlaces, p.Kind, p.Group, at, len(a.Tiles))
		}
		if r.err != nil {
			return
		}
		p.At, before = a.CellAt(at), order
		a.Places = append(a.Places, p)
	}
}

// reader takes bytes off a blob; after the first error it yields zeros.
type reader struct {
	rest []byte
	err  error
}

func (r *reader) take(n int) []byte {
	if r.err == nil && n > len(r.rest) {
		r.err = fmt.Errorf("%w: %d bytes wanted, %d left", ErrTruncated, n, len(r.rest))
	}
	if r.err != nil {
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *reader) number(most int) int {
	if r.err != nil {
		return 0
	}
	v, n := binary.Uvarint(r.rest)
	switch {
	case n == 0:
		r.err = fmt.Errorf("%w: within a number", ErrTruncated)
	case n < 0 || v > uint64(most):
		r.err = fmt.Errorf("%w: a number above %d", ErrSize, most)
	default:
		r.rest = r.rest[n:]
		return int(v)
	}
	return 0
}

// Seal sets Hash from the content. Parse and ParseBinary have done it.
func (a *Arena) Seal() {
	if a.Made() {
		content := *a
		content.Modes = 0 // it is made for one alone, whose number is not what it is
		a.Hash = hashOf(content.appendDrawn(make([]byte, 0, len(a.Tiles)/2)))
		return
	}
	a.Hash = hashOf(a.AppendBinary(nil))
}

// hashOf is FNV-1a.
func hashOf(form []byte) uint64 {
	h := uint64(0xcbf29ce484222325)
	for _, b := range form {
		h = (h ^ uint64(b)) * 0x100000001b3
	}
	return h
}
