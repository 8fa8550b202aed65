package hostile

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"net/http"
	"time"

	"bankshot/game/wire"
)

// patience is how long an attacker waits for anything.
const patience = 5 * time.Second

// conn is a connection of an attacker.
type conn struct {
	net.Conn
	r      *bufio.Reader
	attack *attack
	stop   func() bool
	// The room's clock, once welcomed.
	tick    uint32
	divisor uint32
	at      time.Time
}

// dial connects. The connection is closed when the attack is over.
func (a *attack) dial() (*conn, error) {
	d := net.Dialer{Timeout: patience}
	nc, err := d.DialContext(a.ctx, "tcp", a.addr)
	if err != nil {
		a.failed.Add(1)
		a.sleep(100 * time.Millisecond) // a server that takes nobody is not asked faster than it can say so
		return nil, err
	}
	a.connections.Add(1)
	c := &conn{Conn: nc, attack: a}
	c.stop = context.AfterFunc(a.ctx, func() { nc.Close() })
	_ = nc.SetDeadline(time.Now().Add(patience))
	return c, nil
}

func (c *conn) Close() error {
	c.stop()
	return c.Conn.Close()
}

// Write counts what is sent.
func (c *conn) Write(p []byte) (int, error) {
	n, err := c.Conn.Write(p)
	c.attack.bytes.Add(int64(n))
	if err != nil && !c.attack.over() {
		c.attack.ended.Add(1)
	}
	return n, err
}

// request is the handshake for a room.
func request(room string) []byte {
	return []byte("GET /ws/room/" + room + " HTTP/1.1\r\nHost: bankshot\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
		"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
}

var errRefused = errors.New("the handshake was refused")

// shakeHands opens a connection to a room.
func (a *attack) shakeHands(room string) (*conn, error) {
	c, err := a.dial()
	if err != nil {
		return nil, err
	}
	if _, err = c.Write(request(room)); err == nil {
		c.r = bufio.NewReaderSize(c.Conn, 1<<10)
		var res *http.Response
		if res, err = http.ReadResponse(c.r, nil); err == nil && res.StatusCode != http.StatusSwitchingProtocols {
			err = errRefused
		}
	}
	if err != nil {
		c.Close()
		return nil, err
	}
	return c, nil
}

// join takes a seat in the ith honest room, or where that is full in any.
func (a *attack) join(i int, presence wire.Presence) (*conn, error) {
	rooms := []string{"quick"}
	if len(a.cfg.Rooms) > 0 {
		rooms = []string{a.cfg.Rooms[i%len(a.cfg.Rooms)], "quick"}
	}
	var err error
	for _, room := range rooms {
		var c *conn
		if c, err = a.shakeHands(room); err != nil {
			return nil, err
		}
		if _, err = c.Write(frame(hello(a.cfg.Rules, wire.Token{}, presence))); err == nil {
			if err = c.welcome(); err == nil {
				return c, nil
			}
		}
		c.Close()
	}
	return nil, err
}

func hello(rules uint64, token wire.Token, p wire.Presence) []byte {
	return wire.AppendHello(nil, &wire.Hello{Protocol: wire.Protocol, Rules: rules, Token: token, Presence: p})
}

var errBye = errors.New("the server said goodbye")

// welcome reads on to it.
func (c *conn) welcome() error {
	for {
		op, payload, err := c.read()
		if err != nil {
			return err
		}
		var ms wire.Messages
		if op != opBinary || ms.Open(payload, wire.FromServer()) != nil {
			return errBye
		}
		for kind, args, ok := ms.Next(); ok; kind, args, ok = ms.Next() {
			var w wire.Welcome
			if kind == wire.KindWelcome && w.Decode(args) == nil {
				c.tick, c.divisor, c.at = w.Tick, max(1, uint32(w.Divisor)), time.Now()
				return nil
			}
			if kind == wire.KindBye {
				return errBye
			}
		}
	}
}

// now is the room's tick as far as a clock can tell, the newest that ended a snapshot.
func (c *conn) now() uint32 {
	passed := uint32(time.Since(c.at) * 60 / time.Second)
	return c.tick + passed/c.divisor*c.divisor
}

// read reads a frame of the server's.
func (c *conn) read() (op byte, payload []byte, err error) {
	var h [10]byte
	if _, err := io.ReadFull(c.r, h[:2]); err != nil {
		return 0, nil, err
	}
	n := uint64(h[1])
	switch n {
	case 126:
		_, err = io.ReadFull(c.r, h[2:4])
		n = uint64(binary.BigEndian.Uint16(h[2:]))
	case 127:
		_, err = io.ReadFull(c.r, h[2:10])
		n = binary.BigEndian.Uint64(h[2:])
	}
	if err != nil || n > wire.MaxServerFrame {
		return 0, nil, errors.Join(err, io.ErrUnexpectedEOF)
	}
	payload = make([]byte, n)
	_, err = io.ReadFull(c.r, payload)
	return h[0] & 0x0F, payload, err
}

// drain reads until the server closes, or for as long as an attacker waits.
func (c *conn) drain() {
	_ = c.SetReadDeadline(time.Now().Add(patience))
	if _, err := io.Copy(io.Discard, c.r); err == nil && !c.attack.over() {
		c.attack.ended.Add(1)
	}
}
