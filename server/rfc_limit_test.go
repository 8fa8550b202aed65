package main

import (
	"bytes"
	"strings"

	"bankshot/game/wire"
)

// limitRows are about what one connection may send (section 10.4), and what becomes of a message that nobody understands
// (section 7.4.1).
func limitRows() []rfcRow {
	many := func(frame []byte) []byte { return bytes.Repeat(frame, 400) }
	message := func(payload string) []byte { return rfcFrame(fin|opBinary, payload) }
	ping := string(wire.AppendPing(nil, &wire.Ping{Nonce: 1}))
	return []rfcRow{
		{"10.4", "a flood of empty pongs", many(rfcFrame(fin|opPong, "")), fault(1008)},
		{"10.4", "a flood of pongs", many(rfcFrame(fin|opPong, "x")), fault(1008)},
		{"10.4", "a flood of empty pieces", concat(rfcFrame(opBinary, ""), many(rfcFrame(opCont, ""))), fault(1008)},
		{"10.4", "a flood of small pieces", concat(rfcFrame(opBinary, ""), many(rfcFrame(opCont, "x"))), fault(1008)},
		{"10.4", "a hundred frames at once", concat(bytes.Repeat(rfcFrame(fin|opPong, ""), 100), rfcFrame(fin|opPing, "x")), still("x")},

		{"7.4.1", "a message that is not Hello, at first", message(ping), fault(1008)},
		{"7.4.1", "an Input at first", message(string(wire.AppendInput(nil, &wire.Input{First: 1}))), fault(1008)},
		{"7.4.1", "a message that only servers send", message(string(wire.AppendPong(nil, &wire.Pong{}))), fault(1008)},
		{"7.4.1", "half a Hello", message(helloMessage()[:7]), fault(1007)},
		{"7.4.1", "a Hello and a byte", message(helloMessage() + "\x00"), fault(1007)},
		{"7.4.1", "a Hello in a longer array", message("\x98" + helloMessage()[1:] + "\x01"), fault(1007)},
		{"7.4.1", "a Hello without its end", message("\x96" + helloMessage()[1:len(helloMessage())-1]), fault(1007)},
		{"7.4.1", "an array of four billion", message("\xdd\xff\xff\xff\xff\x01"), fault(1007)},
		{"7.4.1", "a map", message("\x81\x01\x01"), fault(1007)},
		{"7.4.1", "a map of four billion in a Hello", message("\x92\x01\xdf\xff\xff\xff\xff"), fault(1007)},
		{"7.4.1", "a string of four billion in a Hello", message("\x92\x01\xdb\xff\xff\xff\xff"), fault(1007)},
		{"7.4.1", "arrays in arrays", message(strings.Repeat("\x91", 4000)), fault(1007)},
		{"7.4.1", "an extension", message("\x92\x01\xd4\x01\x00"), fault(1007)},
		{"7.4.1", "the byte that msgpack never uses", message("\x92\x01\xc1"), fault(1007)},
		{"7.4.1", "seventeen messages", message(strings.Repeat(ping, 17)), fault(1007)},
		{"7.4.1", "sixteen messages", message(strings.Repeat(ping, 16)), fault(1008)},
		{"7.4.1", "a request of HTTP", []byte("GET / HTTP/1.1\r\nHost: game.test\r\n\r\n"), fault(1002)},
		{"7.4.1", "zeros", make([]byte, 64), fault(1002)},
		{"7.4.1", "ones", bytes.Repeat([]byte{0xFF}, 64), fault(1002)},
	}
}
