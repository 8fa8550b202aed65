package record

import (
	"fmt"
	"sync/atomic"
	"time"

	"bankshot/game/replay"
	"bankshot/server/room"
)

// rollAt is the length from which on a file is ended: it leaves room for one more stretch, of 1.2 MB at most.
const rollAt = MaxFile - 2<<20

// ringBlocks is how many finished stretches lie in memory: half a minute of a match, where each is 128 ticks.
const ringBlocks = 15

// block is a stretch that the ring and the writer may both hold.
type block struct {
	stretch replay.Stretch
	// sealed are its bytes from when it was finished on; nobody changes them while it is busy, which is while it waits for
	// the disk.
	sealed []byte
	busy   atomic.Bool
}

// Recording is one room's recorder. All of its methods are the room's goroutine's.
type Recording struct {
	store *Store
	code  string
	begun int // recordings of this room so far

	file  *file  // the one under way
	size  int    // bytes handed on for it
	blob  []byte // what its head holds
	note  string
	now   *block // the stretch under way
	ring  [ringBlocks]*block
	first int // the oldest of n in the ring
	n     int

	desynced time.Time
}

// Recording makes the recorder of a new room.
func (s *Store) Recording(code string) *Recording {
	return &Recording{store: s, code: code, now: &block{}}
}

// Snapshot is room.Recorder's.
func (r *Recording) Snapshot(s room.Snapshot) {
	if s.Body == nil {
		r.end()
		r.begin(s)
		return
	}
	if !r.now.stretch.Append(s.Body) && !r.now.stretch.Empty() {
		// Longer than any that a room may send; what follows would not go on from here.
		r.lose()
		r.now.stretch.Reset()
		r.first, r.n = 0, 0
	}
	if s.Full != nil {
		r.turn()
		if r.size > r.store.rollAt {
			r.roll()
		}
		r.now.stretch.Begin(s.Full)
	}
}

// roll goes on in a file of its own, before the one under way becomes too long. What lies in memory stays.
func (r *Recording) roll() {
	r.store.put(job{kind: jobFinish, file: r.file})
	r.open()
}

// begin opens a new recording: nothing leads to it from the one before.
func (r *Recording) begin(s room.Snapshot) {
	r.blob = append(r.blob[:0], s.Blob...)
	r.open()
	r.now.stretch.Begin(s.Full)
}

// open begins the next file, of which nothing is on the disk yet.
func (r *Recording) open() {
	r.begun++
	at := time.Now().UTC()
	r.note = fmt.Sprintf("room %s, recording %d, begun %s", r.code, r.begun, at.Format(time.DateTime))
	if r.store.cfg.Server != "" {
		r.note += ", server " + r.store.cfg.Server
	}
	r.file = &file{code: r.code, name: fmt.Sprintf("%s-%d", safe(r.code), r.begun), day: at, head: r.head("")}
	r.size = len(r.file.head)
}

func (r *Recording) head(why string) []byte {
	note := r.note
	if why != "" {
		note = why + "\n" + note
	}
	return replay.AppendHead(nil, r.store.cfg.Rules, note, r.blob)
}

// turn finishes the stretch under way: into the ring, and off to the disk.
func (r *Recording) turn() {
	if r.now.stretch.Empty() {
		return
	}
	b := r.now
	b.sealed = b.stretch.Block()
	r.size += len(b.sealed)
	if !r.file.lost.Load() {
		b.busy.Store(true)
		if !r.store.put(job{kind: jobAppend, file: r.file, block: b}) {
			b.busy.Store(false)
			r.lose()
		}
	}
	if r.n < ringBlocks {
		r.n++
	} else {
		r.first = (r.first + 1) % ringBlocks
	}
	// The place of the newest holds the oldest one, or one of an earlier recording. It is used again, unless the disk is so
	// slow that it still waits.
	at := (r.first + r.n - 1) % ringBlocks
	r.now, r.ring[at] = r.ring[at], b
	if r.now == nil || r.now.busy.Load() {
		r.now = &block{}
	}
	r.now.stretch.Reset()
}

// lose gives up the file under way.
func (r *Recording) lose() {
	if !r.file.lost.Swap(true) {
		r.store.lost(r.code, errQueue)
	}
}

// end closes the recording under way, if there is one.
func (r *Recording) end() {
	if r.file == nil {
		return
	}
	r.turn()
	r.store.put(job{kind: jobFinish, file: r.file})
	r.file, r.first, r.n = nil, 0, 0
}

// Desync is room.Recorder's: the last half minute is saved, within bounds.
func (r *Recording) Desync(d room.Desync) {
	now := time.Now()
	if r.file == nil || now.Sub(r.desynced) < desyncEvery || !r.store.mayDesync(now) {
		r.store.count.refused.Add(1)
		return
	}
	r.desynced = now
	what := fmt.Sprintf("seat %d says that it holds another state at tick %d", d.Seat, d.Held)
	r.save("desync", d.Tick, now, what, false)
}

// Close is room.Recorder's.
func (r *Recording) Close(crash *room.Crash) {
	if crash != nil && r.file != nil {
		if last := unsent(crash.World); len(last) > 0 {
			r.now.stretch.Append(last)
		}
		r.save("panic", crash.Tick, time.Now(), fmt.Sprintf("the room failed after tick %d: %v", crash.Tick, crash.Cause), true)
	}
	r.end()
}

// unsent asks a failed world for what it had decided and not yet shown, if it is one that tells. Of such a world anything
// must be expected.
func unsent(w room.World) (body []byte) {
	defer func() {
		if recover() != nil {
			body = nil
		}
	}()
	if w, ok := w.(interface{ Unsent(dst []byte) []byte }); ok {
		return w.Unsent(nil)
	}
	return nil
}

// save has all that is in memory written to a file of its own.
func (r *Recording) save(word string, tick uint32, at time.Time, what string, crash bool) {
	bytes := r.head(what)
	for i := range r.n {
		bytes = append(bytes, r.ring[(r.first+i)%ringBlocks].sealed...)
	}
	if !r.now.stretch.Empty() {
		bytes = append(bytes, r.now.stretch.Block()...)
	}
	v := &save{
		code: r.code, name: fmt.Sprintf("%s-%s-%d", safe(r.code), word, tick), tick: tick, at: at,
		bytes: bytes, crash: crash, what: what,
	}
	if !r.store.put(job{kind: jobSave, save: v}) {
		r.store.cfg.Log.Error("what led to it could not be saved: "+what, "room", r.code, "tick", tick, "err", errQueue)
	}
}
