package predict

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"bankshot/game"
	"bankshot/game/wire"
)

// ways changes how a client and its server are connected while they play: half a round trip, half its unevenness.
func (g *play) ways(delay, jitter time.Duration) {
	g.up.delay, g.down.delay, g.up.jitter, g.down.jitter = delay, delay, jitter, jitter
}

// course is what the clocks did over a while: means of what stands in Stats, and the steps of my time from frame to frame.
type course struct {
	lead, margin, behindMS float64
	slowest, fastest       float64 // ticks of mine, within one tick of time
	othersBack             int
	mispredicted, ticks    int
	starved, frames        int
}

// watch runs for so long and says what the clocks did.
func (g *play) watch(d time.Duration) course {
	g.t.Helper()
	before := g.p.Stats()
	c := course{slowest: math.Inf(1)}
	last, others, n, margins := g.p.clock.mine, g.p.clock.others, 0, 0
	at, flew := g.p.clock.at, g.p.flying()
	g.seen = func(v *View) {
		s := g.p.Stats()
		c.lead += s.LeadTicks
		if s.Margin != wire.MarginNone {
			c.margin += float64(s.Margin)
			margins++
		}
		c.behindMS += s.InterpolationMS
		n++
		// Without a ship my time may hurry, for nobody sees it.
		if passed := ticksOf(g.p.clock.at - at); passed > 0 && flew && g.p.flying() {
			c.slowest = min(c.slowest, (v.Tick-last)/passed)
			c.fastest = max(c.fastest, (v.Tick-last)/passed)
		}
		if v.Others < others {
			c.othersBack++
		}
		last, others, at, flew = v.Tick, v.Others, g.p.clock.at, g.p.flying()
	}
	g.run(d)
	g.seen = nil
	after := g.p.Stats()
	c.lead, c.margin, c.behindMS = c.lead/float64(n), c.margin/float64(margins), c.behindMS/float64(n)
	c.mispredicted, c.ticks = after.Mispredicted-before.Mispredicted, after.Ticks-before.Ticks
	c.starved, c.frames = after.Starved-before.Starved, after.Frames-before.Frames
	return c
}

// steered fails unless my time was steered by a few percent at most, and the others' never ran back.
func (c *course) steered(t *testing.T, what string) {
	t.Helper()
	if c.slowest < 1-mineSteers-1e-6 || c.fastest > 1+mineSteers+1e-6 {
		t.Errorf("%s: my time ran at %.3f to %.3f of its speed", what, c.slowest, c.fastest)
	}
	if c.othersBack > 0 {
		t.Errorf("%s: the others' time went back %d times", what, c.othersBack)
	}
}

func TestMoreJitterIsFollowedWithinSecondsAndLessOfItToo(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 4, 40*time.Millisecond, time.Millisecond)
	g.hold = lively(41)
	g.run(settled)
	g.run(5 * time.Second)
	calm := g.watch(10 * time.Second)
	calm.steered(t, "calm")
	g.ways(40*time.Millisecond, 20*time.Millisecond)
	rising := g.watch(4 * time.Second)
	rising.steered(t, "getting rough")
	rough := g.watch(10 * time.Second)
	rough.steered(t, "rough")
	g.ways(40*time.Millisecond, time.Millisecond)
	falling := g.watch(15 * time.Second)
	falling.steered(t, "getting calm")
	again := g.watch(10 * time.Second)
	again.steered(t, "calm again")
	t.Logf("lead %.1f, %.1f, %.1f ticks; others behind %.0f, %.0f, %.0f ms; mispredicted %d, %d, %d",
		calm.lead, rough.lead, again.lead, calm.behindMS, rough.behindMS, again.behindMS, calm.mispredicted, rough.mispredicted, again.mispredicted)
	if rough.lead < calm.lead+0.3 || rough.behindMS < calm.behindMS+12 {
		t.Errorf("40 ms of jitter: the lead went from %.1f to %.1f ticks, the others' delay from %.0f to %.0f ms",
			calm.lead, rough.lead, calm.behindMS, rough.behindMS)
	}
	if missed := float64(rough.mispredicted) / float64(rough.ticks); missed > 0.02 {
		t.Errorf("under jitter %.2f %% of my ticks are mispredicted", 100*missed)
	}
	if again.lead > calm.lead+0.5 || again.behindMS > calm.behindMS+8 {
		t.Errorf("calm again, the lead is %.1f ticks and was %.1f, the others' delay %.0f ms and was %.0f",
			again.lead, calm.lead, again.behindMS, calm.behindMS)
	}
}

func TestABurstStretchesTheOthersDelayForAMomentOnly(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 4, 30*time.Millisecond, 2*time.Millisecond)
	g.hold = lively(42)
	g.run(settled)
	g.run(5 * time.Second)
	calm := g.watch(5 * time.Second)
	// For three seconds snapshots come in bursts: nothing for 100 ms, then three at once.
	for k := range time.Duration(30) {
		at := g.now + k*100*time.Millisecond
		g.down.stalls = append(g.down.stalls, stall{at, at + 95*time.Millisecond})
	}
	burst := g.watch(3 * time.Second)
	burst.steered(t, "in bursts")
	peak := g.p.Stats().InterpolationMS
	g.watch(8 * time.Second)
	after := g.watch(5 * time.Second)
	if peak < calm.behindMS+40 || after.behindMS > calm.behindMS+8 {
		t.Errorf("the others were drawn %.0f ms behind, after bursts %.0f, and then %.0f", calm.behindMS, peak, after.behindMS)
	}
	if after.starved > 0 {
		t.Errorf("%d of %d frames had nothing to draw from after that", after.starved, after.frames)
	}
}

func TestAnotherNetworkIsFollowedWithoutAJumpThereAndBack(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 4, 10*time.Millisecond, time.Millisecond)
	g.hold = lively(43)
	g.run(settled)
	g.run(5 * time.Second)
	near := g.watch(5 * time.Second)
	g.ways(75*time.Millisecond, 2*time.Millisecond)
	way := g.watch(8 * time.Second)
	far := g.watch(8 * time.Second)
	g.ways(10*time.Millisecond, time.Millisecond)
	back := g.watch(15 * time.Second)
	again := g.watch(5 * time.Second)
	for what, c := range map[string]*course{"near": &near, "on the way": &way, "far": &far, "on the way back": &back, "near again": &again} {
		c.steered(t, what)
	}
	if far.lead < 8 || far.lead > 13.5 || far.mispredicted > 4 {
		t.Errorf("150 ms away the lead is %.1f ticks, %d ticks were mispredicted", far.lead, far.mispredicted)
	}
	if math.Abs(again.lead-near.lead) > 0.7 || again.margin > 3 || again.mispredicted > 0 {
		t.Errorf("near again the lead is %.1f ticks, it was %.1f; inputs are %.1f ticks early, %d ticks were mispredicted",
			again.lead, near.lead, again.margin, again.mispredicted)
	}
	if again.behindMS > near.behindMS+8 {
		t.Errorf("near again the others are drawn %.0f ms behind, it was %.0f", again.behindMS, near.behindMS)
	}
}

func TestAStallIsNoReasonForMoreLeadOrMoreDelay(t *testing.T) {
	for _, c := range []struct {
		name     string
		up, down bool
	}{{"up", true, false}, {"down", false, true}, {"both", true, true}} {
		g := newPlay(t, Config{Name: "Ana"}, 4, 40*time.Millisecond, 5*time.Millisecond)
		g.hold = lively(44)
		g.run(settled)
		g.run(5 * time.Second)
		before := g.watch(5 * time.Second)
		s := stall{g.now + time.Second, g.now + 1400*time.Millisecond}
		if c.up {
			g.up.stalls = append(g.up.stalls, s)
		}
		if c.down {
			g.down.stalls = append(g.down.stalls, s)
		}
		during := g.watch(3 * time.Second)
		during.steered(t, c.name)
		after := g.watch(5 * time.Second)
		if after.lead > before.lead+0.5 || after.behindMS > before.behindMS+8 {
			t.Errorf("%s: after a stall the lead is %.1f ticks and was %.1f, the others' delay %.0f ms and was %.0f",
				c.name, after.lead, before.lead, after.behindMS, before.behindMS)
		}
	}
}

// TestClocksThatDriftAreFollowed: quartzes differ by 200 millionths at worst, for as long as the match lasts.
func TestClocksThatDriftAreFollowed(t *testing.T) {
	for _, ppm := range []int{-200, 200} {
		g := newPlay(t, Config{Name: "Ana"}, 2, 20*time.Millisecond, 2*time.Millisecond)
		g.hold = lively(45)
		g.srv.interval = interval + interval*time.Duration(ppm)/1_000_000
		g.run(settled)
		g.run(10 * time.Second)
		early := g.watch(10 * time.Second)
		g.run(5 * time.Minute)
		late := g.watch(10 * time.Second)
		late.steered(t, "drifting")
		// Screen and server pass by each other meanwhile, which is worth a tick.
		if math.Abs(late.lead-early.lead) > 1.2 || late.margin > targetMargin+1 || math.Abs(late.behindMS-early.behindMS) > 8 || late.mispredicted > 2 {
			t.Errorf("%d ppm: after minutes the lead is %.2f ticks and was %.2f, the others' delay %.0f ms and was %.0f, %d mispredicted",
				ppm, late.lead, early.lead, late.behindMS, early.behindMS, late.mispredicted)
		}
	}
}

// TestTheLeadIsNoLongerThanTheWaysAndOneTickAsk: what an input waits at the server is delay for nothing.
func TestTheLeadIsNoLongerThanTheWaysAndOneTickAsk(t *testing.T) {
	for _, delay := range []time.Duration{time.Millisecond / 2, 20 * time.Millisecond, 75 * time.Millisecond} {
		// Screens and servers stand to each other in every possible way.
		rng := rand.New(rand.NewPCG(uint64(delay), 46))
		for range 6 {
			g := newPlay(t, Config{Name: "Ana"}, 2, delay, 0)
			g.hold = lively(46)
			g.frame = time.Duration(rng.Int64N(int64(interval)))
			g.run(settled)
			g.run(3 * time.Second)
			c := g.watch(5 * time.Second)
			if c.margin < 0.9 || c.margin > targetMargin+1 || c.mispredicted > 0 {
				t.Errorf("%v each way: inputs are %.2f ticks early, %d of %d ticks were mispredicted", delay, c.margin, c.mispredicted, c.ticks)
			}
			if c.ticks < 3*game.TickHz {
				t.Errorf("only %d ticks were compared", c.ticks)
			}
		}
	}
}
