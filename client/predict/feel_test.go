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

func TestNothingIsMispredictedOnAnEvenLinkFromTheFirstTickOn(t *testing.T) {
	for _, delay := range []time.Duration{0, 2 * time.Millisecond, 20 * time.Millisecond, 75 * time.Millisecond} {
		g := newPlay(t, Config{Name: "Ana"}, 6, delay, 0)
		g.hold = lively(1)
		g.run(20 * time.Second)
		after := g.p.Stats()
		if after.Mispredicted != 0 || after.Corrections != 0 {
			t.Errorf("with %v each way %d of %d ticks were mispredicted", delay, after.Mispredicted, after.Ticks)
		}
		if after.Desyncs != 0 || after.Gaps != 0 || after.Broken != 0 || after.Starved != 0 {
			t.Errorf("with %v each way: %+v", delay, after)
		}
		if after.Ticks < 14*game.TickHz { // the dead are not compared
			t.Errorf("only %d ticks were compared", after.Ticks)
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

// TestNobodyIsEverDrawnFasterThanTheyFly holds for every single frame, also while a stall is being made up for.
func TestNobodyIsEverDrawnFasterThanTheyFly(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 6, 40*time.Millisecond, 12*time.Millisecond)
	g.hold = lively(5)
	g.down.stalls = []stall{{5 * time.Second, 5400 * time.Millisecond}, {10 * time.Second, 10400 * time.Millisecond}}
	was := map[game.Seat]Ship{}
	moves, dashes := 0, 0
	const most = 1.5 * game.DashSpeed / game.VelUnit
	g.seen = func(v *View) {
		for _, s := range v.Ships {
			before, ok := was[s.Seat]
			was[s.Seat] = s
			if !ok || s.Mine || !s.Alive || !before.Alive || s.Shield > before.Shield {
				continue
			}
			if s.Dash > 0 {
				dashes++
			}
			moved := length(Point{s.Pos.X - before.Pos.X, s.Pos.Y - before.Pos.Y})
			if moved > 0 {
				moves++
			}
			if moved > most {
				t.Errorf("ship %d was drawn moving by %.1f units in a frame", s.Seat, moved)
			}
		}
	}
	g.run(30 * time.Second)
	if moves < 1000 || dashes < 100 || g.p.Stats().Starved == 0 {
		t.Errorf("%d moves, %d of them dashes, %d frames without news", moves, dashes, g.p.Stats().Starved)
	}
}

func TestTheBeginningOfPlayIsForeseen(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 2, 75*time.Millisecond, 0)
	g.hold = func(int) game.Input { return game.Input{Thrust: 5, Buttons: game.Dash} }
	for g.srv.state.Phase != game.Countdown {
		g.run(time.Second / 10)
	}
	g.run(time.Second)
	before := g.p.Stats()
	foreseen := false
	g.seen = func(v *View) {
		foreseen = foreseen || v.Phase == game.Playing && g.p.replica.Phase == game.Countdown && v.Ships[v.Me].Vel != Point{}
	}
	for g.p.replica.Phase != game.Playing {
		g.run(time.Second / 10)
	}
	g.run(time.Second)
	after := g.p.Stats()
	if !foreseen {
		t.Error("my ship did not start before the server told it to")
	}
	if after.Surprises != before.Surprises || after.Mispredicted != before.Mispredicted {
		t.Errorf("%d surprises, %d mispredicted ticks", after.Surprises-before.Surprises, after.Mispredicted-before.Mispredicted)
	}
}

func TestAcrossAGapNobodyIsDrawnBetween(t *testing.T) {
	var p past
	public := game.Public{Ships: []game.Ship{{Seat: 1, Alive: true}}}
	for _, tick := range []game.Tick{10, 11, 20, 21} {
		public.Tick = tick
		public.Ships[0].Pos.X = int32(tick) * game.Unit
		p.keep(&public, nil)
	}
	for _, c := range []struct {
		time float64
		a, b game.Tick
		frac float32
	}{
		{10.5, 10, 11, 0.5},
		{11.5, 11, 11, 0},
		{15.5, 11, 11, 0},
		{20.25, 20, 21, 0.25},
		{21, 21, 21, 0},
		{30, 21, 21, 0},
		{3, 10, 10, 0},
	} {
		if s := p.around(c.time, 21); s.a == nil || s.a.Tick != c.a || s.b.Tick != c.b || s.frac != c.frac {
			t.Errorf("around %v: %+v", c.time, s)
		}
	}
	p.clear()
	if s := p.around(20, 21); s.a != nil {
		t.Errorf("something is left: %+v", s)
	}
}
