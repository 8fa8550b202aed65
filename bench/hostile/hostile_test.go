package hostile

import (
	"bufio"
	"context"
	"errors"
	"net"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"

	"bankshot/game/wire"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestOnlyServersOnThisMachineAreAttacked(t *testing.T) {
	for _, server := range []string{"http://example.org", "http://192.0.2.1:8080", "http://[2001:db8::1]:80", "http://localhost.example.org"} {
		_, err := Run(t.Context(), Kinds()[0], Config{Server: server, Sockets: 1, PerSecond: 1})
		if !errors.Is(err, ErrNotLoopback) {
			t.Errorf("%s: %v", server, err)
		}
	}
}

func TestAnAttackWithoutARateIsRefused(t *testing.T) {
	if _, err := Run(t.Context(), Kinds()[0], Config{Server: "http://127.0.0.1:1", Sockets: 1}); err == nil {
		t.Error("it began")
	}
}

func TestTurnsAreSpreadOverTheSecond(t *testing.T) {
	p, now := newPace(10), time.Unix(1, 0)
	for i := range 20 {
		if wait := p.next(now); wait != time.Duration(i)*100*time.Millisecond {
			t.Fatalf("turn %d waits %v", i, wait)
		}
	}
	// What was not used is not saved up.
	now = now.Add(time.Hour)
	if a, b := p.next(now), p.next(now); a != 0 || b != 100*time.Millisecond {
		t.Errorf("after an hour the next turns wait %v and %v", a, b)
	}
}

func TestAnAttackEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 999*time.Millisecond)
		defer cancel()
		a := &attack{ctx: ctx, pace: newPace(4)}
		turns := 0
		for a.turn() {
			turns++
		}
		if turns != 4 {
			t.Errorf("%d turns in a second", turns)
		}
	})
}

// TestMalformedMessagesAreMalformed holds the corpus to its name: a message that our own walker and decoders take would
// attack nobody.
func TestMalformedMessagesAreMalformed(t *testing.T) {
	for _, m := range messages() {
		if m.Name == "a second Hello" {
			continue // well-formed, but not twice
		}
		var all wire.Messages
		err := all.Open(m.Bytes, wire.FromClient())
		for kind, args, ok := all.Next(); ok && err == nil; kind, args, ok = all.Next() {
			switch kind {
			case wire.KindInput:
				err = new(wire.Input).Decode(args)
			case wire.KindCommand:
				err = new(wire.Command).Decode(args)
			case wire.KindPresence:
				err = new(wire.SetPresence).Decode(args)
			default:
				err = errors.New("not for a server")
			}
		}
		if err == nil {
			t.Errorf("%s is sound", m.Name)
		}
	}
}

// TestEveryKindSendsWhatItIsMadeFor has each attack meet a server that shakes no hands and answers nothing: those that get
// that far anyway must have sent something, and all must end.
func TestEveryKindSendsWhatItIsMadeFor(t *testing.T) {
	for _, kind := range Kinds() {
		if kind.Name == "dribble" || kind.Name == "requests" {
			continue // these shake no hands
		}
		// A server of its own each, so that nobody mistakes a straggler of the kind before for the first of this one.
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		met := make(chan string, 64)
		server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			conn, rw, err := http.NewResponseController(w).Hijack()
			if err != nil {
				return
			}
			defer conn.Close()
			_, _ = rw.WriteString("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n")
			_ = rw.Flush()
			var first [1]byte
			if n, _ := bufio.NewReader(conn).Read(first[:]); n > 0 {
				select {
				case met <- r.URL.Path:
				default:
				}
			}
		})}
		served := make(chan error, 1)
		go func() { served <- server.Serve(l) }()
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan Stats, 1)
		go func() {
			s, err := Run(ctx, kind, Config{Server: "http://" + l.Addr().String(), Sockets: 4, PerSecond: 1000})
			if err != nil {
				t.Error(err)
			}
			done <- s
		}()
		<-met // somebody has sent a frame
		cancel()
		if s := <-done; s.Connections == 0 || s.Bytes == 0 {
			t.Errorf("%s: %+v", kind.Name, s)
		}
		server.Close()
		<-served
	}
}
