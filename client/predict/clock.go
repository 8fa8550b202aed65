package predict

import (
	"math"
	"time"

	"bankshot/game"
	"bankshot/game/wire"
)

// clock keeps both times, in ticks.
//
// The stream's time is where the newest snapshot would stand if each came as quickly as the quickest lately: arrivals
// give it an offset from the local clock. The others are drawn behind it by one interval and by what 95 of 100 snapshots
// are late at most.
//
// My time has an offset of its own. Every snapshot tells by how many ticks of time my input for its ticks was early; since
// I know the offset at which I made that input, the offset at which it would have been early by targetMargin follows, and
// of those the clock keeps a high percentile. So what the clock aims at does not depend on how far it has got: it cannot
// swing. Before there is any input to measure, the round trip stands in.
type clock struct {
	interval float64 // ticks from snapshot to snapshot

	// offset is the stream's time minus the local one, in ticks: the highest of this window and the one before.
	offset     [2]float64
	windowEnds time.Duration
	started    bool
	late       percentile // of snapshots, in ticks

	mine   float64
	others float64
	at     time.Duration // when mine and others were brought up to date

	sent   [aheadTicks]sentInput
	need   percentile // of offsets from the local clock to my time
	rtt    float64    // the least round trip lately, in ticks; 0 for unknown
	starts bool       // my time is to be set, whatever it was

	margin  int8 // the newest measured
	starved bool // others stands still for want of snapshots
	// slept says that much time has passed without a frame, and what is known is still from before. It ends at woken in any
	// case.
	slept bool
	woken time.Duration
}

// sentInput is the offset of my time at which the input for a tick went out.
type sentInput struct {
	tick   game.Tick
	offset float64
}

const (
	offsetWindow = 3 * time.Second
	// targetMargin is by how many ticks all but the latest of my inputs should be early. The server rounds down, so
	// that they are half a tick earlier than that.
	targetMargin = 1.0
	// guessedTrip stands in for the round trip until one is known.
	guessedTrip = 6.0
	// leastTrip is what a round trip that took no time counts as, since 0 stands for unknown.
	leastTrip = 0.01
	// mineSteers is by how much my clock may run fast or slow.
	mineSteers = 0.03
	// looseSteers is the same while I have no ship to see it by.
	looseSteers = 0.5
	// othersFast and othersSlow bound the others' clock. At 1.35 times their speed, nobody moves farther in a frame
	// than 1.5 times a dash.
	othersFast = 0.35
	othersSlow = 0.25
	// sleptTicks without a frame are a hidden page or a sleeping computer; a second after them the picture goes on, whatever
	// has come.
	sleptTicks = 60
	wakesFor   = time.Second
	// behindSpare is how much later than strictly needed the others are drawn.
	behindSpare = 0.5
	mostBehind  = 30.0
)

func newClock() clock {
	c := clock{interval: 2, starts: true, late: percentile{share: 0.95}, need: percentile{share: 0.95}}
	return c
}

func ticksOf(d time.Duration) float64 { return float64(d) * game.TickHz / float64(time.Second) }

// stream is the stream's time.
func (c *clock) stream(now time.Duration) float64 {
	return ticksOf(now) + max(c.offset[0], c.offset[1])
}

// begin forgets what time it was.
func (c *clock) begin() {
	c.started = false
	c.late.reset()
	c.need.reset()
	c.others, c.starts = 0, true
}

// restart forgets what an earlier connection has taught about the way here and back.
func (c *clock) restart() {
	c.started = false
	c.late.reset()
	c.need.reset()
	c.rtt = 0
	c.margin = wire.MarginNone
}

// arrived takes in that the snapshot of a tick arrived. A full one is no measure of lateness: it is long.
func (c *clock) arrived(tick game.Tick, at time.Duration, full bool) {
	offset := float64(tick) - ticksOf(at)
	switch {
	case !c.started:
		c.started = true
		c.offset = [2]float64{offset, offset}
		c.windowEnds = at + offsetWindow
	case at >= c.windowEnds:
		c.offset[1], c.offset[0] = c.offset[0], offset
		c.windowEnds = at + offsetWindow
	default:
		c.offset[0] = max(c.offset[0], offset)
	}
	if !full {
		c.late.add(max(c.offset[0], c.offset[1]) - offset)
	}
}

// inputSent takes in that the input for a tick goes out now.
func (c *clock) inputSent(tick game.Tick, now time.Duration) {
	c.sent[tick%aheadTicks] = sentInput{tick, float64(tick) - ticksOf(now)}
}

// measured takes in by how much my inputs for the ticks up to tick were early.
func (c *clock) measured(tick game.Tick, margin int8) {
	if margin == wire.MarginNone {
		return
	}
	c.margin = margin
	sent := tick
	if margin < 0 {
		sent += game.Tick(int32(margin)) // it was a late one that was measured
	}
	if s := &c.sent[sent%aheadTicks]; s.tick == sent && sent != 0 {
		c.need.add(s.offset + targetMargin - float64(margin))
	}
}

// roundTrip takes in how long an answer took.
func (c *clock) roundTrip(d time.Duration) {
	trip := max(ticksOf(d), leastTrip)
	if c.rtt == 0 && c.need.count == 0 {
		c.starts = true // until now my time was a guess, and nothing was asked in it
	}
	if c.rtt == 0 || trip < c.rtt {
		c.rtt = trip
	} else {
		c.rtt += (trip - c.rtt) / 8
	}
}

// rebase shifts everything by ticks that the server has dropped.
func (c *clock) rebase(ticks float64) {
	c.offset[0] -= ticks
	c.offset[1] -= ticks
	c.need.shift(-ticks)
	c.mine -= ticks
}

// aim is where my time should be.
func (c *clock) aim(now time.Duration) float64 {
	if c.need.count > 0 {
		return ticksOf(now) + c.need.value
	}
	trip := c.rtt
	if trip == 0 {
		trip = guessedTrip
	}
	return c.stream(now) + trip + c.late.value + targetMargin + 0.5
}

// behind is how far the others are drawn behind the stream's time.
func (c *clock) behind() float64 {
	return min(c.interval+c.late.value+behindSpare, mostBehind)
}

// advance brings both times up to now. newest is the newest tick known; loose says that I have no ship, so that nobody
// sees my clock hurry. It says whether my time was set instead of steered.
func (c *clock) advance(now time.Duration, newest game.Tick, loose bool) (jumped bool) {
	passed := max(ticksOf(now-c.at), 0)
	c.at = max(c.at, now)
	woke := c.wake(now, newest, passed)

	if ticksOf(now)+c.need.value < float64(newest)-jumpTicks {
		c.need.reset() // no input could be in time at that: the server's ticks are not those that were measured
	}
	steers := mineSteers
	if loose {
		steers = looseSteers
	}
	c.mine += passed
	off := c.aim(now) - c.mine
	if c.starts || math.Abs(off) > jumpTicks {
		jumped = !c.starts || math.Abs(off) > jumpTicks
		c.starts = false
		c.mine += off
	} else {
		c.mine += min(max(off, -steers*passed), steers*passed)
	}
	c.mine = max(c.mine, 0)
	switch {
	case c.slept: // the others stand as they stood, until there is news
		c.starved = false
	case woke:
		c.starved = false
		c.others = max(min(c.stream(now)-c.behind(), float64(newest)), c.others)
	default:
		c.advanceOthers(passed, c.stream(now)-c.behind(), float64(newest))
	}
	return jumped || woke
}

// wake notices that a page was hidden, and says when it has news again: what has waited here in between is from the time
// right after it was hidden, and would be seen as one more leap.
func (c *clock) wake(now time.Duration, newest game.Tick, passed float64) (woke bool) {
	if passed > sleptTicks && c.started && c.others > 0 {
		c.slept, c.woken = true, now+wakesFor
	}
	if c.slept && (c.stream(now)-float64(newest) < jumpTicks || now >= c.woken) {
		c.slept, woke = false, true
	}
	return woke
}

func (c *clock) advanceOthers(passed, aim, newest float64) {
	c.starved = false
	off := aim - (c.others + passed)
	if off > 2*jumpTicks || c.others == 0 {
		c.others = max(min(aim, newest), c.others)
		return
	}
	// The smaller the difference the slower it is closed, so that jitter in what is measured is not seen.
	steer := off * min(1, passed/20)
	others := c.others + passed + min(max(steer, -othersSlow*passed), othersFast*passed)
	if others > newest {
		c.starved = passed > 0
		others = max(newest, c.others)
	}
	c.others = others
}
