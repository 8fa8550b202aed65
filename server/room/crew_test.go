package room

import (
	"errors"
	"runtime"
	"strings"
	"testing"
)

func TestACrewDoesEverythingOnce(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(max(2, runtime.NumCPU())))
	c := hire()
	defer c.dismiss()
	for n := range 200 {
		times := make([]int, n)
		hands := make([]int, n)
		c.share(n, func(hand, i int) {
			times[i]++
			hands[i] = hand
		})
		for i := range n {
			if times[i] != 1 || hands[i] < 0 || hands[i] >= MostHands {
				t.Fatalf("%d of %d was done %d times, by hand %d", i, n, times[i], hands[i])
			}
		}
	}
}

func TestEachHandOfACrewWorksForItself(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(max(2, runtime.NumCPU())))
	c := hire()
	defer c.dismiss()
	var sums [MostHands]int // the race detector watches
	for range 50 {
		c.share(1000, func(hand, i int) { sums[hand] += i })
	}
	all := 0
	for _, s := range sums {
		all += s
	}
	if want := 50 * 1000 * 999 / 2; all != want {
		t.Errorf("the hands have counted %d together; want %d", all, want)
	}
}

func TestAPanicInACrewIsItsCallers(t *testing.T) {
	c := hire()
	defer c.dismiss()
	broken := func() (cause any) {
		defer func() { cause = recover() }()
		c.share(500, func(_, i int) {
			if i == 300 {
				panic("the world is broken")
			}
		})
		return nil
	}
	var f *failure
	if err, ok := broken().(error); !ok || !errors.As(err, &f) || !strings.Contains(f.Error(), "the world is broken") ||
		!strings.Contains(f.Error(), "crew_test.go") {
		t.Errorf("the caller panics with %v", err)
	}
	done := 0
	alone(3, func(_, _ int) { done++ })
	c.share(1, func(_, _ int) { done++ })
	if done != 4 {
		t.Errorf("%d of 4 were done after a panic", done)
	}
}

func BenchmarkACrewSharesTwelveHundred(b *testing.B) {
	c := hire()
	defer c.dismiss()
	var sums [MostHands]struct {
		n int
		_ [64]byte
	}
	do := func(hand, i int) { sums[hand].n += i }
	b.ReportAllocs()
	for b.Loop() {
		c.share(1200, do)
	}
}
