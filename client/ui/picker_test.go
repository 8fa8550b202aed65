package ui

import (
	"testing"

	"pgregory.net/rapid"
)

var three = Rect{0, 0, 320, 100}.Columns(nil, 3, 10)

func TestColumnsShareARowWithoutMeeting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Rect{rapid.Float32Range(-9, 9).Draw(t, "x"), 5, rapid.Float32Range(100, 2000).Draw(t, "w"), 40}
		boxes := r.Columns(nil, rapid.IntRange(1, 6).Draw(t, "n"), 8)
		for i, b := range boxes {
			if b.W <= 0 || b.X < r.X || b.Right() > r.Right()+0.01 {
				t.Fatalf("%v of %v", b, r)
			}
			if i > 0 && b.Meets(boxes[i-1]) {
				t.Fatalf("%v meets %v", b, boxes[i-1])
			}
		}
	})
}

func TestAClickATapANumberAndAcceptingAllPick(t *testing.T) {
	for what, p := range map[string]Presses{
		"a click":     {Clicked: true, X: 120, Y: 50},
		"its number":  {Number: 2},
		"its walking": {Next: true, Accepted: true},
	} {
		var k Picker
		if got := k.Update(p, three); got != 1 || k.Chosen != 1 {
			t.Errorf("%s picks %d", what, got)
		}
	}
}

func TestWhatIsNoChoicePicksNothing(t *testing.T) {
	for what, p := range map[string]Presses{
		"a click between two": {Clicked: true, X: 105, Y: 50},
		"a click below":       {Clicked: true, X: 20, Y: 150},
		"a number too high":   {Number: 4},
		"moving over one":     {Moved: true, X: 20, Y: 20},
	} {
		var k Picker
		if got := k.Update(p, three); got != -1 {
			t.Errorf("%s picks %d", what, got)
		}
	}
	var k Picker
	if got := k.Update(Presses{Accepted: true}, nil); got != -1 {
		t.Errorf("of nothing %d was picked", got)
	}
}

func TestAChoiceThatIsGoneFallsBackToTheLast(t *testing.T) {
	k := Picker{Chosen: 9}
	if got := k.Update(Presses{Accepted: true}, three); got != 2 {
		t.Errorf("picked %d", got)
	}
}
