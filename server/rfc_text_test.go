package main

import (
	"fmt"
	"strings"

	"bankshot/game/wire"
)

// textRows are about text frames, which this protocol has none of, and about UTF-8 (sections 5.6, 8.1).
func textRows() []rfcRow {
	rows := []rfcRow{
		{"5.6", "a text", rfcFrame(fin|opText, "hello"), fault(1003)},
		{"5.6", "an empty text", rfcFrame(fin|opText, ""), fault(1003)},
		{"5.6", "a Hello as a text", rfcFrame(fin|opText, helloMessage()), fault(1003)},
		{"5.6", "a text in pieces", concat(rfcFrame(opText, "hel"), rfcFrame(fin|opCont, "lo")), fault(1003)},
		{"5.6", "a text after a ping", concat(rfcFrame(fin|opPing, "x"), rfcFrame(fin|opText, "hello")), fault(1003, "x")},
		{"5.6", "a text that is too long", concat(rfcHeader(fin|opText, 64, 1<<40), sampleMask[:]), fault(1003)},
		{"8.1", "a text whose letters are cut apart", concat(rfcFrame(opText, "\xe2\x82"), rfcFrame(fin|opCont, "\xac")), fault(1003)},
	}
	for _, bad := range []string{"\xff", "\x80", "\xc0\x80", "\xe2\x82", "\xed\xa0\x80", "\xf8\x88\x80\x80\x80", "\xf4\x90\x80\x80", "abc\xffdef"} {
		rows = append(rows,
			rfcRow{"8.1", fmt.Sprintf("the text %q", bad), rfcFrame(fin|opText, bad), fault(1003)},
			rfcRow{"8.1", fmt.Sprintf("the text %q in pieces", bad), concat(rfcFrame(opText, bad[:1]), rfcFrame(fin|opCont, bad[1:])), fault(1003)},
			rfcRow{"8.1", fmt.Sprintf("a message with the name %q", bad), rfcFrame(fin|opBinary, helloNamed(bad)), fault(1007)},
		)
	}
	for _, good := range []string{"κόσμε", "\U0010FFFF", "\x00", "日本語"} {
		rows = append(rows, rfcRow{"8.1", fmt.Sprintf("a message with the name %q", good), rfcFrame(fin|opBinary, helloNamed(good)), heard()})
	}
	return rows
}

// helloNamed is a Hello with a name of any bytes: our own writer would mend them.
func helloNamed(name string) string {
	place := strings.Repeat("?", len(name))
	hello := wire.AppendHello(nil, &wire.Hello{Protocol: wire.Protocol, Name: place, Presence: wire.PresenceWatching})
	return strings.Replace(string(hello), place, name, 1)
}
