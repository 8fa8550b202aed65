package link

import (
	"errors"
	"time"

	"bankshot/game/wire"
)

// errUnread ends a connection whose frames nobody reads.
var errUnread = errors.New("link: too much waits to be read")

// inbox holds the frames that have arrived and were not read yet, and the memory for those to come. The link's mutex
// guards it.
type inbox struct {
	waiting []unread
	first   int // index of the oldest in waiting
	sought  int // no snapshot waits before this index: so that not all that waits is looked through for every frame
	bytes   int
	free    [][]byte
	lent    []byte // what the last take gave away

	// older counts those waiting that are of earlier connections; met says that one of this connection was taken.
	older int
	met   bool

	stale int // snapshots thrown away since the start
}

type unread struct {
	Frame
	snapshot bool
}

// begin says that what comes from now on is of another connection.
func (b *inbox) begin() { b.older, b.met = len(b.waiting)-b.first, false }

// buffer is memory for a frame of n bytes.
func (b *inbox) buffer(n int) []byte {
	if last := len(b.free) - 1; last >= 0 {
		buf := b.free[last]
		b.free = b.free[:last]
		if cap(buf) >= n {
			return buf[:n]
		}
	}
	return make([]byte, n, max(n, 512))
}

func (b *inbox) recycle(buf []byte) {
	if buf != nil && len(b.free) < keptBuffers && cap(buf) <= keptBytes {
		b.free = append(b.free, buf)
	}
}

// put takes over a frame made by buffer. kinds says what is in it.
func (b *inbox) put(f Frame, snapshot bool) error {
	if b.first > 0 && len(b.waiting) == cap(b.waiting) {
		n := copy(b.waiting, b.waiting[b.first:])
		b.waiting, b.sought, b.first = b.waiting[:n], max(b.sought-b.first, 0), 0
	}
	b.waiting = append(b.waiting, unread{f, snapshot})
	b.bytes += len(f.Data)
	if b.stalls(f.At) || b.over() {
		b.dropSnapshots()
	}
	if b.over() {
		return errUnread
	}
	return nil
}

// stalls says that the oldest snapshot has waited for long. Whatever else has waited says nothing about snapshots: those of
// another connection since may be new.
func (b *inbox) stalls(now time.Duration) bool {
	for b.sought = max(b.sought, b.first); b.sought < len(b.waiting); b.sought++ {
		if u := &b.waiting[b.sought]; u.snapshot {
			return now-u.At > StaleAfter
		}
	}
	return false
}

func (b *inbox) over() bool {
	return len(b.waiting)-b.first > MaxUnread || b.bytes > MaxUnreadBytes
}

// dropSnapshots throws away what newer snapshots replace. Events, replies and the like stay, in their order.
func (b *inbox) dropSnapshots() {
	kept := b.waiting[:0]
	b.bytes = 0
	older := b.older
	for i, u := range b.waiting[b.first:] {
		if u.snapshot {
			if i < older {
				b.older--
			}
			b.stale++
			b.recycle(u.Data)
			continue
		}
		kept = append(kept, u)
		b.bytes += len(u.Data)
	}
	b.waiting, b.sought, b.first = kept, len(kept), 0
}

// clear throws everything away that was not taken.
func (b *inbox) clear() {
	for _, u := range b.waiting[b.first:] {
		b.recycle(u.Data)
	}
	b.waiting, b.sought, b.first, b.bytes, b.older = b.waiting[:0], 0, 0, 0, 0
}

// take gives the oldest frame away until the next take.
func (b *inbox) take() (Frame, bool) {
	b.recycle(b.lent)
	b.lent = nil
	if b.first == len(b.waiting) {
		b.waiting, b.sought, b.first = b.waiting[:0], 0, 0
		return Frame{}, false
	}
	f := b.waiting[b.first].Frame
	b.waiting[b.first] = unread{}
	b.first++
	if b.older > 0 {
		b.older--
	} else {
		b.met = true
	}
	b.bytes -= len(f.Data)
	b.lent = f.Data
	return f, true
}

// scan looks through a frame's kinds: whether it holds nothing but what later frames replace, and its Bye if it has one.
// A frame that is not sound counts as neither: whoever reads it will say what is wrong.
func scan(m *wire.Messages, frame []byte, bye *wire.Bye) (snapshot, ended bool) {
	if m.Open(frame, wire.FromServer()) != nil {
		return false, false
	}
	snapshot = true
	for {
		kind, args, ok := m.Next()
		if !ok {
			return snapshot, ended
		}
		switch kind {
		case wire.KindDelta, wire.KindFull, wire.KindPong:
		case wire.KindBye:
			snapshot = false
			ended = ended || bye.Decode(args) == nil
		default:
			snapshot = false
		}
	}
}

// retry is how long a Bye asks us to stay away.
func retry(bye *wire.Bye) time.Duration { return time.Duration(bye.RetryMS) * time.Millisecond }
