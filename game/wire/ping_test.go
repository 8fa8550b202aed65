package wire

import (
	"testing"

	"pgregory.net/rapid"
)

func goldenPing() Ping {
	return Ping{Nonce: 0xdeadbeef}
}

func TestPingHasTheseBytes(t *testing.T) {
	checkGolden[Ping](t, "9206cedeadbeef", AppendPing, goldenPing())
}

func TestPingComesBackAsItWentOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkSame[Ping](t, AppendPing, Ping{Nonce: rapid.Uint32().Draw(t, "nonce")})
	})
}

func FuzzPing(f *testing.F) { fuzz[Ping](f, AppendPing, goldenPing()) }
