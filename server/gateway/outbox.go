package gateway

import (
	"encoding/binary"
	"net"
	"sync"
	"sync/atomic"
	"time"

	"bankshot/game/wire"
)

// A server's frame, as it lies in an outbox: never masked, never in pieces.
//
//	byte 0      0x80 | opcode
//	byte 1      payload's length, where it is below 126; 126 or 127 otherwise
//	2 or 8      the length, big-endian, where byte 1 is 126 or 127
//	…           payload
const (
	opBinary    = 0x2
	opClose     = 0x8
	opPong      = 0xA
	final       = 0x80
	maxHeader   = 10
	maxControl  = 125 // what a control frame's payload may hold
	smallFrames = 1 << 10
)

// outbox is the sending half of one connection. A room hands it frames in the
// middle of a tick, so nothing here waits for the network: what the kernel does
// not take at once is held, up to maxHeld bytes, and goes out before the next
// frame. Everything that is sent passes through it, pongs and closes included,
// so that frames never interleave.
//
// It may be used from any goroutine; only drain, which belongs to the reader,
// waits.
type outbox struct {
	conn net.Conn   // nil once released
	try  *tryWriter // nil where there is none; then pump writes

	mu sync.Mutex
	// held begins with a whole frame, of which sent bytes are out already.
	held []byte
	sent int
	// why is set once, under mu: nothing is accepted after it. Anybody may look
	// without waiting for a write.
	why atomic.Pointer[ending]
	// behind says that something is held.
	behind atomic.Bool
	// ended is told once, when why is set; it must not wait.
	ended  func()
	frames uint64
	bytes  uint64
	// What never went out: see traffic.
	droppedSlow, droppedLost uint64

	// The pump's: what it writes just now, the buffer it returned, its wake-up.
	flying int
	spare  []byte
	wake   chan struct{}
	pumped chan struct{}
}

// newOutbox starts no goroutine; its owner runs pump where it says so.
func newOutbox(conn net.Conn) *outbox {
	o := &outbox{conn: conn, try: newTryWriter(conn)}
	// A reader of its own may sleep until the client says something.
	o.ended = func() { _ = conn.SetReadDeadline(longAgo) }
	if o.try == nil {
		o.wake, o.pumped = make(chan struct{}, 1), make(chan struct{})
	}
	return o
}

// needsPump says that the connection cannot be written to without waiting, as
// with TLS: somebody has to run pump.
func (o *outbox) needsPump() bool { return o.try == nil }

// send puts one frame into the stream. Its error is final: the connection is
// closing.
func (o *outbox) send(op byte, payload []byte) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if why := o.why.Load(); why != nil {
		return why
	}
	if o.waiting()+maxHeader+len(payload) > maxHeld {
		o.cut()
		o.droppedSlow++ // this one, which never waited
		o.append(opBinary, wire.AppendBye(nil, &wire.Bye{Code: wire.ByeSlow, Reason: wire.ByeSlow.String(), RetryMS: retryMS}))
		o.end(closeSlow, "slow", endSlow)
		return o.why.Load()
	}
	o.append(op, payload)
	o.push()
	if why := o.why.Load(); why != nil {
		return why
	}
	return nil
}

// flush tries again to send what is held. The reader calls it when the client
// is heard of: a client that waits for the rest of a frame may have nothing to
// say that would make its room send another.
func (o *outbox) flush() {
	if !o.behind.Load() {
		return
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.try != nil && o.open() && o.waiting() > 0 {
		o.push()
	}
}

// close says why and lets nothing follow. The first one wins.
func (o *outbox) close(code uint16, reason string, why *ending) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.end(code, reason, why)
}

// end is close under the lock.
func (o *outbox) end(code uint16, reason string, why *ending) {
	if !o.open() {
		return
	}
	var payload []byte
	if code != closeSilent {
		payload = append(binary.BigEndian.AppendUint16(nil, code), clip(reason, maxControl-2)...)
	}
	o.append(opClose, payload)
	o.why.Store(why)
	o.push()
	o.ended() // the reader has to come and see to the rest
}

// extend moves the read deadline, but never that of a connection that is
// closing: it would undo the wake-up.
func (o *outbox) extend(t time.Time) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.open() {
		_ = o.conn.SetReadDeadline(t)
	}
}

// open says that the stream has not ended.
func (o *outbox) open() bool { return o.why.Load() == nil }

// reason is what ended the stream, nil while it is open.
func (o *outbox) reason() *ending { return o.why.Load() }

// waiting is how many bytes the kernel has not taken.
func (o *outbox) waiting() int { return len(o.held) - o.sent + o.flying }

// append composes a frame at the end of held.
func (o *outbox) append(op byte, payload []byte) {
	size, before := len(payload), len(o.held)
	o.held = append(o.held, final|op)
	switch {
	case size < 126:
		o.held = append(o.held, byte(size))
	case size <= 0xFFFF:
		o.held = binary.BigEndian.AppendUint16(append(o.held, 126), uint16(size))
	default:
		o.held = binary.BigEndian.AppendUint64(append(o.held, 127), uint64(size))
	}
	o.held = append(o.held, payload...)
	o.frames++
	o.bytes += uint64(len(o.held) - before)
}

// push offers the kernel what is held, or wakes the pump.
func (o *outbox) push() {
	if o.try == nil {
		select {
		case o.wake <- struct{}{}:
		default: // it is awake
		}
		return
	}
	n, err := o.try.write(o.held[o.sent:])
	if err != nil {
		o.lost()
		return
	}
	o.sent += n
	if o.sent < len(o.held) {
		o.compact()
		o.behind.Store(true)
		return
	}
	o.held, o.sent = emptied(o.held), 0
	if o.behind.Load() {
		o.behind.Store(false)
	}
}

// lost ends the stream where nothing can be written any more.
func (o *outbox) lost() {
	if o.open() {
		o.why.Store(endLost)
		o.ended()
	}
}

// compact forgets the frames that are out.
func (o *outbox) compact() {
	gone := 0
	for size := frameSize(o.held); gone+size <= o.sent; size = frameSize(o.held[gone:]) {
		gone += size
	}
	o.held = o.held[:copy(o.held, o.held[gone:])]
	o.sent -= gone
}

// cut drops every frame of which nothing is out: what is said last has to
// follow a whole frame, and need not wait behind old news.
func (o *outbox) cut() {
	keep := 0
	if o.sent > 0 {
		keep = frameSize(o.held)
	}
	o.droppedSlow += framesIn(o.held[keep:])
	o.held = o.held[:keep]
}

// framesIn counts frames, of which the first is whole.
func framesIn(held []byte) (n uint64) {
	for len(held) > 0 {
		held = held[min(frameSize(held), len(held)):]
		n++
	}
	return n
}

// frameSize is the length of the frame that held begins with.
func frameSize(held []byte) int {
	switch held[1] {
	case 126:
		return 4 + int(binary.BigEndian.Uint16(held[2:]))
	case 127:
		return 10 + int(binary.BigEndian.Uint64(held[2:]))
	default:
		return 2 + int(held[1])
	}
}

// emptied keeps a buffer of ordinary size for the next frame and leaves that of
// a large one, such as a first snapshot, to the garbage collector.
func emptied(buf []byte) []byte {
	if cap(buf) > smallFrames {
		return nil
	}
	return buf[:0]
}

// clip shortens a reason to what a control frame holds, at a rune's edge.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n]
}

// release leaves the connection to its descriptor alone, which somebody else reads:
// Go's own poller need not wake for it. ended is told of the end in place of that
// reader, at once if the end has come already.
func (o *outbox) release(ended func()) {
	o.mu.Lock()
	defer o.mu.Unlock()
	_ = o.conn.Close()
	o.conn, o.ended = nil, ended
	if !o.open() {
		ended()
	}
}
