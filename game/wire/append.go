package wire

import (
	"encoding/binary"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/vmihailenco/msgpack/v5/msgpcode"
)

// The appenders write msgpack's shortest form. They are written out rather than left to the library's Encoder because
// that needs an io.Writer and a pool; these need nothing, and run once for every player and snapshot.

// appendHead begins a message with so many fields after its number.
func appendHead(dst []byte, k Kind, fields int) []byte {
	return append(dst, msgpcode.FixedArrayLow|byte(1+fields), byte(k))
}

func appendUint(dst []byte, v uint64) []byte {
	switch {
	case v <= uint64(msgpcode.PosFixedNumHigh):
		return append(dst, byte(v))
	case v <= math.MaxUint8:
		return append(dst, msgpcode.Uint8, byte(v))
	case v <= math.MaxUint16:
		return binary.BigEndian.AppendUint16(append(dst, msgpcode.Uint16), uint16(v))
	case v <= math.MaxUint32:
		return binary.BigEndian.AppendUint32(append(dst, msgpcode.Uint32), uint32(v))
	default:
		return binary.BigEndian.AppendUint64(append(dst, msgpcode.Uint64), v)
	}
}

func appendInt8(dst []byte, v int8) []byte {
	if v >= -32 {
		return append(dst, byte(v))
	}
	return append(dst, msgpcode.Int8, byte(v))
}

func appendBool(dst []byte, v bool) []byte {
	if v {
		return append(dst, msgpcode.True)
	}
	return append(dst, msgpcode.False)
}

// appendStr writes at most max bytes of s, cut between two characters: a reason made from an error may be long. What
// is not UTF-8 becomes U+FFFD, because the other side would refuse the whole message.
func appendStr(dst []byte, s string, max int) []byte {
	s = clip(s, max)
	switch n := len(s); {
	case n < 32:
		dst = append(dst, msgpcode.FixedStrLow|byte(n))
	case n <= math.MaxUint8:
		dst = append(dst, msgpcode.Str8, byte(n))
	default:
		dst = binary.BigEndian.AppendUint16(append(dst, msgpcode.Str16), uint16(n))
	}
	return append(dst, s...)
}

// AppendBin writes bytes with their msgpack header. Rooms use it to write the part of a Delta that all seats share.
func AppendBin(dst, b []byte) []byte { return append(AppendBinHead(dst, len(b)), b...) }

// AppendBinHead writes the msgpack header of so many bytes, which must follow.
func AppendBinHead(dst []byte, n int) []byte {
	switch {
	case n <= math.MaxUint8:
		return append(dst, msgpcode.Bin8, byte(n))
	case n <= math.MaxUint16:
		return binary.BigEndian.AppendUint16(append(dst, msgpcode.Bin16), uint16(n))
	default:
		return binary.BigEndian.AppendUint32(append(dst, msgpcode.Bin32), uint32(n))
	}
}

// clip makes s valid UTF-8 of at most max bytes.
func clip(s string, max int) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	if len(s) <= max {
		return s
	}
	for max > 0 && !utf8.RuneStart(s[max]) {
		max--
	}
	return s[:max]
}
