package snap

// The range coder turns yes-no decisions into fractions of a bit: a decision that the model held for likely costs little.
// A decision splits the current range in proportion to the probability of "no"; the body is the shortest fraction that
// lies in the range left at the end. Bytes after the end count as zero, so that trailing zeros are never sent.

const (
	// probBits is the precision of a probability; probability p means p/65,536 that the answer is no.
	probBits = 16
	// rangeLow: when the range is below it, a byte is settled and moves out.
	rangeLow = 1 << 24
)

// writer is the coder's writing half. The bytes in front of start are not its own.
type writer struct {
	out   []byte
	start int
	low   uint64 // below 1<<32 between decisions
	width uint32
	model [allContexts]uint16
}

// begin prepares for writing behind dst, with what m expects. A writer lives on its caller's stack.
func (w *writer) begin(dst []byte, m *model) {
	w.out, w.start, w.low, w.width = dst, len(dst), 0, ^uint32(0)
	copy(w.model[:], m[:])
}

// bit writes a decision of context c, which learns from it.
func (w *writer) bit(c context, yes bool) {
	p := &w.model[c]
	split := uint32(uint64(w.width) * uint64(*p) >> probBits)
	if yes {
		w.low += uint64(split)
		w.width -= split
		*p -= *p >> learning
	} else {
		w.width = split
		*p += (1<<probBits - 1 - *p) >> learning
	}
	if w.width < rangeLow {
		w.settle()
	}
}

// raw writes n bits, highest first, that nothing is known about.
func (w *writer) raw(v uint32, n int) {
	for n--; n >= 0; n-- {
		w.width >>= 1
		if v>>n&1 != 0 {
			w.low += uint64(w.width)
		}
		if w.width < rangeLow {
			w.settle()
		}
	}
}

// settle moves out the bytes that later decisions can change by a carry at most.
func (w *writer) settle() {
	w.carry()
	for w.width < rangeLow {
		w.out = append(w.out, byte(w.low>>24))
		w.low = w.low << 8 & (1<<32 - 1)
		w.width <<= 8
	}
}

// carry adds what ran over the top of low to the bytes already out.
func (w *writer) carry() {
	if w.low < 1<<32 {
		return
	}
	w.low -= 1 << 32
	for i := len(w.out) - 1; i >= w.start; i-- {
		if w.out[i]++; w.out[i] != 0 {
			return
		}
	}
}

// finish writes the number in [low, low+width) that ends in the most zeros, without those, and returns everything.
func (w *writer) finish() []byte {
	end := w.low + uint64(w.width)
	for zeros := 32; zeros >= 0; zeros-- {
		v := (w.low + 1<<zeros - 1) >> zeros << zeros
		if v < end {
			w.low = v
			break
		}
	}
	w.carry()
	out := append(w.out, byte(w.low>>24), byte(w.low>>16), byte(w.low>>8), byte(w.low))
	for len(out) > w.start && out[len(out)-1] == 0 {
		out = out[:len(out)-1]
	}
	return out
}

// reader is the coder's reading half. It cannot fail: every sequence of bytes is some sequence of decisions. What the
// decisions mean is for the decoders to judge, and they bound how many there can be.
type reader struct {
	in    []byte
	at    int  // may run past the end of in, where zeros follow
	skew  int  // how many bits of the byte at at are not its own
	wrong bool // a number had more bits than there are
	code  uint32
	low   uint32 // the writer's, which says where a block of bits ends
	width uint32
	model [allContexts]uint16
}

// begin prepares for reading all of b.
func (r *reader) begin(b []byte) {
	r.in, r.at, r.skew, r.code, r.low, r.width, r.wrong = b, 0, 0, 0, 0, ^uint32(0), false
	copy(r.model[:], untouched[:])
	for range 4 {
		r.shift()
	}
}

// bit reads a decision of context c, which learns from it.
func (r *reader) bit(c context) bool {
	p := &r.model[c]
	split := uint32(uint64(r.width) * uint64(*p) >> probBits)
	yes := r.code >= split
	if yes {
		r.code -= split
		r.low += split
		r.width -= split
		*p -= *p >> learning
	} else {
		r.width = split
		*p += (1<<probBits - 1 - *p) >> learning
	}
	for r.width < rangeLow {
		r.width <<= 8
		r.shift()
	}
	return yes
}

// raw reads n bits that nothing was known about, highest first.
func (r *reader) raw(n int) uint32 {
	var v uint32
	for range n {
		r.width >>= 1
		v <<= 1
		if r.code >= r.width {
			r.code -= r.width
			r.low += r.width
			v |= 1
		}
		for r.width < rangeLow {
			r.width <<= 8
			r.shift()
		}
	}
	return v
}

func (r *reader) shift() {
	r.code <<= 8
	r.low <<= 8
	if r.at < len(r.in) {
		r.code |= uint32(r.in[r.at] << r.skew)
		if r.at++; r.at < len(r.in) {
			r.code |= uint32(r.in[r.at] >> (8 - r.skew))
		}
		return
	}
	r.at++
}

// ended says that everything was needed: no byte is left over, and no zero was sent that would have been understood.
func (r *reader) ended() bool {
	return r.at >= len(r.in) && (len(r.in) == 0 || r.in[len(r.in)-1] != 0)
}
