package main

import (
	"fmt"
	"strings"
)

// controlRows are about pings and pongs, and control frames in general (section 5.5).
func controlRows() []rfcRow {
	long := strings.Repeat("x", 126)
	rows := []rfcRow{
		{"5.5.2", "a ping of every byte value", rfcFrame(fin|opPing, everyByte()[:125]), still(everyByte()[:125])},
		{"5.5.2", "a ping of the other byte values", rfcFrame(fin|opPing, everyByte()[131:]), still(everyByte()[131:])},
		{"5.5.2", "a ping of bytes that are no UTF-8", rfcFrame(fin|opPing, "\xff\xfe\x00"), still("\xff\xfe\x00")},
		{"5.5.2", "ten pings", concat(tenPings()...), still("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")},
		{"5.5.3", "an empty pong", rfcFrame(fin|opPong, ""), still()},
		{"5.5.3", "the longest pong", rfcFrame(fin|opPong, long[:125]), still()},
		{"5.5.3", "ten pongs and a ping", concat(concat(tenPongs()...), rfcFrame(fin|opPing, "x")), still("x")},
		{"5.5.3", "a pong in place of Hello and then Hello", concat(rfcFrame(fin|opPong, "x"), rfcFrame(fin|opBinary, helloMessage())), heard()},
		{"5.5", "a ping of 126 bytes", rfcFrame(fin|opPing, long), fault(1002)},
		{"5.5", "a pong of 126 bytes", rfcFrame(fin|opPong, long), fault(1002)},
		{"5.5", "a close frame of 126 bytes", rfcFrame(fin|opClosing, "\x03\xe8"+long[2:]), fault(1002)},
		{"5.5", "a ping of 1,000 bytes", rfcFrame(fin|opPing, strings.Repeat("x", 1000)), fault(1002)},
		{"5.5", "a ping said to be 65,536 bytes long", concat(rfcHeader(fin|opPing, 64, 65536), sampleMask[:]), fault(1002)},
		{"5.5", "a ping said to be of negative length", concat(rfcHeader(fin|opPing, 64, 1<<63), sampleMask[:]), fault(1002)},
		{"5.5", "a ping in pieces", concat(rfcFrame(opPing, "a"), rfcFrame(fin|opCont, "b")), fault(1002)},
		{"5.5", "an empty ping in pieces", rfcFrame(opPing, ""), fault(1002)},
		{"5.5", "a pong in pieces", rfcFrame(opPong, "a"), fault(1002)},
		{"5.5", "a close frame in pieces", concat(rfcFrame(opClosing, "\x03"), rfcFrame(fin|opCont, "\xe8")), fault(1002)},
		{"5.5", "a ping in pieces within a message", concat(rfcFrame(opBinary, "x"), rfcFrame(opPing, "a")), fault(1002)},
	}
	for _, n := range []int{0, 1, 2, 3, 4, 5, 7, 8, 63, 64, 65, 124, 125} {
		rows = append(rows, rfcRow{"5.5.2", fmt.Sprintf("a ping of %d bytes comes back as it was", n), rfcFrame(fin|opPing, long[:n]), still(long[:n])})
	}
	return rows
}

func everyByte() string {
	b := make([]byte, 256)
	for i := range b {
		b[i] = byte(i)
	}
	return string(b)
}

func tenPings() (frames [][]byte) {
	for i := range 10 {
		frames = append(frames, rfcFrame(fin|opPing, fmt.Sprint(i)))
	}
	return frames
}

func tenPongs() (frames [][]byte) {
	for i := range 10 {
		frames = append(frames, rfcFrame(fin|opPong, fmt.Sprint(i)))
	}
	return frames
}
