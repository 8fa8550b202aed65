package gateway

import (
	"bufio"
	"context"
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"bankshot/game/wire"
	"bankshot/server/room"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// patience is how long a test waits for what it expects. It says nothing about
// how long that should take.
const patience = 60 * time.Second

const stageRules = 7

// stage is a world that only counts. padding makes its deltas long.
type stage struct {
	tick    uint32
	padding int
}

func (*stage) Rates() room.Rates                      { return room.Rates{TickHz: 60, Divisor: 2, Players: 8, Seats: 12} }
func (*stage) Seat(room.Seat, string, room.Presence)  {}
func (*stage) Command(room.Seat, []byte) error        { return nil }
func (w *stage) Step([]room.Input) room.Outcome       { w.tick++; return room.Outcome{} }
func (w *stage) Full(dst []byte) []byte               { return binary.BigEndian.AppendUint32(dst, w.tick) }
func (*stage) Private(dst []byte, _ room.Seat) []byte { return dst }
func (*stage) Blob() (uint64, []byte)                 { return 3, []byte("a blob") }
func (w *stage) Checkpoint(dst []byte) []byte         { return w.Full(dst) }
func (*stage) Restore([]byte) error                   { return nil }
func (w *stage) Shared(dst []byte) []byte {
	return append(binary.BigEndian.AppendUint32(dst, w.tick), make([]byte, w.padding)...)
}

// live is a gateway with rooms, on a port of its own.
type live struct {
	tb    testing.TB
	gate  *Gateway
	rooms *room.Rooms
	http  *httptest.Server
	addr  string
}

type setup struct {
	padding int
	tls     bool
	waiting int    // so many may wait without a request, but for ever; 0: as always
	config  Config // Rooms and Metrics are filled in
}

func goLive(tb testing.TB, s setup) *live {
	tb.Helper()
	rooms, err := room.NewRooms(room.Config{Rules: stageRules, Random: rand.Reader}, func(_, _ string) room.World {
		return &stage{padding: s.padding}
	})
	if err != nil {
		tb.Fatal(err)
	}
	return goLiveWith(tb, rooms, s)
}

// goLiveWith is goLive with other rooms.
func goLiveWith(tb testing.TB, rooms *room.Rooms, s setup) *live {
	tb.Helper()
	s.config.Rooms, s.config.Metrics = rooms, NewMetrics()
	gate, err := New(s.config)
	if err != nil {
		tb.Fatal(err)
	}
	l := &live{tb: tb, gate: gate, rooms: rooms, http: httptest.NewUnstartedServer(nil)}
	l.http.Config = NewServer(gate.Handler(), gate.log)
	if s.waiting > 0 {
		l.http.Config.ConnState = newWaiting(s.waiting).watch
		l.http.Config.ReadHeaderTimeout, l.http.Config.ReadTimeout = 0, 0
	}
	if s.tls {
		l.http.StartTLS()
	} else {
		l.http.Start()
	}
	l.addr = l.http.Listener.Addr().String()
	tb.Cleanup(l.close)
	return l
}

func (l *live) close() {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := l.rooms.Close(ctx, "the test is over"); err != nil {
		l.tb.Error(err)
	}
	if err := l.gate.Close(ctx); err != nil {
		l.tb.Error(err)
	}
	l.http.CloseClientConnections()
	l.http.Close()
}

// client speaks the protocol by hand, so that it can also speak it wrongly.
type client struct {
	tb   testing.TB
	conn net.Conn
	r    *bufio.Reader
	// left are messages of the newest frame that nobody has asked for yet.
	left wire.Messages
	open bool
}

func (l *live) connect() net.Conn {
	l.tb.Helper()
	conn, err := net.Dial("tcp", l.addr)
	if err != nil {
		l.tb.Fatal(err)
	}
	l.tb.Cleanup(func() { conn.Close() })
	_ = conn.SetDeadline(time.Now().Add(patience))
	return conn
}

// request is the handshake's, with further lines of header.
func request(code string, header ...string) string {
	return "GET /ws/room/" + code + " HTTP/1.1\r\nHost: game.test\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
		"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
		strings.Join(append(header, "\r\n"), "\r\n")
}

// ask sends a handshake and gives the answer, whatever it is.
func (l *live) ask(code string, header ...string) (*http.Response, *client) {
	l.tb.Helper()
	c := &client{tb: l.tb, conn: l.connect()}
	c.write([]byte(request(code, header...)))
	return c.answer(), c
}

func (c *client) answer() *http.Response {
	c.tb.Helper()
	c.r = bufio.NewReader(c.conn)
	res, err := http.ReadResponse(c.r, nil)
	if err != nil {
		c.tb.Fatal(err)
	}
	return res
}

// dial shakes hands.
func (l *live) dial(code string) *client {
	l.tb.Helper()
	res, c := l.ask(code)
	if res.StatusCode != http.StatusSwitchingProtocols {
		l.tb.Fatalf("the handshake is answered %s", res.Status)
	}
	return c
}

func (c *client) write(p []byte) {
	c.tb.Helper()
	if _, err := c.conn.Write(p); err != nil {
		c.tb.Fatal(err)
	}
}

// send sends messages in a frame.
func (c *client) send(messages []byte) {
	c.tb.Helper()
	c.write(clientFrame(final|opBinary, messages))
}

func hello(token wire.Token) []byte {
	return wire.AppendHello(nil, &wire.Hello{
		Protocol: wire.Protocol, Rules: stageRules, Name: "Ada", Token: token, Presence: wire.PresenceHere,
	})
}

func (c *client) frame() frame {
	c.tb.Helper()
	f, err := readFrame(c.r)
	if err != nil {
		c.tb.Fatalf("waiting for a frame: %v", err)
	}
	return f
}

// message is the next one of the server's, frame by frame.
func (c *client) message() (wire.Kind, wire.Args) {
	c.tb.Helper()
	for {
		if c.open {
			if kind, args, ok := c.left.Next(); ok {
				return kind, args
			}
		}
		f := c.frame()
		if f.op != opBinary {
			c.tb.Fatalf("a frame of opcode %#x, %q, where messages were expected", f.op, f.payload)
		}
		if err := c.left.Open(f.payload, wire.FromServer()); err != nil {
			c.tb.Fatal(err)
		}
		c.open = true
	}
}

// want is the next message of a kind; others are passed over.
func (c *client) want(kind wire.Kind) wire.Args {
	c.tb.Helper()
	for {
		got, args := c.message()
		if got == kind {
			return args
		}
		if got == wire.KindBye {
			var bye wire.Bye
			_ = bye.Decode(args)
			c.tb.Fatalf("Bye %+v where %v was expected", bye, kind)
		}
	}
}

// join says Hello and waits for Welcome.
func (c *client) join(token wire.Token) wire.Welcome {
	c.tb.Helper()
	c.send(hello(token))
	var w wire.Welcome
	if err := w.Decode(c.want(wire.KindWelcome)); err != nil {
		c.tb.Fatal(err)
	}
	return w
}

// ending reads on to the end: a Bye, a close frame, and nothing more.
func (c *client) ending() (wire.Bye, uint16) {
	c.tb.Helper()
	var bye wire.Bye
	said := false
	for {
		f := c.frame()
		switch f.op {
		case opClose:
			if !said {
				c.tb.Error("closed without a Bye")
			}
			if _, err := readFrame(c.r); err != io.EOF {
				c.tb.Errorf("after the close frame: %v, want the end of the stream", err)
			}
			return bye, binary.BigEndian.Uint16(f.payload)
		case opBinary:
			if said {
				c.tb.Errorf("%q follows a Bye", f.payload)
			}
			var ms wire.Messages
			if err := ms.Open(f.payload, wire.FromServer()); err != nil {
				c.tb.Fatal(err)
			}
			for kind, args, ok := ms.Next(); ok; kind, args, ok = ms.Next() {
				if kind == wire.KindBye {
					said = true
					if err := bye.Decode(args); err != nil {
						c.tb.Fatal(err)
					}
				}
			}
		}
	}
}

// bystander is an honest client that reads and echoes everything. It holds the
// server to its word: no tick is missing.
type bystander struct {
	*client
	ticks atomic.Uint32 // the newest it has seen
	seen  atomic.Int64  // deltas
	wrong atomic.Pointer[string]
	done  sync.WaitGroup
}

func (l *live) bystander(code string) *bystander {
	l.tb.Helper()
	b := &bystander{client: l.dial(code)}
	b.send(hello(wire.Token{}))
	b.done.Go(b.watch)
	l.tb.Cleanup(func() {
		b.conn.Close()
		b.done.Wait()
	})
	return b
}

func (b *bystander) watch() {
	fail := func(format string, args ...any) {
		text := fmt.Sprintf(format, args...)
		b.wrong.CompareAndSwap(nil, &text)
	}
	for {
		f, err := readFrame(b.r)
		if err != nil || f.op != opBinary {
			fail("the stream ended: %v, opcode %#x, %q", err, f.op, f.payload)
			return
		}
		var ms wire.Messages
		if err := ms.Open(f.payload, wire.FromServer()); err != nil {
			fail("%v", err)
			return
		}
		for kind, args, ok := ms.Next(); ok; kind, args, ok = ms.Next() {
			switch kind {
			case wire.KindFull:
				var m wire.Full
				if err := m.Decode(args); err != nil {
					fail("%v", err)
				}
				b.ticks.Store(m.Tick)
			case wire.KindDelta:
				var m wire.Delta
				if err := m.Decode(args); err != nil {
					fail("%v", err)
					return
				}
				tick := binary.BigEndian.Uint32(m.Body)
				if was := b.ticks.Swap(tick); tick != was+2 {
					fail("tick %d follows %d", tick, was)
				}
				b.seen.Add(1)
			}
		}
		echo := wire.AppendInput(nil, &wire.Input{First: b.ticks.Load() + 3, Echo: b.ticks.Load()})
		if _, err := b.conn.Write(clientFrame(final|opBinary, echo)); err != nil {
			fail("%v", err)
			return
		}
	}
}

// isWell waits for more snapshots and checks those so far.
func (b *bystander) isWell() {
	b.tb.Helper()
	until := b.seen.Load() + 3
	waitFor(b.tb, "the bystander's next snapshots", func() bool { return b.wrong.Load() != nil || b.seen.Load() >= until })
	if wrong := b.wrong.Load(); wrong != nil {
		b.tb.Fatalf("the bystander saw: %s", *wrong)
	}
}

// waitFor looks again and again until something has come true.
func waitFor(tb testing.TB, what string, true func() bool) {
	tb.Helper()
	look := time.NewTicker(2 * time.Millisecond)
	defer look.Stop()
	deadline := time.After(patience)
	for !true() {
		select {
		case <-look.C:
		case <-deadline:
			tb.Fatalf("still waiting: %s", what)
		}
	}
}
