package arena

import (
	"bytes"
	"runtime"
	"testing"

	"pgregory.net/rapid"
)

func TestEverySeedMakesAFrontierToPlayIn(t *testing.T) {
	for seed := range uint64(4) {
		a := NewFrontier(seed)
		checkFrontier(t, a)
		if n := a.Count(PickupPlace); n < 150 {
			t.Errorf("seed %d: %d pick-ups", seed, n)
		}
		if n := a.Count(PortalPlace); n < 8 {
			t.Errorf("seed %d: %d ends of portals", seed, n)
		}
	}
	if testing.Short() || runtime.GOARCH == "wasm" {
		return // interpreted, one takes half a minute to validate; that the seeds make the same there is told by their hashes
	}
	rapid.Check(t, func(t *rapid.T) {
		if rapid.IntRange(0, 15).Draw(t, "one in sixteen, since each takes a while") == 0 {
			checkFrontier(t, NewFrontier(rapid.Uint64().Draw(t, "seed")))
		}
	})
}

// fataler is a test of either kind.
type fataler interface {
	Fatalf(format string, args ...any)
	Helper()
}

func checkFrontier(t fataler, a *Arena) {
	t.Helper()
	if err := Validate(a, 400); err != nil {
		t.Fatalf("seed %d:\n%v", a.Seed, err)
	}
}

func TestAFrontierIsTheSameFromItsSeedEverywhere(t *testing.T) {
	for _, row := range []struct{ seed, hash uint64 }{
		{1, 0x9b3d56355cfe4186},
		{0xfedcba9876543210, 0xd0f2e6c4f354b8e2},
	} {
		if a := NewFrontier(row.seed); a.Hash != row.hash {
			t.Errorf("seed %#x makes an arena with the hash %#x, not %#x. If that was the purpose, change RulesVersion", row.seed, a.Hash, row.hash)
		}
	}
}

func TestAFrontierIsToldByItsSeed(t *testing.T) {
	a := NewFrontier(77)
	form := a.AppendBinary(nil)
	if len(form) != seedBytes {
		t.Fatalf("%d bytes", len(form))
	}
	b, err := ParseBinary(form)
	if err != nil {
		t.Fatal(err)
	}
	if a.Hash != b.Hash || !bytes.Equal(a.appendDrawn(nil), b.appendDrawn(nil)) {
		t.Error("it came back as another one")
	}
	for _, cut := range [][]byte{form[:8], append(form, 0)} {
		if _, err := ParseBinary(cut); err == nil {
			t.Errorf("% x was read", cut)
		}
	}
}

func BenchmarkNewFrontier(b *testing.B) {
	seed := uint64(0)
	for b.Loop() {
		seed++
		NewFrontier(seed)
	}
}
