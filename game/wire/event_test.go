package wire

import (
	"testing"

	"pgregory.net/rapid"
)

func goldenEvent() Event {
	return Event{N: 300, Data: []byte("kill")}
}

func TestEventHasTheseBytes(t *testing.T) {
	checkGolden[Event](t, "9324cd012cc4046b696c6c", AppendEvent, goldenEvent())
}

func TestEventComesBackAsItWentOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkSame[Event](t, AppendEvent, Event{N: rapid.Uint32().Draw(t, "n"), Data: rapid.SliceOfN(rapid.Byte(), 1, MaxEvent).Draw(t, "data")})
	})
}

func FuzzEvent(f *testing.F) { fuzz[Event](f, AppendEvent, goldenEvent()) }
