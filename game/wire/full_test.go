package wire

import (
	"testing"

	"pgregory.net/rapid"
)

func goldenFull() Full {
	return Full{Tick: 5002, Margin: -40, Shared: []byte{1, 2, 3}, Private: []byte{4, 5}}
}

func TestFullHasTheseBytes(t *testing.T) {
	checkGolden[Full](t, "9522cd138ad0d8c403010203c4020405", AppendFull, goldenFull())
}

func TestFullComesBackAsItWentOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkSame[Full](t, AppendFull, Full{
			Tick: rapid.Uint32().Draw(t, "tick"), Margin: rapid.Int8().Draw(t, "margin"),
			Shared: rapid.SliceOf(rapid.Byte()).Draw(t, "shared"), Private: rapid.SliceOf(rapid.Byte()).Draw(t, "private"),
		})
	})
}

func FuzzFull(f *testing.F) { fuzz[Full](f, AppendFull, goldenFull()) }
