package wire

import (
	"testing"

	"pgregory.net/rapid"
)

func goldenInput() Input {
	return Input{First: 1001, Echo: 999, View: 15980, Count: 2, Payloads: [MaxInputs][]byte{{1, 2, 3}, {4, 5, 6}}}
}

func TestInputHasTheseBytes(t *testing.T) {
	checkGolden[Input](t, "9602cd03e9cd03e7cd3e6cc403010203c403040506", AppendInput, goldenInput())
}

func TestInputComesBackAsItWentOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Input{First: rapid.Uint32().Draw(t, "first"), Echo: rapid.Uint32().Draw(t, "echo"), View: rapid.Uint32().Draw(t, "view")}
		for m.Count = 0; m.Count < rapid.IntRange(0, MaxInputs).Draw(t, "count"); m.Count++ {
			m.Payloads[m.Count] = rapid.SliceOfN(rapid.Byte(), 0, MaxPayload).Draw(t, "payload")
		}
		checkSame[Input](t, AppendInput, m)
	})
}

func FuzzInput(f *testing.F) { fuzz[Input](f, AppendInput, goldenInput()) }
