package room

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestNoCodeHoldsAWordThatNobodyWouldSendToAFriend(t *testing.T) {
	random := rand.NewChaCha8([32]byte{1})
	drawn := 0
	for range 50_000 {
		code, err := newCode(random)
		if err != nil {
			t.Fatal(err)
		}
		if parsed, err := ParseCode(code); err != nil || parsed != code {
			t.Fatalf("%s is read as %s, %v", code, parsed, err)
		}
		for _, word := range unfit {
			if strings.Contains(code, word) {
				t.Fatalf("%s", code)
			}
		}
	}
	for range 50_000 {
		code, err := draw(random)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range unfit {
			if strings.Contains(code, word) {
				drawn++
			}
		}
	}
	if drawn == 0 {
		t.Error("none of these words is ever drawn: they need not be listed")
	}
}
