package predict

import (
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

func TestMyPlaceLiesBetweenThoseThatAreTold(t *testing.T) {
	var f far
	if f.place(12) != 0 {
		t.Error("there is a place before anybody was told of")
	}
	l := snap.Leaders{Ranked: 1200, Best: []snap.Leader{{Seat: 4, Score: 90, Name: "A"}, {Seat: 5, Score: 80, Name: "B"}}, Marks: []snap.Mark{{Place: 22, Score: 40}, {Place: 600, Score: 0}}}
	if !f.heard(snap.AppendLeaders(nil, &l)) {
		t.Fatal("leaders were not heard")
	}
	for _, c := range []struct{ score, place int }{{95, 3}, {80, 3}, {60, 12}, {40, 22}, {20, 311}, {0, 600}, {-2, 1200}} {
		if got := f.place(c.score); got != c.place {
			t.Errorf("with %d points it is %d, want %d", c.score, got, c.place)
		}
	}
}

func TestTheWholeWorldIsShownCoarselyAndItsEventsAreNobodyElses(t *testing.T) {
	g := frontier(t, 3, 0, 0)
	g.run(settled)
	told := []wire.Event{
		{N: 1, Data: snap.AppendMinimap(nil, &snap.Minimap{Columns: 2, Rows: 1, Ships: []uint8{3, 9}})},
		{N: 2, Data: snap.AppendLeaders(nil, &snap.Leaders{Ranked: 4, Best: []snap.Leader{{Seat: mySeat, Score: 7, Name: "Ana"}}})},
		{N: 3, Data: []byte("hello")},
		{N: 2, Data: snap.AppendLeaders(nil, &snap.Leaders{Ranked: 99})},
	}
	for i := range told {
		if err := g.p.Frame(g.now, wire.AppendEvent(nil, &told[i])); err != nil {
			t.Fatal(err)
		}
	}
	v := g.p.View(g.now)
	if m := v.Minimap; m.Columns != 2 || m.Rows != 1 || m.Counts[1] != 9 || m.Me.X <= 0 || m.Me.X >= 1 || m.Me.Y <= 0 || m.Me.Y >= 1 {
		t.Errorf("%+v", m)
	}
	if l := v.Leaders; l.Players != 4 || len(l.Best) != 1 || !l.Best[0].Mine || l.Place != 1 {
		t.Errorf("%+v", l)
	}
	if feed := g.p.Feed(nil); len(feed) != 1 || string(feed[0].Data) != "hello" {
		t.Errorf("the feed is %v", feed)
	}
	if game.Endless(arena.FreeForAll) {
		t.Fatal("free-for-all has no end")
	}
	g.p.replica.Mode = arena.FreeForAll
	if v = g.p.View(g.now); v.Minimap.Columns != 0 || len(v.Leaders.Best) != 0 {
		t.Errorf("a match has %+v and %+v", v.Minimap, v.Leaders)
	}
}
