package room_test

import (
	"encoding/binary"
	"testing"

	"bankshot/game/wire"
	"bankshot/server/room"
)

// land is a stage told by cells: each seat is told what was added since the Tell before, or with a Full nothing more.
type land struct {
	*stage
	tells  int
	since  uint64
	narrow bool
	whole  [2 * cellsSeats]bool // by seat: what Look was told
}

func newLand() *land { return &land{stage: newStage()} }

func (w *land) Tell(room.Share) {
	w.tells++
	w.since, w.owed = w.owed, 0
}

func (w *land) Look(seat room.Seat, whole bool) { w.whole[seat] = whole }

func (w *land) Sight(dst []byte, seat room.Seat) []byte {
	since := w.since
	if w.whole[seat] {
		since = 0
	}
	dst = binary.BigEndian.AppendUint32(dst, w.tick)
	dst = binary.BigEndian.AppendUint64(dst, since)
	return append(dst, make([]byte, w.padding)...)
}

func (w *land) Narrow(yes bool) { w.narrow = yes }

func (w *land) Shared([]byte) []byte { panic("a world of cells is asked for a shared body") }

func newLandTable(t testing.TB, w *land) *table {
	t.Helper()
	r, err := room.New(config(), "BAKOTI", w)
	if err != nil {
		t.Fatal(err)
	}
	return &table{Room: r, t: t, stage: w.stage}
}

func TestASeatIsToldACellWorldWholeAndThenByWhatChanges(t *testing.T) {
	b := newLandTable(t, newLand())
	c := b.join(wire.PresenceHere)
	b.run(1, c)
	if len(c.kinds) != 3 || c.kinds[0] != wire.KindWelcome || c.kinds[1] != wire.KindFull || c.kinds[2] != wire.KindCells {
		t.Errorf("the first frame holds %v", c.kinds)
	}
	b.follows(c)
	b.run(50, c)
	if b.follows(c); c.fulls != 1 || c.cells != 51 {
		t.Errorf("%d fulls and %d cells in 51 snapshots", c.fulls, c.cells)
	}
}

func TestWhoFallsBehindInACellWorldIsToldItWholeAgain(t *testing.T) {
	b := newLandTable(t, newLand())
	c, other := b.join(wire.PresenceHere), b.join(wire.PresenceHere)
	b.run(100, c, other)
	c.frames = 0
	b.run(26, other)
	if c.read(); c.frames != 15 {
		t.Errorf("%d frames were sent into the silence; half a second is 15", c.frames)
	}
	b.echo(c)
	b.run(1, c, other)
	if b.follows(c); c.fulls != 2 {
		t.Errorf("%d fulls", c.fulls)
	}
	b.run(26, other)
	c.read()
	b.echo(c)
	b.run(1, c, other)
	if c.fulls != 2 {
		t.Error("a second Full came within a second")
	}
	b.run(10, c, other)
	if b.follows(c); c.fulls != 3 {
		t.Errorf("%d fulls", c.fulls)
	}
	if b.follows(other); other.fulls != 1 {
		t.Errorf("the other seat got %d fulls", other.fulls)
	}
}

func TestACellWorldKeepsEventsRepliesAndPongs(t *testing.T) {
	w := newLand()
	b := newLandTable(t, w)
	c := b.join(wire.PresenceHere)
	b.run(3, c)
	w.then(func(tick uint32, _ []room.Input) room.Outcome {
		if tick%5 == 0 {
			return room.Outcome{Events: [][]byte{{1, byte(tick)}}}
		}
		return room.Outcome{}
	})
	b.Command(c.seat, c.conn, &wire.Command{N: 9, Data: []byte{1}})
	b.Ping(c.seat, c.conn, &wire.Ping{Nonce: 4}, 0)
	b.Room.Rebase(3)
	b.run(20, c)
	if len(c.events) != 8 || c.events[7] != 8 || len(c.replies) != 1 || len(c.pongs) != 1 || c.rebased != 3 {
		t.Errorf("events %v, replies %v, pongs %v, rebased %d", c.events, c.replies, c.pongs, c.rebased)
	}
	b.follows(c)
	again := b.resume(c, wire.PresenceHere, 5)
	b.run(1, again)
	if b.follows(again); len(again.events) != 3 || again.events[0] != 6 || !again.welcome.Resumed {
		t.Errorf("who resumed was told the events %v", again.events)
	}
}

func TestWhoAsksForAFullOfACellWorldGetsItOnceASecond(t *testing.T) {
	b := newLandTable(t, newLand())
	c := b.join(wire.PresenceHere)
	b.run(40, c)
	b.Keyframe(c.seat, c.conn, &wire.Keyframe{Tick: c.tick, Reason: wire.KeyframeHash})
	b.run(1, c)
	b.Keyframe(c.seat, c.conn, &wire.Keyframe{Tick: c.tick, Reason: wire.KeyframeHash})
	b.run(10, c)
	if b.follows(c); c.fulls != 2 {
		t.Errorf("%d fulls", c.fulls)
	}
	b.run(30, c)
	if b.follows(c); c.fulls != 3 || b.Counters().Desyncs != 2 {
		t.Errorf("%d fulls, %d desyncs", c.fulls, b.Counters().Desyncs)
	}
}

func TestAfterAResetOfACellWorldEverybodyIsToldItWhole(t *testing.T) {
	w := newLand()
	b := newLandTable(t, w)
	c := b.join(wire.PresenceHere)
	b.run(4, c)
	w.then(func(tick uint32, _ []room.Input) room.Outcome { return room.Outcome{Reset: tick == 11} })
	b.run(10, c)
	if b.follows(c); c.fulls != 2 {
		t.Errorf("%d fulls", c.fulls)
	}
}

// cellsSeats is as many people as one large world has.
const cellsSeats = 1200

// BenchmarkASeatOfACellWorld is what a seat costs beside its own inputs: 300 bytes of cells, put around with what is its own.
func BenchmarkASeatOfACellWorld(b *testing.B) {
	w := newLand()
	w.rates.Players, w.rates.Seats, w.padding = cellsSeats, cellsSeats, 300
	r := newLandTable(b, w)
	var conns [cellsSeats]*deaf
	for i := range conns {
		conns[i] = &deaf{}
		if _, err := r.Attach(conns[i], hello(wire.PresenceHere)); err != nil {
			b.Fatal(err)
		}
	}
	turn := func() {
		for i, c := range conns {
			r.Input(room.Seat(i), c, &wire.Input{Echo: r.Tick()}, 1)
		}
		r.Advance(1)
	}
	for range 40 {
		turn()
	}
	b.ReportAllocs()
	for b.Loop() {
		turn()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/cellsSeats, "ns/player-interval")
}
