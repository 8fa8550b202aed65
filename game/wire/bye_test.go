package wire

import (
	"testing"

	"pgregory.net/rapid"
)

func goldenBye() Bye {
	return Bye{Code: ByeDown, Reason: "back in a minute", RetryMS: 2500}
}

func TestByeHasTheseBytes(t *testing.T) {
	checkGolden[Bye](t, "942709b06261636b20696e2061206d696e757465cd09c4", AppendBye, goldenBye())
}

func TestByeComesBackAsItWentOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkSame[Bye](t, AppendBye, Bye{Code: ByeCode(rapid.Uint8().Draw(t, "code")), Reason: rapid.StringN(-1, -1, MaxReason).Draw(t, "reason"), RetryMS: rapid.Uint32().Draw(t, "retry")})
	})
}

func FuzzBye(f *testing.F) { fuzz[Bye](f, AppendBye, goldenBye()) }
