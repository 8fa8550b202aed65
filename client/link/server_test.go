//go:build !js

package link

import (
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/lxzan/gws"
	"go.uber.org/goleak"

	"bankshot/game/wire"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// patience is how long a test waits for what must come; nothing is judged by how long it took.
const patience = 20 * time.Second

// server is a real one, as small as can be: every connection and every frame is handed to the test.
type server struct {
	gws.BuiltinEventHandler
	t      *testing.T
	http   *httptest.Server
	conns  chan *gws.Conn
	frames chan []byte
	closes chan error
	pause  chan struct{} // nothing is read until it is closed, unless nil
}

func serve(t *testing.T) *server {
	t.Helper()
	s := &server{
		t:     t,
		conns: make(chan *gws.Conn, 64), frames: make(chan []byte, 4096), closes: make(chan error, 64),
	}
	up := gws.NewUpgrader(s, &gws.ServerOption{ReadMaxPayloadSize: 64 << 10})
	s.http = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, "/ws/room/") {
			http.NotFound(w, r)
			return
		}
		conn, err := up.Upgrade(w, r)
		if err != nil {
			return
		}
		s.conns <- conn
		go conn.ReadLoop()
	}))
	t.Cleanup(s.http.Close)
	return s
}

func (s *server) OnMessage(_ *gws.Conn, m *gws.Message) {
	if s.pause != nil {
		<-s.pause
	}
	s.frames <- append([]byte(nil), m.Bytes()...)
	_ = m.Close()
}

func (s *server) OnClose(_ *gws.Conn, err error) { s.closes <- err }

func (s *server) url(room string) string {
	url, err := RoomURL(s.http.URL, room)
	if err != nil {
		s.t.Fatal(err)
	}
	return url
}

// next is the next value of a channel, or the end of the test.
func next[T any](t *testing.T, what string, ch <-chan T) T {
	t.Helper()
	select {
	case v := <-ch:
		return v
	case <-time.After(patience):
		t.Fatalf("waited in vain for %s", what)
		panic("unreachable")
	}
}

// dialed is a link to the server that is closed, and has ended, when the test is over.
func (s *server) dialed(hello string) *Link {
	l := Dial(Config{URL: s.url("quick"), Hello: []byte(hello)})
	s.t.Cleanup(func() {
		l.Close()
		next(s.t, "the link's end", l.Done())
	})
	return l
}

// until waits for something to become so.
func until(t *testing.T, what string, so func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); !so(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("waited in vain until %s", what)
		}
	}
}

// polled is the next frame that arrives.
func polled(t *testing.T, l *Link) string {
	t.Helper()
	var data string
	until(t, "a frame arrives", func() bool {
		f, ok := l.Poll()
		data = string(f.Data)
		return ok
	})
	return data
}

func say(t *testing.T, c *gws.Conn, frame []byte) {
	t.Helper()
	if err := c.WriteMessage(gws.OpcodeBinary, frame); err != nil {
		t.Fatal(err)
	}
}

// meet has a connection's server say something and its client read it: only then may the client speak.
func meet(t *testing.T, l *Link, c *gws.Conn) {
	t.Helper()
	say(t, c, event(0))
	until(t, "the server is heard", func() bool {
		_, ok := l.Poll()
		return ok
	})
	until(t, "it is open", func() bool { return l.State() == Open })
}

func event(n uint32) []byte {
	return wire.AppendEvent(nil, &wire.Event{N: n, Data: []byte("event")})
}

func bye(code wire.ByeCode, retryMS uint32) []byte {
	return wire.AppendBye(nil, &wire.Bye{Code: code, Reason: "because", RetryMS: retryMS})
}

// closed is an address at which nobody listens.
func closed(t *testing.T) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = l.Close()
	return l.Addr().String()
}

// listen is an address that takes connections and never says a word.
func listen(t *testing.T) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l.Addr().String()
}
