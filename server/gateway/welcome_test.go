package gateway

import (
	"crypto/tls"
	"testing"
	"time"

	"bankshot/game/wire"
	"bankshot/server/room"
)

func TestTheFirstFrameHoldsWelcomeAndTheWholePicture(t *testing.T) {
	for _, secured := range []bool{false, true} {
		t.Run(map[bool]string{false: "plain", true: "under TLS"}[secured], func(t *testing.T) {
			l := goLive(t, setup{tls: secured})
			c := &client{tb: t, conn: l.connect()}
			if secured {
				c.conn = tls.Client(c.conn, &tls.Config{InsecureSkipVerify: true})
			}
			c.write([]byte(request(QuickCode)))
			if res := c.answer(); res.StatusCode != 101 {
				t.Fatal(res.Status)
			}
			w := c.join(wire.Token{})
			if w.Rules != stageRules || w.TickHz != 60 || w.Divisor != 2 || w.Resumed || w.Token.IsZero() {
				t.Errorf("%+v", w)
			}
			if _, err := room.ParseCode(w.Room); err != nil {
				t.Errorf("the room is called %q: %v", w.Room, err)
			}
			for _, want := range []wire.Kind{wire.KindBlob, wire.KindFull} {
				kind, args := c.message()
				if kind != want {
					t.Fatalf("%v where %v was expected", kind, want)
				}
				if kind == wire.KindFull {
					var full wire.Full
					if err := full.Decode(args); err != nil || full.Tick != w.Tick {
						t.Errorf("the picture is of tick %d, Welcome of %d: %v", full.Tick, w.Tick, err)
					}
				}
			}
			c.want(wire.KindDelta)
			c.send(wire.AppendPing(nil, &wire.Ping{Nonce: 77}))
			var pong wire.Pong
			if err := pong.Decode(c.want(wire.KindPong)); err != nil || pong.Nonce != 77 {
				t.Errorf("%+v, %v", pong, err)
			}
			c.conn.Close()
			waitFor(t, "the connection is gone", func() bool { _, n := l.gate.traffic(); return n == 0 })
		})
	}
}

func TestHelloMayComeTogetherWithTheHandshake(t *testing.T) {
	l := goLive(t, setup{})
	c := &client{tb: t, conn: l.connect()}
	c.write(append([]byte(request(QuickCode)), clientFrame(final|opBinary, hello(wire.Token{}))...))
	if res := c.answer(); res.StatusCode != 101 {
		t.Fatal(res.Status)
	}
	c.want(wire.KindWelcome)
	c.want(wire.KindDelta)
}

func TestAFrameMayCarrySeveralMessagesAndComeInPieces(t *testing.T) {
	l := goLive(t, setup{})
	c := l.dial(QuickCode)
	all := wire.AppendPing(hello(wire.Token{}), &wire.Ping{Nonce: 5})
	c.write(clientFrame(opBinary, all[:7]))
	c.write(clientFrame(0x89, []byte("in between")))
	c.write(clientFrame(final, all[7:]))
	if f := c.frame(); f.op != opPong || string(f.payload) != "in between" {
		t.Errorf("opcode %#x, %q", f.op, f.payload)
	}
	c.want(wire.KindWelcome)
	c.want(wire.KindPong)
}

func TestAWebSocketPingIsAnsweredWithItsPayload(t *testing.T) {
	l := goLive(t, setup{})
	c := l.dial(QuickCode)
	for _, payload := range []string{"", "x", string(make([]byte, maxControl))} {
		c.write(clientFrame(0x89, []byte(payload)))
		if f := c.frame(); f.op != opPong || string(f.payload) != payload {
			t.Errorf("%q is answered by opcode %#x, %q", payload, f.op, f.payload)
		}
	}
}

func TestACloseIsAnsweredByAClose(t *testing.T) {
	l := goLive(t, setup{})
	c := l.dial(QuickCode)
	c.write(clientFrame(final|opClose, []byte{0x03, 0xE8}))
	wantClose(t, c.frame(), closeNormal)
}

func TestWhoSaysNothingIsClosedAndWhoIsSeatedIsGivenLonger(t *testing.T) {
	if testing.Short() {
		t.Skip("it waits for as long as a client may take to say Hello")
	}
	l := goLive(t, setup{})
	seated, mute := l.dial(QuickCode), l.dial(QuickCode) // so that the seated one's time is up first, if it were Hello's
	seated.join(wire.Token{})
	mute.write(clientFrame(0x89, []byte("a ping is no Hello")))
	if f := mute.frame(); f.op != opPong {
		t.Fatalf("opcode %#x", f.op)
	}
	if bye, code := mute.ending(); bye.Code != wire.ByeSilent || code != closePolicy {
		t.Errorf("Bye %q, close %d", bye.Code, code)
	}
	seated.write(clientFrame(0x89, []byte("still there")))
	for f := seated.frame(); f.op != opPong; f = seated.frame() {
		if f.op == opClose {
			t.Fatalf("the seated one was closed: %q", f.payload)
		}
	}
}

func TestWhoFallsSilentIsToldSo(t *testing.T) {
	l := goLive(t, setup{})
	c := l.dial(QuickCode)
	c.join(wire.Token{})
	// The fifteen seconds are over.
	l.gate.mu.Lock()
	for s := range l.gate.sockets {
		s.expect(time.Now())
	}
	l.gate.mu.Unlock()
	if bye, code := c.ending(); bye.Code != wire.ByeSilent || code != closePolicy {
		t.Errorf("Bye %q, close %d", bye.Code, code)
	}
}

func TestASecondConnectionWithTheTokenTakesTheSeatOver(t *testing.T) {
	l := goLive(t, setup{})
	first := l.dial(QuickCode)
	was := first.join(wire.Token{})
	by := l.bystander(was.Room)

	second := l.dial(was.Room)
	is := second.join(was.Token)
	if !is.Resumed || is.Seat != was.Seat || is.Room != was.Room || is.Token != was.Token {
		t.Errorf("it was %+v, it is %+v", was, is)
	}
	second.want(wire.KindFull)
	if bye, code := first.ending(); bye.Code != wire.ByeReplaced || code != wire.ByeReplaced.Close() {
		t.Errorf("the first connection hears Bye %q, close %d", bye.Code, code)
	}
	second.want(wire.KindDelta)
	by.isWell()
	if got := l.rooms.Counters(); got.Resumes != 1 || got.Joins != 2 {
		t.Errorf("%+v", got)
	}
}

func TestWhoComesBackAfterADropHasTheSameSeat(t *testing.T) {
	l := goLive(t, setup{})
	c := l.dial(QuickCode)
	was := c.join(wire.Token{})
	c.send(wire.AppendInput(nil, &wire.Input{Echo: was.Tick})) // so the token has arrived
	c.conn.Close()
	waitFor(t, "the drop is noticed", func() bool { return l.rooms.Counters().Drops == 1 })
	if is := l.dial(was.Room).join(was.Token); !is.Resumed || is.Seat != was.Seat {
		t.Errorf("it was %+v, it is %+v", was, is)
	}
}

func TestARoomThatThereCannotBeIsRefusedByName(t *testing.T) {
	l := goLive(t, setup{})
	c := l.dial("not-a-code")
	c.send(hello(wire.Token{}))
	if bye, code := c.ending(); bye.Code != wire.ByeNotFound || code != wire.ByeNotFound.Close() || bye.Reason == "" {
		t.Errorf("Bye %+v, close %d", bye, code)
	}
}

func TestEverybodyHearsAByeBeforeTheClose(t *testing.T) {
	l := goLive(t, setup{})
	seated, waiting := l.dial(QuickCode), l.dial(QuickCode)
	seated.join(wire.Token{})
	l.close()
	if bye, code := seated.ending(); bye.Code != wire.ByeDown || bye.Reason != "the test is over" || bye.RetryMS == 0 || code != wire.ByeDown.Close() {
		t.Errorf("in a room: Bye %+v, close %d", bye, code)
	}
	if bye, code := waiting.ending(); bye.Code != wire.ByeDown || bye.RetryMS == 0 || code != closeGoingAway {
		t.Errorf("before Hello: Bye %+v, close %d", bye, code)
	}
}
