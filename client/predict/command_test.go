package predict

import (
	"errors"
	"testing"
	"time"

	"bankshot/game"
	"bankshot/game/wire"
)

func TestCommandsAreNumberedAndSentAgainUntilTheyAreAnswered(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 1, 20*time.Millisecond, 0)
	g.run(settled)
	for i, data := range []string{"one", "two"} {
		if n, err := g.p.Command([]byte(data)); err != nil || n != uint32(i+1) {
			t.Errorf("command %d has the number %d, %v", i, n, err)
		}
	}
	g.run(time.Second)
	if len(g.srv.commands) != 2 || string(g.srv.commands[1].Data) != "two" || g.srv.commands[1].N != g.srv.commands[0].N+1 {
		t.Fatalf("the server got %+v", g.srv.commands)
	}
	first := g.srv.commands[0].N
	g.srv.extra = wire.AppendReply(nil, &wire.Reply{N: first, Error: "not now"})
	g.run(time.Second)
	if got := g.p.Replies(nil); len(got) != 1 || got[0] != (wire.Reply{N: 1, Error: "not now"}) {
		t.Errorf("replies: %+v", got)
	}
	if got := g.p.Replies(nil); len(got) != 0 {
		t.Errorf("replies come twice: %+v", got)
	}
	g.drop()
	g.srv.commands = nil
	g.connect()
	g.run(time.Second)
	if len(g.srv.commands) != 1 || g.srv.commands[0].N != first+1 {
		t.Errorf("after a new connection the server got %+v", g.srv.commands)
	}
	again := New(Config{Token: g.p.Token()}) // as after the page was loaded again
	if err := again.Frame(0, wire.AppendWelcome(nil, &wire.Welcome{
		Protocol: wire.Protocol, Rules: game.Rules(), Tick: uint32(g.srv.state.Tick), Divisor: 2, TickHz: game.TickHz, Resumed: true,
	})); err != nil {
		t.Fatal(err)
	}
	if n, err := again.Command([]byte("three")); err != nil || n != 1 || int32(again.out.base-first-1) <= 0 {
		t.Errorf("a later page numbers commands from %d on, %v; %d was used", again.out.base, err, first+1)
	}
}

func TestMoreCommandsThanMayWaitAreRefused(t *testing.T) {
	p := New(Config{})
	for range maxCommandsWaiting {
		if _, err := p.Command([]byte("x")); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := p.Command([]byte("x")); !errors.Is(err, ErrTooManyCommands) {
		t.Errorf("one too many: %v", err)
	}
	for _, data := range [][]byte{nil, make([]byte, wire.MaxCommand+1)} {
		if _, err := New(Config{}).Command(data); !errors.Is(err, ErrCommand) {
			t.Errorf("a command of %d bytes: %v", len(data), err)
		}
	}
}

func TestManyLargeCommandsFitIntoTheirFrames(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 1, 20*time.Millisecond, 0)
	g.hold = lively(1)
	for range maxCommandsWaiting {
		if _, err := g.p.Command(make([]byte, wire.MaxCommand)); err != nil {
			t.Fatal(err)
		}
	}
	g.run(settled) // the server refuses frames that are too long
	if n := len(g.srv.commands); n != maxCommandsWaiting {
		t.Errorf("%d commands arrived", n)
	}
}

func TestACommandThatASeatTookWithItIsNotSentAgainInAnother(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 1, 20*time.Millisecond, 0)
	g.run(settled)
	n, err := g.p.Command([]byte("one"))
	if err != nil {
		t.Fatal(err)
	}
	g.run(time.Second)
	g.drop()
	g.srv.token = wire.Token{4, 4, 4} // mine is not known any more
	g.srv.commands = nil
	g.connect()
	g.run(time.Second)
	if got := g.p.Replies(nil); len(got) != 1 || got[0] != (wire.Reply{N: n, Error: LostCommand}) {
		t.Errorf("replies: %+v", got)
	}
	if _, err := g.p.Command([]byte("two")); err != nil {
		t.Fatal(err)
	}
	g.run(time.Second)
	if len(g.srv.commands) != 1 || string(g.srv.commands[0].Data) != "two" {
		t.Errorf("the new seat was told %+v", g.srv.commands)
	}
}

func TestWhoFindsNoPlaceWatchesAndIsToldOnce(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 1, 20*time.Millisecond, 0)
	g.run(settled)
	g.srv.extra = wire.AppendReply(nil, &wire.Reply{Error: "no free place to play"})
	g.run(time.Second)
	if got := g.p.Presence(); got != wire.PresenceWatching {
		t.Errorf("who found no place is %v", got)
	}
	if reason, none := g.p.NoPlace(); !none || reason != "no free place to play" {
		t.Errorf("told %q, %v", reason, none)
	}
	if reason, none := g.p.NoPlace(); none {
		t.Errorf("told twice: %q", reason)
	}
}
