package main

import "fmt"

// framingRows are about a frame's first byte: reserved bits and opcodes (section 5.2).
func framingRows() []rfcRow {
	rows := []rfcRow{
		{"5.2", "a binary message", rfcFrame(fin|opBinary, helloMessage()), heard()},
		{"5.2", "a ping", rfcFrame(fin|opPing, "hello"), still("hello")},
		{"5.2", "a pong that nobody asked for", rfcFrame(fin|opPong, "hello"), still()},
		{"5.2", "two frames at once", concat(rfcFrame(fin|opPing, "one"), rfcFrame(fin|opPing, "two")), still("one", "two")},
		{"5.2", "what came before a fault is answered", concat(rfcFrame(fin|opPing, "first"), rfcFrame(fin|0x3, "")), fault(1002, "first")},
		{"5.2", "what comes after a fault is not", concat(rfcFrame(fin|0x3, ""), rfcFrame(fin|opPing, "last")), fault(1002)},
		{"5.2", "a fault after a message", concat(rfcFrame(fin|opBinary, helloMessage()), rfcFrame(fin|0x3, "")), heard()},
	}
	for op := byte(0x3); op <= 0xF; op++ {
		if op >= opClosing && op <= opPong {
			continue
		}
		kind := "control"
		if op < opClosing {
			kind = "data"
		}
		rows = append(rows,
			rfcRow{"5.2", fmt.Sprintf("reserved %s opcode %#x", kind, op), rfcFrame(fin|op, ""), fault(1002)},
			rfcRow{"5.2", fmt.Sprintf("reserved %s opcode %#x with a payload", kind, op), rfcFrame(fin|op, "payload"), fault(1002)},
			rfcRow{"5.2", fmt.Sprintf("reserved %s opcode %#x in pieces", kind, op), rfcFrame(op, "payload"), fault(1002)},
		)
	}
	for bits := byte(1); bits < 8; bits++ {
		rows = append(rows,
			rfcRow{"5.2", fmt.Sprintf("a message with the reserved bits %03b", bits), rfcFrame(fin|bits<<4|opBinary, helloMessage()), fault(1002)},
			rfcRow{"5.2", fmt.Sprintf("a ping with the reserved bits %03b", bits), rfcFrame(fin|bits<<4|opPing, "x"), fault(1002)},
		)
	}
	return append(rows,
		rfcRow{"5.2", "a reserved bit in a close frame", rfcFrame(fin|0x40|opClosing, "\x03\xe8"), fault(1002)},
		rfcRow{"5.2", "a reserved bit in a piece", concat(rfcFrame(opBinary, "\x91"), rfcFrame(fin|0x40|opCont, "\x01")), fault(1002)},
		rfcRow{"7.2.3", "a message as a compressing client sends it", rfcFrame(fin|0x40|opBinary, "\xaa\x56\x4a\x01\x00"), fault(1002)},
	)
}
