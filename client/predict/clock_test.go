package predict

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/wire"
)

func TestAPercentileSettlesWhereItsShareLiesBelow(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	q := percentile{share: 0.95}
	for range 500 {
		q.add(rng.Float64() * 4)
	}
	below, n := 0, 4000
	for range n {
		x := rng.Float64() * 4
		if x <= q.value {
			below++
		}
		q.add(x)
	}
	if share := float64(below) / float64(n); share < 0.9 || share > 0.99 {
		t.Errorf("%.3f of the numbers lie below", share)
	}
}

func TestAPercentileIgnoresAStallAndBelievesAChange(t *testing.T) {
	q := percentile{share: 0.95}
	for range 100 {
		q.add(1)
	}
	for i := range 12 { // 400 ms without snapshots, then all at once
		q.add(1 + 24 - float64(2*i))
	}
	if q.value > 2 {
		t.Errorf("after a stall it is %v", q.value)
	}
	for range 30 {
		q.add(20)
	}
	if q.value != 20 {
		t.Errorf("after a second of 20 it is %v", q.value)
	}
	for range 30 * 60 {
		q.add(1)
	}
	if q.value > 3 {
		t.Errorf("after a minute of 1 it is %v", q.value)
	}
}

// profile is one of those that bench measures feel by: half the round trip, and half of its unevenness.
type profile struct {
	name          string
	delay, jitter time.Duration
	stalls        bool
	mispredicted  float64 // at most, of all ticks
	starved       float64 // at most, of all frames
	gallery       bool    // with every weapon, tile and mirror there is
}

var profiles = []profile{
	{"lan", time.Millisecond / 2, 0, false, 0, 0, false},
	{"home", 20 * time.Millisecond, 2500 * time.Microsecond, false, 0.002, 0.001, false},
	{"far", 75 * time.Millisecond, 10 * time.Millisecond, false, 0.005, 0.001, false},
	{"train", 60 * time.Millisecond, 30 * time.Millisecond, true, 0.02, 0.01, false},
	{"home, gallery", 20 * time.Millisecond, 2500 * time.Microsecond, false, 0.002, 0.001, true},
	{"train, gallery", 60 * time.Millisecond, 30 * time.Millisecond, true, 0.02, 0.01, true},
}

func TestFeelStaysWithinItsGoalsOnEveryProfile(t *testing.T) {
	for _, c := range profiles {
		t.Run(c.name, func(t *testing.T) {
			g := newPlay(t, Config{Name: "Ana"}, 7, c.delay, c.jitter)
			g.hold = lively(21)
			if c.gallery {
				g = newPlayIn(t, gallery(t), arena.FreeForAll, Config{Name: "Ana"}, 7, c.delay, c.jitter)
				for i := range g.srv.wanderers {
					g.srv.wanderers[i].mirrors = true
				}
				g.hold = curious(g, 21)
			}
			if c.stalls {
				for k := range time.Duration(2) {
					at := 10*time.Second + k*45*time.Second
					g.down.stalls = append(g.down.stalls, stall{at, at + 400*time.Millisecond})
					g.up.stalls = append(g.up.stalls, stall{at + 20*time.Second, at + 20*time.Second + 400*time.Millisecond})
				}
			}
			var lead, margin float64
			g.seen = func(*View) {
				s := g.p.Stats()
				lead += s.LeadTicks
				margin += float64(s.Margin)
			}
			g.run(90 * time.Second)
			s := g.p.Stats()
			missed := float64(s.Mispredicted) / float64(s.Ticks)
			starved := float64(s.Starved) / float64(s.Frames)
			t.Logf("mispredicted %.3f %%, starved %.3f %%, corrections %d with p99 %.1f units, lead %.1f and margin %.1f ticks, others %.0f ms behind",
				100*missed, 100*starved, s.Corrections, s.CorrectionP99, lead/float64(s.Frames), margin/float64(s.Frames), s.InterpolationMS)
			if missed > c.mispredicted {
				t.Errorf("%.3f %% of my ticks were mispredicted", 100*missed)
			}
			if starved > c.starved {
				t.Errorf("%.3f %% of the frames had nothing to draw the others from", 100*starved)
			}
			if strings.HasPrefix(c.name, "far") && s.CorrectionP99 > 12 {
				t.Errorf("corrections reach %.1f units", s.CorrectionP99)
			}
			if m := margin / float64(s.Frames); m > 4 {
				t.Errorf("inputs are %.1f ticks early: that is delay for nothing", m)
			}
			if s.Desyncs+s.Broken+s.Gaps != 0 || s.Ticks < 70*game.TickHz {
				t.Errorf("%+v", s)
			}
		})
	}
}

func TestMyClockIsSteeredByThreePercentAtMost(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 0, 30*time.Millisecond, 15*time.Millisecond)
	g.run(settled)
	last := g.p.clock.mine
	g.down.stalls = []stall{{g.now + 2*time.Second, g.now + 2400*time.Millisecond}}
	g.up.stalls = []stall{{g.now + 4*time.Second, g.now + 4400*time.Millisecond}}
	g.seen = func(v *View) {
		if passed := v.Tick - last; passed < 1-mineSteers-1e-6 || passed > 1+mineSteers+1e-6 {
			t.Errorf("my time went on by %.3f ticks within one", passed)
		}
		last = v.Tick
	}
	g.run(10 * time.Second)
}

func TestALongerWayIsFollowedWithoutAJump(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 2, 20*time.Millisecond, 0)
	g.hold = lively(22)
	g.run(5 * time.Second)
	g.up.delay, g.down.delay = 60*time.Millisecond, 60*time.Millisecond
	g.run(10 * time.Second)
	before := g.p.Stats()
	if before.LeadTicks < 7 || before.LeadTicks > 12 {
		t.Errorf("120 ms of round trip, and my time is %.1f ticks ahead", before.LeadTicks)
	}
	g.run(10 * time.Second)
	after := g.p.Stats()
	if n := after.Mispredicted - before.Mispredicted; n != 0 {
		t.Errorf("%d ticks are mispredicted for good", n)
	}
	if after.InterpolationMS > 50 {
		t.Errorf("all snapshots are equally late, and yet the others are drawn %.0f ms behind them", after.InterpolationMS)
	}
}

func TestARebaseShiftsMyTimeAtOnce(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 3, 20*time.Millisecond, 0)
	g.hold = func(int) game.Input { return game.Input{Thrust: 5} }
	g.run(settled)
	const dropped = 8
	g.srv.due += dropped * tickTime
	g.srv.extra = wire.AppendRebase(nil, &wire.Rebase{Ticks: dropped})
	others, shifted := 0.0, 0.0
	last := g.p.clock.mine
	g.seen = func(v *View) {
		if d := v.Tick - last; d < 0 {
			shifted += d - 1
		}
		last = v.Tick
		if v.Others < others {
			t.Errorf("the others' time went back from %.2f to %.2f", others, v.Others)
		}
		others = v.Others
	}
	g.run(time.Second)
	if math.Abs(shifted+dropped) > 0.2 {
		t.Errorf("my time was shifted by %.2f ticks", shifted)
	}
	before := g.p.Stats()
	if before.Rebases != 1 {
		t.Errorf("%d rebases are counted", before.Rebases)
	}
	g.run(5 * time.Second)
	after := g.p.Stats()
	if after.Mispredicted != before.Mispredicted {
		t.Errorf("%d ticks are mispredicted afterwards", after.Mispredicted-before.Mispredicted)
	}
	if after.Margin < 0 || after.Margin > 4 {
		t.Errorf("inputs are %d ticks early", after.Margin)
	}
}

func TestACorrectionMeltsWithinATenthOfASecond(t *testing.T) {
	var o offset
	o.moved(Point{30, 0}, Point{0, 40}, time.Second)
	if at := o.at(time.Second); at != (Point{30, -40}) {
		t.Errorf("at first the ship is drawn %v away", at)
	}
	last := float32(50)
	for d := time.Duration(0); d < errorMelts; d += errorMelts / 6 {
		if now := length(o.at(time.Second + d)); now > last {
			t.Errorf("it grows from %v to %v", last, now)
		} else {
			last = now
		}
	}
	if at := o.at(time.Second + errorMelts); at != (Point{}) {
		t.Errorf("after a tenth of a second %v is left", at)
	}
	o.moved(Point{errorSnaps + 1, 0}, Point{}, 2*time.Second)
	if at := o.at(2 * time.Second); at != (Point{}) {
		t.Errorf("a leap is drawn %v away", at)
	}
}

// TestACorrectionIsMadeGoodInTheStateAtOnce: what melts is only where the ship is drawn; the next tick is predicted from
// where it is.
func TestACorrectionIsMadeGoodInTheStateAtOnce(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 0, 40*time.Millisecond, 0)
	g.hold = func(frame int) game.Input { return game.Input{Thrust: uint8(1 + frame/20%2*8)} }
	g.run(settled)
	for k := range time.Duration(8) {
		at := g.now + k*1100*time.Millisecond
		g.up.stalls = append(g.up.stalls, stall{at, at + 300*time.Millisecond})
	}
	melting := 0
	g.seen = func(v *View) {
		known := g.p.ahead.at(g.p.replica.Tick)
		if i := g.p.replica.ShipOf(mySeat); known == nil || i < 0 || moves(&known.state.Ships[0]) != moves(&g.p.replica.Ships[i]) {
			t.Fatalf("at tick %d the ship is predicted from elsewhere than where it is", g.p.replica.Tick)
		}
		is, _ := g.p.shipAt(v.Tick)
		drawn := v.Ships[v.Me].Pos
		if off := length(Point{drawn.X - is.X, drawn.Y - is.Y}); off > 1 {
			melting++
			if left := length(g.p.offset.at(g.frame)); math.Abs(float64(off-left)) > 0.01 {
				t.Errorf("drawn %.2f units off, of which %.2f are left to melt", off, left)
			}
		}
	}
	g.run(9 * time.Second)
	if melting == 0 {
		t.Error("nothing was corrected by much")
	}
}

func TestMyShipIsNotSeenToJumpWhenItIsCorrected(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 0, 40*time.Millisecond, 0)
	// To and fro, so that the server, hearing nothing, flies me the wrong way.
	g.hold = func(frame int) game.Input { return game.Input{Thrust: uint8(1 + frame/20%2*8)} }
	g.run(settled)
	for k := range time.Duration(8) {
		at := g.now + k*1100*time.Millisecond
		g.up.stalls = append(g.up.stalls, stall{at, at + 300*time.Millisecond})
	}
	var was *Ship
	count, large := g.p.Stats().Corrections, 0
	g.seen = func(v *View) {
		s, stats := v.Ships[v.Me], g.p.Stats()
		if by := stats.LastCorrection; stats.Corrections > count && by > 2 && by < errorSnaps && was != nil && was.Alive {
			large++
			off := length(Point{s.Pos.X - was.Pos.X - s.Vel.X, s.Pos.Y - was.Pos.Y - s.Vel.Y})
			if melts := length(g.p.offset.by) / 6; off > 1+melts {
				t.Errorf("corrected by %v units, my ship was drawn %v off its course in that frame", by, off)
			}
		}
		count, was = stats.Corrections, &s
	}
	g.run(9 * time.Second)
	if large == 0 {
		t.Error("nothing was corrected by much")
	}
}
