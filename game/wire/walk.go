package wire

import "github.com/vmihailenco/msgpack/v5/msgpcode"

// Limits are what the walker holds a frame to.
type Limits struct {
	Frame, Arrays, Depth, Elements int
}

// FromClient are the limits for frames that a server receives.
func FromClient() Limits {
	return Limits{Frame: MaxClientFrame, Arrays: MaxArrays, Depth: MaxDepth, Elements: MaxElements}
}

// FromServer are the limits for frames that a client receives.
func FromServer() Limits {
	return Limits{Frame: MaxServerFrame, Arrays: MaxArrays, Depth: MaxDepth, Elements: MaxElements}
}

// Messages are the messages of one frame whose structure has been found sound. The zero value is empty; Open fills it
// again and again without allocating. It refers to the frame's bytes and is valid as long as they are.
type Messages struct {
	frame []byte
	spans [MaxArrays]span
	n, i  int
}

// span is where one message lies: its elements after the number, and how many they are.
type span struct {
	at, end int32
	fields  int32
	kind    Kind
}

// Open walks the whole frame before anything of it is used, so that a frame is taken whole or not at all.
func (m *Messages) Open(frame []byte, lim Limits) error {
	m.n, m.i, m.frame = 0, 0, frame
	n, err := walk(frame, lim, &m.spans)
	if err != nil {
		m.frame = nil
		return err
	}
	m.n = n
	return nil
}

// Next gives the next message: its number and the arguments for its Decode. It says false after the last.
func (m *Messages) Next() (Kind, Args, bool) {
	if m.i >= m.n {
		return 0, Args{}, false
	}
	s := &m.spans[m.i]
	m.i++
	return s.kind, Args{b: m.frame[:s.end], at: int(s.at), left: int(s.fields), kind: s.kind}, true
}

// Len is the number of messages in the frame.
func (m *Messages) Len() int { return m.n }

// walk checks a frame's structure: 1 to lim.Arrays arrays, each beginning with a message's number; depth, number of
// values and every length against what is there; no maps, no extensions. It neither allocates nor recurses. spans are where
// the arrays lie, of which it returns the number.
func walk(frame []byte, lim Limits, spans *[MaxArrays]span) (int, error) {
	if len(frame) == 0 {
		return 0, &Error{Err: ErrEmpty}
	}
	if len(frame) > lim.Frame {
		return 0, &Error{Err: ErrFrameSize, Offset: lim.Frame}
	}
	w := walker{b: frame, depth: min(lim.Depth, MaxDepth), elements: lim.Elements}
	n := 0
	for w.at < len(frame) {
		if n == min(lim.Arrays, MaxArrays) {
			return 0, &Error{Err: ErrArrays, Offset: w.at}
		}
		if err := w.message(&spans[n]); err != nil {
			return 0, &Error{Err: err, Offset: w.at}
		}
		n++
	}
	return n, nil
}

// walker goes over a frame once, from left to right. When it finds fault, at is where.
type walker struct {
	b        []byte
	at       int
	depth    int
	elements int // how many values may still come
}

// message walks one array and notes where its fields lie.
func (w *walker) message(s *span) error {
	c := w.b[w.at]
	if !msgpcode.IsFixedArray(c) && c != msgpcode.Array16 && c != msgpcode.Array32 {
		return ErrNotArray
	}
	count, err := w.value()
	if err != nil {
		return err
	}
	if count == 0 {
		return ErrNumber
	}
	number := w.at
	if _, err := w.value(); err != nil {
		return err
	}
	switch c := w.b[number]; {
	case c <= msgpcode.PosFixedNumHigh:
		s.kind = Kind(c)
	case c == msgpcode.Uint8:
		s.kind = Kind(w.b[number+1])
	default:
		w.at = number
		return ErrNumber
	}
	s.at, s.fields = int32(w.at), int32(count-1)
	// left holds how many values each open array still lacks; its length is the limit on depth.
	var left [MaxDepth]int
	left[0] = count - 1
	for open := 1; open > 0; {
		if left[open-1] == 0 {
			open--
			continue
		}
		left[open-1]--
		inner, err := w.value()
		if err != nil {
			return err
		}
		if inner == 0 {
			continue
		}
		if open == w.depth {
			return ErrDepth
		}
		left[open] = inner
		open++
	}
	s.end = int32(w.at)
	return nil
}

// value steps over one value, or over the header of an array, whose number of values it returns.
func (w *walker) value() (int, error) {
	if w.at >= len(w.b) {
		return 0, ErrTruncated
	}
	if w.elements--; w.elements < 0 {
		return 0, ErrElements
	}
	c := w.b[w.at]
	var size, header uint64
	switch {
	case c <= msgpcode.PosFixedNumHigh, c >= msgpcode.NegFixedNumLow:
		w.at++
		return 0, nil
	case msgpcode.IsFixedArray(c):
		return w.array(1, uint64(c&msgpcode.FixedArrayMask))
	case msgpcode.IsFixedString(c):
		header, size = 1, uint64(c&msgpcode.FixedStrMask)
	case msgpcode.IsFixedMap(c):
		return 0, ErrMap
	default:
		var err error
		switch c {
		case msgpcode.Nil, msgpcode.False, msgpcode.True:
			header = 1
		case msgpcode.Uint8, msgpcode.Int8:
			header = 2
		case msgpcode.Uint16, msgpcode.Int16:
			header = 3
		case msgpcode.Uint32, msgpcode.Int32, msgpcode.Float:
			header = 5
		case msgpcode.Uint64, msgpcode.Int64, msgpcode.Double:
			header = 9
		case msgpcode.Bin8, msgpcode.Str8:
			header = 2
			size, err = w.length(1)
		case msgpcode.Bin16, msgpcode.Str16:
			header = 3
			size, err = w.length(2)
		case msgpcode.Bin32, msgpcode.Str32:
			header = 5
			size, err = w.length(4)
		case msgpcode.Array16, msgpcode.Array32:
			bytes := 2
			if c == msgpcode.Array32 {
				bytes = 4
			}
			count, err := w.length(bytes)
			if err != nil {
				return 0, err
			}
			return w.array(1+bytes, count)
		case msgpcode.Map16, msgpcode.Map32:
			return 0, ErrMap
		case 0xc1:
			return 0, ErrReserved
		default:
			return 0, ErrExt
		}
		if err != nil {
			return 0, err
		}
	}
	if header+size > uint64(len(w.b)-w.at) {
		return 0, ErrTruncated
	}
	w.at += int(header + size)
	return 0, nil
}

// array steps over an array's header. Each value takes a byte at least, so that no count can promise more than is there.
func (w *walker) array(header int, count uint64) (int, error) {
	if uint64(header)+count > uint64(len(w.b)-w.at) {
		return 0, ErrTruncated
	}
	w.at += header
	return int(count), nil
}

// length reads the big-endian length in the n bytes after the code.
func (w *walker) length(n int) (uint64, error) {
	if n >= len(w.b)-w.at {
		return 0, ErrTruncated
	}
	var v uint64
	for _, b := range w.b[w.at+1 : w.at+1+n] {
		v = v<<8 | uint64(b)
	}
	return v, nil
}
