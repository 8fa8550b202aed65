package wire

import (
	"testing"

	"pgregory.net/rapid"
)

func goldenDelta() Delta {
	return Delta{Margin: 3, Body: []byte{1, 2, 3}}
}

func TestDeltaHasTheseBytes(t *testing.T) {
	checkGolden[Delta](t, "932303c403010203", AppendDelta, goldenDelta())
}

func TestDeltaComesBackAsItWentOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkSame[Delta](t, AppendDelta, Delta{Margin: rapid.Int8().Draw(t, "margin"), Body: rapid.SliceOfN(rapid.Byte(), 0, 300).Draw(t, "body")})
	})
}

func FuzzDelta(f *testing.F) { fuzz[Delta](f, AppendDelta, goldenDelta()) }
