package main

import (
	"fmt"
	"strings"

	"bankshot/game/wire"
)

// fragmentRows are about messages in pieces (section 5.4).
func fragmentRows() []rfcRow {
	hello := helloMessage()
	var eachByte [][]byte
	eachByte = append(eachByte, rfcFrame(opBinary, hello[:1]))
	for i := 1; i < len(hello)-1; i++ {
		eachByte = append(eachByte, rfcFrame(opCont, hello[i:i+1]))
	}
	eachByte = append(eachByte, rfcFrame(fin|opCont, hello[len(hello)-1:]))

	half := strings.Repeat("x", wire.MaxClientFrame/2)
	rows := []rfcRow{
		{"5.4", "two pieces", concat(rfcFrame(opBinary, hello[:5]), rfcFrame(fin|opCont, hello[5:])), heard()},
		{"5.4", "a piece for each byte", concat(eachByte...), heard()},
		{"5.4", "an empty first piece", concat(rfcFrame(opBinary, ""), rfcFrame(fin|opCont, hello)), heard()},
		{"5.4", "an empty last piece", concat(rfcFrame(opBinary, hello), rfcFrame(fin|opCont, "")), heard()},
		{"5.4", "an empty piece in the middle", concat(rfcFrame(opBinary, hello[:5]), rfcFrame(opCont, ""), rfcFrame(fin|opCont, hello[5:])), heard()},
		{"5.4", "all pieces empty", concat(rfcFrame(opBinary, ""), rfcFrame(opCont, ""), rfcFrame(fin|opCont, "")), fault(1007)},
		{"5.4", "a ping between pieces", concat(rfcFrame(opBinary, hello[:5]), rfcFrame(fin|opPing, "between"), rfcFrame(fin|opCont, hello[5:])), heard("between")},
		{"5.4", "an empty ping between pieces", concat(rfcFrame(opBinary, hello[:5]), rfcFrame(fin|opPing, ""), rfcFrame(fin|opCont, hello[5:])), heard("")},
		{"5.4", "a pong between pieces", concat(rfcFrame(opBinary, hello[:5]), rfcFrame(fin|opPong, "between"), rfcFrame(fin|opCont, hello[5:])), heard()},
		{
			"5.4", "pings between all pieces",
			concat(rfcFrame(fin|opPing, "0"), rfcFrame(opBinary, hello[:5]), rfcFrame(fin|opPing, "1"), rfcFrame(opCont, hello[5:6]),
				rfcFrame(fin|opPing, "2"), rfcFrame(fin|opPing, "3"), rfcFrame(fin|opCont, hello[6:])),
			heard("0", "1", "2", "3"),
		},
		{"5.4", "a ping after a first piece", concat(rfcFrame(opBinary, hello[:5]), rfcFrame(fin|opPing, "x")), still("x")},
		{"5.4", "a message in pieces that is none", concat(rfcFrame(opBinary, "\x00"), rfcFrame(fin|opCont, "\x00")), fault(1007)},

		{"5.4", "a last piece without a first", rfcFrame(fin|opCont, hello), fault(1002)},
		{"5.4", "a middle piece without a first", rfcFrame(opCont, hello), fault(1002)},
		{"5.4", "an empty piece without a first", rfcFrame(fin|opCont, ""), fault(1002)},
		{"5.4", "a piece after a last one", concat(rfcFrame(opBinary, "\x92\x06"), rfcFrame(fin|opCont, "\x01"), rfcFrame(fin|opCont, "")), fault(1008)},
		{"5.4", "a piece after a ping without a first", concat(rfcFrame(fin|opPing, "x"), rfcFrame(fin|opCont, "")), fault(1002, "x")},
		{"5.4", "a message within a message", concat(rfcFrame(opBinary, hello[:5]), rfcFrame(fin|opBinary, hello)), fault(1002)},
		{"5.4", "a first piece after a first piece", concat(rfcFrame(opBinary, hello[:5]), rfcFrame(opBinary, hello[5:])), fault(1002)},
		{"5.4", "a text within a message", concat(rfcFrame(opBinary, hello[:5]), rfcFrame(fin|opText, "x")), fault(1003)},
		{"5.4", "a message within a message after a ping", concat(rfcFrame(opBinary, ""), rfcFrame(fin|opPing, "x"), rfcFrame(fin|opBinary, hello)), fault(1002, "x")},
		{"5.4", "a close between pieces", concat(rfcFrame(opBinary, hello[:5]), closeFrame(1000, "")), echo(1000)},
		{"5.4", "a reserved opcode between pieces", concat(rfcFrame(opBinary, hello[:5]), rfcFrame(fin|0xB, "")), fault(1002)},

		{"10.4", "two pieces of the longest message there may be", concat(rfcFrame(opBinary, half), rfcFrame(fin|opCont, half)), fault(1007)},
		{"10.4", "two pieces one byte too long together", concat(rfcFrame(opBinary, half), rfcFrame(fin|opCont, half+"x")), fault(1009)},
		{"10.4", "three pieces one byte too long together", concat(rfcFrame(opBinary, half), rfcFrame(opCont, half), rfcFrame(fin|opCont, "x")), fault(1009)},
		{"10.4", "a short piece and one said to be 4 GiB long", concat(rfcFrame(opBinary, "x"), rfcHeader(fin|opCont, 64, 1<<32), sampleMask[:]), fault(1009)},
		{
			"10.4", "the sizes of two messages don't add up",
			concat(rfcFrame(fin|opPing, "x"), rfcFrame(opBinary, hello[:5]), rfcFrame(fin|opPing, strings.Repeat("p", 125)), rfcFrame(fin|opCont, hello[5:])),
			heard("x", strings.Repeat("p", 125)),
		},
	}
	for n := 1; n < len(hello); n += 3 {
		rows = append(rows, rfcRow{"5.4", fmt.Sprintf("two pieces, cut at byte %d", n), concat(rfcFrame(opBinary, hello[:n]), rfcFrame(fin|opCont, hello[n:])), heard()})
	}
	return rows
}
