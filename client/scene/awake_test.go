package scene

import (
	"testing"
	"time"
)

func TestTimeThatPassedWithoutUsIsNoticedOnce(t *testing.T) {
	var a awake
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		what  string
		later time.Duration
		slept bool
	}{
		{"the first Update", 0, false},
		{"a frame later", time.Second / 60, false},
		{"after a hiccup", 900 * time.Millisecond, false},
		{"after the lid was closed", time.Hour, true},
		{"a frame later", time.Second / 60, false},
		{"after the clock was set back", -time.Hour, false},
		{"a frame later", time.Second / 60, false},
		{"after some seconds in another tab", 3 * time.Second, true},
	} {
		now = now.Add(c.later)
		if got := a.slept(now); got != c.slept {
			t.Errorf("%s: slept %v", c.what, got)
		}
	}
}
