package snap

import (
	"math/bits"
	"slices"

	"bankshot/game"
	"bankshot/game/arena"
)

// An interval, as one seat is told of it: a string of bits, the highest of each byte first, of the cells that it holds and
// goes on to be told of.
//
//	for each cell, ascending:   its inputs, a block (bits.go, cell_delta.go); nothing where no ship is
//	while 1 bit is 1:           which cell, ascending: its number among them, as many bits as the highest of these takes
//	    1 bit 0: entries        side 3 bits, ascending; a block (cell_entry.go): of a cell around of which the seat isn't told
//	    1 bit 1, 1 bit 0: news  a block (cell_news.go), behind all entries
//	    1 bit 1, 1 bit 1: hash  16 bits, behind the news: the lowest of game.Public.Hash of the content after it all
//
// The string ends in the last byte, which is filled up with 0.
const (
	sideBits    = 3
	hashBits    = 16
	hashMask    = 1<<hashBits - 1
	specialBits = 12 // no more come before each of entries, news and hash
)

// The kinds of what is special, in their order: first entries, by side.
const (
	newsOf = Sides + iota
	hashOf

	specials
)

// AppendInterval appends to a body that AppendCellsHead began, and AppendNewCells went on with, what is told of the cells
// kept, ascending; words are those of all cells, by cell.
func AppendInterval(dst []byte, kept []game.Cell, words []CellWords) []byte {
	w := bitWriter{out: dst}
	special := uint64(0)
	for i, c := range kept {
		t := &words[c]
		w.string(&t.inputs)
		if t.special {
			special |= 1 << i
		}
	}
	for ; special != 0; special &= special - 1 {
		i := bits.TrailingZeros64(special)
		w.special(kept, i, &words[kept[i]])
	}
	w.put(0, 1)
	return w.finish()
}

func (w *bitWriter) special(kept []game.Cell, i int, t *CellWords) {
	begin := func() {
		w.put(1, 1)
		w.put(uint32(i), indexBits(kept))
	}
	for n := range t.entries {
		e := &t.entries[n]
		if _, told := slices.BinarySearch(kept, e.from); told {
			continue
		}
		begin()
		w.put(uint32(e.side), 1+sideBits) // the first one 0
		w.string(&e.bits)
	}
	if t.news.n > 0 {
		begin()
		w.put(0b10, 2)
		w.string(&t.news)
	}
	if t.hashed {
		begin()
		w.put(0b11, 2)
		w.put(t.hash, hashBits)
	}
}

// indexBits is how many bits tell which of the cells kept is meant.
func indexBits(kept []game.Cell) int { return bits.Len(uint(max(len(kept), 1) - 1)) }

// CellBits are the bits of intervals by what they tell: inputs, what came in from cells that a seat is not told of, other
// news, hashes, and which cells these are of.
type CellBits struct{ Inputs, Entries, News, Hashes, Names int }

// All is their sum.
func (b *CellBits) All() int { return b.Inputs + b.Entries + b.News + b.Hashes + b.Names }

// DecodeInterval brings the cells that a frame keeps, in that order, over its ticks. each is shown every cell after every
// tick, as that cell alone has it, and what happened in it; sure is false then. In the end it is shown every cell once more,
// put right, with the kills that the cell alone does not show. What is shown is the codec's own memory, until each returns.
// After an error the cells mean nothing: ask for all in full.
func (k *CellCodec) DecodeInterval(f *CellFrame, cells []*CellState, a *arena.Arena, each func(c *CellState, events []game.Event, sure bool)) error {
	switch {
	case f.Ticks < 1:
		return ErrTicks
	case len(cells) != len(f.Kept) || len(cells) > MostCells:
		return ErrCell
	}
	in := f.interval
	at := in.at
	for _, c := range cells {
		if err := k.expect(&in, c, a, f.Ticks, each); err != nil {
			return err
		}
	}
	f.Spent = CellBits{Inputs: in.at - at}
	at = in.at
	var touched [MostCells]bool
	if err := handOver(game.GridOf(a), f.Kept, cells, &touched); err != nil {
		return err
	}
	width, last, done := indexBits(f.Kept), -1, 0
	k.shown = k.shown[:0]
	for in.get(1) != 0 {
		i, kind := in.which(width)
		now := i*specials + kind
		switch {
		case in.over():
			return ErrTruncated
		case i >= len(cells) || now <= last:
			return ErrCell
		}
		if err := k.settle(cells[done:i], touched[done:i], a, each); err != nil {
			return err
		}
		last, done = now, i
		if err := k.special(&in, f, cells[i], a, kind); err != nil {
			return err
		}
		touched[i] = touched[i] || kind != hashOf
	}
	f.Spent.Names = in.at - at - f.Spent.Entries - f.Spent.News - f.Spent.Hashes
	if !in.ended() {
		return ErrTrailing
	}
	return k.settle(cells[done:], touched[done:], a, each)
}

// which reads of which cell something special is, its number having so many bits, and which kind it is.
func (r *bitReader) which(width int) (i, kind int) {
	i = int(r.get(width))
	if r.get(1) == 0 {
		return i, int(r.get(sideBits))
	}
	return i, newsOf + int(r.get(1))
}

// expect is the counterpart of Expect.
func (k *CellCodec) expect(in *bitReader, c *CellState, a *arena.Arena, ticks int, each func(*CellState, []game.Event, bool)) error {
	r := &k.reader
	tells := len(c.Ships) > 0
	if tells {
		r.beginBlock(in)
		k.begin(c.Ships)
	}
	ships := len(c.Ships)
	c.StandStill()
	for range ticks {
		k.input.Reset()
		for n := range ships {
			k.input.Inputs = append(k.input.Inputs, r.input(&k.known[n]))
		}
		if tells && r.wrong {
			return ErrRange
		}
		k.events = game.Step(&c.State, a, &k.input, k.events[:0])
		if each != nil {
			each(c, k.events, false)
		}
	}
	if tells {
		if r.endBlock(in); in.over() {
			return ErrTruncated
		}
	}
	c.Told()
	z := c.zone(a)
	z.cross(c)
	return nil
}

// handOver gives to each cell what has crossed into it from the others that are held.
func handOver(g game.Grid, kept []game.Cell, cells []*CellState, touched *[MostCells]bool) error {
	for i, from := range cells {
		o := &from.Crossed
		for n := range o.Ships {
			to, ok := beyond(g, kept, i, o.Ships[n].Pos)
			if !ok {
				continue
			}
			if touched[to] = true; !cells[to].addShip(&o.Ships[n], o.Private[n]) {
				return ErrTwice
			}
		}
		for n := range o.Shots {
			to, ok := beyond(g, kept, i, o.Shots[n].Pos)
			if !ok {
				continue
			}
			if touched[to] = true; !cells[to].addShot(&o.Shots[n]) {
				return ErrTwice
			}
		}
	}
	return nil
}

// beyond is which of the cells kept holds a place outside of the i-th; false unless the two cells touch.
func beyond(g game.Grid, kept []game.Cell, i int, pos game.Vec) (to int, ok bool) {
	to, held := slices.BinarySearch(kept, g.CellOf(pos))
	return to, held && beside(g, kept[i], kept[to])
}

// special reads entries, news or a hash.
func (k *CellCodec) special(in *bitReader, f *CellFrame, c *CellState, a *arena.Arena, kind int) error {
	if kind == hashOf {
		f.Spent.Hashes += hashBits
		if uint32(c.Hash())&hashMask != in.get(hashBits) {
			return ErrHash
		}
		return nil
	}
	r, at, spent := &k.reader, in.at, &f.Spent.Entries
	r.beginBlock(in)
	z := c.zone(a)
	var err error
	if kind == newsOf {
		spent = &f.Spent.News
		err = k.hear(r, &z, c)
	} else {
		from := Around(z.grid, c.Cell)[kind]
		if _, told := slices.BinarySearch(f.Kept, from); told {
			return ErrCell // the cell itself, too, where there is none at that side
		}
		err = r.come(&z, c)
	}
	r.endBlock(in)
	*spent += in.at - at
	switch {
	case err != nil:
		return err
	case r.wrong:
		return ErrRange
	case in.over():
		return ErrTruncated
	}
	return nil
}

// settle shows cells that have been put right.
func (k *CellCodec) settle(cells []*CellState, touched []bool, a *arena.Arena, each func(*CellState, []game.Event, bool)) error {
	for i, c := range cells {
		if touched[i] {
			if err := c.Check(a); err != nil {
				return err
			}
		}
		if each != nil {
			each(c, k.shown, true)
		}
		k.shown = k.shown[:0]
	}
	return nil
}
