package wire

import (
	"math"
	"unicode/utf8"

	"github.com/vmihailenco/msgpack/v5/msgpcode"
)

// Args are one message's elements after its number, out of a frame that was walked. They are read one after another by
// the message's Decode. The first error stays: later reads give zero values, done returns it.
type Args struct {
	b     []byte
	at    int
	start int // where the field being read begins
	left  int
	field int
	kind  Kind
	err   error
}

// expect begins the reading of a message: of that kind, with low..high fields.
func (a *Args) expect(k Kind, low, high int) {
	a.start = a.at
	switch {
	case a.kind != k:
		a.fail(ErrUnknown)
	case a.left < low || a.left > high:
		a.fail(ErrFields)
	}
}

// done ends the reading.
func (a *Args) done() error {
	if a.err == nil && a.left != 0 {
		a.fail(ErrFields)
	}
	return a.err
}

func (a *Args) fail(err error) {
	if a.err == nil {
		a.err = &Error{Err: err, Offset: a.start, Message: a.kind, Field: a.field}
	}
}

// next begins the next field and gives its code. The walker has seen to it that the whole field is there.
func (a *Args) next() (byte, bool) {
	if a.err != nil {
		return 0, false
	}
	if a.left == 0 || a.at >= len(a.b) {
		a.fail(ErrFields)
		return 0, false
	}
	a.left--
	a.field++
	a.start = a.at
	return a.b[a.at], true
}

// uint reads an unsigned integer of at most max, in any of msgpack's widths, signed ones included: other encoders
// choose differently.
func (a *Args) uint(max uint64) uint64 {
	v, negative := a.number()
	if a.err != nil {
		return 0
	}
	if negative || v > max {
		a.fail(ErrRange)
		return 0
	}
	return v
}

func (a *Args) uint8() uint8   { return uint8(a.uint(math.MaxUint8)) }
func (a *Args) uint16() uint16 { return uint16(a.uint(math.MaxUint16)) }
func (a *Args) uint32() uint32 { return uint32(a.uint(math.MaxUint32)) }

// int8 reads a signed integer that fits into a byte.
func (a *Args) int8() int8 {
	v, negative := a.number()
	if a.err != nil {
		return 0
	}
	if s := int64(v); negative && s < math.MinInt8 || !negative && v > math.MaxInt8 {
		a.fail(ErrRange)
		return 0
	}
	return int8(v)
}

// number reads an integer as 64 bits of two's complement, and whether it is negative.
func (a *Args) number() (v uint64, negative bool) {
	c, ok := a.next()
	if !ok {
		return 0, false
	}
	if c <= msgpcode.PosFixedNumHigh {
		a.at++
		return uint64(c), false
	}
	if c >= msgpcode.NegFixedNumLow {
		a.at++
		return uint64(int64(int8(c))), true
	}
	switch c {
	case msgpcode.Uint8:
		return a.big(1), false
	case msgpcode.Uint16:
		return a.big(2), false
	case msgpcode.Uint32:
		return a.big(4), false
	case msgpcode.Uint64:
		return a.big(8), false
	case msgpcode.Int8:
		s := int64(int8(a.big(1)))
		return uint64(s), s < 0
	case msgpcode.Int16:
		s := int64(int16(a.big(2)))
		return uint64(s), s < 0
	case msgpcode.Int32:
		s := int64(int32(a.big(4)))
		return uint64(s), s < 0
	case msgpcode.Int64:
		s := int64(a.big(8))
		return uint64(s), s < 0
	default:
		a.fail(ErrType)
		return 0, false
	}
}

// bool reads a boolean.
func (a *Args) bool() bool {
	c, ok := a.next()
	if !ok {
		return false
	}
	if c != msgpcode.True && c != msgpcode.False {
		a.fail(ErrType)
		return false
	}
	a.at++
	return c == msgpcode.True
}

// bin reads low..high bytes. The slice is the frame's own memory.
func (a *Args) bin(low, high int) []byte {
	c, ok := a.next()
	if !ok {
		return nil
	}
	var n uint64
	switch c {
	case msgpcode.Bin8:
		n = a.big(1)
	case msgpcode.Bin16:
		n = a.big(2)
	case msgpcode.Bin32:
		n = a.big(4)
	default:
		a.fail(ErrType)
		return nil
	}
	return a.take(n, low, high)
}

// str reads UTF-8 of at most max bytes. It is copied: names and reasons outlive their frame.
func (a *Args) str(max int) string {
	c, ok := a.next()
	if !ok {
		return ""
	}
	var n uint64
	switch {
	case msgpcode.IsFixedString(c):
		n = uint64(c & msgpcode.FixedStrMask)
		a.at++
	case c == msgpcode.Str8:
		n = a.big(1)
	case c == msgpcode.Str16:
		n = a.big(2)
	case c == msgpcode.Str32:
		n = a.big(4)
	default:
		a.fail(ErrType)
		return ""
	}
	b := a.take(n, 0, max)
	if !utf8.Valid(b) {
		a.fail(ErrUTF8)
		return ""
	}
	return string(b)
}

// big steps over the code and reads n bytes, big end first.
func (a *Args) big(n int) uint64 {
	if n >= len(a.b)-a.at {
		a.fail(ErrTruncated)
		return 0
	}
	var v uint64
	for _, b := range a.b[a.at+1 : a.at+1+n] {
		v = v<<8 | uint64(b)
	}
	a.at += 1 + n
	return v
}

// take gives the next n bytes if they are low..high many.
func (a *Args) take(n uint64, low, high int) []byte {
	if a.err != nil {
		return nil
	}
	if n < uint64(low) || n > uint64(high) {
		a.fail(ErrLength)
		return nil
	}
	if n > uint64(len(a.b)-a.at) {
		a.fail(ErrTruncated)
		return nil
	}
	b := a.b[a.at : a.at+int(n) : a.at+int(n)]
	a.at += int(n)
	return b
}
