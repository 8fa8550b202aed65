package snap

import (
	"bankshot/game"
	"bankshot/game/wire"
)

// Delta is one snapshot: what entered the ticks First, First+1 … (usually two), and now and then a hash of what they
// led to.
type Delta struct {
	First   game.Tick
	Entries []game.Entry
	// Hash is the lower half of game.Public.Hash after the last of Entries, if HasHash.
	HasHash bool
	Hash    uint32
}

// MaxFacts is how many facts a snapshot may hold, all its ticks together: every ship may leave, join, appear and change
// hands, which no match of people does. Readers refuse more, and ask for a full snapshot.
const MaxFacts = game.MaxFacts

// AppendDelta appends the body of a snapshot. base are the ships as they stood before d.First; d.Entries must be 1 to
// wire.MaxDivisor entries that the rules accept, one after another, from there.
func AppendDelta(dst []byte, base []game.Ship, d *Delta) []byte {
	var w writer
	w.begin(append(dst, byte(d.First)), &untouched)
	w.delta(base, d)
	return w.finish()
}

func (w *writer) delta(base []game.Ship, d *Delta) {
	if w.bit(ctxNotTwo, len(d.Entries) != 2); len(d.Entries) != 2 {
		w.raw(uint32(len(d.Entries)), 4)
	}
	var r roster
	r.begin(base)
	for i := range d.Entries {
		e := &d.Entries[i]
		for k := range e.Facts {
			w.bit(ctxFact, true)
			w.fact(&e.Facts[k])
			r.apply(&e.Facts[k])
		}
		w.bit(ctxFact, false)
		for k := range r.ships[:r.n] {
			w.input(&r.ships[k], e.Inputs[k])
		}
	}
	if w.bit(ctxHash, d.HasHash); d.HasHash {
		w.raw(d.Hash, 32)
	}
}

// DecodeDelta reads a body into d, whose memory it reuses. base are the ships as they stand at tick held, which the body
// must go on from; if it does not (d.First is not held+1), Entries mean nothing and are empty.
func DecodeDelta(body []byte, base []game.Ship, held game.Tick, d *Delta) error {
	d.Entries, d.HasHash, d.Hash = d.Entries[:0], false, 0
	first, ticks, err := DeltaTick(body, held)
	if err != nil {
		return err
	}
	if d.First = first; first != held+1 {
		return nil
	}
	var r reader
	r.begin(body[1:])
	readTicks(&r)
	var ships roster
	ships.begin(base)
	facts := 0
	for i := range ticks {
		e := d.grow()
		for r.bit(ctxFact) {
			if facts++; facts > MaxFacts {
				return d.refuse(ErrTooManyFacts, "tick", i)
			}
			f, err := r.fact()
			if err != nil {
				return d.refuse(err, "fact", len(e.Facts))
			}
			e.Facts = append(e.Facts, f)
			ships.apply(&f)
		}
		for k := range ships.ships[:ships.n] {
			e.Inputs = append(e.Inputs, r.input(&ships.ships[k]))
			if r.wrong {
				return d.refuse(ErrRange, "input", k)
			}
		}
	}
	if d.HasHash = r.bit(ctxHash); d.HasHash {
		d.Hash = r.raw(32)
	}
	if !r.ended() {
		return d.refuse(ErrTrailing, "byte", r.at+1)
	}
	return nil
}

// DeltaTick reads of a body only which ticks it holds: the first one, which is the nearest to held+1 of those with the
// body's lowest 8 bits, and how many. Deltas come in order and without gaps beyond those the room repairs by a Full, so
// that 8 bits are enough.
func DeltaTick(body []byte, held game.Tick) (first game.Tick, ticks int, err error) {
	if len(body) == 0 {
		return 0, 0, ErrTruncated
	}
	var r reader
	r.begin(body[1:])
	ticks = readTicks(&r)
	if ticks < 1 || ticks > wire.MaxDivisor {
		return 0, 0, ErrTicks
	}
	next := held + 1
	return next + game.Tick(int8(body[0]-byte(next))), ticks, nil
}

func readTicks(r *reader) int {
	if !r.bit(ctxNotTwo) {
		return 2
	}
	return int(r.raw(4))
}

// grow makes room for another entry in memory that earlier bodies have left.
func (d *Delta) grow() *game.Entry {
	n := len(d.Entries)
	if n < cap(d.Entries) {
		d.Entries = d.Entries[:n+1]
	} else {
		d.Entries = append(d.Entries, game.Entry{})
	}
	d.Entries[n].Reset()
	return &d.Entries[n]
}

// refuse leaves nothing behind of a body that turned out to be wrong.
func (d *Delta) refuse(err error, part string, index int) error {
	d.Entries, d.HasHash, d.Hash = d.Entries[:0], false, 0
	return &Error{Err: err, Part: part, Index: index}
}
