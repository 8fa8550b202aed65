package room_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bankshot/game/wire"
	"bankshot/server/room"
)

func TestWhoJoinsIsWelcomedAndFollowsTheWorld(t *testing.T) {
	w := newStage()
	w.blobID, w.blob = 99, []byte("arena")
	b := newTable(t, w)
	c := b.join(wire.PresenceHere)
	b.Advance(1)
	c.read()
	if diff := cmp.Diff([]wire.Kind{wire.KindWelcome, wire.KindBlob, wire.KindFull}, c.kinds); diff != "" {
		t.Errorf("the first frame holds other messages (-want +got):\n%s", diff)
	}
	if got := c.welcome; got.Token.IsZero() || got.Seat != 0 || got.Tick != 2 || got.Divisor != 2 || got.TickHz != 60 ||
		got.Room != "BAKOTI" || got.Resumed || got.Rules != 7 || got.Protocol != wire.Protocol {
		t.Errorf("Welcome says %+v", got)
	}
	b.run(100, c)
	b.follows(c)
	if c.fulls != 1 || len(c.blobs) != 1 || c.deltas != 100 {
		t.Errorf("%d fulls, %d blobs and %d deltas came; 1, 1 and 100 were due", c.fulls, len(c.blobs), c.deltas)
	}
	if diff := cmp.Diff([]told{{0, "Ann", room.Here}}, w.people); diff != "" {
		t.Errorf("the world was told otherwise (-want +got):\n%s", diff)
	}
}

func TestNobodyEntersByAnotherProtocolOrOtherRulesOrWithoutASeat(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	other := hello(wire.PresenceWatching)
	other.Protocol++
	if _, err := b.Attach(&conn{}, other); !errors.Is(err, room.ErrProtocol) {
		t.Errorf("another protocol: %v", err)
	}
	other = hello(wire.PresenceWatching)
	other.Rules++
	if _, err := b.Attach(&conn{}, other); !errors.Is(err, room.ErrRules) {
		t.Errorf("other rules: %v", err)
	}
	for range w.rates.Seats {
		b.join(wire.PresenceWatching)
	}
	if _, err := b.Attach(&conn{}, hello(wire.PresenceWatching)); !errors.Is(err, room.ErrFull) {
		t.Errorf("a seat too many: %v", err)
	}
	if got := b.Counters().Refused; got != 3 {
		t.Errorf("%d were counted as refused, 3 were", got)
	}
}

func TestWhoFindsNoPlaceToPlayWatchesAndIsToldWhy(t *testing.T) {
	w := newStage()
	w.rates.Players = 1
	b := newTable(t, w)
	first, second := b.join(wire.PresenceHere), b.join(wire.PresenceHere)
	b.run(1, first, second)
	if len(second.replies) != 1 || second.replies[0].Error == "" || second.replies[0].N != 0 {
		t.Errorf("the second was told %v", second.replies)
	}
	if last := w.people[len(w.people)-1]; last.P != room.Watching {
		t.Errorf("the second is %v", last)
	}
	b.Presence(first.seat, first.conn, &wire.SetPresence{Presence: wire.PresenceWatching})
	b.Presence(second.seat, second.conn, &wire.SetPresence{Presence: wire.PresenceHere, Name: "Bob"})
	if last := w.people[len(w.people)-1]; last != (told{second.seat, "Bob", room.Here}) {
		t.Errorf("with the place free again, the second is %v", last)
	}
}

func TestATokenGivesTheSeatBack(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	watcher := b.join(wire.PresenceWatching)
	old := b.join(wire.PresenceHere)
	b.run(3, watcher, old)
	b.Detach(old.seat, old.conn)
	b.run(30, watcher)
	again := b.resume(old, wire.PresenceHere, 0)
	b.run(3, watcher, again)
	if again.seat != old.seat || again.welcome.Seat != uint16(old.seat) || !again.welcome.Resumed {
		t.Errorf("seat %d was resumed as %d: %+v", old.seat, again.seat, again.welcome)
	}
	if again.welcome.Token != old.welcome.Token {
		t.Error("the token changed")
	}
	b.follows(again)
	want := []told{{0, "Ann", room.Watching}, {1, "Ann", room.Here}, {1, "Ann", room.Away}, {1, "Ann", room.Here}}
	if diff := cmp.Diff(want, w.people); diff != "" {
		t.Errorf("the world was told otherwise (-want +got):\n%s", diff)
	}
	if got := b.Counters(); got.Resumes != 1 || got.Joins != 2 || got.Drops != 1 {
		t.Errorf("counted %+v", got)
	}
}

func TestAPageLoadedAgainKeepsItsShipThoughItOnlyWatchesAtFirst(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	old := b.join(wire.PresenceHere)
	b.run(1, old)
	again := b.resume(old, wire.PresenceWatching, 0)
	if last := w.people[len(w.people)-1]; last.P != room.Away {
		t.Errorf("the seat is %v, not away", last)
	}
	b.Presence(again.seat, again.conn, &wire.SetPresence{Presence: wire.PresenceHere})
	b.Presence(again.seat, again.conn, &wire.SetPresence{Presence: wire.PresenceWatching})
	if last := w.people[len(w.people)-1]; last.P != room.Watching {
		t.Errorf("who was back and then only watches is %v", last)
	}
}

func TestWhoSaysToBeBackIsLetInOnlyToASeatThatIsTheirs(t *testing.T) {
	b := newTable(t, newStage())
	old := b.join(wire.PresenceHere)
	b.run(3, old)
	b.Detach(old.seat, old.conn)
	h := hello(wire.PresenceHere)
	for _, token := range []wire.Token{{}, {1}} {
		h.Token = token
		if _, err := b.Resume(&conn{}, h); !errors.Is(err, room.ErrBusy) || room.Code(err) != wire.ByeBusy {
			t.Errorf("token %x: %v", token, err)
		}
	}
	h.Token = old.welcome.Token
	if seat, err := b.Resume(&conn{}, h); err != nil || seat != old.seat {
		t.Errorf("whose seat it is gets %d, %v", seat, err)
	}
	h.Rules++
	if _, err := b.Resume(&conn{}, h); !errors.Is(err, room.ErrRules) {
		t.Errorf("other rules: %v", err)
	}
}

func TestOfTwoConnectionsWithOneTokenTheNewerStays(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	old := b.join(wire.PresenceHere)
	b.run(2, old)
	newer := b.resume(old, wire.PresenceHere, 0)
	old.read()
	if len(old.byes) != 1 || old.byes[0].Code != wire.ByeReplaced || old.conn.closed != wire.ByeReplaced {
		t.Errorf("the older one heard %v and was closed with %v", old.byes, old.conn.closed)
	}
	b.press(old, b.Tick()+1, 1)
	b.Command(old.seat, old.conn, &wire.Command{N: 1, Data: []byte{1}})
	b.Presence(old.seat, old.conn, &wire.SetPresence{Presence: wire.PresenceGone})
	b.Detach(old.seat, old.conn)
	b.run(5, newer)
	b.follows(newer)
	if n := len(old.conn.take()); n != 0 || len(w.heard) != 0 {
		t.Errorf("the older one got %d more frames, and %d inputs of it counted", n, len(w.heard))
	}
	if diff := cmp.Diff([]told{{0, "Ann", room.Here}, {0, "Ann", room.Away}, {0, "Ann", room.Here}}, w.people); diff != "" {
		t.Errorf("the world was not told that she went and is back (-want +got):\n%s", diff)
	}
}

func TestADroppedSeatIsKeptForAMinuteAndNotLonger(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	c := b.join(wire.PresenceHere)
	b.run(1, c)
	b.Detach(c.seat, c.conn)
	b.run(60*30 - 1)
	if b.Empty() {
		t.Fatal("the seat was free before the minute was over")
	}
	b.run(1)
	if !b.Empty() {
		t.Fatal("the seat is taken still")
	}
	if last := w.people[len(w.people)-1]; last.P != room.Gone {
		t.Errorf("the world holds the seat for %v", last)
	}
	late := b.resume(c, wire.PresenceHere, 0)
	b.run(1, late)
	if late.welcome.Resumed || late.welcome.Token == c.welcome.Token {
		t.Errorf("who came too late was welcomed by %+v", late.welcome)
	}
}

func TestAWatcherWhoDropsIsGoneAtOnceAndSoIsWhoSaysSo(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	watcher, player := b.join(wire.PresenceWatching), b.join(wire.PresenceHere)
	b.Detach(watcher.seat, watcher.conn)
	b.Presence(player.seat, player.conn, &wire.SetPresence{Presence: wire.PresenceGone})
	player.read()
	if !b.Empty() || len(player.byes) != 1 || player.byes[0].Code != wire.ByeLeft {
		t.Errorf("empty: %v; the player heard %v", b.Empty(), player.byes)
	}
}

func TestWhoFailsToTakeAFrameHasDropped(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	c, other := b.join(wire.PresenceHere), b.join(wire.PresenceHere)
	b.run(2, c, other)
	c.conn.gone = errors.New("broken pipe")
	b.run(2, other)
	b.follows(other)
	if last := w.people[len(w.people)-1]; last != (told{c.seat, "Ann", room.Away}) {
		t.Errorf("the world was told %v", last)
	}
}

func TestAGoodbyeCountsThoughTheConnectionWasFoundGoneBeforeItWasRead(t *testing.T) {
	b := newTable(t, newStage())
	c, other := b.join(wire.PresenceHere), b.join(wire.PresenceHere)
	b.run(2, c, other)
	gone := &wire.SetPresence{Presence: wire.PresenceGone}
	for _, p := range []*client{c, other} {
		p.conn.gone = errors.New("broken pipe")
	}
	b.run(1)
	b.Presence(c.seat, c.conn, gone)
	b.Detach(c.seat, c.conn)
	if again := b.join(wire.PresenceHere); again.seat != c.seat {
		t.Errorf("who said goodbye keeps seat %d", c.seat)
	}
	// Not so if somebody has come back meanwhile, or the end was told.
	back := b.resume(other, wire.PresenceHere, 0)
	b.Presence(other.seat, other.conn, gone)
	b.run(1, back)
	b.follows(back)
	back.conn.gone = errors.New("broken pipe")
	b.run(1)
	b.Detach(back.seat, back.conn)
	b.Presence(back.seat, back.conn, gone)
	if again := b.resume(other, wire.PresenceHere, 0); again.seat != other.seat {
		t.Errorf("seat %d was given away", other.seat)
	}
}

func TestSilenceForFifteenSecondsEndsAConnection(t *testing.T) {
	b := newTable(t, newStage())
	c := b.join(wire.PresenceHere)
	b.run(1, c)
	b.run(15*30 - 1)
	if c.conn.closed != 0 {
		t.Fatal("closed too soon")
	}
	b.run(1)
	if c.read(); c.conn.closed != wire.ByeSilent || len(c.byes) != 1 || c.byes[0].RetryMS < 1000 {
		t.Errorf("closed with %v, after %v", c.conn.closed, c.byes)
	}
	if got := b.Counters().Silent; got != 1 || b.Empty() {
		t.Errorf("%d counted as silent; seat given away: %v", got, b.Empty())
	}
}
