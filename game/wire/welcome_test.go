package wire

import (
	"testing"

	"pgregory.net/rapid"
)

func goldenWelcome() Welcome {
	return Welcome{Protocol: 1, Rules: 77, Seat: 3, Token: Token{1, 2, 15: 9}, Tick: 5000, Divisor: 2, TickHz: 60, Room: "blue-otter", Resumed: true}
}

func TestWelcomeHasTheseBytes(t *testing.T) {
	checkGolden[Welcome](t, "9a20014d03c41001020000000000000000000000000009cd1388023caa626c75652d6f74746572c3", AppendWelcome, goldenWelcome())
}

func TestWelcomeComesBackAsItWentOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkSame[Welcome](t, AppendWelcome, Welcome{
			Protocol: rapid.Uint16().Draw(t, "protocol"), Rules: rapid.Uint64().Draw(t, "rules"), Seat: rapid.Uint16().Draw(t, "seat"),
			Token: drawToken(t), Tick: rapid.Uint32().Draw(t, "tick"), Divisor: rapid.Uint8Range(1, MaxDivisor).Draw(t, "divisor"),
			TickHz: rapid.Uint8Min(1).Draw(t, "hz"), Room: rapid.StringN(-1, -1, MaxRoom).Draw(t, "room"), Resumed: rapid.Bool().Draw(t, "resumed"),
		})
	})
}

func FuzzWelcome(f *testing.F) { fuzz[Welcome](f, AppendWelcome, goldenWelcome()) }
