package gateway

import (
	"errors"
	"io"
	"net"
	"testing"

	"bankshot/game/wire"
)

// TestWhoSaysSomethingAndGoesAtOnceIsNotWaitedFor has the last words of many clients and the end of their streams come
// together: were the end overlooked, they would be thought present until they had been silent for long.
func TestWhoSaysSomethingAndGoesAtOnceIsNotWaitedFor(t *testing.T) {
	l := goLive(t, setup{})
	for n := range 40 {
		c := l.dial("quick")
		c.join(wire.Token{})
		last := clientFrame(final|opBinary, wire.AppendInput(nil, &wire.Input{First: 7, Echo: 6, Count: 2, Payloads: [2][]byte{{1}, {2}}}))
		c.write(last)
		if err := c.conn.(*net.TCPConn).CloseWrite(); err != nil {
			t.Fatal(err)
		}
		for {
			f, err := readFrame(c.r)
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("client %d: the server does not hang up: %v", n, err)
			}
			var said wire.Messages
			if f.op != opBinary || said.Open(f.payload, wire.FromServer()) != nil {
				continue
			}
			for kind, _, ok := said.Next(); ok; kind, _, ok = said.Next() {
				if kind == wire.KindBye {
					t.Fatalf("client %d: the server says Bye to who has gone, long after", n)
				}
			}
		}
	}
}
