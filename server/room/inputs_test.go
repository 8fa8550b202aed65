package room_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"bankshot/game/wire"
	"bankshot/server/room"
)

type heard struct {
	Tick uint32
	Late bool
	Data byte
}

func heardBy(w *stage) []heard {
	var all []heard
	for _, in := range w.heard {
		all = append(all, heard{in.Tick, in.Late, in.Data[0]})
	}
	return all
}

func TestTheFirstInputForATickWins(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	c := b.join(wire.PresenceHere)
	b.press(c, 1, 10)
	b.press(c, 1, 11)
	b.press(c, 2, 12)
	b.run(1, c)
	b.press(c, 2, 13) // stepped already
	b.run(1, c)
	if diff := cmp.Diff([]heard{{1, false, 10}, {2, false, 12}}, heardBy(w)); diff != "" {
		t.Errorf("the world heard otherwise (-want +got):\n%s", diff)
	}
	if got := b.Counters(); got.InputsAccepted != 2 || got.InputsSurplus != 2 {
		t.Errorf("%d accepted, %d surplus", got.InputsAccepted, got.InputsSurplus)
	}
}

func TestALateInputEntersTheNextTickMarkedLate(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	c := b.join(wire.PresenceHere)
	b.run(10, c) // to tick 20
	b.press(c, 8, 7)
	b.press(c, 9, 8)
	b.press(c, 21, 9)
	b.run(1, c)
	if diff := cmp.Diff([]heard{{9, true, 8}, {21, false, 9}}, heardBy(w)); diff != "" {
		t.Errorf("the world heard otherwise (-want +got):\n%s", diff)
	}
	if got := b.Counters(); got.InputsLate != 1 || got.InputsTooLate != 1 {
		t.Errorf("%d late, %d too late", got.InputsLate, got.InputsTooLate)
	}
}

func TestInputsAreTakenTwelveTicksAheadAndNoFurther(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	c := b.join(wire.PresenceHere)
	b.press(c, wire.MaxAhead, 1)
	b.press(c, wire.MaxAhead+1, 2)
	b.run(10, c)
	if diff := cmp.Diff([]heard{{wire.MaxAhead, false, 1}}, heardBy(w)); diff != "" {
		t.Errorf("the world heard otherwise (-want +got):\n%s", diff)
	}
	if got := b.Counters().InputsTooEarly; got != 1 {
		t.Errorf("%d too early", got)
	}
}

func TestOnlyWhoIsHereIsHeard(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	c := b.join(wire.PresenceWatching)
	b.press(c, 1, 1)
	b.Presence(c.seat, c.conn, &wire.SetPresence{Presence: wire.PresenceHere})
	b.press(c, 3, 2)
	b.Presence(c.seat, c.conn, &wire.SetPresence{Presence: wire.PresenceAway})
	b.run(3, c)
	if len(w.heard) != 0 {
		t.Errorf("the world heard %v", w.heard)
	}
	if got := b.Counters().InputsIdle; got != 1 {
		t.Errorf("%d counted as idle", got)
	}
}

func TestTheMarginIsThatOfTheLeastEarlyInputOfAnInterval(t *testing.T) {
	b := newTable(t, newStage())
	c := b.join(wire.PresenceHere)
	input := func(first uint32, count, wait int) {
		b.Input(c.seat, c.conn, &wire.Input{First: first, Echo: c.tick, Count: count, Payloads: [2][]byte{{1}, {1}}}, wait)
	}
	input(1, 2, 1)
	b.run(1, c)
	if c.margin != 1 {
		t.Errorf("came a tick before its interval was due: margin %d", c.margin)
	}
	input(5, 2, 1) // a whole interval and a tick early
	b.run(1, c)
	if c.margin != wire.MarginNone {
		t.Errorf("nothing was for this interval: margin %d", c.margin)
	}
	b.run(1, c)
	if c.margin != 3 {
		t.Errorf("came three ticks before its interval was due: margin %d", c.margin)
	}
	input(5, 2, 0) // surplus, and two ticks after its interval was due
	b.run(1, c)
	if c.margin != -2 {
		t.Errorf("came two ticks late: margin %d", c.margin)
	}
}

func TestTheViewIsClampedToAQuarterOfASecond(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	c := b.join(wire.PresenceHere)
	b.run(50, c) // to tick 100
	for i, view := range []uint32{0, 90*16 + 3, 200 * 16} {
		b.Input(c.seat, c.conn, &wire.Input{
			First: 101 + uint32(i), Echo: c.tick, View: view, Count: 1, Payloads: [2][]byte{{1}},
		}, 0)
	}
	b.run(2, c)
	var views []uint32
	for _, in := range w.heard {
		views = append(views, in.View)
	}
	if diff := cmp.Diff([]uint32{(101 - 15) * 16, 90*16 + 3, 103 * 16}, views); diff != "" {
		t.Errorf("other views were passed on (-want +got):\n%s", diff)
	}
}

func TestTheSecondTickOfAnInputWasSeenOneTickLater(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	c := b.join(wire.PresenceHere)
	b.run(50, c) // to tick 100
	b.Input(c.seat, c.conn, &wire.Input{First: 101, Echo: c.tick, View: 95 * 16, Count: 2, Payloads: [2][]byte{{1}, {2}}}, 0)
	b.run(1, c)
	if n := len(w.heard); n != 2 || w.heard[0].View != 95*16 || w.heard[1].View != 96*16 {
		t.Errorf("heard %+v", w.heard)
	}
}

func TestAnInputOfAnEarlierConnectionIsNotWaitingForTheNewOne(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	old := b.join(wire.PresenceHere)
	b.run(1, old)
	b.press(old, 4, 1)
	again := b.resume(old, wire.PresenceHere, 0)
	b.press(again, 4, 2)
	b.run(1, again)
	if diff := cmp.Diff([]heard{{4, false, 2}}, heardBy(w)); diff != "" {
		t.Errorf("the world heard otherwise (-want +got):\n%s", diff)
	}
}

func TestNobodyMovesFasterBySendingMore(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := newStage()
		b := newTable(t, w)
		players := []*client{b.join(wire.PresenceHere), b.join(wire.PresenceHere), b.join(wire.PresenceHere)}
		var perStep [][]room.Input
		w.step = func(tick uint32, in []room.Input) room.Outcome {
			perStep = append(perStep, append([]room.Input(nil), in...))
			return room.Outcome{}
		}
		for range rapid.IntRange(1, 40).Draw(rt, "intervals") {
			for range rapid.IntRange(0, 20).Draw(rt, "messages") {
				c := players[rapid.IntRange(0, 2).Draw(rt, "who")]
				m := wire.Input{
					First: b.Tick() + uint32(rapid.IntRange(-20, 20).Draw(rt, "ahead")),
					Echo:  rapid.Uint32().Draw(rt, "echo"), View: rapid.Uint32().Draw(rt, "view"),
					Count: rapid.IntRange(0, 2).Draw(rt, "count"),
				}
				b.Input(c.seat, c.conn, &m, rapid.IntRange(-3, 3).Draw(rt, "wait"))
			}
			b.Advance(1)
		}
		type key struct {
			room.Seat
			tick uint32
		}
		seen := map[key]bool{}
		for i, inputs := range perStep {
			step := uint32(i + 1)
			for k, in := range inputs {
				if k > 0 && in.Seat < inputs[k-1].Seat {
					rt.Fatalf("step %d: seats out of order", step)
				}
				if seen[key{in.Seat, in.Tick}] {
					rt.Fatalf("step %d: seat %d acts twice for tick %d", step, in.Seat, in.Tick)
				}
				seen[key{in.Seat, in.Tick}] = true
				if back := int32(step - in.Tick); in.Late != (back > 0) || back < 0 || back > wire.LateTicks {
					rt.Fatalf("step %d: got the input for %d, late: %v", step, in.Tick, in.Late)
				}
				if back := int32(step*16 - in.View); back < 0 || back > wire.MaxViewTicks*16 {
					rt.Fatalf("step %d: view %d", step, in.View)
				}
			}
		}
	})
}
