package wire

import (
	"testing"

	"pgregory.net/rapid"
)

func goldenRebase() Rebase {
	return Rebase{Ticks: 90}
}

func TestRebaseHasTheseBytes(t *testing.T) {
	checkGolden[Rebase](t, "92255a", AppendRebase, goldenRebase())
}

func TestRebaseComesBackAsItWentOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkSame[Rebase](t, AppendRebase, Rebase{Ticks: rapid.Uint32().Draw(t, "ticks")})
	})
}

func FuzzRebase(f *testing.F) { fuzz[Rebase](f, AppendRebase, goldenRebase()) }
