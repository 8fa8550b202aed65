package light

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"bankshot/game/wire"
)

// desk is a server's side of ticks, as package room keeps it: one input for each tick, for T+1 to T+12, and in each
// snapshot by how many ticks the least early of its inputs was early.
type desk struct {
	tick     uint32
	divisor  uint32
	has      map[uint32]int // tick -> early
	margin   int8
	margins  []int8
	accepted int
	late     int
	early    int
	surplus  int
	lacking  int // ticks stepped without an input
}

func newDesk(tick, divisor uint32) *desk {
	return &desk{tick: tick, divisor: divisor, has: map[uint32]int{}, margin: wire.MarginNone}
}

// take gets inputs wait ticks of time before the next step.
func (d *desk) take(first, count uint32, wait int) {
	for t := first; t < first+count; t++ {
		ahead := int32(t - d.tick)
		early := int(math.Floor(float64(ahead-1)/float64(d.divisor)))*int(d.divisor) + wait
		_, has := d.has[t]
		switch {
		case ahead < 1:
			d.late++
			d.measure(min(early, -1))
		case ahead > wire.MaxAhead:
			d.early++
		case has:
			d.surplus++
		default:
			d.accepted++
			d.has[t] = early
		}
	}
}

func (d *desk) measure(early int) {
	if m := int8(max(-127, min(early, 127))); d.margin == wire.MarginNone || m < d.margin {
		d.margin = m
	}
}

// step steps an interval and says what its snapshot tells.
func (d *desk) step() (tick uint32, margin int8) {
	for range d.divisor {
		d.tick++
		if early, has := d.has[d.tick]; has {
			d.measure(early)
		} else {
			d.lacking++
		}
		delete(d.has, d.tick)
	}
	margin, d.margin = d.margin, wire.MarginNone
	if margin != wire.MarginNone {
		d.margins = append(d.margins, margin)
	}
	return d.tick, margin
}

// way is one between a bot and a desk, in ticks of time: how long what goes out at a time takes, in order.
type way struct {
	delay, jitter float64
	rng           *rand.Rand
	last          float64
}

func (w *way) at(now float64) float64 {
	w.last = max(w.last, now+w.delay+w.rng.Float64()*w.jitter)
	return w.last
}

// table is a bot and a desk and the ways between, in fake time.
type table struct {
	desk     *desk
	bot      ticks
	up, down way
	now      float64 // of the desk's next step
	phase    float64 // by which the bot sends after it
	frames   []posted
	news     []told
}

type posted struct {
	at           float64
	first, count uint32
}

type told struct {
	at     float64
	tick   uint32
	margin int8
}

func newTable(divisor, tick uint32, phase, delay, jitter float64) *table {
	w := way{delay: delay, jitter: jitter, rng: rand.New(rand.NewPCG(1, uint64(jitter*1000)))}
	t := &table{desk: newDesk(tick, divisor), bot: ticks{divisor: divisor}, up: w, down: w, phase: phase}
	t.bot.full(tick)
	return t
}

// play lets intervals pass. stepping and talking say whether the desk steps and the bot sends.
func (t *table) play(intervals int, stepping, talking bool) {
	span := float64(t.desk.divisor)
	for range intervals {
		for len(t.frames) > 0 && t.frames[0].at <= t.now {
			f := t.frames[0]
			t.frames = t.frames[1:]
			t.desk.take(f.first, f.count, int(t.now-f.at))
		}
		if stepping {
			tick, margin := t.desk.step()
			t.news = append(t.news, told{t.down.at(t.now), tick, margin})
		}
		sends := t.now + t.phase
		for len(t.news) > 0 && t.news[0].at <= sends {
			n := t.news[0]
			t.news = t.news[1:]
			t.bot.held = n.tick
			t.bot.measured(n.margin)
		}
		if talking {
			first, count := t.bot.next()
			t.frames = append(t.frames, posted{t.up.at(sends), first, count})
		}
		t.now += span
	}
}

func TestInputsAreInTimeAndNotMuchTooEarlyHoweverLongTheWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		divisor := rapid.Uint32Range(1, 3).Draw(t, "divisor")
		phase := rapid.Float64Range(0.01, 0.99).Draw(t, "phase") * float64(divisor)
		delay := rapid.Float64Range(0, 4.5).Draw(t, "delay of each way, ticks")
		jitter := rapid.Float64Range(0, 2).Draw(t, "jitter of each way, ticks")
		g := newTable(divisor, rapid.Uint32Range(0, 1<<20).Draw(t, "start"), phase, delay, jitter)
		g.play(400, true, true)
		late, lacking := g.desk.late, g.desk.lacking
		g.desk.margins = g.desk.margins[:0]
		const watched = 600
		g.play(watched, true, true)
		ticks := watched * int(divisor)
		if n := g.desk.lacking - lacking; n > ticks/10 {
			t.Fatalf("%d of %d ticks had no input, %d came late", n, ticks, g.desk.late-late)
		}
		slices.Sort(g.desk.margins)
		// An interval is what falling back goes by, another one lies between two measurements.
		most := leastMargin + 2*int(divisor) + int(math.Ceil(jitter))
		if mid := int(g.desk.margins[len(g.desk.margins)/2]); mid > most {
			t.Fatalf("half of the inputs are early by %d ticks and more; %d are plenty", mid, most)
		}
		if g.desk.early > 0 || g.desk.surplus > 0 {
			t.Fatalf("too early %d, surplus %d", g.desk.early, g.desk.surplus)
		}
	})
}

func TestAfterABurstOfJitterTheLeadShrinksAgain(t *testing.T) {
	g := newTable(2, 100, 0.7, 1.2, 0.3)
	middle := func(intervals int) int {
		g.desk.margins = g.desk.margins[:0]
		g.play(intervals, true, true)
		slices.Sort(g.desk.margins)
		return int(g.desk.margins[len(g.desk.margins)/2])
	}
	middle(300)
	calm := middle(300)
	g.up.jitter, g.down.jitter = 8, 8
	middle(300)
	rough := middle(300)
	g.up.jitter, g.down.jitter = 0.3, 0.3
	middle(300)
	again := middle(300)
	if calm > 4 || rough <= calm || again > calm+1 {
		t.Errorf("half of the inputs were early by %d ticks, under jitter by %d, and then by %d", calm, rough, again)
	}
}

func TestAfterAStallTheTicksAreRightAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := newTable(2, 100, 1, 0.2, 0)
		g.play(100, true, true)
		switch rapid.IntRange(0, 3).Draw(t, "what stalls") {
		case 0: // the server: it steps none, and says by how much its clock stood still
			stood := rapid.IntRange(1, 60).Draw(t, "intervals")
			g.play(stood, false, true)
			g.bot.moved(2 * uint32(stood))
		case 1: // the server, a moment: it makes up for it
			lost := rapid.IntRange(1, 6).Draw(t, "intervals")
			g.play(lost, false, true)
			for range lost {
				g.desk.step()
			}
		case 2: // the way to the bot: it hears nothing for a while
			g.down.last = g.now + 2*float64(rapid.IntRange(1, 60).Draw(t, "intervals"))
		case 3: // the bot
			g.play(rapid.IntRange(1, 60).Draw(t, "intervals"), true, false)
		}
		g.play(300, true, true)
		late, early, surplus, lacking := g.desk.late, g.desk.early, g.desk.surplus, g.desk.lacking
		g.play(300, true, true)
		if d := g.desk; d.late != late || d.early != early || d.surplus != surplus || d.lacking != lacking {
			t.Fatalf("long after the stall: late %d, too early %d, surplus %d, without input %d",
				d.late-late, d.early-early, d.surplus-surplus, d.lacking-lacking)
		}
		if ahead := int32(g.bot.sent - g.desk.tick); ahead > 6 || ahead < 0 {
			t.Fatalf("the last input was for %d ticks ahead", ahead)
		}
	})
}

func TestAStallOfTheWayIsNoReasonToHurry(t *testing.T) {
	g := newTable(2, 100, 0.7, 3, 0.5)
	g.play(300, true, true)
	before := g.bot.sent - g.desk.tick
	g.up.last = g.now + 24
	g.play(90, true, true)
	if after := g.bot.sent - g.desk.tick; after != before {
		t.Errorf("a stall of 400 ms made the bot send for %d ticks ahead, it was %d", after, before)
	}
}
