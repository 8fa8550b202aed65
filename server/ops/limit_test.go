package ops

import (
	"bytes"
	"io"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

func TestAFloodOfLinesFromOnePlaceIsCutAndCounted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		left := 0
		log := slog.New(Limit(slog.NewTextHandler(&out, nil), func(n int) { left += n }))
		flood := func(n int) {
			for i := range n {
				// The attribute is what a client chose: it makes no place of its own.
				log.With("room", strings.Repeat("x", i%7)).Info("a client did something", "seat", i)
			}
		}
		flood(10_000)
		if n := strings.Count(out.String(), "\n"); n != burstLines || left != 10_000-burstLines {
			t.Errorf("%d lines written, %d left out", n, left)
		}
		log.Error("something else")
		if !strings.Contains(out.String(), "something else") {
			t.Error("a flood from one place silences another")
		}
		out.Reset()
		time.Sleep(lineEvery)
		flood(1000)
		if got := out.String(); strings.Count(got, "\n") != 1 || !strings.Contains(got, "suppressed=9980") {
			t.Errorf("a line's time later: %q", got)
		}
		out.Reset()
		time.Sleep(time.Hour)
		flood(burstLines)
		if got := out.String(); strings.Count(got, "\n") != burstLines || strings.Count(got, "suppressed=") != 1 {
			t.Errorf("after an hour of quiet: %q", got)
		}
	})
}

func TestDebugLinesAreBoundedTooButWider(t *testing.T) {
	var out bytes.Buffer
	log := slog.New(Limit(slog.NewTextHandler(&out, &slog.HandlerOptions{Level: slog.LevelDebug}), nil))
	for range 100_000 {
		log.WithGroup("g").Debug("a connection ended")
	}
	if n := strings.Count(out.String(), "\n"); n < burstDebugLines || n > 10*burstDebugLines {
		t.Errorf("%d lines", n)
	}
}

func TestLevelsThatNobodyReadsCostNoBudget(t *testing.T) {
	b := Limit(slog.NewTextHandler(io.Discard, nil), nil)
	log := slog.New(b)
	log.Debug("not read")
	if n := len(b.(*limiter).of); n != 0 {
		t.Errorf("%d budgets", n)
	}
}

func BenchmarkALineThatIsLeftOut(b *testing.B) {
	log := slog.New(Limit(slog.NewTextHandler(io.Discard, nil), nil))
	b.ReportAllocs()
	for b.Loop() {
		log.Info("a client did something")
	}
}
