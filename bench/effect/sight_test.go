package effect

import (
	"math"
	"testing"

	"bankshot/client/predict"
	"bankshot/game"
)

// draw is one frame of a seat's screen: its own ship at mine, at its own time, and the other's at theirs, at the others'.
func (s *scene) draw(seat game.Seat, tick float64, mine predict.Ship, others float64, theirs predict.Ship) {
	s.look(seat, 0)
	mine.Seat, mine.Mine = seat, true
	v := predict.View{Ready: true, Tick: tick, Others: others, Ships: []predict.Ship{mine, theirs}}
	s.eyes[seat].See(&v)
}

func ship(seat game.Seat, x, y float32) predict.Ship {
	return predict.Ship{Seat: seat, Alive: true, Pos: predict.Point{X: x, Y: y}}
}

func TestAShipIsComparedWithItsOwnScreenAtThatTime(t *testing.T) {
	s := newScene(1, 2)
	// Ship 2 flies 4 units a tick on its own screen, which is ten ticks ahead of what the other draws.
	for k := range 40 {
		tick := 100 + float64(k)
		s.draw(2, tick, ship(2, 4*float32(k), 0), tick-10, ship(1, 0, 0))
		s.seen = s.seen[:0]
		s.draw(1, tick, ship(1, 0, 0), tick-9.5, ship(2, 4*(float32(k)-9.5), 3))
		if k < 11 {
			continue // nobody looked that early
		}
		if len(s.seen) != 1 || math.Abs(s.seen[0].Off-3) > 1e-4 || s.seen[0].Leapt {
			t.Fatalf("frame %d: %+v", k, s.seen)
		}
	}
}

func TestALeapIsSeenUnlessSomethingExcusesIt(t *testing.T) {
	for _, c := range []struct {
		name string
		next predict.Ship
		want bool
	}{
		{"a step", ship(2, fastest*0.9, 0), false},
		{"a leap", ship(2, fastest*1.1, 0), true},
		{"a portal", predict.Ship{Seat: 2, Alive: true, Pos: predict.Point{X: 500}, Warped: 99}, false},
		{"another life", predict.Ship{Seat: 2, Alive: true, Pos: predict.Point{X: 500}, Shield: 1, Deaths: 1}, false},
	} {
		s := newScene(1, 2)
		s.draw(1, 110, ship(1, 0, 0), 100, ship(2, 0, 0))
		s.draw(1, 111, ship(1, 0, 0), 101, c.next)
		leaps := 0
		for _, seen := range s.seen {
			if seen.Leapt {
				leaps++
			}
		}
		if (leaps > 0) != c.want {
			t.Errorf("%s: %+v", c.name, s.seen)
		}
	}
}

func TestNothingIsComparedAcrossADeathAPortalOrAGap(t *testing.T) {
	for _, c := range []struct {
		name string
		b    spot
	}{
		{"dead", spot{tick: 101}},
		{"elsewhere", spot{tick: 101, alive: true, warped: 101}},
		{"much later", spot{tick: 105, alive: true}},
		{"another one", spot{tick: 101, alive: true, life: life{deaths: 1}}},
	} {
		var tr track
		tr.put(spot{tick: 100, alive: true, life: c.b.life})
		tr.put(c.b)
		if p, ok := tr.at(100.5, life{}); ok {
			t.Errorf("%s: %v", c.name, p)
		}
	}
	var tr track
	if _, ok := tr.at(1, life{}); ok {
		t.Error("somebody who was never there was found")
	}
}

func TestSeeingAllocatesNothing(t *testing.T) {
	s := newScene(1, 2)
	s.watch.saw = func(Sight) {}
	v := predict.View{Ready: true, Ships: []predict.Ship{ship(1, 0, 0), ship(2, 0, 0)}}
	tick := 100.0
	if n := testing.AllocsPerRun(1000, func() {
		tick++
		v.Tick, v.Others = tick, tick-10
		s.eyes[1].See(&v)
		s.eyes[2].See(&v)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
