package gateway

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"bankshot/game/wire"
)

// pair is a loopback connection; theirs reads what ours sends.
func pair(tb testing.TB) (ours, theirs *net.TCPConn) {
	tb.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	defer l.Close()
	dialled, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		tb.Fatal(err)
	}
	accepted, err := l.Accept()
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { dialled.Close(); accepted.Close() })
	return accepted.(*net.TCPConn), dialled.(*net.TCPConn)
}

// transports are the two ways an outbox writes. A wrapped connection hides its
// descriptor, as TLS does.
var transports = []struct {
	name string
	wrap func(net.Conn) net.Conn
}{
	{"try-write", func(c net.Conn) net.Conn { return c }},
	{"pump", func(c net.Conn) net.Conn { return struct{ net.Conn }{c} }},
}

// withOutbox runs a test for each transport and ends the outbox as a reader does.
func withOutbox(t *testing.T, test func(t *testing.T, o *outbox, theirs *net.TCPConn)) {
	for _, tr := range transports {
		t.Run(tr.name, func(t *testing.T) {
			ours, theirs := pair(t)
			if tr.name == "try-write" && newTryWriter(ours) == nil {
				t.Skip("this system has no try-write")
			}
			o := newOutbox(tr.wrap(ours))
			if o.needsPump() {
				go o.pump()
			}
			test(t, o, theirs)
			theirs.Close()
			o.drain()
		})
	}
}

type frame struct {
	op      byte
	payload []byte
}

// readFrame is a client's half of RFC 6455, written apart from the server's.
func readFrame(r *bufio.Reader) (frame, error) {
	var h [2]byte
	if _, err := io.ReadFull(r, h[:]); err != nil {
		return frame{}, err
	}
	if h[0]&0xF0 != 0x80 || h[1]&0x80 != 0 {
		return frame{}, fmt.Errorf("frame begins with % x: in pieces, extended or masked", h)
	}
	size := uint64(h[1])
	if size > 125 {
		ext := make([]byte, map[byte]int{126: 2, 127: 8}[h[1]])
		if _, err := io.ReadFull(r, ext); err != nil {
			return frame{}, err
		}
		size = 0
		for _, b := range ext {
			size = size<<8 | uint64(b)
		}
	}
	if size > 1<<20 {
		return frame{}, fmt.Errorf("frame of %d bytes", size)
	}
	p := make([]byte, size)
	_, err := io.ReadFull(r, p)
	return frame{h[0] & 0xF, p}, err
}

func wantClose(tb testing.TB, f frame, code uint16) {
	tb.Helper()
	if f.op != opClose || len(f.payload) < 2 || binary.BigEndian.Uint16(f.payload) != code {
		tb.Fatalf("opcode %#x, payload %q; want close %d", f.op, f.payload, code)
	}
}

// readBye is the Bye that a frame holds, alone.
func readBye(tb testing.TB, f frame) wire.Bye {
	tb.Helper()
	var messages wire.Messages
	if err := messages.Open(f.payload, wire.FromServer()); f.op != opBinary || err != nil {
		tb.Fatalf("opcode %#x, payload %q: %v; want a Bye", f.op, f.payload, err)
	}
	_, args, _ := messages.Next()
	var bye wire.Bye
	if err := bye.Decode(args); err != nil {
		tb.Fatal(err)
	}
	return bye
}

func TestFramesArriveInOrderWhateverTheirLength(t *testing.T) {
	withOutbox(t, func(t *testing.T, o *outbox, theirs *net.TCPConn) {
		sizes := []int{0, 1, 124, 125, 126, 127, 200, 65534, 65535, 65536, 100_000, 3}
		r := bufio.NewReader(theirs)
		for i, n := range sizes {
			payload := bytes.Repeat([]byte{byte(i)}, n)
			if err := o.send(opBinary, payload); err != nil {
				t.Fatal(err)
			}
			f, err := readWhile(r, o)
			if err != nil {
				t.Fatal(err)
			}
			if f.op != opBinary || !bytes.Equal(f.payload, payload) {
				t.Fatalf("frame %d: opcode %#x, %d bytes; want %d", i, f.op, len(f.payload), n)
			}
		}
	})
}

// readWhile reads a frame while the outbox is flushed, as a reader's traffic does.
func readWhile(r *bufio.Reader, o *outbox) (frame, error) {
	type result struct {
		f   frame
		err error
	}
	done := make(chan result, 1)
	go func() {
		f, err := readFrame(r)
		done <- result{f, err}
	}()
	for {
		select {
		case res := <-done:
			return res.f, res.err
		default:
			o.flush()
		}
	}
}

func TestAReaderThatNeverReadsIsHeldToTheLimitAndThenClosed(t *testing.T) {
	withOutbox(t, func(t *testing.T, o *outbox, theirs *net.TCPConn) {
		payload := make([]byte, 1000)
		var err error
		most := 0
		for i := 0; err == nil; i++ {
			if i > 100_000 {
				t.Fatal("100 MB were accepted for a client that reads nothing")
			}
			binary.BigEndian.PutUint32(payload, uint32(i))
			err = o.send(opBinary, payload)
			o.mu.Lock()
			most = max(most, o.waiting())
			o.mu.Unlock()
		}
		if !errors.Is(err, endSlow) {
			t.Fatalf("closed because %v, want %v", err, endSlow)
		}
		if most > maxHeld {
			t.Fatalf("%d bytes were held, the limit is %d", most, maxHeld)
		}
		if most < maxHeld-2*len(payload) {
			t.Fatalf("closed with only %d bytes held", most)
		}
		if err := o.send(opBinary, payload); !errors.Is(err, endSlow) {
			t.Fatalf("a closed outbox said %v", err)
		}

		// Should it read after all, it finds whole frames in order, then what was dropped is missing, and at the end stands why.
		drained := make(chan struct{})
		go func() { o.drain(); close(drained) }()
		r := bufio.NewReader(theirs)
		for i := uint32(0); ; i++ {
			f, err := readFrame(r)
			if err != nil {
				t.Fatal(err)
			}
			if len(f.payload) != len(payload) {
				if bye := readBye(t, f); bye.Code != wire.ByeSlow {
					t.Fatalf("Bye %v", bye)
				}
				break
			}
			if n := binary.BigEndian.Uint32(f.payload); n != i {
				t.Fatalf("frame %d where %d was next", n, i)
			}
		}
		f, err := readFrame(r)
		if err != nil {
			t.Fatal(err)
		}
		wantClose(t, f, closeSlow)
		theirs.Close()
		<-drained
	})
}

func TestTheRestOfAFrameGoesOutWhenTheClientIsHeardOf(t *testing.T) {
	ours, theirs := pair(t)
	if err := ours.SetWriteBuffer(4 << 10); err != nil {
		t.Fatal(err)
	}
	o := newOutbox(ours)
	if o.needsPump() {
		t.Skip("this system has no try-write")
	}
	payload := make([]byte, 200_000)
	for o.waiting() == 0 {
		if err := o.send(opBinary, payload); err != nil {
			t.Fatal(err)
		}
	}
	sent := o.frames
	r := bufio.NewReader(theirs)
	for range sent {
		f, err := readWhile(r, o)
		if err != nil || len(f.payload) != len(payload) {
			t.Fatal(len(f.payload), err)
		}
	}
	if o.waiting() != 0 {
		t.Fatalf("%d bytes still wait", o.waiting())
	}
}

func TestNothingFollowsAClose(t *testing.T) {
	withOutbox(t, func(t *testing.T, o *outbox, theirs *net.TCPConn) {
		first := endText
		if err := o.send(opBinary, []byte("bye")); err != nil {
			t.Fatal(err)
		}
		o.close(closePolicy, strings.Repeat("é", 100), first)
		o.close(closeNormal, "second", endLeft)
		if err := o.send(opBinary, []byte("more")); !errors.Is(err, first) {
			t.Fatalf("after the close: %v", err)
		}
		r := bufio.NewReader(theirs)
		f, err := readFrame(r)
		if err != nil || string(f.payload) != "bye" {
			t.Fatalf("%q, %v", f.payload, err)
		}
		f, err = readFrame(r)
		if err != nil {
			t.Fatal(err)
		}
		wantClose(t, f, closePolicy)
		if reason := string(f.payload[2:]); reason != strings.Repeat("é", 61) {
			t.Fatalf("reason %q: it must be cut at a rune and fit a control frame", reason)
		}
		theirs.CloseWrite()
		o.drain()
		if f, err := readFrame(r); err != io.EOF {
			t.Fatalf("%v, %v follows the close", f, err)
		}
	})
}

func TestAReaderIsWokenToDrainWhenItsConnectionIsClosed(t *testing.T) {
	withOutbox(t, func(t *testing.T, o *outbox, theirs *net.TCPConn) {
		woken := make(chan error, 1)
		go func() {
			_, err := o.conn.Read(make([]byte, 1))
			woken <- err
		}()
		o.extend(time.Now().Add(time.Hour))
		o.close(closeNormal, "", endLeft)
		o.extend(time.Now().Add(time.Hour)) // of a frame that came just then; it must not undo the wake-up
		var timeout net.Error
		if err := <-woken; !errors.As(err, &timeout) || !timeout.Timeout() {
			t.Fatalf("the reader got %v", err)
		}
	})
}

func TestSendersNeverInterleave(t *testing.T) {
	withOutbox(t, func(t *testing.T, o *outbox, theirs *net.TCPConn) {
		const senders, each = 4, 300
		var all sync.WaitGroup
		for s := range senders {
			all.Go(func() {
				for i := range each {
					payload := bytes.Repeat([]byte{byte(s)}, 1+i%200)
					if s == 0 {
						_ = o.send(opPong, payload[:min(len(payload), maxControl)])
						continue
					}
					if err := o.send(opBinary, payload); err != nil {
						t.Error(err)
						return
					}
				}
			})
		}
		r := bufio.NewReader(theirs)
		for range senders * each {
			f, err := readWhile(r, o)
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range f.payload {
				if b != f.payload[0] {
					t.Fatalf("a frame holds bytes of two senders: %v", f.payload)
				}
			}
		}
		all.Wait()
	})
}

func TestABrokenConnectionEndsTheOutbox(t *testing.T) {
	withOutbox(t, func(t *testing.T, o *outbox, theirs *net.TCPConn) {
		_ = theirs.SetLinger(0)
		theirs.Close()
		_, _ = o.conn.Read(make([]byte, 1)) // the reset has arrived
		var err error
		for i := 0; err == nil && i < 1_000_000; i++ {
			err = o.send(opBinary, []byte("anybody there?"))
		}
		if err == nil || errors.Is(err, endSlow) && o.try != nil {
			t.Fatalf("the outbox says %v", err)
		}
	})
}

func TestALargeFrameLeavesNoLargeBufferBehind(t *testing.T) {
	ours, theirs := pair(t)
	o := newOutbox(ours)
	if o.needsPump() {
		t.Skip("this system has no try-write")
	}
	if err := o.send(opBinary, make([]byte, 60_000)); err != nil {
		t.Fatal(err)
	}
	if _, err := readWhile(bufio.NewReader(theirs), o); err != nil {
		t.Fatal(err)
	}
	if err := o.send(opBinary, make([]byte, 200)); err != nil {
		t.Fatal(err)
	}
	if c := cap(o.held); c > smallFrames {
		t.Fatalf("a buffer of %d bytes stays", c)
	}
}

func BenchmarkSend(b *testing.B) {
	for _, tr := range transports {
		b.Run(tr.name, func(b *testing.B) {
			ours, theirs := pair(b)
			if tr.name == "try-write" && newTryWriter(ours) == nil {
				b.Skip("this system has no try-write")
			}
			go func() { _, _ = io.Copy(io.Discard, theirs) }()
			o := newOutbox(tr.wrap(ours))
			if o.needsPump() {
				go o.pump()
			}
			b.Cleanup(func() { theirs.Close(); o.drain() })
			payload := make([]byte, 200)
			b.ReportAllocs()
			for b.Loop() {
				if err := o.send(opBinary, payload); err != nil {
					b.Fatal(err)
				}
				if o.backlog() > maxHeld/2 { // the reader shares this processor and may fall behind
					b.StopTimer()
					for o.backlog() > 0 {
						o.flush()
						runtime.Gosched()
					}
					b.StartTimer()
				}
			}
		})
	}
}

// backlog is waiting from outside of the lock.
func (o *outbox) backlog() int {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.waiting()
}

// BenchmarkBareWrite is what the kernel alone costs, for comparison with Send.
func BenchmarkBareWrite(b *testing.B) {
	ours, theirs := pair(b)
	go func() { _, _ = io.Copy(io.Discard, theirs) }()
	p := make([]byte, 204)
	for b.Loop() {
		if _, err := ours.Write(p); err != nil {
			b.Fatal(err)
		}
	}
}
