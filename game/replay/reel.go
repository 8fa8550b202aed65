package replay

import (
	"errors"
	"fmt"
	"runtime/debug"
	"slices"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
)

// ErrEnd says that nothing more of a match is recorded.
var ErrEnd = errors.New("replay: the recording ends here")

// Reel plays a recording for people to watch: a tick at a time, from any tick on. Play judges one; a Reel only shows it,
// and goes on with what was recorded where the rules lead elsewhere. It is not to be used after an error but ErrEnd.
type Reel struct {
	rec    *Recording
	begins []game.Tick // the tick that each stretch begins after, ascending
	last   game.Tick

	state  game.State
	full   game.Public
	at     int    // the stretch under way
	bodies []byte // what is left of it
	delta  snap.Delta
	ready  int // entries of delta that were not stepped yet
	parted int
}

// Reel makes one that stands at the beginning. It reads where every stretch begins, and plays the last one to know where the
// recording ends: a few hundredths of a second for a round.
func (r *Recording) Reel() (*Reel, error) {
	reel := &Reel{rec: r}
	for i := range r.stretches {
		if _, err := r.state(i, &reel.full); err != nil {
			return nil, err
		}
		if i > 0 && reel.full.Tick < reel.begins[i-1] {
			return nil, fmt.Errorf("%w: state %d is older than the one before", ErrBroken, i+1)
		}
		reel.begins = append(reel.begins, reel.full.Tick)
	}
	if err := reel.load(len(r.stretches) - 1); err != nil {
		return nil, err
	}
	for err := error(nil); err == nil; {
		if _, err = reel.Step(nil); err != nil && !errors.Is(err, ErrEnd) {
			return nil, err
		}
	}
	reel.last = reel.state.Tick
	reel.parted = 0
	return reel, reel.load(0)
}

// First and Last are the ticks of the first and of the last world there is.
func (r *Reel) First() game.Tick { return r.begins[0] }

// Last is described at First.
func (r *Reel) Last() game.Tick { return r.last }

// Arena is where it was played.
func (r *Reel) Arena() *arena.Arena { return r.rec.Arena }

// State is the world as it stands; it is the Reel's. Of its Private and Secret nothing is recorded.
func (r *Reel) State() *game.State { return &r.state }

// Parted counts how often a recorded state was not the one that the rules had led to.
func (r *Reel) Parted() int { return r.parted }

// Seek goes to the world of a tick, or to the nearest one there is. It plays from the last state recorded before: two
// seconds of a match at most.
func (r *Reel) Seek(to game.Tick) error {
	to = min(max(to, r.First()), r.last)
	at, found := slices.BinarySearch(r.begins, to)
	if !found {
		at-- // First is no later than to
	}
	if at != r.at || to < r.state.Tick {
		if err := r.load(at); err != nil {
			return err
		}
	}
	for r.state.Tick < to {
		if _, err := r.Step(nil); err != nil {
			if errors.Is(err, ErrEnd) {
				return nil // it ends elsewhere than it did when it was first played, which parted tells
			}
			return err
		}
	}
	return nil
}

// load goes to the beginning of a stretch.
func (r *Reel) load(i int) error {
	bodies, err := r.rec.state(i, &r.full)
	if err != nil {
		return err
	}
	r.take(i, bodies)
	return nil
}

// take has the recorded state of a stretch become the world's.
func (r *Reel) take(i int, bodies []byte) {
	r.state.Public.CopyFrom(&r.full)
	r.state.Private = slices.Grow(r.state.Private[:0], len(r.full.Ships))[:len(r.full.Ships)]
	clear(r.state.Private)
	r.at, r.bodies, r.ready = i, bodies, 0
}

// Step plays the next tick and appends what happened in it. It returns ErrEnd where there is none.
func (r *Reel) Step(events []game.Event) ([]game.Event, error) {
	for r.ready == 0 {
		if len(r.bodies) > 0 {
			rest, err := r.rec.snapshot(r.bodies, &r.state.Public, &r.delta)
			if err != nil {
				return events, err
			}
			r.bodies, r.ready = rest, len(r.delta.Entries)
			continue
		}
		if r.at+1 == len(r.rec.stretches) {
			return events, ErrEnd
		}
		if err := r.turn(); err != nil {
			return events, err
		}
	}
	e := &r.delta.Entries[len(r.delta.Entries)-r.ready]
	r.ready--
	if err := e.Check(&r.state.Public, r.rec.Arena); err != nil {
		return events, fmt.Errorf("%w after tick %d: %w", ErrBroken, r.state.Tick, err)
	}
	return r.step(e, events)
}

// turn goes on to the next stretch. Its state is the truth, whatever the rules have led to.
func (r *Reel) turn() error {
	bodies, err := r.rec.state(r.at+1, &r.full)
	if err != nil {
		return err
	}
	if r.full.Tick == r.state.Tick && r.full.Hash() == r.state.Hash() {
		r.at, r.bodies = r.at+1, bodies
		return nil
	}
	r.parted++
	r.take(r.at+1, bodies)
	return nil
}

// step lets the rules work, which a recording from elsewhere may make fail.
func (r *Reel) step(e *game.Entry, events []game.Event) (all []game.Event, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			all, err = events, &Panic{Tick: r.state.Tick, Cause: cause, Stack: debug.Stack()}
		}
	}()
	return game.Step(&r.state, r.rec.Arena, e, events), nil
}
