package room_test

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"

	"bankshot/game/wire"
	"bankshot/server/room"
)

func TestAllSeatsGetTheSameBytesBehindAPrefixOfAtMostEight(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	var all []*client
	for range 8 {
		all = append(all, b.join(wire.PresenceHere))
	}
	b.run(5, all...)
	eventful(w, 1, 2)
	for i, c := range all { // so that their margins differ
		b.Input(c.seat, c.conn, &wire.Input{
			First: b.Tick() + 1, Echo: c.tick, Count: i % 3, Payloads: [2][]byte{{1}, {2}},
		}, i)
	}
	b.Advance(1)
	// The shared part begins with the header of the body's bin.
	body := append([]byte{0xc4, 12}, 0, 0, 0, 12)
	var shared []byte
	for i, c := range all {
		frames := c.conn.take()
		if len(frames) != 1 {
			t.Fatalf("seat %d got %d frames", i, len(frames))
		}
		at := bytes.Index(frames[0], body)
		if at < 0 || at > wire.MaxPrefix {
			t.Fatalf("seat %d: the prefix takes %d bytes of % x", i, at, frames[0])
		}
		if shared == nil {
			shared = frames[0][at:]
		}
		if !bytes.Equal(shared, frames[0][at:]) {
			t.Errorf("seat %d got other bytes: % x\nthan seat 0: % x", i, frames[0][at:], shared)
		}
	}
}

// TestWhateverHappensAClientThatIsSentToHoldsTheWorld plays rooms by chance: stalls, replaced connections, keyframe
// requests, commands, events, resets, ticks caught up. Every frame has to be sound, every delta has to follow on what
// the client holds, and at the end, when all is quiet, everybody has to hold the world and to have seen every event.
func TestWhateverHappensAClientThatIsSentToHoldsTheWorld(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w := newStage()
		w.full = rapid.IntRange(0, 2000).Draw(rt, "full")
		w.blobID, w.blob = 1, make([]byte, 3000)
		b := newTable(t, w)
		b.t = t
		reset, each := false, 0
		w.step = func(tick uint32, _ []room.Input) room.Outcome {
			out := room.Outcome{Reset: reset}
			if reset {
				w.sum += 17
				w.blobID++
			}
			reset = false
			for range each {
				out.Events = append(out.Events, []byte{byte(tick)})
			}
			return out
		}
		clients := make([]*client, 4)
		reading := make([]bool, 4)
		for i := range clients {
			clients[i], reading[i] = b.join(wire.PresenceHere), true
		}
		for range rapid.IntRange(1, 150).Draw(rt, "intervals") {
			i := rapid.IntRange(0, 3).Draw(rt, "who")
			c := clients[i]
			switch rapid.IntRange(0, 9).Draw(rt, "what") {
			case 0, 1:
				reading[i] = !reading[i]
			case 2:
				b.Keyframe(c.seat, c.conn, &wire.Keyframe{})
			case 3:
				for n := range uint32(rapid.IntRange(0, 12).Draw(rt, "commands")) {
					b.Command(c.seat, c.conn, &wire.Command{N: n, Data: []byte{1}})
				}
			case 4:
				reset = true
			case 5:
				each = rapid.IntRange(0, 6).Draw(rt, "events")
			case 6:
				b.Ping(c.seat, c.conn, &wire.Ping{Nonce: 1}, 0)
				b.Rebase(2)
			case 7:
				if c.read(); c.welcome.Token.IsZero() {
					break
				}
				var last uint32
				if len(c.events) > 0 {
					last = c.events[len(c.events)-1]
				}
				again := b.resume(c, wire.PresenceHere, last)
				again.events = c.events
				clients[i], reading[i] = again, true
			case 8:
				b.Slow(rapid.Bool().Draw(rt, "slow"))
			}
			b.Advance(rapid.IntRange(1, 3).Draw(rt, "steps"))
			for i, c := range clients {
				if reading[i] {
					b.echo(c.read())
				}
			}
		}
		each = 0
		b.Slow(false)
		b.run(90, clients...)
		missed := b.Counters().EventsMissed
		for i, c := range clients {
			if c.conn.closed != 0 {
				continue // too many replies waited
			}
			b.follows(c)
			for k, n := range c.events {
				if k > 0 && n != c.events[k-1]+1 && missed == 0 {
					rt.Fatalf("client %d saw event %d after %d", i, n, c.events[k-1])
				}
			}
		}
		if t.Failed() {
			rt.Fatal("see above")
		}
	})
}

// deaf takes frames and forgets them.
type deaf struct{ bytes int }

func (d *deaf) Send(frame []byte) error  { d.bytes += len(frame); return nil }
func (*deaf) Close(wire.ByeCode, string) {}
func payloads() [2][]byte                { return [2][]byte{{1, 2, 3}, {4, 5, 6}} }
func steady(t testing.TB) (*table, func()) {
	w := newStage()
	b := newTable(t, w)
	conns := make([]*deaf, 8)
	for i := range conns {
		conns[i] = &deaf{}
		if _, err := b.Attach(conns[i], hello(wire.PresenceHere)); err != nil {
			t.Fatal(err)
		}
	}
	m := wire.Input{Count: 2, Payloads: payloads()}
	interval := func() {
		for i, c := range conns {
			m.First, m.Echo = b.Tick()+3, b.Tick()
			b.Input(room.Seat(i), c, &m, 1)
		}
		b.Advance(1)
		w.heard = w.heard[:0]
	}
	for range 40 { // until every ring has its memory
		interval()
	}
	return b, interval
}

func TestASteadyIntervalAllocatesNothing(t *testing.T) {
	b, interval := steady(t)
	if n := testing.AllocsPerRun(200, interval); n != 0 {
		t.Errorf("%v allocations an interval", n)
	}
	if got := b.Counters(); got.Skips != 0 || got.InputsAccepted < 8*2*200 || got.Fulls != 8 {
		t.Errorf("that was not a steady room: %+v", got)
	}
}

func BenchmarkAdvanceWithEightSeats(b *testing.B) {
	_, interval := steady(b)
	b.ReportAllocs()
	for b.Loop() {
		interval()
	}
}

func TestASlowRoomStepsOnAndSendsTwoSnapshotsAtOnce(t *testing.T) {
	w := newStage()
	b := newTable(t, w)
	c := b.join(wire.PresenceHere)
	b.run(5, c)
	before := b.Counters()
	b.Slow(true)
	frames := 0
	for range 10 {
		b.Advance(1)
		sent := c.conn.take()
		frames += len(sent)
		for _, f := range sent {
			c.frame(f)
		}
		if len(sent) > 0 && c.tick != b.Tick() {
			t.Fatalf("a frame leads to tick %d at tick %d", c.tick, b.Tick())
		}
		b.echo(c)
	}
	now := b.Counters()
	if frames != 5 || now.Held-before.Held != 5 || now.CatchUps-before.CatchUps != 5 || now.Ticks-before.Ticks != 20 {
		t.Errorf("%d frames, %d held, %d made up for, %d ticks", frames, now.Held-before.Held, now.CatchUps-before.CatchUps, now.Ticks-before.Ticks)
	}
	b.Slow(false)
	b.run(5, c)
	if again := b.Counters(); again.Held != now.Held {
		t.Error("it goes on being slow")
	}
}
