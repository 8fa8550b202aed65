package scene

import (
	"testing"
	"time"

	"bankshot/game"
)

func TestInAnHourTheKillsThatAreSeenAreTheFeed(t *testing.T) {
	v := anHour()
	c := newChronicle()
	v.Events = []game.Event{
		{Kind: game.EventKilled, Seat: 5, Other: v.Seat, Banks: 2, Amount: 3, Helper: game.NoSeat},
		{Kind: game.EventKilled, Seat: v.Seat, Other: 9999, Banks: 1, Helper: game.NoSeat},
		{Kind: game.EventFired, Seat: 5},
	}
	c.look(v, time.Second)
	first, second := &c.feed.kills[0], &c.feed.kills[1]
	if first.victim != "Somebody" || !first.byMine || first.points != 3 || first.banks != 2 {
		t.Errorf("my kill is told as %+v", first)
	}
	if !second.victimMine || second.by != "somebody" || c.death.by != "somebody" {
		t.Errorf("my death is told as %+v, by %q", second, c.death.by)
	}
	if c.feed.next != 2 {
		t.Errorf("%d lines", c.feed.next)
	}
	v = aView()
	v.Events = []game.Event{{Kind: game.EventKilled, Seat: 5, Other: 3}}
	c = newChronicle()
	if c.look(v, time.Second); c.feed.next != 0 {
		t.Error("in a match, where the room tells of every kill, one was told twice")
	}
}
