package light

import "testing"

func TestAllOfFewBotsAreWatchedAndOneInSixteenOfMany(t *testing.T) {
	for n, want := range map[int]int{1: 1, 16: 16, 127: 127, 128: 64, 1000: 67, 3200: 200} {
		watched := 0
		for number := range n {
			if watches(number, n) {
				watched++
			}
		}
		if watched != want {
			t.Errorf("of %d bots %d are watched, not %d", n, watched, want)
		}
	}
}
