package room_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"bankshot/game/wire"
	"bankshot/server/room"
)

func TestASeatWhoseTokenNeverArrivedIsNotKept(t *testing.T) {
	w := newStage()
	w.rates.Players = 1
	b := newTable(t, w)
	lost := b.join(wire.PresenceHere)
	b.Advance(1)
	b.Detach(lost.seat, lost.conn) // the Welcome went down with the connection
	back := b.join(wire.PresenceHere)
	b.run(1, back)
	if len(back.replies) != 0 {
		t.Errorf("the only place is taken by a ghost: %v", back.replies)
	}
	want := []told{{0, "Ann", room.Here}, {0, "Ann", room.Gone}, {0, "Ann", room.Here}}
	if diff := cmp.Diff(want, w.people); diff != "" {
		t.Errorf("the world was told otherwise (-want +got):\n%s", diff)
	}
}

func TestWhoSawNoEventYetIsNotToldThoseFromBeforeTheyJoined(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	eventful(w, 1, 1)
	b.run(5)
	w.step = nil
	c := b.join(wire.PresenceHere)
	b.run(1, c)
	b.Detach(c.seat, c.conn)
	b.run(1)
	eventful(w, 15, 1)
	again := b.resume(c, wire.PresenceHere, 0)
	b.run(2, again)
	if diff := cmp.Diff([]uint32{11, 12}, again.events[:min(2, len(again.events))]); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
}
