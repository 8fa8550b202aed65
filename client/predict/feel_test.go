package predict

import (
	"testing"
	"time"

	"bankshot/game"
)

// settled is how long a client may take to learn the round trip and get its clock where it belongs.
const settled = 2 * time.Second

func TestMyShipObeysInTheNextFrameWhateverTheRoundTrip(t *testing.T) {
	for _, delay := range []time.Duration{0, 20 * time.Millisecond, 75 * time.Millisecond, 125 * time.Millisecond} {
		g := newPlay(t, Config{Name: "Ana"}, 2, delay, 0)
		g.run(settled)
		turned, frames := false, 0
		g.hold = func(int) game.Input { return game.Input{Aim: 1500} }
		g.seen = func(v *View) {
			frames++
			if !turned && v.Me >= 0 && game.Toward(aimVec(v.Ships[v.Me].Aim)) != 0 {
				turned = true
			}
			if frames == 3 && !turned {
				t.Errorf("with %v each way my ship does not point where I aim three frames after", delay)
			}
		}
		g.run(time.Second / 5)
		if frames < 3 {
			t.Fatalf("only %d frames were drawn", frames)
		}
	}
}

// aimVec is a vector along an aim in radians, coarse enough that 0 stays 0.
func aimVec(a float32) game.Vec {
	if a == 0 {
		return game.Vec{X: 1}
	}
	return game.Dir(uint16(int(a/6.2831853*game.AimSteps)+game.AimSteps) & (game.AimSteps - 1))
}

func TestOnceSettledNothingIsMispredictedOnAnEvenLink(t *testing.T) {
	for _, delay := range []time.Duration{0, 2 * time.Millisecond, 20 * time.Millisecond, 75 * time.Millisecond} {
		g := newPlay(t, Config{Name: "Ana"}, 6, delay, 0)
		g.hold = lively(1)
		g.run(settled)
		before := g.p.Stats()
		g.run(20 * time.Second)
		after := g.p.Stats()
		if n := after.Mispredicted - before.Mispredicted; n != 0 {
			t.Errorf("with %v each way %d of %d ticks were mispredicted", delay, n, after.Ticks-before.Ticks)
		}
		if after.Desyncs != 0 || after.Gaps != 0 || after.Broken != 0 || after.Starved != 0 {
			t.Errorf("with %v each way: %+v", delay, after)
		}
		if after.Ticks-before.Ticks < 10*game.TickHz {
			t.Errorf("only %d ticks were compared", after.Ticks-before.Ticks)
		}
	}
}

func TestJitterAndStallsNeitherStopThePredictionNorMakeTheClockJump(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 4, 30*time.Millisecond, 10*time.Millisecond)
	g.hold = lively(3)
	g.run(settled)
	at := g.now
	g.down.stalls = []stall{{at + 3*time.Second, at + 3400*time.Millisecond}}
	g.up.stalls = []stall{{at + 8*time.Second, at + 8400*time.Millisecond}}
	last, lastOthers := 0.0, 0.0
	g.seen = func(v *View) {
		if last != 0 && (v.Tick < last || v.Tick > last+1.5) {
			t.Errorf("my time went from %.2f to %.2f between two frames", last, v.Tick)
		}
		if v.Others < lastOthers {
			t.Errorf("the others' time went back from %.2f to %.2f", lastOthers, v.Others)
		}
		last, lastOthers = v.Tick, v.Others
	}
	g.run(14 * time.Second)
	before := g.p.Stats()
	g.run(6 * time.Second)
	after := g.p.Stats()
	if n := after.Mispredicted - before.Mispredicted; n > 12 {
		t.Errorf("long after the stalls %d of %d ticks are mispredicted", n, after.Ticks-before.Ticks)
	}
	if after.Desyncs+after.Broken != 0 {
		t.Errorf("%+v", after)
	}
}

func TestNobodyIsEverDrawnFasterThanTheyFly(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 6, 40*time.Millisecond, 12*time.Millisecond)
	g.hold = lively(5)
	type place struct {
		at    Point
		spawn bool
	}
	was := map[game.Seat]Ship{}
	lastOthers := 0.0
	moved := false
	const most = 1.5 * game.DashSpeed / game.VelUnit
	g.seen = func(v *View) {
		passed := float32(max(v.Others-lastOthers, 1))
		lastOthers = v.Others
		for _, s := range v.Ships {
			before, ok := was[s.Seat]
			was[s.Seat] = s
			if !ok || s.Mine || !s.Alive || !before.Alive || s.Shield > before.Shield {
				continue
			}
			dx, dy := s.Pos.X-before.Pos.X, s.Pos.Y-before.Pos.Y
			if dx != 0 || dy != 0 {
				moved = true
			}
			if dx*dx+dy*dy > most*most*passed*passed {
				t.Errorf("ship %d was drawn moving by (%.1f, %.1f) units in %.2f ticks", s.Seat, dx, dy, passed)
			}
		}
	}
	g.run(15 * time.Second)
	if !moved {
		t.Error("nobody moved at all")
	}
}

func TestEveryEventIsToldOnce(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 5, 30*time.Millisecond, 8*time.Millisecond)
	g.hold = lively(9)
	told := map[game.Event]int{}
	mine := 0
	g.seen = func(v *View) {
		for _, ev := range v.Events {
			if ev.Kind == game.EventFired {
				told[ev]++
				if ev.Seat == v.Seat {
					mine++
				}
			}
		}
	}
	g.run(settled)
	clear(told)
	mine = 0
	g.run(12 * time.Second)
	if len(told) < 40 || mine < 5 {
		t.Errorf("%d shots were told, %d of them mine", len(told), mine)
	}
	seen := map[game.ShotID]int{}
	for ev, n := range told {
		seen[ev.Shot] += n
	}
	for id, n := range seen {
		if n != 1 {
			t.Errorf("the birth of shot %x was told %d times", id, n)
		}
	}
}
