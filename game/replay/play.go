package replay

import (
	"fmt"
	"runtime/debug"

	"bankshot/game"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

// Frame is the world after a tick, with what led there and what happened. It is the player's: copy what is to be kept.
type Frame struct {
	State  *game.State
	Entry  *game.Entry
	Events []game.Event
}

// Result is what playing a recording again has shown.
type Result struct {
	// First and Last are the ticks before and after all that was played.
	First, Last game.Tick
	// Hashes and States are how many of each were compared.
	Hashes, States int
	// Difference is nil where all of them agreed. Playing ends at the first.
	Difference *Difference
}

// Panic is what Play returns when the rules fail on an entry, as they did for a room that left its recording behind.
type Panic struct {
	// Tick is the one that was being stepped.
	Tick  game.Tick
	Cause any
	Stack []byte
}

func (p *Panic) Error() string {
	return fmt.Sprintf("replay: the rules fail at tick %d: %v", p.Tick, p.Cause)
}

// Play plays the ticks after from, up to and including to, as far as they are recorded; 0 stands for the beginning and for
// the end. It sets in with the last state at or before from, so that hashes are compared from there on. each, unless nil,
// sees the world after every tick asked for.
func (r *Recording) Play(from, to game.Tick, each func(Frame)) (res Result, err error) {
	p := player{each: each, from: from, to: to}
	defer func() {
		if p.stepping {
			cause := recover()
			if res = p.res; res.Difference == nil {
				err = &Panic{Tick: p.s.Tick, Cause: cause, Stack: debug.Stack()}
			}
		}
	}()
	err = p.play(r)
	return p.res, err
}

// player is a run under way.
type player struct {
	each     func(Frame)
	from, to game.Tick

	s        game.State
	recorded game.Public // the state of the stretch at hand
	delta    snap.Delta
	ev       []game.Event
	agreed   game.Tick // the last one with a hash or a state that agreed
	stepping bool      // a panic now is the rules'
	res      Result
}

func (p *player) play(r *Recording) error {
	at, err := r.seek(p.from, &p.recorded)
	if err != nil {
		return err
	}
	p.s.Public.CopyFrom(&p.recorded)
	p.s.Private = make([]game.Private, len(p.s.Ships))
	p.agreed, p.res.First, p.res.Last = p.s.Tick, p.s.Tick, p.s.Tick
	for i := at; i < len(r.stretches); i++ {
		bodies, err := r.state(i, &p.recorded)
		if err != nil {
			return fmt.Errorf("after tick %d: %w", p.s.Tick, err)
		}
		if i > at {
			if p.recorded.Tick != p.s.Tick {
				return fmt.Errorf("%w after tick %d: the state of tick %d follows", ErrBroken, p.s.Tick, p.recorded.Tick)
			}
			if p.compare(); p.res.Difference != nil {
				return nil
			}
		}
		for len(bodies) > 0 && !p.done() {
			if bodies, err = p.snapshot(r, bodies); err != nil {
				break
			}
		}
		if err != nil || p.done() {
			// What cannot be followed after a difference is a consequence of it.
			if p.res.Difference != nil {
				return nil
			}
			return err
		}
	}
	return nil
}

// seek finds the last stretch that begins at or before a tick, and reads its state.
func (r *Recording) seek(from game.Tick, p *game.Public) (int, error) {
	at := 0
	for i := range r.stretches {
		if _, err := r.state(i, p); err != nil {
			return 0, err
		}
		if p.Tick > from {
			break
		}
		if at = i; from == 0 {
			break
		}
	}
	_, err := r.state(at, p)
	return at, err
}

// done says that no more was asked for. With a difference, playing goes on to the next recorded state all the same.
func (p *player) done() bool { return p.to != 0 && p.s.Tick >= p.to && p.res.Difference == nil }

// snapshot reads the next one of a stretch, which follows on a world.
func (r *Recording) snapshot(bodies []byte, p *game.Public, d *snap.Delta) (rest []byte, err error) {
	body, rest, err := cutPart(bodies, wire.MaxDelta)
	if err != nil {
		return nil, fmt.Errorf("after tick %d: %w", p.Tick, err)
	}
	if err := snap.DecodeDelta(body, p.Ships, p.Tick, d); err != nil {
		return nil, fmt.Errorf("%w after tick %d: %w", ErrBroken, p.Tick, err)
	}
	if d.First != p.Tick+1 {
		return nil, fmt.Errorf("%w after tick %d: tick %d follows", ErrBroken, p.Tick, d.First)
	}
	return rest, nil
}

// snapshot plays the next one of a stretch.
func (p *player) snapshot(r *Recording, bodies []byte) (rest []byte, err error) {
	d := &p.delta
	if rest, err = r.snapshot(bodies, &p.s.Public, d); err != nil {
		return nil, err
	}
	for i := range d.Entries {
		if p.done() {
			return rest, nil
		}
		if err := p.step(r, &d.Entries[i]); err != nil {
			return nil, err
		}
	}
	if d.HasHash && p.res.Difference == nil {
		p.res.Hashes++
		if d.Hash == uint32(p.s.Hash()) {
			p.agreed = p.s.Tick
		} else {
			// Play on to the next recorded state, which tells what it is.
			p.res.Difference = &Difference{Agreed: p.agreed, Tick: p.s.Tick}
		}
	}
	return rest, nil
}

func (p *player) step(r *Recording, e *game.Entry) error {
	if err := e.Check(&p.s.Public, r.Arena); err != nil {
		return fmt.Errorf("%w after tick %d: %w", ErrBroken, p.s.Tick, err)
	}
	p.stepping = true
	p.ev = game.Step(&p.s, r.Arena, e, p.ev[:0])
	p.stepping = false
	if p.res.Difference != nil {
		return nil
	}
	p.res.Last = p.s.Tick
	if p.each != nil && p.s.Tick > p.from {
		p.each(Frame{State: &p.s, Entry: e, Events: p.ev})
	}
	return nil
}

// compare holds the state that playing led to against the recorded one.
func (p *player) compare() {
	if p.res.Difference == nil {
		p.res.States++
		if p.recorded.Hash() == p.s.Hash() {
			p.agreed = p.s.Tick
			return
		}
		p.res.Difference = &Difference{Agreed: p.agreed, Tick: p.s.Tick}
	}
	p.res.Difference.At = p.s.Tick
	p.res.Difference.Fields = fields(&p.recorded, &p.s.Public)
}
