package room_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bankshot/game/wire"
	"bankshot/server/room"
)

// builder is a table whose world keeps every command it was given, and refuses those that are empty words.
func builder(t *testing.T) (b *table, done *[]string) {
	w := newStage()
	done = &[]string{}
	w.command = func(_ room.Seat, data []byte) error {
		if string(data) == "no" {
			return errors.New("nothing to build there")
		}
		*done = append(*done, string(data))
		return nil
	}
	return newTable(t, w), done
}

func (b *table) order(c *client, n uint32, data string) {
	b.Command(c.seat, c.conn, &wire.Command{N: n, Data: []byte(data)})
}

func TestACommandSentAgainAfterADropIsAnsweredAgainAndDoneOnce(t *testing.T) {
	b, done := builder(t)
	c := b.join(wire.PresenceHere)
	b.run(1, c)
	b.order(c, 1, "wall")
	b.order(c, 2, "no")
	b.Detach(c.seat, c.conn) // both replies are lost
	b.run(5)
	again := b.resume(c, wire.PresenceHere, 0)
	b.order(again, 1, "wall")
	b.order(again, 2, "no")
	b.order(again, 3, "door")
	b.run(2, again)
	want := []wire.Reply{{N: 1}, {N: 2, Error: "nothing to build there"}, {N: 3}}
	if diff := cmp.Diff(want, again.replies); diff != "" {
		t.Errorf("replies (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"wall", "door"}, *done); diff != "" {
		t.Errorf("the world did (-want +got):\n%s", diff)
	}
	if got := b.Counters(); got.Commands != 3 || got.CommandsAgain != 2 || got.CommandsRefused != 1 {
		t.Errorf("counted %+v", got)
	}
}

func TestARefusalForBeingOneOfTooManyIsRepeatedToo(t *testing.T) {
	b, done := builder(t)
	c := b.join(wire.PresenceHere)
	b.run(1, c)
	for n := range uint32(17) {
		b.order(c, n+1, "wall")
	}
	again := b.resume(c, wire.PresenceHere, 0)
	b.order(again, 17, "wall")
	b.run(2, again)
	if len(again.replies) != 1 || again.replies[0].N != 17 || again.replies[0].Error == "" || len(*done) != 16 {
		t.Errorf("%d were done; replies %+v", len(*done), again.replies)
	}
}

func TestACommandOlderThanTheAnswersKeptIsRefusedAndNotDone(t *testing.T) {
	b, done := builder(t)
	c := b.join(wire.PresenceHere)
	for n := range uint32(wire.MaxCommandsWaiting + 1) {
		b.order(c, n+1, fmt.Sprint(n))
		b.run(1, c)
	}
	before := len(*done)
	c.replies = nil
	b.order(c, 1, "0")
	b.order(c, 2, "1")
	b.run(1, c)
	if len(c.replies) != 2 || c.replies[0].Error == "" || c.replies[1] != (wire.Reply{N: 2}) {
		t.Errorf("replies %+v", c.replies)
	}
	if len(*done) != before {
		t.Errorf("the world did %v again", (*done)[before:])
	}
}

func TestNumbersOfCommandsGoOnPastTheLast(t *testing.T) {
	b, done := builder(t)
	c := b.join(wire.PresenceHere)
	for i, n := range []uint32{1<<32 - 2, 1<<32 - 1, 0, 1, 1<<32 - 1, 1} {
		b.order(c, n, fmt.Sprint(i))
		b.run(1, c)
	}
	if diff := cmp.Diff([]string{"0", "1", "2", "3"}, *done); diff != "" {
		t.Errorf("the world did (-want +got):\n%s", diff)
	}
}

func TestWhoTakesAFreedSeatInheritsNoAnswers(t *testing.T) {
	b, done := builder(t)
	c := b.join(wire.PresenceHere)
	b.run(1, c)
	b.order(c, 900, "wall")
	b.Presence(c.seat, c.conn, &wire.SetPresence{Presence: wire.PresenceGone})
	other := b.join(wire.PresenceHere)
	b.run(1, other)
	if other.seat != c.seat {
		t.Fatalf("sits in %d, not %d", other.seat, c.seat)
	}
	b.order(other, 5, "door")
	b.run(1, other)
	if len(*done) != 2 || len(other.replies) != 1 || other.replies[0] != (wire.Reply{N: 5}) {
		t.Errorf("done %v, replies %+v", *done, other.replies)
	}
}
