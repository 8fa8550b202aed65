package room

import (
	"testing"
	"time"
)

const strainSpan = 33 * time.Millisecond

// wakes has a room wake so often, in a world whose wake-ups take so long with a snapshot and without: late where the one before
// took too long. other is by how much more something else makes it late.
func wakes(s *strain, n int, heavy, light, other time.Duration) (sent int) {
	late := time.Duration(0)
	for range n {
		took := light
		if s.due(1, false) {
			took = heavy
			sent++
		}
		s.took(late+other, took, strainSpan)
		late = min(max(0, late+took-strainSpan), 3*strainSpan)
	}
	return sent
}

func TestARoomThatKeepsItsScheduleTellsAll(t *testing.T) {
	var s strain
	if sent := wakes(&s, 1000, 31*time.Millisecond, time.Millisecond, time.Millisecond); sent != 1000 || s.narrow() {
		t.Errorf("%d of 1000 snapshots were sent, level %d", sent, s.level)
	}
}

func TestARoomWhoseWorkIsLittleTellsAllHoweverLateItWakes(t *testing.T) {
	var s strain
	if sent := wakes(&s, 1000, 5*time.Millisecond, time.Millisecond, 20*time.Millisecond); sent != 1000 || s.narrow() {
		t.Errorf("%d of 1000 snapshots were sent, level %d", sent, s.level)
	}
}

func TestOneLongStallIsNoReasonToTellLess(t *testing.T) {
	var s strain
	wakes(&s, 100, 27*time.Millisecond, time.Millisecond, 0)
	s.due(1, false)
	s.took(2*time.Second, 27*time.Millisecond, strainSpan)
	if sent := wakes(&s, 100, 27*time.Millisecond, time.Millisecond, 0); sent != 100 || s.narrow() {
		t.Errorf("%d of 100 snapshots were sent, level %d", sent, s.level)
	}
}

func TestARoomThatFallsBehindTellsLessStepByStepAndMoreAgain(t *testing.T) {
	var s strain
	for range 10 * strainRise {
		if wakes(&s, 1, 40*time.Millisecond, 2*time.Millisecond, strainSpan); s.level > 0 {
			break
		}
	}
	if s.level != 1 || !s.narrow() {
		t.Fatalf("level %d; only the view should be told", s.level)
	}
	if wakes(&s, 400, 40*time.Millisecond, 2*time.Millisecond, 0); s.level != 2 {
		t.Fatalf("level %d; snapshots should come half as often", s.level)
	}
	if sent := wakes(&s, 100, 40*time.Millisecond, 2*time.Millisecond, 0); sent != 50 {
		t.Errorf("%d snapshots in 100 intervals", sent)
	}
	for range 10 {
		if wakes(&s, 40, 75*time.Millisecond, 2*time.Millisecond, 0); s.level == 3 {
			break
		}
	}
	if s.level != 3 {
		t.Fatalf("level %d; snapshots should come a quarter as often", s.level)
	}
	if wakes(&s, 2000, 9*time.Millisecond, 2*time.Millisecond, 0); s.level != 0 {
		t.Errorf("level %d; there is time for all again", s.level)
	}
}

func TestALongSnapshotOfManyIntervalsIsNoReasonToStayAtThem(t *testing.T) {
	// Its wake-up takes nearly two intervals, those behind it come late, and all four together fit: so may half of it twice.
	s := strain{level: 3}
	if wakes(&s, 2*strainFall, 60*time.Millisecond, 3*time.Millisecond, 0); s.level >= 3 {
		t.Errorf("level %d", s.level)
	}
}

func TestARoomThatTriesInVainTriesSeldomer(t *testing.T) {
	// Half as often it would seem to fit, and does not: sending at the full rate takes longer than it looks from there.
	s := strain{level: 2}
	falls, late, before := 0, time.Duration(0), s.level
	for range 20_000 {
		took := 2 * time.Millisecond
		if s.due(1, false) {
			took = 28 * time.Millisecond
			if s.level < 2 {
				took = 36 * time.Millisecond
			}
		}
		s.took(late, took, strainSpan)
		late = min(max(0, late+took-strainSpan), 3*strainSpan)
		if s.level < before {
			falls++
		}
		before = s.level
	}
	if falls < 3 || falls > 20 {
		t.Errorf("more was tried %d times in eleven minutes", falls)
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
