package main

import (
	"fmt"
	"strings"

	"bankshot/game/wire"
)

// lengthRows are about masks and lengths (sections 5.1, 5.2, 5.3).
func lengthRows() []rfcRow {
	hello := helloMessage()
	rows := []rfcRow{
		{"5.1", "a message without a mask", append([]byte{fin | opBinary, byte(len(hello))}, hello...), fault(1002)},
		{"5.1", "a ping without a mask", []byte{fin | opPing, 1, 'x'}, fault(1002)},
		{"5.1", "an empty ping without a mask", []byte{fin | opPing, 0}, fault(1002)},
		{"5.1", "a close frame without a mask", []byte{fin | opClosing, 2, 3, 0xE8}, fault(1002)},
		{"5.1", "a mask at first and then none", concat(rfcFrame(fin|opPing, "x"), []byte{fin | opPing, 0}), fault(1002, "x")},
	}
	for _, mask := range [][4]byte{{}, {0xFF, 0xFF, 0xFF, 0xFF}, {1}, {0, 2}, {0, 0, 3}, {0, 0, 0, 4}, {0x80, 0x81, 0x82, 0x83}} {
		rows = append(rows,
			rfcRow{"5.3", fmt.Sprintf("a message under the mask % x", mask), rfcMasked(fin|opBinary, hello, mask), heard()},
			rfcRow{"5.3", fmt.Sprintf("a ping under the mask % x", mask), rfcMasked(fin|opPing, "abcdefghi", mask), still("abcdefghi")},
		)
	}
	// Each frame has a mask of its own.
	rows = append(rows, rfcRow{
		"5.3", "a mask for each piece",
		concat(rfcMasked(opBinary, hello[:3], [4]byte{1, 2, 3, 4}), rfcMasked(opCont, hello[3:4], [4]byte{9, 9, 9, 9}), rfcFrame(fin|opCont, hello[4:])),
		heard(),
	})

	// A message of any length is read to its end: what is found there is no message.
	for _, n := range []int{1, 2, 124, 125, 126, 127, 128, 255, 256, 1000, 1017, 1018, 1023, 1024, 1025, 4095, 4096, wire.MaxClientFrame - 1, wire.MaxClientFrame} {
		rows = append(rows, rfcRow{"5.2", fmt.Sprintf("a message of %d bytes that is none", n), rfcFrame(fin|opBinary, strings.Repeat("\x00", n)), fault(1007)})
	}
	for _, n := range []int{125, 126, 127, 1024, 4000} {
		rows = append(rows, rfcRow{"5.2", fmt.Sprintf("a sound message of %d bytes", n), rfcFrame(fin|opBinary, stranger(n)), fault(1008)})
	}
	rows = append(rows, rfcRow{"5.2", "an empty message", rfcFrame(fin|opBinary, ""), fault(1007)})

	// "The minimal number of bytes MUST be used to encode the length."
	for _, n := range []int{0, 1, 125} {
		payload := strings.Repeat("x", n)
		rows = append(rows,
			rfcRow{"5.2", fmt.Sprintf("%d bytes with a length of 16 bits", n), rfcSized(fin|opBinary, 16, payload, sampleMask), fault(1002)},
			rfcRow{"5.2", fmt.Sprintf("%d bytes with a length of 64 bits", n), rfcSized(fin|opBinary, 64, payload, sampleMask), fault(1002)},
			rfcRow{"5.5", fmt.Sprintf("a ping of %d bytes with a length of 16 bits", n), rfcSized(fin|opPing, 16, payload, sampleMask), fault(1002)},
		)
	}
	rows = append(rows,
		rfcRow{"5.2", "126 bytes with a length of 64 bits", rfcSized(fin|opBinary, 64, strings.Repeat("x", 126), sampleMask), fault(1002)},
		rfcRow{"5.2", "65,535 bytes with a length of 64 bits", concat(rfcHeader(fin|opBinary, 64, 65535), sampleMask[:]), fault(1002)},
	)
	// "The most significant bit MUST be 0."
	for _, n := range []uint64{1 << 63, 1<<63 + 1, 1<<64 - 16, 1<<64 - 1} {
		rows = append(rows,
			rfcRow{"5.2", fmt.Sprintf("a message of length %#x", n), concat(rfcHeader(fin|opBinary, 64, n), sampleMask[:], []byte("payload")), fault(1002)},
			rfcRow{"5.2", fmt.Sprintf("a piece of length %#x", n), concat(rfcFrame(opBinary, "x"), rfcHeader(opCont, 64, n), sampleMask[:]), fault(1002)},
		)
	}
	for _, n := range []uint64{65536, 1 << 31, 1<<31 - 1, 1 << 32, 1<<32 + 5, 1<<62 - 1, 1<<63 - 1} {
		rows = append(rows, rfcRow{"10.4", fmt.Sprintf("a message said to be %#x bytes long", n), concat(rfcHeader(fin|opBinary, 64, n), sampleMask[:]), fault(1009)})
	}
	return append(rows,
		rfcRow{"10.4", "a message said to be 65,535 bytes long", concat(rfcHeader(fin|opBinary, 16, 65535), sampleMask[:]), fault(1009)},
		rfcRow{"10.4", "a message one byte too long", concat(rfcHeader(fin|opBinary, 16, wire.MaxClientFrame+1), sampleMask[:]), fault(1009)},
		rfcRow{"10.4", "a message one byte too long, with all its bytes", rfcFrame(fin|opBinary, strings.Repeat("x", wire.MaxClientFrame+1)), fault(1009)},
	)
}
