package wire

import "testing"

func TestEveryByeSaysWhyAndWhatNext(t *testing.T) {
	for c := ByeUnknown; c < byeEnd; c++ {
		if c.String() == "" {
			t.Errorf("code %d has no words", c)
		}
		if FromClose(c.Close()) != c {
			t.Errorf("close code %d of %q means %q", c.Close(), c, FromClose(c.Close()))
		}
	}
	for code, next := range map[ByeCode]Next{
		ByeProtocol: NextReload, ByeRules: NextReload, ByeMessage: NextStop, ByeReplaced: NextStop,
		ByeDown: NextRetry, ByeSlow: NextRetry, ByeFull: NextElsewhere, ByeCode(200): NextRetry,
	} {
		if code.Next() != next {
			t.Errorf("after %q: %v", code, code.Next())
		}
	}
	if ByeReplaced.MayRetry() {
		t.Error("two tabs with one token would take the seat from each other for ever")
	}
	for _, other := range []uint16{0, 1000, 1006, 3999, 4999} {
		if FromClose(other) != ByeUnknown {
			t.Errorf("close code %d means %q", other, FromClose(other))
		}
	}
}
