package predict

import (
	"errors"
	"testing"
	"time"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/wire"
)

func TestHelloSaysWhoIAmAndWhatISawLast(t *testing.T) {
	token := wire.Token{9, 8, 7}
	p := New(Config{Name: "  Ana\t ", Watch: true, Token: token, LastEvent: 12})
	hello := decodeHello(t, p)
	want := wire.Hello{
		Protocol: wire.Protocol, Rules: game.Rules(), Name: "Ana", Token: token,
		Presence: wire.PresenceWatching, LastEvent: 12,
	}
	if hello != want {
		t.Errorf("%+v", hello)
	}
	p.SetPresence(wire.PresenceHere)
	p.SetName("Bo")
	if hello = decodeHello(t, p); hello.Presence != wire.PresenceHere || hello.Name != "Bo" {
		t.Errorf("%+v", hello)
	}
}

func decodeHello(t *testing.T, p *Predictor) wire.Hello {
	t.Helper()
	var ms wire.Messages
	if err := ms.Open(p.Hello(nil), wire.FromClient()); err != nil {
		t.Fatal(err)
	}
	_, args, _ := ms.Next()
	var m wire.Hello
	if err := m.Decode(args); err != nil {
		t.Fatal(err)
	}
	return m
}

func TestNothingIsSentBeforeTheWelcome(t *testing.T) {
	p := New(Config{})
	p.SetPresence(wire.PresenceWatching)
	if _, err := p.Command([]byte("vote")); err != nil {
		t.Fatal(err)
	}
	p.Advance(time.Second)
	if out := p.Outgoing(time.Second, nil); len(out) != 0 {
		t.Errorf("sent %x", out)
	}
	if v := p.View(time.Second); v.Ready || v.Me != -1 {
		t.Errorf("a view of nothing: %+v", v)
	}
}

func TestWhoPlaysByOtherRulesIsToldSo(t *testing.T) {
	good := wire.Welcome{Protocol: wire.Protocol, Rules: game.Rules(), TickHz: game.TickHz, Divisor: 2}
	for _, c := range []struct {
		name   string
		change func(*wire.Welcome)
		want   error
	}{
		{"the same", func(*wire.Welcome) {}, nil},
		{"another protocol", func(m *wire.Welcome) { m.Protocol++ }, ErrProtocol},
		{"other rules", func(m *wire.Welcome) { m.Rules++ }, ErrRules},
		{"another rate", func(m *wire.Welcome) { m.TickHz = 30 }, ErrRules},
	} {
		m := good
		c.change(&m)
		if err := New(Config{}).Frame(0, wire.AppendWelcome(nil, &m)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestBadFramesAreRefusedByName(t *testing.T) {
	for _, c := range []struct {
		name  string
		frame []byte
		want  error
	}{
		{"noise", []byte{0xc1}, wire.ErrNotArray},
		{"a message of clients", wire.AppendPing(nil, &wire.Ping{Nonce: 1}), ErrMessage},
		{"a message without fields", []byte{0x91, byte(wire.KindPong)}, wire.ErrFields},
		{"a full snapshot of noise", wire.AppendFull(nil, &wire.Full{Shared: []byte{1, 2}}), ErrSnapshot},
	} {
		if err := New(Config{}).Frame(0, c.frame); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	g := newPlay(t, Config{}, 1, 0, 0)
	g.srv.wantsFull = true
	full := g.srv.advance()
	for full == nil {
		g.srv.connected = true
		full = g.srv.advance()
	}
	if err := New(Config{}).Frame(0, full); !errors.Is(err, ErrArena) {
		t.Errorf("a full snapshot without its arena: %v", err)
	}
}

func TestADeltaThatDoesNotDecodeIsMadeGood(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 3, 20*time.Millisecond, 0)
	g.run(settled)
	g.down.send(g.now, wire.AppendDelta(nil, &wire.Delta{Margin: wire.MarginNone, Body: nil}))
	g.run(2 * time.Second)
	s := g.p.Stats()
	if s.Broken != 1 || s.Fulls != 2 || !g.converged() {
		t.Errorf("%+v", s)
	}
	if len(g.srv.reasons) != 1 || g.srv.reasons[0] != wire.KeyframeBroken {
		t.Errorf("the server was told %v", g.srv.reasons)
	}
}

func TestAFullSnapshotIsAskedForOnceASecond(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 1, 20*time.Millisecond, 0)
	g.run(settled)
	g.srv.deaf = true // it does not send what it is asked for
	g.srv.skip = 1
	g.run(5 * time.Second)
	if n := len(g.srv.reasons); n < 4 || n > 6 {
		t.Errorf("asked %d times in 5 s", n)
	}
	g.srv.deaf = false
	g.run(2 * time.Second)
	if !g.converged() {
		t.Error("it was never made good")
	}
}

func TestOneInputMessageGoesOutForEachSnapshotWithBothTicks(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 1, 20*time.Millisecond, 0)
	g.hold = lively(1)
	g.run(settled)
	g.srv.counts = nil
	g.run(10 * time.Second)
	if n := len(g.srv.counts); n < 295 || n > 305 {
		t.Errorf("%d input messages in 10 s", n)
	}
	for _, n := range g.srv.counts {
		if n != 2 {
			t.Errorf("one carries %d ticks", n)
		}
	}
	if behind := g.srv.state.Tick - game.Tick(g.srv.echo); behind > 6 {
		t.Errorf("the echo is %d ticks old", behind)
	}
	view := float64(g.srv.view) / wire.ViewUnits
	if d := view - g.p.clock.others; d > 0 || d < -6 {
		t.Errorf("the view %.1f is not the others' time %.1f", view, g.p.clock.others)
	}
}

func TestInputsArePairedAsTheServerStepsThem(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 1, 20*time.Millisecond, 0)
	g.hold = lively(1)
	g.run(settled)
	g.srv.counts = nil
	g.p.out.sent-- // as if the clock had been set to an odd tick
	g.run(time.Second)
	singles := 0
	for _, n := range g.srv.counts {
		if n == 1 {
			singles++
		}
	}
	if singles != 1 {
		t.Errorf("ticks went out as %v", g.srv.counts)
	}
	if g.srv.split != 0 {
		t.Errorf("%d pairs lay across two of the server's", g.srv.split)
	}
}

func TestThePongTellsTheRoundTrip(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 1, 35*time.Millisecond, 0)
	g.run(settled)
	if rtt := g.p.Stats().RTT; rtt < 70*time.Millisecond || rtt > 90*time.Millisecond {
		t.Errorf("a round trip of 70 ms is measured as %v", rtt)
	}
}

func TestTheGoodbyeIsKept(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 1, 20*time.Millisecond, 0)
	g.run(settled)
	want := wire.Bye{Code: wire.ByeDown, Reason: "see you", RetryMS: 100}
	g.down.send(g.now, wire.AppendBye(nil, &want))
	g.run(time.Second)
	if bye, ok := g.p.Bye(); !ok || bye != want {
		t.Errorf("%+v, %v", bye, ok)
	}
	g.drop()
	g.connect()
	g.run(time.Second)
	if _, ok := g.p.Bye(); ok {
		t.Error("it is still told on the next connection")
	}
}

func TestAnotherSeatLeavesNothingOfTheOldOne(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 3, 20*time.Millisecond, 0)
	g.hold = lively(3)
	g.run(settled)
	g.srv.seat = mySeat + 1
	g.srv.token = wire.Token{4, 4, 4} // mine is not known any more
	g.drop()
	g.run(time.Second)
	g.connect()
	g.run(settled)
	if g.p.Seat() != g.srv.seat || g.p.Token() != g.srv.token {
		t.Errorf("my seat is %d", g.p.Seat())
	}
	v := g.p.View(g.now)
	if v.Me < 0 || v.Ships[v.Me].Seat != g.srv.seat {
		t.Errorf("my ship is %d of %+v", v.Me, v.Ships)
	}
	before := g.p.Stats()
	g.run(3 * time.Second)
	if n := g.p.Stats().Mispredicted - before.Mispredicted; n != 0 {
		t.Errorf("%d ticks are mispredicted", n)
	}
}

func TestAnotherRoomBeginsAnew(t *testing.T) {
	g := newPlay(t, Config{Name: "Ana"}, 3, 20*time.Millisecond, 0)
	g.run(5 * time.Second)
	old := g.srv
	g.drop()
	g.srv = newServer(hall(t), arena.FreeForAll, 2, 99) // its ticks begin at 0
	g.srv.room, g.srv.token, g.srv.due = "other", wire.Token{5}, g.now
	if old.state.Tick < 300 {
		t.Fatal("the old room is too young to tell")
	}
	g.connect()
	g.hold = lively(5)
	g.run(settled)
	if g.p.Room() != "other" || !g.converged() {
		t.Errorf("in room %q, tick %d of %d", g.p.Room(), g.p.replica.Tick, g.srv.state.Tick)
	}
	before := g.p.Stats()
	others := g.p.clock.others
	g.run(3 * time.Second)
	after := g.p.Stats()
	if after.Mispredicted != before.Mispredicted || after.Starved != before.Starved {
		t.Errorf("mispredicted %d, starved %d", after.Mispredicted-before.Mispredicted, after.Starved-before.Starved)
	}
	if d := g.p.clock.others - others; d < 170 || d > 190 {
		t.Errorf("the others' time went on by %.1f ticks in 3 s", d)
	}
}
