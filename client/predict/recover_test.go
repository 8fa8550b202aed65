package predict

import (
	"testing"
	"time"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

// converged says whether the client holds what the server holds, as of the client's newest snapshot.
func (g *play) converged() bool {
	i, k := g.p.replica.ShipOf(g.srv.seat), g.srv.state.ShipOf(g.srv.seat)
	if i < 0 || k < 0 {
		return i == k
	}
	theirs, ok := g.srv.mine[g.p.replica.Tick]
	return ok && theirs == g.p.replica.Ships[i]
}

func TestAMissingSnapshotIsAskedForAndMadeGood(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 3, 20*time.Millisecond, 0)
	g.hold = lively(2)
	g.run(settled)
	g.srv.skip = 1
	g.run(2 * time.Second)
	s := g.p.Stats()
	if s.Gaps == 0 || s.Keyframes == 0 || s.Fulls < 2 {
		t.Errorf("after a gap: %+v", s)
	}
	if !g.converged() {
		t.Error("the replica differs from the server")
	}
}

func TestAHashThatDiffersIsReportedAndMadeGood(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 3, 20*time.Millisecond, 0)
	g.run(settled)
	g.srv.lie = true
	g.run(4 * time.Second)
	s := g.p.Stats()
	if s.Desyncs != 1 || s.Fulls != 2 {
		t.Errorf("after a wrong hash: %d desyncs, %d full snapshots", s.Desyncs, s.Fulls)
	}
	if len(g.srv.reasons) != 1 || g.srv.reasons[0] != wire.KeyframeHash {
		t.Errorf("the server was told %v", g.srv.reasons)
	}
}

func TestADroppedConnectionGivesBackTheSameShip(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 3, 20*time.Millisecond, 0)
	g.hold = lively(4)
	g.run(settled)
	seat, token := g.p.Seat(), g.p.Token()
	g.srv.state.Ships[g.srv.state.ShipOf(mySeat)].Score = 7
	g.drop()
	g.run(time.Second)
	g.connect()
	g.run(2 * time.Second)
	if g.p.Seat() != seat || g.p.Token() != token {
		t.Error("another seat came back")
	}
	if i := g.p.replica.ShipOf(seat); i < 0 || g.p.replica.Ships[i].Score != 7 {
		t.Error("the score is lost")
	}
	if s := g.p.Stats(); s.Connections != 1 || !g.converged() {
		t.Errorf("%+v", s)
	}
}

func TestAHiddenPageIsUpToDateWithinASecondOfItsReturn(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 3, 20*time.Millisecond, 0)
	g.hold = lively(6)
	g.run(settled)
	g.hidden = true
	g.run(10 * time.Second)
	g.show()
	g.run(time.Second)
	if !g.converged() {
		t.Error("the replica differs from the server")
	}
	before := g.p.Stats()
	if lead := before.LeadTicks; lead < 0 || lead > 20 {
		t.Errorf("my time is %.1f ticks ahead", lead)
	}
	g.run(5 * time.Second)
	if n := g.p.Stats().Mispredicted - before.Mispredicted; n != 0 {
		t.Errorf("%d ticks are mispredicted afterwards", n)
	}
}

func TestWhoWatchesSeesTheMatchAndAsksForNothing(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana", Watch: true}, 4, 20*time.Millisecond, 0)
	g.hold = lively(7)
	var last *View
	g.seen = func(v *View) { last = v }
	g.run(5 * time.Second)
	if last == nil || !last.Ready || last.Me != -1 || len(last.Ships) != 4 {
		t.Fatalf("the spectator's view: %+v", last)
	}
	for _, n := range g.srv.counts {
		if n != 0 {
			t.Fatal("a spectator sent inputs")
		}
	}
	if g.srv.echo == 0 {
		t.Error("a spectator never echoed a snapshot: the room would stop sending")
	}
	g.p.SetPresence(wire.PresenceHere)
	g.run(2 * time.Second)
	if last.Me < 0 || !last.Ships[last.Me].Mine {
		t.Error("asked to play, but has no ship")
	}
}

func TestAPressBetweenTwoTicksIsNotLost(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 0, 20*time.Millisecond, 0)
	g.run(settled)
	fired := 0
	g.seen = func(v *View) {
		for _, ev := range v.Events {
			if ev.Kind == game.EventFired && ev.Seat == v.Seat {
				fired++
			}
		}
	}
	g.p.SetInput(game.Input{Buttons: game.Fire})
	g.p.SetInput(game.Input{})
	g.run(time.Second / 4)
	if fired != 1 {
		t.Errorf("one press fired %d shots", fired)
	}
	shots := 0
	for _, s := range g.srv.state.Shots {
		if s.Owner == mySeat {
			shots++
		}
	}
	if shots != 1 {
		t.Errorf("the server knows of %d shots", shots)
	}
}

func TestRoomEventsComeInOrderAndOnce(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 1, 20*time.Millisecond, 0)
	g.run(settled)
	g.srv.tellAll("one")
	g.srv.tellAll("two")
	g.run(time.Second / 2)
	g.srv.event = 0 // the room repeats what we may have missed
	g.srv.tellAll("one")
	g.srv.tellAll("two")
	g.srv.tellAll("three")
	g.run(time.Second / 2)
	var got []string
	for _, ev := range g.p.Feed(nil) {
		got = append(got, string(ev.Data))
	}
	if len(got) != 3 || got[0] != "one" || got[1] != "two" || got[2] != "three" {
		t.Errorf("events: %v", got)
	}
}

func TestASteadyMatchAllocatesNothing(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 7, 20*time.Millisecond, 0)
	g.hold = lively(8)
	steady(t, g)
	g = newPlayIn(t, gallery(t), arena.Capture, Config{Name: "Ana"}, 7, 20*time.Millisecond, 0)
	g.hold = curious(g, 8)
	steady(t, g)
}

func steady(t *testing.T, g *play) {
	t.Helper()
	g.run(20 * time.Second) // memory has grown to what a match needs
	const intervals = 200
	var frames [][]byte
	for range intervals + 1 {
		frames = append(frames, g.srv.advance())
	}
	var out []byte
	now := g.now
	if n := testing.AllocsPerRun(intervals, func() {
		now += interval
		if err := g.p.Frame(now, frames[0]); err != nil {
			t.Fatal(err)
		}
		frames = frames[1:]
		for half := range time.Duration(2) {
			at := now + half*tickTime
			g.p.SetInput(game.Input{Thrust: 3, Aim: 99, Buttons: game.Fire})
			g.p.Advance(at)
			g.p.View(at)
			out = g.p.Outgoing(at, out[:0])
			g.p.Stats()
		}
	}); n != 0 {
		t.Errorf("a snapshot and two frames of the screen allocate %v times", n)
	}
	if g.p.Stats().Gaps != 0 || len(g.p.View(now).Shots) == 0 {
		t.Error("that was no match")
	}
}

// fullAt is a full snapshot of a match that has come to some tick.
func fullAt(g *play, tick game.Tick) []byte {
	p := game.Public{Tick: tick, PhaseEnd: tick + 9, Arena: g.srv.arena.Hash}
	p.Ships = append(p.Ships, game.Ship{Seat: mySeat, Name: "Ana", HitBy: game.NoSeat})
	p.Been = make([]game.Been, 1)
	return wire.AppendFull(nil, &wire.Full{Tick: uint32(tick), Margin: 3, Shared: snap.AppendFull(nil, &p)})
}

// TestTicksFromNowhereCostNoMoreThanOthers gives a client full snapshots of ticks that are nowhere near those before.
func TestTicksFromNowhereCostNoMoreThanOthers(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 2, 20*time.Millisecond, 0)
	g.hold = lively(2)
	g.run(settled)
	now := g.now
	for _, tick := range []game.Tick{1 << 31, 3, 4_000_000_000, 1<<32 - 2, 0, 1 << 31} {
		if err := g.p.Frame(now, fullAt(g, tick)); err != nil {
			t.Fatalf("tick %d: %v", tick, err)
		}
		for range 30 {
			now += tickTime
			g.p.Advance(now)
			if v := g.p.View(now); v.Me != 0 || len(v.Ships) != 1 {
				t.Errorf("at tick %d: %+v", tick, v)
			}
			g.p.Outgoing(now, nil)
		}
		if lead := g.p.ahead.newest - tick; lead > maxAhead {
			t.Errorf("at tick %d my ship is predicted %d ticks ahead", tick, lead)
		}
		if lead := g.p.clock.mine - float64(tick); lead < 0 || lead > maxAhead {
			t.Errorf("at tick %d my time is %.1f ticks ahead", tick, lead)
		}
	}
}

// FuzzFrame gives a client in the middle of a match whatever a server might say.
func FuzzFrame(f *testing.F) {
	g := newPlay(f, Config{Name: "Ana"}, 3, 10*time.Millisecond, 0)
	g.hold = lively(1)
	g.run(2 * time.Second)
	for i, frame := range g.recorded {
		if i < 4 || i%29 == 0 {
			f.Add(frame)
		}
	}
	for _, tick := range []game.Tick{0, 5, 1 << 30, 1<<32 - 3} {
		f.Add(fullAt(g, tick))
	}
	f.Add(wire.AppendRebase(nil, &wire.Rebase{Ticks: 1<<32 - 1}))
	f.Add(wire.AppendRebase(nil, &wire.Rebase{Ticks: 1 << 20}))
	stream := g.recorded[:min(20, len(g.recorded))]
	f.Fuzz(func(_ *testing.T, frame []byte) {
		p := New(Config{Name: "Ana"})
		now := time.Duration(0)
		say := func(b []byte) {
			now += time.Second / 30
			_ = p.Frame(now, b)
			p.SetInput(game.Input{Thrust: 2, Buttons: game.Fire})
			p.Advance(now)
			p.View(now)
			p.Outgoing(now, nil)
		}
		say(frame)
		for _, b := range stream {
			say(b)
		}
		say(frame)
		say(stream[len(stream)-1])
	})
}

// BenchmarkFrame is one frame of the screen in a match of eight, a snapshot every other one.
func BenchmarkFrame(b *testing.B) {
	g := newPlay(b, Config{Name: "Ana"}, 7, 20*time.Millisecond, 0)
	g.hold = lively(1)
	g.run(4 * time.Second)
	first := len(g.recorded)
	start := g.now
	g.run(60 * time.Second)
	stream := g.recorded[first:]
	p, n := g.p, 0
	b.ReportAllocs()
	for b.Loop() {
		if n%len(stream) == 0 {
			b.StopTimer()
			g = newPlay(b, Config{Name: "Ana"}, 7, 20*time.Millisecond, 0)
			g.hold = lively(1)
			g.run(4 * time.Second)
			p = g.p
			b.StartTimer()
		}
		now := start + time.Duration(n%len(stream))*interval
		if err := p.Frame(now, stream[n%len(stream)]); err != nil {
			b.Fatal(err)
		}
		for half := range time.Duration(2) {
			p.SetInput(game.Input{Thrust: 3, Aim: 99})
			p.Advance(now + half*interval/2)
			p.View(now + half*interval/2)
		}
		n++
	}
}

func TestNothingGlidesFromOneLifeIntoTheNext(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 0, 40*time.Millisecond, 0)
	g.hold = lively(31)
	g.run(settled)
	// In one snapshot my ship strays, and then turns out to live another life far away.
	for g.p.replica.Tick%2 != 0 || g.p.ahead.newest < g.p.replica.Tick+4 {
		g.run(time.Millisecond)
	}
	next := g.p.replica.Tick + 1
	g.p.ahead.slots[next%aheadTicks].state.Ships[0].Aim ^= 1
	for t := next + 1; t <= g.p.ahead.newest; t++ {
		ship := &g.p.ahead.slots[t%aheadTicks].state.Ships[0]
		ship.SpawnTick++
		ship.Pos.X += 500 * game.Unit
	}
	before := g.p.Stats()
	g.run(60 * time.Millisecond)
	after := g.p.Stats()
	if after.Mispredicted != before.Mispredicted+1 || after.Surprises == before.Surprises {
		t.Fatalf("%d mispredicted, %d surprises", after.Mispredicted-before.Mispredicted, after.Surprises-before.Surprises)
	}
	if after.Corrections != before.Corrections {
		t.Errorf("the ship was corrected by %v units", after.LastCorrection)
	}
}
