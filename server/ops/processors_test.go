package ops

import (
	"context"
	"runtime"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestNoMoreProcessorsAreUsedThanNeeded(t *testing.T) {
	for _, c := range []struct {
		name   string
		used   float64
		waited time.Duration
		from   int
		looks  int
		want   int
	}{
		{"an idle server comes to use one", 0.01, 0, 4, 3 * processorsCalm, 1},
		{"but not at once", 0.01, 0, 4, processorsCalm - 1, 4},
		{"one that is busy is joined by another", 0.8, 0, 1, 1, 2},
		{"two share what would fill one", 0.7, 0, 2, 1000, 2},
		{"all are used where goroutines wait", 0.1, processorsWait, 1, 1, 4},
		{"and kept while some do", 0.1, processorsWait / 2, 4, 1000, 4},
		{"there are no more than all", 4, 0, 4, 10, 4},
	} {
		p := processors{most: 4, n: c.from}
		got := 0
		for range c.looks {
			got = p.look(c.used, c.waited)
		}
		if got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestASteadyLoadIsNotPassedToAndFro(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		used := rapid.Float64Range(0, 8).Draw(t, "used")
		p := processors{most: 8, n: rapid.IntRange(1, 8).Draw(t, "from")}
		for range 20 * processorsCalm {
			p.look(used, 0)
		}
		settled := p.n
		for range 20 * processorsCalm {
			if p.look(used, 0) != settled {
				t.Fatalf("%.3f processors' worth is given now to %d, now to %d", used, settled, p.n)
			}
		}
		if float64(settled)*processorsBusy < min(used, 8*processorsBusy) {
			t.Fatalf("%.3f processors' worth is given to %d", used, settled)
		}
	})
}

func TestAllProcessorsAreUsedAgainAtTheEnd(t *testing.T) {
	t.Setenv("GOMAXPROCS", "")
	was := runtime.GOMAXPROCS(0)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		RunProcessors(ctx)
	}()
	cancel()
	<-ended
	if got := runtime.GOMAXPROCS(0); got != was {
		t.Errorf("%d of %d", got, was)
	}
}

func TestHowLongGoroutinesWaitIsRead(t *testing.T) {
	w := newWaits()
	done := make(chan struct{})
	for range 100 {
		go func() { done <- struct{}{} }()
	}
	for range 100 {
		<-done
	}
	if got := w.quantile(1); got < 0 || got > time.Hour {
		t.Errorf("%v", got)
	}
	if len(w.seen) == 0 {
		t.Error("nothing was read")
	}
}
