package wire

import (
	"testing"

	"pgregory.net/rapid"
)

func goldenPresence() SetPresence {
	return SetPresence{Presence: PresenceHere, Name: "Ünal"}
}

func TestPresenceHasTheseBytes(t *testing.T) {
	checkGolden[SetPresence](t, "930402a5c39c6e616c", AppendPresence, goldenPresence())
}

func TestPresenceComesBackAsItWentOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkSame[SetPresence](t, AppendPresence, SetPresence{Presence: Presence(rapid.IntRange(0, 3).Draw(t, "presence")), Name: rapid.StringN(-1, -1, MaxName).Draw(t, "name")})
	})
}

func FuzzPresence(f *testing.F) { fuzz[SetPresence](f, AppendPresence, goldenPresence()) }
