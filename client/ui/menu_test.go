package ui

import "testing"

func TestAMenuWrapsAroundAtBothEnds(t *testing.T) {
	m := Menu{Labels: []string{"one", "two", "three"}}
	m.Update(Presses{Previous: true}, 0, 0)
	if m.Chosen != 2 {
		t.Fatalf("before the first comes the last, not %d", m.Chosen)
	}
	m.Update(Presses{Next: true}, 0, 0)
	if m.Chosen != 0 {
		t.Fatalf("after the last comes the first, not %d", m.Chosen)
	}
}

func TestAClickPressesTheButtonUnderIt(t *testing.T) {
	m := Menu{Labels: []string{"one", "two"}}
	second := float32(100 + buttonH + buttonGap + 1)
	if got := m.Update(Presses{Clicked: true, X: 50, Y: second}, 50, 100); got != 1 {
		t.Fatalf("pressed %d", got)
	}
	if got := m.Update(Presses{Clicked: true, X: 50, Y: 100 + buttonH + 1}, 50, 100); got != -1 {
		t.Fatalf("a click between two buttons pressed %d", got)
	}
}

func TestAPointerAtRestLeavesTheChoiceToTheKeys(t *testing.T) {
	m := Menu{Labels: []string{"one", "two"}}
	over := Presses{X: 50, Y: 101}
	m.Update(Presses{Next: true, X: over.X, Y: over.Y}, 50, 100)
	m.Update(over, 50, 100)
	if m.Chosen != 1 {
		t.Fatal("the resting pointer took the choice back")
	}
	over.Moved = true
	m.Update(over, 50, 100)
	if m.Chosen != 0 {
		t.Fatal("a moved pointer chooses")
	}
}
