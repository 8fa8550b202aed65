package room_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bankshot/game/wire"
	"bankshot/server/room"
)

// eventful makes so many events in each tick from a tick on.
func eventful(w *stage, from uint32, each int) {
	w.step = func(tick uint32, _ []room.Input) room.Outcome {
		var out room.Outcome
		for i := range each {
			if tick >= from {
				out.Events = append(out.Events, fmt.Appendf(nil, "%d in %d", i, tick))
			}
		}
		return out
	}
}

func upTo(n uint32) []uint32 {
	var all []uint32
	for i := range n {
		all = append(all, i+1)
	}
	return all
}

func TestEventsAreNumberedAndNoneIsLostToAStall(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	c, stalled := b.join(wire.PresenceHere), b.join(wire.PresenceHere)
	eventful(w, 1, 1)
	b.run(10, c, stalled)
	b.run(60, c)
	for range 20 {
		b.run(1, c, stalled)
	}
	if diff := cmp.Diff(upTo(180), c.events); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(upTo(180), stalled.events); diff != "" {
		t.Errorf("events of who had been stalled (-want +got):\n%s", diff)
	}
}

func TestMoreEventsThanAFrameHoldsFollowInTheNextFrames(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	c := b.join(wire.PresenceHere)
	b.run(1, c)
	eventful(w, 3, 50)
	b.run(1, c)
	w.step = nil
	if len(c.events) == 100 {
		t.Fatal("one frame held a hundred messages")
	}
	b.run(20, c)
	if diff := cmp.Diff(upTo(100), c.events); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
	b.follows(c)
}

func TestWhoResumesIsToldTheEventsSinceTheLastItSaw(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	c := b.join(wire.PresenceHere)
	eventful(w, 1, 1)
	b.run(5, c)
	b.Detach(c.seat, c.conn)
	b.run(30)
	again := b.resume(c, wire.PresenceHere, c.events[len(c.events)-1])
	b.run(15, again)
	all := append(slices.Clone(c.events), again.events...)
	if diff := cmp.Diff(upTo(100), all); diff != "" {
		t.Errorf("events of both connections (-want +got):\n%s", diff)
	}
}

func TestEventsAreKeptForTenSecondsAndAsFarAsThereIsRoom(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	c := b.join(wire.PresenceHere)
	eventful(w, 1, 1)
	b.run(1, c)
	w.step = nil
	b.Detach(c.seat, c.conn)
	b.run(301)
	again := b.resume(c, wire.PresenceHere, 0)
	b.run(1, again)
	if len(again.events) != 0 {
		t.Errorf("told of %v after more than ten seconds", again.events)
	}
	eventful(w, 1, 100)
	b.run(2, again)
	if got := b.Counters().EventsForgotten; got != 2+400-256-2 {
		t.Errorf("%d events were counted as forgotten early", got)
	}
	w.step = nil
	b.run(40, again)
	if got := b.Counters(); int(got.EventsMissed)+len(again.events) != 400 {
		t.Errorf("%d missed and %d told do not make 400", got.EventsMissed, len(again.events))
	}
}

func TestWhoJoinsIsNotToldWhatWasBefore(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	eventful(w, 1, 1)
	b.run(5)
	c := b.join(wire.PresenceHere)
	b.run(1, c)
	if diff := cmp.Diff([]uint32{11, 12}, c.events); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
}

func TestEveryCommandIsAnswered(t *testing.T) {
	w := newStage()
	var done []byte
	w.command = func(s room.Seat, b []byte) error {
		if b[0] == 0 {
			return errors.New("nothing to build there")
		}
		done = append(done, b...)
		return nil
	}
	b := newTable(t, w)
	c, other := b.join(wire.PresenceHere), b.join(wire.PresenceHere)
	b.run(1, c, other)
	for i, data := range []byte{1, 0, 2} {
		b.Command(c.seat, c.conn, &wire.Command{N: uint32(i) + 1, Data: []byte{data}})
	}
	b.run(1, c, other)
	want := []wire.Reply{{N: 1}, {N: 2, Error: "nothing to build there"}, {N: 3}}
	if diff := cmp.Diff(want, c.replies); diff != "" {
		t.Errorf("replies (-want +got):\n%s", diff)
	}
	if string(done) != "\x01\x02" || len(other.replies) != 0 {
		t.Errorf("the world took % x; the other seat was told %v", done, other.replies)
	}
	if got := b.Counters(); got.Commands != 3 || got.CommandsRefused != 1 {
		t.Errorf("counted %d commands, %d refused", got.Commands, got.CommandsRefused)
	}
}

func TestMoreThanSixteenCommandsAnIntervalAreRefusedInOrder(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	c := b.join(wire.PresenceHere)
	b.run(1, c)
	for n := range uint32(20) {
		b.Command(c.seat, c.conn, &wire.Command{N: n, Data: []byte{1}})
	}
	b.run(3, c)
	if len(c.replies) != 20 {
		t.Fatalf("%d replies", len(c.replies))
	}
	for n, r := range c.replies {
		if int(r.N) != n || (r.Error != "") != (n >= 16) {
			t.Errorf("reply %d: %+v", n, r)
		}
	}
}

func TestWhoLetsItsRepliesPileUpIsHungUp(t *testing.T) {
	b := newTable(t, newStage())
	c := b.join(wire.PresenceHere)
	for n := range uint32(100) {
		b.Command(c.seat, c.conn, &wire.Command{N: n, Data: []byte{1}})
	}
	b.run(2)
	if c.read(); c.conn.closed != wire.ByeFlood {
		t.Errorf("closed with %d", c.conn.closed)
	}
}

func TestAPingIsAnsweredInTheSameFrameAsTheSnapshot(t *testing.T) {
	b := newTable(t, newStage())
	c := b.join(wire.PresenceHere)
	b.run(1, c)
	b.Ping(c.seat, c.conn, &wire.Ping{Nonce: 41}, 30)
	b.Ping(c.seat, c.conn, &wire.Ping{Nonce: 42}, 11)
	c.frames = 0
	b.run(1, c)
	if diff := cmp.Diff([]wire.Pong{{Nonce: 42, HeldMS: 11}}, c.pongs); diff != "" || c.frames != 1 {
		t.Errorf("%d frames, pongs (-want +got):\n%s", c.frames, diff)
	}
}
