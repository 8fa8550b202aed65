package main

import (
	"fmt"
	"strings"
)

// closeRows are about the close handshake and its codes (sections 5.5.1, 7.1, 7.4).
func closeRows() []rfcRow {
	rows := []rfcRow{
		{"5.5.1", "a close without a code", rfcFrame(fin|opClosing, ""), echo(0)},
		{"5.5.1", "a close with half a code", rfcFrame(fin|opClosing, "\x03"), echo(1002)},
		{"5.5.1", "a close with half a code of zero", rfcFrame(fin|opClosing, "\x00"), echo(1002)},
		{"5.5.1", "a close with a reason", closeFrame(1000, "I am done"), echo(1000)},
		{"5.5.1", "a close with the longest reason there may be", closeFrame(1000, strings.Repeat("x", 123)), echo(1000)},
		{"5.5.1", "a close with a reason in other letters", closeFrame(1000, "прощай, до свидания 👋"), echo(1000)},
		{"5.5.1", "a close under another mask", rfcMasked(fin|opClosing, "\x0f\xa0bye", [4]byte{0xFF, 0, 0xAA, 0x55}), echo(4000)},
		{"5.5.1", "a close without a mask of use", rfcMasked(fin|opClosing, "\x03\xe8", [4]byte{}), echo(1000)},
		{"5.5.1", "a ping before the close", concat(rfcFrame(fin|opPing, "x"), closeFrame(1000, "")), echo(1000, "x")},
		{"5.5.1", "a ping after the close", concat(closeFrame(1000, ""), rfcFrame(fin|opPing, "x")), echo(1000)},
		{"5.5.1", "a message after the close", concat(closeFrame(1000, ""), rfcFrame(fin|opBinary, helloMessage())), echo(1000)},
		{"5.5.1", "a second close", concat(closeFrame(1001, ""), closeFrame(1000, "")), echo(1001)},
		{"5.5.1", "a fault after the close", concat(closeFrame(1000, ""), []byte{0xFF, 0xFF, 0xFF, 0xFF}), echo(1000)},
		{"5.5.1", "a thousand bytes after the close", concat(closeFrame(1000, ""), []byte(strings.Repeat("\x00", 1000))), echo(1000)},
		{"7.1.1", "both sides close", concat(rfcFrame(fin|opBinary, helloMessage()), closeFrame(1000, "")), heard()},
		{"7.1.1", "both sides close, the server for a fault", concat(rfcFrame(fin|0x3, ""), closeFrame(1000, "")), fault(1002)},

		{"8.1", "a reason that is no UTF-8", closeFrame(1000, "\xff"), echo(1007)},
		{"8.1", "a reason that ends within a letter", closeFrame(1000, "abc\xe2\x82"), echo(1007)},
		{"8.1", "a reason with half a surrogate pair", closeFrame(1000, "\xed\xa0\x80"), echo(1007)},
		{"8.1", "a reason with a letter in more bytes than it needs", closeFrame(1000, "\xc0\xaf"), echo(1007)},
		{"8.1", "a reason with a letter beyond the last", closeFrame(1000, "\xf4\x90\x80\x80"), echo(1007)},
		{"8.1", "a reason with a lone continuation", closeFrame(1000, "a\x80b"), echo(1007)},
		{"8.1", "a reason with the last letter there is", closeFrame(1000, "\xf4\x8f\xbf\xbf"), echo(1000)},
		{"8.1", "a reason of zeros", closeFrame(1000, "\x00\x00"), echo(1000)},
	}
	for _, code := range []int{1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4003, 4999} {
		rows = append(rows,
			rfcRow{"7.4", fmt.Sprintf("the code %d", code), closeFrame(code, ""), echo(code)},
			rfcRow{"7.4", fmt.Sprintf("the code %d with a reason", code), closeFrame(code, "because"), echo(code)},
		)
	}
	for _, code := range []int{0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 9999, 65535} {
		rows = append(rows,
			rfcRow{"7.4", fmt.Sprintf("the code %d, which nobody may send", code), closeFrame(code, ""), echo(1002)},
			rfcRow{"7.4", fmt.Sprintf("the code %d, which nobody may send, with a reason", code), closeFrame(code, "because"), echo(1002)},
		)
	}
	return rows
}
