package light

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"bankshot/game/wire"
)

// desk is a server's side of ticks, as package room keeps it: one input for each tick, for T+1 to T+12.
type desk struct {
	tick     uint32
	has      []uint32
	accepted int
	late     int
	early    int
	surplus  int
	lacking  int // ticks stepped without an input
}

func (d *desk) take(first, count uint32) {
	for t := first; t < first+count; t++ {
		switch ahead := int32(t - d.tick); {
		case ahead < 1:
			d.late++
		case ahead > wire.MaxAhead:
			d.early++
		case slices.Contains(d.has, t):
			d.surplus++
		default:
			d.accepted++
			d.has = append(d.has, t)
		}
	}
}

func (d *desk) step(ticks uint32) {
	for range ticks {
		d.tick++
		if !slices.Contains(d.has, d.tick) {
			d.lacking++
		}
	}
	d.has = slices.DeleteFunc(d.has, func(t uint32) bool { return int32(t-d.tick) <= 0 })
}

func TestEveryTickGetsItsInputAsLongAsNothingStalls(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		divisor := rapid.Uint32Range(1, 4).Draw(t, "divisor")
		start := rapid.Uint32Range(0, 1<<20).Draw(t, "start")
		// Where in the server's interval the bot sends, and whether the snapshot got there before, in each interval: as
		// when both fall on nearly the same moment.
		before := rapid.SliceOfN(rapid.Bool(), 60, 600).Draw(t, "before")
		d := desk{tick: start}
		c := ticks{divisor: divisor}
		c.full(start)
		steady := 0
		for i, b := range before {
			if b {
				d.take(c.next())
			}
			d.step(divisor)
			c.held = d.tick
			if !b {
				d.take(c.next())
			}
			if i == 3 {
				steady = d.lacking // the first ticks come before the first input
			}
		}
		if d.late+d.early+d.surplus > 0 {
			t.Fatalf("late %d, too early %d, surplus %d", d.late, d.early, d.surplus)
		}
		// An input more or less where it was sent now before, now after; but not one every time.
		if lacking := d.lacking - steady; lacking > int(divisor)*(2+len(before)/40) {
			t.Fatalf("%d of %d ticks had no input", lacking, len(before)*int(divisor))
		}
	})
}

func TestAfterAStallTheTicksAreRightAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := desk{tick: 100}
		c := ticks{divisor: 2}
		c.full(100)
		play := func(intervals int, held bool) {
			for range intervals {
				d.take(c.next())
				d.step(2)
				if held {
					c.held = d.tick
				}
			}
		}
		play(30, true)
		switch rapid.IntRange(0, 3).Draw(t, "what stalls") {
		case 0: // the server: it steps none, and says by how much its clock stood still
			for range rapid.IntRange(1, 60).Draw(t, "intervals") {
				d.take(c.next())
			}
			c.moved()
		case 1: // the server, a moment: it makes up for it
			lost := rapid.IntRange(1, 6).Draw(t, "intervals")
			for range lost {
				d.take(c.next())
			}
			d.step(uint32(2 * lost))
			c.held = d.tick
		case 2: // the way to the bot: it hears nothing for a while
			play(rapid.IntRange(1, 60).Draw(t, "intervals"), false)
			c.held = d.tick
		case 3: // the bot
			for range rapid.IntRange(1, 60).Draw(t, "intervals") {
				d.step(2)
			}
			c.held = d.tick
		}
		play(60, true)
		late, early, surplus, lacking := d.late, d.early, d.surplus, d.lacking
		play(200, true)
		if d.late != late || d.early != early || d.surplus != surplus || d.lacking != lacking {
			t.Fatalf("long after the stall: late %d, early %d, surplus %d, without input %d", d.late-late, d.early-early, d.surplus-surplus, d.lacking-lacking)
		}
		if ahead := int32(c.sent - d.tick); ahead > 6 || ahead < 0 {
			t.Fatalf("the last input was for %d ticks ahead", ahead)
		}
		if d.early > 0 || d.surplus > 0 {
			t.Fatalf("too early %d, surplus %d", d.early, d.surplus)
		}
	})
}
