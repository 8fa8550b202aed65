package game

import "testing"

// fought is the hash of a certain fight after ten seconds. It is the same on every processor and in the browser. Whoever
// changes the rules on purpose changes it here, and RulesVersion where no number of the tuning tells the change.
const fought = 0xacf4aef35fe5efba

func TestACertainFightEndsAsItAlwaysDid(t *testing.T) {
	m := newMatch(open(), 2026, 8)
	for range 10 * TickHz {
		m.press()
		m.tick()
	}
	if got := m.s.Hash(); got != fought {
		t.Fatalf("hash %#x, want %#x", got, uint64(fought))
	}
}
