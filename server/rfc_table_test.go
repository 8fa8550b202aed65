package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"bankshot/game/wire"
)

// The tables rfc_*_test.go are our own test of RFC 6455: what a client sends after the handshake, and what must come
// back from the whole program over TCP, up to the end of the stream. Each row is sent twice, in one write and byte by
// byte. Where the RFC leaves a choice, the row shows ours:
//
//   - Text is refused with 1003 as soon as a text frame begins, whatever it holds: an endpoint that takes no text has no
//     business with its encoding (section 7.4.1). 1007 stands for what is read: binary messages, and close reasons.
//   - A close frame is answered with its own code and no reason; one without a code by one without (section 5.5.1).
//   - A fault is answered by a binary frame, our Bye, and a close frame with a code that tells which kind it was.
type rfcRow struct {
	section string // of RFC 6455
	name    string
	sent    []byte
	want    rfcAnswer
}

// rfcAnswer is what must come back.
type rfcAnswer struct {
	pongs []string // first, in this order
	// Then one of: nothing, and the connection lives; a Bye and a close frame; a close frame.
	lives bool
	bye   bool
	code  int // of the close frame; 0: none in it
}

// still: nothing but those pongs comes back, and the connection lives on.
func still(pongs ...string) rfcAnswer { return rfcAnswer{pongs: pongs, lives: true} }

// fault: the server says what was wrong, and closes with this code.
func fault(code int, pongs ...string) rfcAnswer {
	return rfcAnswer{pongs: pongs, bye: true, code: code}
}

// echo: the client's close frame is answered by one with this code.
func echo(code int, pongs ...string) rfcAnswer { return rfcAnswer{pongs: pongs, code: code} }

// heard: the message was understood. It is a Hello to a room that there cannot be, so the answer is a Bye that says so.
func heard(pongs ...string) rfcAnswer {
	return rfcAnswer{pongs: pongs, bye: true, code: int(wire.ByeNotFound.Close())}
}

const (
	fin       = 0x80
	opCont    = 0x0
	opText    = 0x1
	opBinary  = 0x2
	opClosing = 0x8
	opPing    = 0x9
	opPong    = 0xA
)

// sampleMask is that of the RFC's examples (section 5.7).
var sampleMask = [4]byte{0x37, 0xfa, 0x21, 0x3d}

// rfcFrame is a client's frame as it should be.
func rfcFrame(first byte, payload string) []byte { return rfcMasked(first, payload, sampleMask) }

func rfcMasked(first byte, payload string, mask [4]byte) []byte {
	switch n := len(payload); {
	case n < 126:
		return rfcSized(first, 0, payload, mask)
	case n <= 0xFFFF:
		return rfcSized(first, 16, payload, mask)
	default:
		return rfcSized(first, 64, payload, mask)
	}
}

// rfcSized writes the length in 7 bits, or in 16 or 64 behind them.
func rfcSized(first byte, bits int, payload string, mask [4]byte) []byte {
	f := rfcHeader(first, bits, uint64(len(payload)))
	f = append(f, mask[:]...)
	for i := range len(payload) {
		f = append(f, payload[i]^mask[i%4])
	}
	return f
}

// rfcHeader is a header without its mask; its length may be a lie.
func rfcHeader(first byte, bits int, length uint64) []byte {
	switch bits {
	case 16:
		return binary.BigEndian.AppendUint16([]byte{first, 0x80 | 126}, uint16(length))
	case 64:
		return binary.BigEndian.AppendUint64([]byte{first, 0x80 | 127}, length)
	default:
		return []byte{first, 0x80 | byte(length)}
	}
}

func concat(frames ...[]byte) []byte { return bytes.Join(frames, nil) }

// helloMessage is the payload that heard answers.
func helloMessage() string {
	return string(wire.AppendHello(nil, &wire.Hello{Protocol: wire.Protocol, Name: "Ada", Presence: wire.PresenceWatching}))
}

// stranger is a message of so many bytes that is well-formed, but nothing for a beginning: fault(1008).
func stranger(size int) string {
	for n := 1; ; n++ {
		if m := wire.AppendCommand(nil, &wire.Command{N: 1, Data: make([]byte, n)}); len(m) >= size {
			return string(m)
		}
	}
}

// closeFrame is one with a code and a reason.
func closeFrame(code int, reason string) []byte {
	return rfcFrame(fin|opClosing, string(binary.BigEndian.AppendUint16(nil, uint16(code)))+reason)
}

// rfcClient is a connection that has shaken hands.
type rfcClient struct {
	t    *testing.T
	conn net.Conn
	r    *bufio.Reader
}

// rfcConnect opens a connection to the program.
func rfcConnect(t *testing.T, p *program) *rfcClient {
	t.Helper()
	conn, err := net.Dial("tcp", strings.Replace(strings.TrimPrefix(p.url, "http://"), "localhost", "127.0.0.1", 1))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	_ = conn.SetDeadline(time.Now().Add(patience))
	return &rfcClient{t: t, conn: conn, r: bufio.NewReader(conn)}
}

// shakeHands asks for a room that there cannot be: that is said after Hello, and until then any row has its place.
func (c *rfcClient) shakeHands() {
	c.t.Helper()
	c.send([]byte(handshake()), false)
	res, err := http.ReadResponse(c.r, nil)
	if err != nil {
		c.t.Fatal(err)
	}
	if res.StatusCode != http.StatusSwitchingProtocols {
		c.t.Fatalf("the handshake is answered %s", res.Status)
	}
}

// send writes; the server may be closing already, which the answer will tell.
func (c *rfcClient) send(p []byte, dribble bool) {
	if !dribble {
		_, _ = c.conn.Write(p)
		return
	}
	for i := range p {
		if _, err := c.conn.Write(p[i : i+1]); err != nil {
			return
		}
	}
}

// frame reads one of the server's: whole, not masked, its length in as few bytes as can be.
func (c *rfcClient) frame() (op byte, payload string, err error) {
	var h [2]byte
	if _, err := io.ReadFull(c.r, h[:]); err != nil {
		return 0, "", err
	}
	if h[0]&0xF0 != fin || h[1]&0x80 != 0 {
		return 0, "", fmt.Errorf("the server sends a frame that begins % x", h)
	}
	n := int(h[1])
	if n == 127 {
		return 0, "", errors.New("the server sends a frame with a length of 64 bits")
	}
	if n == 126 {
		var long [2]byte
		if _, err := io.ReadFull(c.r, long[:]); err != nil {
			return 0, "", err
		}
		if n = int(binary.BigEndian.Uint16(long[:])); n < 126 {
			return 0, "", fmt.Errorf("the server writes the length %d in 16 bits", n)
		}
	}
	b := make([]byte, n)
	_, err = io.ReadFull(c.r, b)
	return h[0] & 0x0F, string(b), err
}

// check reads the answer.
func (c *rfcClient) check(want rfcAnswer) error {
	const probe = "still there?"
	if want.lives {
		c.send(rfcFrame(fin|opPing, probe), false)
		want.pongs = append(want.pongs[:len(want.pongs):len(want.pongs)], probe)
	}
	for _, pong := range want.pongs {
		if op, payload, err := c.frame(); err != nil || op != opPong || payload != pong {
			return fmt.Errorf("opcode %#x %q %v, want a pong %q", op, payload, err, pong)
		}
	}
	if want.lives {
		return nil
	}
	if want.bye {
		if err := c.bye(); err != nil {
			return err
		}
	}
	op, payload, err := c.frame()
	switch {
	case err != nil || op != opClosing:
		return fmt.Errorf("opcode %#x %q %v, want a close frame", op, payload, err)
	case want.code == 0 && payload != "":
		return fmt.Errorf("closed with %q, want no code", payload)
	case want.code == 0:
	case len(payload) < 2:
		return fmt.Errorf("closed without a code, want %d", want.code)
	case int(binary.BigEndian.Uint16([]byte(payload))) != want.code:
		return fmt.Errorf("closed with %d %q, want %d", binary.BigEndian.Uint16([]byte(payload)), payload[2:], want.code)
	}
	if _, err := c.r.ReadByte(); err != io.EOF {
		return fmt.Errorf("after the close frame: %v, want the end of the stream", err)
	}
	return nil
}

// bye reads the binary frame in which the server says why.
func (c *rfcClient) bye() error {
	op, payload, err := c.frame()
	if err != nil || op != opBinary {
		return fmt.Errorf("opcode %#x %q %v, want a Bye", op, payload, err)
	}
	var ms wire.Messages
	if err := ms.Open([]byte(payload), wire.FromServer()); err != nil {
		return err
	}
	var bye wire.Bye
	kind, args, _ := ms.Next()
	if err := bye.Decode(args); kind != wire.KindBye || err != nil || bye.Reason == "" {
		return fmt.Errorf("%v %v %+v, want a Bye with a reason", kind, err, bye)
	}
	return nil
}

// checkRows runs a table against the whole program.
func checkRows(t *testing.T, p *program, rows []rfcRow) {
	seen := map[string]bool{}
	for _, row := range rows {
		if seen[row.name] {
			t.Errorf("two rows are called %q", row.name)
		}
		seen[row.name] = true
		t.Run(row.section+" "+row.name, func(t *testing.T) {
			t.Parallel()
			for _, dribble := range []bool{false, true} {
				c := rfcConnect(t, p)
				c.shakeHands()
				c.send(row.sent, dribble)
				if err := c.check(row.want); err != nil {
					t.Errorf("sent %s: %v", map[bool]string{false: "in one write", true: "byte by byte"}[dribble], err)
				}
				c.conn.Close()
			}
		})
	}
}

func TestTheServerKeepsToTheWebSocketProtocol(t *testing.T) {
	p := start(t, "-ships", "0")
	for _, chapter := range []struct {
		name string
		rows []rfcRow
	}{
		{"framing", framingRows()},
		{"masks and lengths", lengthRows()},
		{"fragmentation", fragmentRows()},
		{"control frames", controlRows()},
		{"closing", closeRows()},
		{"text and UTF-8", textRows()},
		{"limits and messages", limitRows()},
	} {
		t.Run(chapter.name, func(t *testing.T) { checkRows(t, p, chapter.rows) })
	}
}
