package main

import (
	"strings"
	"testing"

	"bankshot/client/link"
	"bankshot/client/predict"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

// TestAfterARestartEverybodyComesBackByThemselvesAsNewPeople: matches are not kept when the program ends, so what matters
// is that nobody has to do anything, and that nothing of the old life is mistaken for the new.
func TestAfterARestartEverybodyComesBackByThemselvesAsNewPeople(t *testing.T) {
	first := start(t, "-ships", "0")
	w := &place{t: t, url: first.url, real: first}
	defer w.leave()
	ana := w.enters("Ana")
	ana.hands = suicidal
	w.until(patience, "Ana dies, and hears of it", func() bool { return len(ana.feed) > 0 })
	ana.hands = nil
	token, room, before := ana.side.Token(), ana.side.Room(), ana.side.LastEvent()

	if err := first.stop(); err != nil {
		t.Fatal(err)
	}
	w.until(patience, "she is told that the server goes down, and waits", func() bool {
		bye, ok := ana.link.Bye()
		return ok && bye.Code == wire.ByeDown && bye.RetryMS > 0 && ana.link.State() == link.Waiting
	})
	second := start(t, "-ships", "0", "-addr", strings.TrimPrefix(first.url, "http://"))
	if second.url != first.url {
		t.Fatalf("it was at %s, it is at %s", first.url, second.url)
	}
	w.until(patience, "she flies again", func() bool { return ana.side.Token() != token && ana.flies() })
	if ana.side.Room() != room || ana.side.Stats().Connections != 1 || ana.namesakes("Ana") != 1 || ana.ship().Name != "Ana" {
		t.Errorf("in room %s after %d connections, with %d ships", ana.side.Room(), ana.side.Stats().Connections, ana.namesakes("Ana"))
	}
	if got := second.metric("bankshot_joins_total"); got != "1" {
		t.Errorf("%s seats were taken", got)
	}

	// Events are numbered from 1 again: those of the new life are told though the old one had come further.
	feed := len(ana.feed)
	ana.hands = suicidal
	w.until(patience, "Ana hears of her death in the new life", func() bool { return len(ana.feed) > feed })
	if n := ana.feed[feed].N; n != 1 || before == 0 {
		t.Errorf("the first event after the restart is %d, the last before it was %d", n, before)
	}
	ana.hands = nil
	w.until(patience, "she flies on", ana.flies)

	// A page that was loaded while the server was away brings an old token and an old event, too.
	eve := w.opens(room, predict.Config{Name: "Eve", Token: token, LastEvent: 1_000_000})
	w.until(patience, "Eve flies", eve.flies)
	ana.hands = suicidal
	w.until(patience, "Eve hears of Ana's next death", func() bool {
		kills := eve.notices(snap.NoticeKill)
		return len(kills) > 0 && kills[0].Seat == ana.side.Seat()
	})
	if ana.side.Seat() == eve.side.Seat() {
		t.Error("both have one seat")
	}
}
