package gateway

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"

	"bankshot/game/wire"
)

// header is a frame's, masked with zeros, for a payload of a length that may be a lie.
func header(first byte, length uint64) []byte {
	return append(binary.BigEndian.AppendUint64([]byte{first, 0xFF}, length), 0, 0, 0, 0)
}

// nested is an array in an array, and so on.
func nested(depth int) []byte {
	return append(bytes.Repeat([]byte{0x91}, depth), 0xC0)
}

func TestHostileFramesEndTheirOwnConnectionAndNothingElse(t *testing.T) {
	l := goLive(t, setup{})
	welcome := l.dial(QuickCode)
	code := welcome.join(wire.Token{}).Room
	by := l.bystander(code)
	by.isWell()

	binaryFrame := func(payload ...byte) []byte { return clientFrame(final|opBinary, payload) }
	pad := func(head []byte, n int) []byte { return append(head, make([]byte, n)...) }
	for _, c := range []struct {
		name  string
		joins bool // says Hello first
		send  []byte
		bye   wire.ByeCode
		close uint16
	}{
		{"a length that is negative as an int", false, append(header(0x82, 0xFFFF_FFFF_FFFF_FFF0), 0, 0, 0, 0), wire.ByeMessage, closeProtocol},
		{"a negative length from somebody with a seat", true, append(header(0x82, 0xFFFF_FFFF_FFFF_FFF0), 0, 0, 0, 0), wire.ByeMessage, closeProtocol},
		{"the most negative length", true, header(0x82, 1<<63), wire.ByeMessage, closeProtocol},
		{"a negative length in a later piece", true, append(clientFrame(opBinary, []byte{1}), header(0x80, 1<<63+1)...), wire.ByeMessage, closeProtocol},
		{"a length of eight exbibytes less one", true, header(0x82, 1<<63-1), wire.ByeMessage, closeTooLarge},
		{"a frame one byte too long", true, clientFrame(0x82, make([]byte, wire.MaxClientFrame+1))[:8], wire.ByeMessage, closeTooLarge},
		{
			"pieces too long together", true,
			slices.Concat(clientFrame(opBinary, make([]byte, 5000)), clientFrame(final, make([]byte, 5000))), wire.ByeMessage, closeTooLarge,
		},
		{"a text frame", true, clientFrame(0x81, []byte("hello")), wire.ByeMessage, closeUnsupported},
		{"a text frame in place of Hello", false, clientFrame(0x81, []byte("hello")), wire.ByeMessage, closeUnsupported},
		{"a frame that is not masked", true, []byte{0x82, 1, 0x90}, wire.ByeMessage, closeProtocol},
		{"a reserved bit", true, clientFrame(0xC2, []byte{0x90}), wire.ByeMessage, closeProtocol},
		{"a piece of nothing", true, clientFrame(0x80, []byte{1}), wire.ByeMessage, closeProtocol},
		{"a ping in pieces", true, clientFrame(0x09, nil), wire.ByeMessage, closeProtocol},

		{"nothing at all", true, binaryFrame(), wire.ByeMessage, closeInvalid},
		{"an array of four billion", true, binaryFrame(0xDD, 0xFF, 0xFF, 0xFF, 0xFF), wire.ByeMessage, closeInvalid},
		{"a map of four billion", false, binaryFrame(0x92, 0x01, 0xDF, 0xFF, 0xFF, 0xFF, 0xFF), wire.ByeMessage, closeInvalid},
		{"four gigabytes of name", false, binaryFrame(0x96, 0x01, 0x01, 0x01, 0xDB, 0xFF, 0xFF, 0xFF, 0xFF), wire.ByeMessage, closeInvalid},
		{"arrays eight thousand deep", true, clientFrame(final|opBinary, nested(wire.MaxClientFrame-1)), wire.ByeMessage, closeInvalid},
		{"an extension type", true, binaryFrame(0x92, 0x02, 0xD4, 0x01, 0x00), wire.ByeMessage, closeInvalid},
		{"eight thousand nils", true, clientFrame(final|opBinary, pad([]byte{0xDC, 0x1F, 0xFD, 0x02}, 0x1FFC)), wire.ByeMessage, closeInvalid},
		{"seventeen messages", true, clientFrame(final|opBinary, bytes.Repeat(wire.AppendPing(nil, &wire.Ping{Nonce: 1}), 17)), wire.ByeMessage, closeInvalid},
		{"half a Hello", false, clientFrame(final|opBinary, hello(wire.Token{})[:9]), wire.ByeMessage, closeInvalid},
		{"bytes after a message", true, clientFrame(final|opBinary, append(wire.AppendPing(nil, &wire.Ping{Nonce: 1}), 0xC1)), wire.ByeMessage, closeInvalid},

		{"a message that there is not", true, binaryFrame(0x91, 0x1F), wire.ByeMessage, closeProtocol},
		{"a message that only servers send", true, clientFrame(final|opBinary, wire.AppendPong(nil, &wire.Pong{})), wire.ByeMessage, closeProtocol},
		{"an Input without a seat", false, clientFrame(final|opBinary, wire.AppendInput(nil, &wire.Input{})), wire.ByeMessage, closePolicy},
		{"a second Hello", true, clientFrame(final|opBinary, hello(wire.Token{})), wire.ByeMessage, closePolicy},
		{"another protocol", false, clientFrame(final|opBinary, wire.AppendHello(nil, &wire.Hello{Protocol: wire.Protocol + 1, Rules: stageRules, Presence: wire.PresenceHere})), wire.ByeProtocol, wire.ByeProtocol.Close()},
		{"other rules", false, clientFrame(final|opBinary, wire.AppendHello(nil, &wire.Hello{Protocol: wire.Protocol, Rules: stageRules + 1, Presence: wire.PresenceHere})), wire.ByeRules, wire.ByeRules.Close()},

		{"a flood of pings", true, bytes.Repeat(clientFrame(0x89, []byte("x")), framesBurst+40), wire.ByeFlood, closePolicy},
		{"a flood of pongs", true, bytes.Repeat(clientFrame(0x8A, nil), framesBurst+40), wire.ByeFlood, closePolicy},
		{
			"a flood of comings and goings", true,
			bytes.Repeat(clientFrame(final|opBinary, bytes.Repeat(wire.AppendPresence(nil, &wire.SetPresence{Presence: wire.PresenceAway}), 11)), 2), wire.ByeFlood, closePolicy,
		},
		{
			"a flood of empty pieces", true,
			append(clientFrame(opBinary, nil), bytes.Repeat(clientFrame(0, nil), framesBurst+40)...), wire.ByeFlood, closePolicy,
		},
		{
			"a flood of bytes", true,
			bytes.Repeat(clientFrame(final|opBinary, wire.AppendCommand(nil, &wire.Command{N: 1, Data: make([]byte, wire.MaxCommand)})), 12),
			wire.ByeFlood, closePolicy,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			attacker := l.dial(code)
			attacker.tb = t
			if c.joins {
				attacker.join(wire.Token{})
			}
			// The server may close while a flood is still on its way.
			_, _ = attacker.conn.Write(c.send)
			bye, code := attacker.ending()
			if bye.Code != c.bye || code != c.close {
				t.Errorf("Bye %q (%s), close %d; want Bye %q, close %d", bye.Code, bye.Reason, code, c.bye, c.close)
			}
			if bye.Reason == "" {
				t.Error("the Bye gives no reason")
			}
			attacker.conn.Close()
			by.isWell()
		})
	}
	// None of them has left anything behind: there are only those who came in peace.
	waitFor(t, "the attackers' connections are gone", func() bool { _, n := l.gate.traffic(); return n == 2 })
}

func TestTwoHundredNegativeLengthsLeaveTheServerAlive(t *testing.T) {
	l := goLive(t, setup{})
	for range 200 {
		c := l.dial(QuickCode)
		c.write(append(header(0x82, 0xFFFF_FFFF_FFFF_FFF0), 1, 2, 3, 4))
		if _, code := c.ending(); code != closeProtocol {
			t.Fatalf("closed with %d", code)
		}
		c.conn.Close()
	}
	waitFor(t, "all of them are gone", func() bool { _, n := l.gate.traffic(); return n == 0 })
	l.dial(QuickCode).join(wire.Token{})
}
