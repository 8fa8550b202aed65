package wire

import (
	"testing"

	"pgregory.net/rapid"
)

func goldenPong() Pong {
	return Pong{Nonce: 0xdeadbeef, HeldMS: 12}
}

func TestPongHasTheseBytes(t *testing.T) {
	checkGolden[Pong](t, "9326cedeadbeef0c", AppendPong, goldenPong())
}

func TestPongComesBackAsItWentOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkSame[Pong](t, AppendPong, Pong{Nonce: rapid.Uint32().Draw(t, "nonce"), HeldMS: rapid.Uint32().Draw(t, "held")})
	})
}

func FuzzPong(f *testing.F) { fuzz[Pong](f, AppendPong, goldenPong()) }
