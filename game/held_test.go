package game

import "testing"

func TestASilentSeatLetsGoOfItsTriggersAndThenCoasts(t *testing.T) {
	last := Input{Thrust: 5, Aim: 77, Buttons: Fire}
	for missing := range Tick(20) {
		want := last
		if missing > 2 {
			want.Buttons = 0
		}
		if missing > 12 {
			want.Thrust = 0
		}
		if got := last.Held(missing); got != want {
			t.Errorf("%d ticks after its last input: %+v, want %+v", missing, got, want)
		}
	}
}
