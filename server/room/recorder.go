package room

import "bankshot/game/wire"

// Recorder keeps what a room shows, so that it can be seen again. It is called from the room's goroutine, in the middle of
// a tick: it must not wait, neither for a disk nor for anybody.
type Recorder interface {
	// Snapshot is told of every snapshot, whether somebody was sent it or not. Its bytes are the room's again afterwards.
	Snapshot(Snapshot)
	// Desync is told that a client holds another state than the world's, as it says. Whoever writes clients can say so at
	// any time.
	Desync(Desync)
	// Close is told that the room has ended, and of the crash that was the reason, else nil.
	Close(*Crash)
}

// Snapshot is one snapshot as a Recorder gets it.
type Snapshot struct {
	Tick uint32
	// Body leads here from the snapshot before. It is nil where none does: at the room's beginning, and where the world
	// has told of a Reset; a recording begins there.
	Body []byte
	// Full is the world's whole state, given where a recording begins and with every FullEvery-th snapshot after it. Blob is
	// what Full refers to, given where a recording begins.
	Full, Blob []byte
}

// FullEvery is how many snapshots lie between those that a Recorder is given a Full with: as many as hold two hashes, so
// that a Full falls on the tick of a hash.
const FullEvery = 2 * wire.HashEvery

// Desync is what is known about a client that holds something else than the world.
type Desync struct {
	Seat Seat
	// Held is the tick of what it holds, Tick the newest of the world.
	Held, Tick uint32
}

// Crash is what is known about a world that panicked. World is as the panic left it: any method of it may panic again.
type Crash struct {
	Code string
	// Tick is the last that was stepped whole.
	Tick  uint32
	World World
	Cause any
	Stack []byte
}

// record hands the newest snapshot on; begin says that no body leads to it.
func (r *Room) record(body []byte, begin bool) {
	if r.recorder == nil {
		return
	}
	s := Snapshot{Tick: r.tick}
	if begin {
		s.Full = r.newestFull()
		_, s.Blob = r.world.Blob()
	} else {
		s.Body = body
		if r.tick/r.divisor%FullEvery == 0 {
			s.Full = r.newestFull()
		}
	}
	r.recorder.Snapshot(s)
}

// newestFull is the world's Full of this tick, made once.
func (r *Room) newestFull() []byte {
	if r.fullTick != r.tick || len(r.full) == 0 {
		r.full, r.fullTick = r.world.Full(r.full[:0]), r.tick
	}
	return r.full
}
