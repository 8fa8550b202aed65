package ui

import "testing"

func TestAFingerHitsWhatIsSmallerThanItsTip(t *testing.T) {
	tests := []struct {
		name string
		box  Rect
		want Rect
	}{
		{"a small box grows on all sides", Rect{100, 100, 34, 14}, Rect{90, 80, fingerLeast, fingerLeast}},
		{"a large one stays as it is", Rect{10, 20, 200, 60}, Rect{10, 20, 200, 60}},
		{"one at the corner grows inwards", Rect{12, 7, 70, 28}, Rect{12, 0, 70, fingerLeast}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.box.Finger(); got != tt.want {
				t.Errorf("%v.Finger() = %v, want %v", tt.box, got, tt.want)
			}
		})
	}
}

func TestAFingerBesideABoxPicksItAndAMouseDoesNot(t *testing.T) {
	var k Picker
	boxes := []Rect{{100, 100, 200, 44}}
	beside := Presses{X: 150, Y: 147, Clicked: true}
	if got := k.Update(beside, boxes); got != -1 {
		t.Errorf("a mouse beside the box picks %d", got)
	}
	beside.Finger = true
	if got := k.Update(beside, boxes); got != 0 {
		t.Errorf("a finger whose middle is just beside the box picks %d", got)
	}
}
