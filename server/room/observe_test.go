package room_test

import (
	"testing"
	"testing/synctest"
	"time"

	"bankshot/game/wire"
	"bankshot/server/room"
)

// within is how many values of a tally lie above one bound and at or below another.
func within(tally room.Tally, scale room.Scale, above, upTo time.Duration) (n uint64) {
	for i, bound := range scale {
		if time.Duration(bound) > above && time.Duration(bound) <= upTo {
			n += tally.N[i]
		}
	}
	return n
}

func TestARoomObservesEachWakeUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h, r, _, _ := inhabited(t, 10*time.Second)
		got := r.Counters()
		wakeUps := got.Ticks / 2
		for name, tally := range map[string]room.Tally{"lateness": got.Lateness, "duration": got.Duration, "bodies": got.Bodies} {
			if tally.Count() != wakeUps {
				t.Errorf("%s: %d values at %d wake-ups", name, tally.Count(), wakeUps)
			}
		}
		// In fake time nothing is late and work takes no time.
		if got.Lateness.N[0] != wakeUps || got.Lateness.Sum != 0 || got.Duration.N[0] != wakeUps || got.Overruns != 0 {
			t.Errorf("lateness %v, duration %v, %d overruns", got.Lateness, got.Duration, got.Overruns)
		}
		if got.Bodies.Sum != 12*wakeUps {
			t.Errorf("%d bytes in %d bodies of 12", got.Bodies.Sum, wakeUps)
		}
		h.close(t)
	})
}

func TestWorkLongerThanTheIntervalIsAnOverrunAndSoIsBeingLate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var told []room.Overrun
		h := newHouse(t, func(c *room.Config) { c.Overrun = func(o room.Overrun) { told = append(told, o) } })
		r := h.make(t)
		c, line := attach(t, r, hello(wire.PresenceHere))
		pass(time.Second, c, line)
		stall := func(d time.Duration) (overruns uint64, told0 []room.Overrun) {
			told = nil
			before := r.Counters().Overruns
			once := true
			h.worlds[r.Code()].then(func(uint32, []room.Input) room.Outcome {
				if once {
					once = false
					time.Sleep(d)
				}
				return room.Outcome{}
			})
			pass(time.Second, c, line)
			return r.Counters().Overruns - before, told
		}
		if n, told := stall(30 * time.Millisecond); n != 0 || len(told) != 0 {
			t.Errorf("work within the interval: %d overruns, %v", n, told)
		}
		if n, told := stall(40 * time.Millisecond); n != 1 || len(told) != 1 || told[0].Took != 40*time.Millisecond || told[0].Late != 0 {
			t.Errorf("work longer than the interval: %d overruns, %v", n, told)
		}
		n, told := stall(100 * time.Millisecond)
		if n != 2 || len(told) != 2 || told[0].Took != 100*time.Millisecond || told[1].Took != 0 || told[1].Late <= 50*time.Millisecond {
			t.Fatalf("work of three intervals makes itself an overrun and the next one late: %d, %v", n, told)
		}
		if told[0].Code != r.Code() || told[0].Tick == 0 {
			t.Errorf("which room it was: %+v", told[0])
		}
		if got := r.Counters(); within(got.Lateness, room.LatenessScale, 50*time.Millisecond, 100*time.Millisecond) != 1 ||
			within(got.Duration, room.DurationScale, 20*time.Millisecond, 50*time.Millisecond) != 2 {
			t.Errorf("lateness %v, duration %v", got.Lateness, got.Duration)
		}
		h.close(t)
	})
}

func TestRoundTimesAreTakenFromTheFirstReportOfEachSnapshot(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h, r, c, line := inhabited(t, time.Second)
		time.Sleep(interval) // until its last report was dealt with
		synctest.Wait()
		before := r.Counters().RoundTimes
		// Snapshots reach the client after 80 ms and are reported twice.
		for range 100 {
			tick := c.read().tick
			time.Sleep(80 * time.Millisecond)
			line.Input(&wire.Input{Echo: tick})
			line.Input(&wire.Input{Echo: tick})
			line.Input(&wire.Input{Echo: tick + 1000}) // what was never sent
			line.Input(&wire.Input{Echo: 1 << 31})
			synctest.Wait()
		}
		time.Sleep(interval)
		synctest.Wait()
		after := r.Counters().RoundTimes
		// The newest snapshot is up to an interval old when the client reads it.
		n := within(after, room.RoundTimeScale, 50*time.Millisecond, 200*time.Millisecond) - within(before, room.RoundTimeScale, 50*time.Millisecond, 200*time.Millisecond)
		if mean := time.Duration((after.Sum - before.Sum) / 100); n != 100 || after.Count()-before.Count() != 100 || mean < 80*time.Millisecond || mean > 80*time.Millisecond+interval {
			t.Errorf("%d round times, %d of them of the right size, mean %v", after.Count()-before.Count(), n, mean)
		}
		h.close(t)
	})
}

func TestTheAgeOfEchoesGrowsWhileAClientIsSilent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h, r, _, _ := inhabited(t, 5*time.Second)
		punctual := r.Counters().EchoAges
		if old := punctual.Count() - within(punctual, room.EchoScale, 0, 50*time.Millisecond); old != 0 || punctual.Count() < 140 {
			t.Errorf("with a punctual client %d of %d ages are above 50 ms", old, punctual.Count())
		}
		time.Sleep(3 * time.Second)
		synctest.Wait()
		got := r.Counters()
		// From half a second on it is skipped; each interval still counts, for that is when it matters.
		if n := within(got.EchoAges, room.EchoScale, 500*time.Millisecond, 5*time.Second); n < 74 || n > 76 || got.Skips < 74 {
			t.Errorf("%d ages above half a second, %d skips: %v", n, got.Skips, got.EchoAges)
		}
		h.close(t)
	})
}

func TestACensusTellsWhoIsHereAwayKeptAndWatching(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t, nil)
		r, other := h.make(t), h.make(t)
		attach(t, r, hello(wire.PresenceHere))
		_, away := attach(t, r, hello(wire.PresenceHere))
		attach(t, r, hello(wire.PresenceWatching))
		dropped, gone := attach(t, r, hello(wire.PresenceHere))
		dropped.seat = 3
		attach(t, other, hello(wire.PresenceHere))
		pass(3*interval, dropped, gone)
		away.Presence(&wire.SetPresence{Presence: wire.PresenceAway})
		gone.Detach()
		time.Sleep(3 * interval)
		synctest.Wait()
		if got, want := r.Census(), (room.Census{Here: 1, Away: 1, Kept: 1, Watching: 1}); got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
		if got, want := h.Census(), (room.Census{Here: 2, Away: 1, Kept: 1, Watching: 1}); got != want {
			t.Errorf("in all rooms: %+v, want %+v", got, want)
		}
		h.close(t)
	})
}

func TestATokenThatNobodyKnowsIsCounted(t *testing.T) {
	b := newTable(t, newStage())
	first := b.join(wire.PresenceHere)
	b.run(2, first)
	b.resume(first, wire.PresenceHere, 0)
	lost := hello(wire.PresenceHere)
	lost.Token[3] = 9
	b.attach(lost)
	if got := b.Counters(); got.Resumes != 1 || got.ResumesUnknown != 1 || got.Joins != 2 {
		t.Errorf("%d resumed, %d unknown, %d joined", got.Resumes, got.ResumesUnknown, got.Joins)
	}
}
