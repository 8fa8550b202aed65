package game

import (
	"testing"

	"bankshot/game/arena"
)

func TestInFrontierAShotBeyondSightNoLongerHoldsTheTrigger(t *testing.T) {
	far := Vec{X: FrontierSightX + Unit}
	for _, c := range []struct {
		mode Mode
		at   Vec
		may  bool
	}{
		{arena.Frontier, Vec{}, false},
		{arena.Frontier, Vec{X: -FrontierSightX, Y: FrontierSightY}, false},
		{arena.Frontier, far, true},
		{arena.Frontier, Vec{Y: -FrontierSightY - 1}, true},
		{arena.FreeForAll, far, false},
	} {
		s := State{Public: Public{Mode: c.mode, Ships: []Ship{{Seat: 3, Alive: true, Pos: Vec{X: 9000 * Unit, Y: 9000 * Unit}}}}}
		for n := range uint8(pulse.Live) {
			s.Shots = append(s.Shots, Shot{ID: NewShotID(1, 3, n), Owner: 3, Pos: add(s.Ships[0].Pos, c.at)})
		}
		if may := s.mayFire(&s.Ships[0], uncounted); may != c.may {
			t.Errorf("in %v with all shots %v away: %v", c.mode, c.at, may)
		}
	}
}
