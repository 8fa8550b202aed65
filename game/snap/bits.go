package snap

import "encoding/binary"

// bitString is a number of bits, the first one highest in its byte; what is left of the last byte is 0.
type bitString struct {
	b []byte
	n int
}

func (s *bitString) clear() { s.b, s.n = s.b[:0], 0 }

// bitWriter appends bits to bytes, the first one highest. Fewer than 32 wait, in the lowest places, for there to be more.
type bitWriter struct {
	out   []byte
	wait  uint64
	waits int
}

// put appends n bits, 32 at most, highest first.
func (w *bitWriter) put(v uint32, n int) {
	w.wait = w.wait<<n | uint64(v)
	if w.waits += n; w.waits >= 32 {
		w.waits -= 32
		w.out = binary.BigEndian.AppendUint32(w.out, uint32(w.wait>>w.waits))
	}
}

func (w *bitWriter) string(s *bitString) {
	b, n := s.b, s.n
	for ; n >= 32; n -= 32 {
		w.put(binary.BigEndian.Uint32(b), 32)
		b = b[4:]
	}
	var v uint32
	for i := range b {
		v |= uint32(b[i]) << (24 - 8*i)
	}
	w.put(v>>(32-n), n)
}

// finish fills up the last byte with 0 and gives everything.
func (w *bitWriter) finish() []byte {
	for w.wait <<= 32 - w.waits; w.waits > 0; w.waits -= 8 {
		w.out = append(w.out, byte(w.wait>>24))
		w.wait <<= 8
	}
	return w.out
}

// bitReader reads what a bitWriter wrote. Beyond the end there are zeros, and over says so.
type bitReader struct {
	in []byte
	at int // in bits
}

func (r *bitReader) get(n int) (v uint32) {
	for ; n > 0; n-- {
		v <<= 1
		if i := r.at >> 3; i < len(r.in) {
			v |= uint32(r.in[i]>>(7-r.at&7)) & 1
		}
		r.at++
	}
	return v
}

func (r *bitReader) over() bool { return r.at > 8*len(r.in) }

// ended says that all has been read but what is left of the last byte, which is 0.
func (r *bitReader) ended() bool {
	return !r.over() && 8*len(r.in)-r.at < 8 && (r.at&7 == 0 || r.in[r.at>>3]<<(r.at&7) == 0)
}

// A block is what the range coder writes of its own, in bits: the shortest number of them of which any continuation lies in
// the range left at the end. So blocks follow each other without a length, and each takes a bit or two more than it says.

// beginBlock prepares for writing a block of a cell behind dst.
func (w *writer) beginBlock(dst []byte) {
	w.out, w.start, w.low, w.width = dst, len(dst), 0, ^uint32(0)
	w.model = untouchedCells
}

// finishBits writes that number behind what has been settled.
func (w *writer) finishBits() bitString {
	w.carry()
	v, n := shortest(w.low, w.width)
	w.low = v
	w.carry()
	s := bitString{b: w.out, n: 8*(len(w.out)-w.start) + n}
	for low := uint32(w.low); n > 0; n -= 8 {
		s.b = append(s.b, byte(low>>24))
		low <<= 8
	}
	return s
}

// shortest is the number with the fewest bits, n, at the top of 32, all of whose continuations lie in [low, low+width).
func shortest(low uint64, width uint32) (v uint64, n int) {
	for {
		unit := uint64(1) << (32 - n)
		v = (low + unit - 1) &^ (unit - 1)
		if v+unit <= low+uint64(width) {
			return v, n
		}
		n++
	}
}

// beginBlock prepares for reading a block of a cell where b has been read to.
func (r *reader) beginBlock(b *bitReader) {
	r.in, r.at, r.skew, r.code, r.low, r.width, r.wrong = b.in, b.at>>3, b.at&7, 0, 0, ^uint32(0), false
	r.model = untouchedCells
	for range 4 {
		r.shift()
	}
}

// endBlock has b go on behind the block.
func (r *reader) endBlock(b *bitReader) {
	_, n := shortest(uint64(r.low), r.width)
	b.at = 8*(r.at-4) + r.skew + n
}
