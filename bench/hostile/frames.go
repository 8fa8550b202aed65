package hostile

import (
	"bytes"
	"encoding/binary"
	"slices"

	"bankshot/game/wire"
)

const (
	final    = 0x80
	opText   = 0x1
	opBinary = 0x2
	opClose  = 0x8
	opPing   = 0x9
	opPong   = 0xA
)

// frame is a whole binary frame, as it should be.
func frame(payload []byte) []byte { return framed(final|opBinary, payload) }

// framed is a frame with any first byte. Its mask is zero, which saves attackers the work.
func framed(first byte, payload []byte) []byte {
	var f []byte
	switch n := len(payload); {
	case n < 126:
		f = []byte{first, 0x80 | byte(n)}
	case n <= 0xFFFF:
		f = binary.BigEndian.AppendUint16([]byte{first, 0x80 | 126}, uint16(n))
	default:
		f = promised(first, uint64(n))[:10]
	}
	return append(append(f, 0, 0, 0, 0), payload...)
}

// promised is a header, mask included, with a length of 64 bits that may be a lie.
func promised(first byte, n uint64) []byte {
	return append(binary.BigEndian.AppendUint64([]byte{first, 0x80 | 127}, n), 0, 0, 0, 0)
}

// Frame is one way to be malformed.
type Frame struct {
	Name string
	// Bytes are sent as they are, after the handshake or after Hello.
	Bytes []byte
}

// Malformed are frames that break the rules of WebSocket, and messages that break ours: one of every kind.
func Malformed() []Frame {
	rep := bytes.Repeat
	all := []Frame{
		{"a length with its top bit set", append(promised(final|opBinary, 1<<64-16), 1, 2, 3, 4)},
		{"the largest length", promised(final|opBinary, 1<<63-1)},
		{"a frame of 65,536 bytes", promised(final|opBinary, 1<<16)},
		{"a length in too many bytes", append(promised(final|opBinary, 3), 0x92, 0x06, 0x01)},
		{"a frame without a mask", []byte{final | opBinary, 3, 0x92, 0x06, 0x01}},
		{"a text", framed(final|opText, []byte("hello"))},
		{"a text that is no UTF-8", framed(final|opText, []byte{0xFF, 0xFE})},
		{"a piece of nothing", framed(final, []byte{1})},
		{"a message within a message", slices.Concat(framed(opBinary, []byte{1}), frame([]byte{1}))},
		{"pieces too long together", slices.Concat(framed(opBinary, make([]byte, 5000)), framed(final, make([]byte, 5000)))},
		{"a ping in pieces", framed(opPing, nil)},
		{"a ping of 126 bytes", framed(final|opPing, make([]byte, 126))},
		{"a close of one byte", framed(final|opClose, []byte{3})},
		{"a close with the code 1005", framed(final|opClose, []byte{0x03, 0xED})},
		{"a close with a reason that is no UTF-8", framed(final|opClose, []byte{0x03, 0xE8, 0xC0, 0x80})},
		{"a flood of pings", rep(framed(final|opPing, []byte("x")), 300)},
		{"a flood of empty pieces", append(framed(opBinary, nil), rep(framed(0, nil), 300)...)},
		{"not a frame at all", []byte("GET / HTTP/1.1\r\nHost: bankshot\r\n\r\n")},
	}
	for op := byte(3); op <= 0xF; op++ {
		if op < opClose || op > opPong {
			all = append(all, Frame{"a reserved opcode", framed(final|op, []byte("x"))})
		}
	}
	for bits := byte(1); bits < 8; bits++ {
		all = append(all, Frame{"reserved bits", framed(final|bits<<4|opBinary, []byte("x"))})
	}
	for _, m := range messages() {
		all = append(all, Frame{m.Name, frame(m.Bytes)})
	}
	return all
}

// messages are what the walker and the decoders have to refuse.
func messages() []Frame {
	rep := bytes.Repeat
	ping := wire.AppendPing(nil, &wire.Ping{Nonce: 1})
	return []Frame{
		{"nothing", nil},
		{"an array of four billion", []byte("\xdd\xff\xff\xff\xff\x01")},
		{"an array of four billion in an array", []byte("\x92\x01\xdd\xff\xff\xff\xff\x01\x01")},
		{"a map of 16 million", []byte("\x92\x01\xdf\x01\x00\x00\x00\x01\x01")},
		{"nested maps", append([]byte{0x92, 1}, rep([]byte("\xde\xff\xff"), 1300)...)},
		{"nested arrays", append([]byte{0x92, 1}, rep([]byte{0x91}, 4<<10)...)},
		{"only nested arrays", rep([]byte{0x91}, wire.MaxClientFrame)},
		{"a wide array", append([]byte{0xdc, 0x10, 0x00}, rep([]byte{1}, 4096)...)},
		{"a bin of four billion", []byte("\x92\x01\xc6\xff\xff\xff\xff\x01\x01")},
		{"a string of four billion", []byte("\x92\x01\xdb\xff\xff\xff\xff\x01\x01")},
		{"a number cut off", []byte("\x92\x01\xcf\x01")},
		{"an ext of four billion", []byte("\x92\x01\xc9\xff\xff\xff\xff\x01\x01")},
		{"a timestamp", []byte("\x92\x01\xd6\xff\x00\x00\x00\x00")},
		{"the byte that is never used", []byte("\x92\x01\xc1")},
		{"too many messages", rep(ping, wire.MaxArrays+1)},
		{"an array of nothing", []byte("\x90")},
		{"a number that is too large", []byte("\x92\xcd\x00\x06\x01")},
		{"bytes behind a message", append(slices.Clone(ping), 0xC1)},
		{"a message that there is not", []byte{0x91, 0x1F}},
		{"a message that only servers send", wire.AppendPong(nil, &wire.Pong{})},
		{"a second Hello", hello(0, wire.Token{}, wire.PresenceHere)},
		{"an Input of three ticks", []byte("\x97\x02\x01\x01\x01\xc4\x01\x00\xc4\x01\x00\xc4\x01\x00")},
		{"an Input with a payload too long", append([]byte("\x95\x02\x01\x01\x01\xc4\x09"), make([]byte, 9)...)},
		{"an Input of negative numbers", []byte("\x94\x02\xff\xff\xff")},
		{"an Input of fractions", []byte("\x94\x02\xcb\x3f\xf8\x00\x00\x00\x00\x00\x00\x01\x01")},
		{"a presence that there is not", []byte("\x93\x04\x09\xa1x")},
		{"a name that is no UTF-8", []byte("\x93\x04\x02\xa2\xff\xfe")},
		{"a name that is too long", append([]byte("\x93\x04\x02\xd9\xc8"), rep([]byte{'x'}, 200)...)},
		{"a command of nothing", []byte("\x93\x03\x01\xc4\x00")},
	}
}
