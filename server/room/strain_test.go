package room

import (
	"testing"
	"time"
)

// wakes has a room wake so often, in a world whose wake-ups take so long with a snapshot and without.
func wakes(s *strain, n int, heavy, light time.Duration) (sent int) {
	for range n {
		took := light
		if s.due(1, false) {
			took = heavy
			sent++
		}
		s.took(took, 33*time.Millisecond)
	}
	return sent
}

func TestARoomThatHasTimeTellsAll(t *testing.T) {
	var s strain
	if sent := wakes(&s, 1000, 15*time.Millisecond, time.Millisecond); sent != 1000 || s.narrow() {
		t.Errorf("%d of 1000 snapshots were sent, level %d", sent, s.level)
	}
}

func TestARoomWithoutTimeTellsLessStepByStepAndMoreAgain(t *testing.T) {
	var s strain
	wakes(&s, strainSoon+20, 30*time.Millisecond, 2*time.Millisecond)
	if s.level != 1 || !s.narrow() {
		t.Fatalf("level %d after a second; only the view should be told", s.level)
	}
	if wakes(&s, 400, 30*time.Millisecond, 2*time.Millisecond); s.level != 2 {
		t.Fatalf("level %d; snapshots should come half as often", s.level)
	}
	if sent := wakes(&s, 100, 30*time.Millisecond, 2*time.Millisecond); sent != 50 {
		t.Errorf("%d snapshots in 100 intervals", sent)
	}
	if wakes(&s, 400, 60*time.Millisecond, 2*time.Millisecond); s.level != 3 {
		t.Fatalf("level %d; snapshots should come a quarter as often", s.level)
	}
	if wakes(&s, 2000, 9*time.Millisecond, 2*time.Millisecond); s.level != 0 {
		t.Errorf("level %d; there is time for all again", s.level)
	}
}

func TestASnapshotThatMustComeComesAlthoughOneWasToBeHeld(t *testing.T) {
	s := strain{level: 3}
	if s.due(1, false) || !s.due(1, true) || s.due(1, false) || s.due(1, false) || s.due(1, false) || !s.due(1, false) {
		t.Error("the snapshots do not come as they should")
	}
}

func TestNoSnapshotHasMoreTicksThanItMay(t *testing.T) {
	// After a stall a room makes up for five ticks at most: two intervals of two, or one of three.
	for _, c := range []struct{ divisor, most int }{{2, 2}, {3, 1}} {
		stride := strainStrides[len(strainStrides)-1]
		if ticks := (stride - 1 + c.most) * c.divisor; ticks > 12 {
			t.Errorf("%d ticks", ticks)
		}
	}
}
