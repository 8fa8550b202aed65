package hostile

import (
	"bufio"
	"bytes"
	"fmt"
	"math/rand/v2"
	"net"
	"strings"
	"time"

	"bankshot/game/wire"
)

// The attacks of this file are about connections: how many, how slow, how soon gone.

const (
	// dribbleEvery is how long a dribbling socket takes for a byte.
	dribbleEvery = 4 * time.Second
	// workers is how many attackers share an attack that makes one connection after the other.
	workers = 16
)

// dribble holds as many sockets as it may, each with a handshake that does not come to its end.
func (a *attack) dribble() {
	text := request("quick")
	a.each(a.cfg.Sockets, func(i int) {
		for !a.over() {
			c, err := a.dial()
			if err != nil {
				continue
			}
			for k := 0; k < len(text)-1; k++ {
				_ = c.SetDeadline(time.Now().Add(patience))
				if _, err := c.Write(text[k : k+1]); err != nil {
					break
				}
				a.frames.Add(1)
				if !a.sleep(dribbleEvery) {
					break
				}
			}
			c.Close()
		}
	})
}

// one makes connection after connection, within the rate.
func (a *attack) one(attacker func(i int, random *rand.Rand)) {
	a.each(workers, func(w int) {
		random := rand.New(rand.NewPCG(2, uint64(w)))
		for i := w; a.turn(); i += workers {
			attacker(i, random)
		}
	})
}

// malformed sends everything in Malformed, before Hello and after it.
func (a *attack) malformed() {
	frames := Malformed()
	a.one(func(i int, _ *rand.Rand) {
		f := frames[i/2%len(frames)]
		var c *conn
		var err error
		if i%2 == 0 {
			c, err = a.shakeHands("quick")
		} else {
			c, err = a.join(i, wire.PresenceWatching)
		}
		if err != nil {
			return
		}
		defer c.Close()
		if _, err := c.Write(f.Bytes); err == nil {
			a.frames.Add(1)
			c.drain()
		}
	})
}

// lengths promises frames that never come. Half of the sockets wait with the longest frame there may be.
func (a *attack) lengths() {
	waiting := []byte{final | opBinary, 0x80 | 126, wire.MaxClientFrame >> 8, 0, 0, 0, 0, 0, 0x92}
	a.each(min(a.cfg.Sockets, 500), func(i int) {
		for a.turn() {
			c, err := a.shakeHands("quick")
			if err != nil {
				continue
			}
			p := waiting
			if i%2 == 0 {
				p = promised(final|opBinary, uint64(1)<<(16+i/2%48)-uint64(i%7))
			}
			if _, err := c.Write(p); err == nil {
				a.frames.Add(1)
				c.drain()
			}
			c.Close()
		}
	})
}

// churn comes, takes a seat and is gone without a word, some with a reset; every fourth asks for a room that is not there.
func (a *attack) churn() {
	a.one(func(i int, random *rand.Rand) {
		var c *conn
		var err error
		if i%4 == 0 {
			if c, err = a.shakeHands(code(random)); err == nil {
				_, err = c.Write(frame(hello(a.cfg.Rules, wire.Token{}, wire.PresenceHere)))
			}
		} else {
			c, err = a.join(i, wire.PresenceHere)
		}
		if c == nil {
			return
		}
		defer c.Close()
		if err != nil {
			return
		}
		a.frames.Add(1)
		if tcp, ok := c.Conn.(*net.TCPConn); ok && i%2 == 0 {
			_ = tcp.SetLinger(0)
		}
	})
}

// code is one that a room may have.
func code(random *rand.Rand) string {
	const consonants, vowels = "BDFGKLMPRSTVZ", "AEIOU"
	var b strings.Builder
	for range 3 {
		b.WriteByte(consonants[random.IntN(len(consonants))])
		b.WriteByte(vowels[random.IntN(len(vowels))])
	}
	return b.String()
}

// tokens tries tokens, by chance and nearly right ones.
func (a *attack) tokens() {
	a.one(func(i int, random *rand.Rand) {
		room := "quick"
		if len(a.cfg.Rooms) > 0 {
			room = a.cfg.Rooms[i%len(a.cfg.Rooms)]
		}
		c, err := a.shakeHands(room)
		if err != nil {
			return
		}
		defer c.Close()
		var t wire.Token
		for k := range t {
			t[k] = byte(random.Uint32())
		}
		m := hello(a.cfg.Rules, t, wire.PresenceWatching)
		switch i % 4 {
		case 1: // half a token
			m = bytes.Replace(m, append([]byte{0xC4, 16}, t[:]...), append([]byte{0xC4, 8}, t[:8]...), 1)
		case 2: // other rules
			m = hello(a.cfg.Rules+1, t, wire.PresenceHere)
		case 3: // twice
			m = append(m, m...)
		}
		if _, err := c.Write(frame(m)); err == nil {
			a.frames.Add(1)
			_, _, _ = c.read()
		}
	})
}

// requests asks over HTTP what costs most to read or to wait for.
func (a *attack) requests() {
	ask := "GET /api/v1/rooms HTTP/1.1\r\nHost: bankshot\r\n\r\n"
	texts := []string{
		strings.Repeat(ask, 20),
		"GET / HTTP/1.1\r\nHost: bankshot\r\nX: " + strings.Repeat("x", 64<<10) + "\r\n\r\n",
		"GET / HTTP/1.1\r\nHost: bankshot\r\n" + strings.Repeat("A: b\r\n", 10_000) + "\r\n",
		"POST /ws/room/quick HTTP/1.1\r\nHost: bankshot\r\nContent-Length: 1000000000\r\n\r\n",
		strings.TrimSuffix(string(request("quick")), "\r\n") + "Content-Length: 40\r\n\r\n" + ask,
		strings.TrimSuffix(string(request("quick")), "\r\n") + "Transfer-Encoding: chunked\r\n\r\nffffffff\r\n",
		"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + strings.Repeat("\x00\x00\x00\x04\x01\x00\x00\x00\x00", 500),
		fmt.Sprintf("GET /%s HTTP/1.1\r\nHost: bankshot\r\n\r\n", strings.Repeat("../", 2000)),
		"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + strings.Repeat("\x00", 500),
	}
	a.one(func(i int, _ *rand.Rand) {
		c, err := a.dial()
		if err != nil {
			return
		}
		defer c.Close()
		if _, err := c.Write([]byte(texts[i%len(texts)])); err != nil {
			return
		}
		a.frames.Add(1)
		c.r = bufio.NewReader(c.Conn)
		_ = c.SetReadDeadline(time.Now().Add(time.Second))
		buf := make([]byte, 4<<10)
		_, _ = c.r.Read(buf)
	})
}
