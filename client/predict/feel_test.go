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
		g := newPlay(t, Config{Name: "Ana"}, 0, delay, 0)
		g.run(settled)
		var frames []Ship
		g.hold = func(int) game.Input { return game.Input{Thrust: 1, Aim: game.AimSteps / 4} }
		g.seen = func(v *View) { frames = append(frames, v.Ships[v.Me]) }
		rest := g.p.View(g.now).Ships[0]
		g.run(time.Second / 10)
		if rest.Vel != (Point{}) || len(frames) < 5 {
			t.Fatalf("the ship was not at rest: %+v", rest)
		}
		if got := frames[0].Aim; got < 1.57 || got > 1.58 {
			t.Errorf("with %v each way the first frame shows the aim %v", delay, got)
		}
		for i, x := range []float32{rest.Pos.X, frames[0].Pos.X, frames[1].Pos.X, frames[2].Pos.X} {
			if now := frames[i].Pos.X; now <= x {
				t.Errorf("with %v each way frame %d shows my ship at %v after %v", delay, i, now, x)
			}
		}
	}
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
