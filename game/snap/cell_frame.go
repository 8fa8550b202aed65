package snap

import (
	"encoding/binary"

	"bankshot/game"
	"bankshot/game/wire"
)

// The body of wire.Cells: what one seat is told of one interval. All but what is said of cells is its own.
//
//	1 byte    in its six lowest bits: those of the tick that it leads to; in the two highest: 0, 1, 2: the interval has 2, 3
//	          or 4 ticks, and there is nothing else to say but it; 3: there is, to begin with
//	1 byte    flags: 1 private   2 gone   4 new   8 focus
//	1 byte    the number of the interval's ticks, 1..12; 0 where there is none and only whole cells come
//	private:  3 bytes, as in a Full: what is private of your ship is this now; without it, as the rules make it
//	focus:    2 bytes, low one first: the seat around whose ship you see from now on, 0xFFFF for your own
//	gone:     a bit for each cell held, ascending by cell, lowest bit first, whole bytes: 1 where you are told of it no more
//	new:      u how many; for each, ascending: u cell, less the one before, and less 1 but for the first
//	          u length, its content in full at the end of the interval (cell_full.go)
//	          where there are ticks, the bits of the interval (cell_interval.go), of all cells held and not gone
//
// u is an unsigned varint. A Full empties what is held; its shared part is the head of the world (Head). A cell is
// row * columns + column, from the upper left; each is game.CellUnits wide and high.
const (
	framePrivate = 1
	frameGone    = 2
	frameNew     = 4
	frameFocus   = 8

	frameAll = framePrivate | frameGone | frameNew | frameFocus

	// tickBits is how much of a tick is told. plainTicks are the ticks of an interval for which what is above it is 0, notPlain
	// is what says that there is more to say.
	tickBits   = 6
	plainTicks = 2
	notPlain   = 3
)

// MostCells is how many cells a seat may hold.
const MostCells = 64

// CellBody is a cell that comes in full. Body is the frame's own memory.
type CellBody struct {
	Cell game.Cell
	Body []byte
}

// CellFrame is a decoded body of wire.Cells.
type CellFrame struct {
	// Tick is the one that it leads to, Ticks how many there are since the frame before; 0 for whole cells alone.
	Tick  game.Tick
	Ticks int
	// Private is what is private of one's own ship, if HasPrivate; else it is what the rules make of it: of the cell's ship
	// that stood for it before, after the interval's last step.
	HasPrivate bool
	Private    game.Private
	// Focus is around whose ship the cells lie, if HasFocus; game.NoSeat for one's own.
	HasFocus bool
	Focus    game.Seat
	// Kept are the cells held before and still told of, ascending; Gone those no longer; New the others, with their whole
	// content.
	Kept, Gone []game.Cell
	New        []CellBody

	// Spent is on what DecodeInterval has found the bits of the interval to be spent.
	Spent CellBits

	interval bitReader
}

// CellsTick reads of a body only which tick it leads to, the nearest to tick of those with its lowest 6 bits, and over how
// many ticks.
func CellsTick(body []byte, tick game.Tick) (to game.Tick, ticks int, err error) {
	if len(body) < 1 {
		return 0, 0, ErrTruncated
	}
	if ticks = int(body[0]>>tickBits) + plainTicks; ticks == notPlain+plainTicks {
		if len(body) < 3 {
			return 0, 0, ErrTruncated
		}
		if ticks = int(body[2]); ticks > wire.MaxDivisor {
			return 0, 0, ErrTicks
		}
	}
	const above = 8 - tickBits
	return tick + game.Tick(int8((body[0]-byte(tick))<<above)>>above), ticks, nil
}

// Decode reads a body for who holds these cells, ascending, as they were at a tick; what it tells of those kept is for
// CellCodec.DecodeInterval to read. If the body does not go on from there (f.Tick - f.Ticks is another), the rest of f means
// nothing.
func (f *CellFrame) Decode(body []byte, held []game.Cell, tick game.Tick) error {
	f.HasPrivate, f.HasFocus = false, false
	f.Kept, f.Gone, f.New = f.Kept[:0], f.Gone[:0], f.New[:0]
	var err error
	if f.Tick, f.Ticks, err = CellsTick(body, tick); err != nil {
		return err
	}
	if f.Tick-game.Tick(f.Ticks) != tick {
		return nil
	}
	f.interval = bitReader{in: body, at: 8}
	if body[0]>>tickBits != notPlain {
		f.Kept = append(f.Kept, held...)
		return nil
	}
	flags := body[1]
	if flags&^frameAll != 0 {
		return &Error{Err: ErrRange, Part: "byte", Index: 1}
	}
	c := cursor{b: body, at: 3}
	if f.HasPrivate = flags&framePrivate != 0; f.HasPrivate {
		if len(body) < c.at+privateBytes {
			return ErrTruncated
		}
		if err := DecodePrivate(body[c.at:c.at+privateBytes], &f.Private); err != nil {
			return err
		}
		c.at += privateBytes
	}
	if f.HasFocus = flags&frameFocus != 0; f.HasFocus {
		f.Focus = game.Seat(c.fixed(2))
	}
	gone := uint64(0)
	if flags&frameGone != 0 {
		gone = c.fixed((len(held) + 7) / 8)
	}
	for i, cell := range held {
		if gone>>i&1 != 0 {
			f.Gone = append(f.Gone, cell)
			continue
		}
		f.Kept = append(f.Kept, cell)
	}
	if flags&frameNew != 0 {
		f.fresh(&c)
	}
	f.interval.at = 8 * c.at
	switch {
	case c.err != nil:
		return &Error{Err: c.err, Part: "cells, byte", Index: c.at}
	case f.Ticks == 0 && c.at < len(body):
		return &Error{Err: ErrTrailing, Part: "byte", Index: c.at}
	}
	return nil
}

// fresh reads the cells that come in full.
func (f *CellFrame) fresh(c *cursor) {
	next := uint64(0)
	k := 0
	for range c.upTo(MostCells) {
		cell := next + c.upTo(1<<16-1)
		for k < len(f.Kept) && uint64(f.Kept[k]) < cell {
			k++
		}
		switch {
		case c.err != nil:
			return
		case cell >= 1<<16, k < len(f.Kept) && uint64(f.Kept[k]) == cell, len(f.Kept)+len(f.New) == MostCells:
			c.fail(ErrCell)
			return
		}
		f.New = append(f.New, CellBody{Cell: game.Cell(cell), Body: c.bytes()})
		next = cell + 1
	}
}

// bytes reads a length and so many bytes, which stay the body's.
func (c *cursor) bytes() []byte {
	n := int(c.upTo(wire.MaxCells))
	if c.err == nil && n > len(c.b)-c.at {
		c.fail(ErrTruncated)
	}
	if c.err != nil {
		return nil
	}
	b := c.b[c.at : c.at+n]
	c.at += n
	return b
}

// CellsHead is what a seat's own part of a body begins with.
type CellsHead struct {
	Tick     game.Tick
	Ticks    int
	Private  *game.Private
	HasFocus bool
	Focus    game.Seat
	Gone     uint64 // a bit for each cell held, ascending
	Held     int    // how many were
	HasNew   bool
}

// plain says that there is nothing to say but the interval.
func (h *CellsHead) plain() bool {
	return h.Private == nil && !h.HasFocus && h.Gone == 0 && !h.HasNew && h.Ticks >= plainTicks && h.Ticks < plainTicks+notPlain
}

// AppendCellsHead appends it. Where HasNew is set AppendNewCells follows, and where there are ticks AppendInterval.
func AppendCellsHead(dst []byte, h *CellsHead) []byte {
	tick := byte(h.Tick) & (1<<tickBits - 1)
	if h.plain() {
		return append(dst, byte(h.Ticks-plainTicks)<<tickBits|tick)
	}
	flags := byte(0)
	at := len(dst) + 1
	dst = append(dst, notPlain<<tickBits|tick, 0, byte(h.Ticks))
	if h.Private != nil {
		flags |= framePrivate
		dst = AppendPrivate(dst, h.Private)
	}
	if h.HasFocus {
		flags |= frameFocus
		dst = binary.LittleEndian.AppendUint16(dst, uint16(h.Focus))
	}
	if h.Gone != 0 {
		flags |= frameGone
		for i := 0; i < h.Held; i += 8 {
			dst = append(dst, byte(h.Gone>>i))
		}
	}
	if h.HasNew {
		flags |= frameNew
	}
	dst[at] = flags
	return dst
}

// AppendNewCells appends how many cells come in full; AppendNewCell of each follows.
func AppendNewCells(dst []byte, n int) []byte { return binary.AppendUvarint(dst, uint64(n)) }

// AppendNewCell appends a cell that comes in full; before is the one before it, -1 for the first.
func AppendNewCell(dst []byte, cell game.Cell, before int, body []byte) []byte {
	dst = binary.AppendUvarint(dst, uint64(int(cell)-before-1))
	return append(binary.AppendUvarint(dst, uint64(len(body))), body...)
}
