package room

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"bankshot/game/wire"
)

// Rooms are a server's rooms by their codes. They own the rooms' goroutines: Close waits for them.
type Rooms struct {
	cfg  Config
	make func(code, kind string) World

	mu     sync.Mutex
	byCode map[string]*Runner
	// evicted rooms had to go for others and have not quite ended.
	evicted map[*Runner]struct{}
	made    int
	past    Counters // of the rooms that have closed
	closed  bool
	running sync.WaitGroup
}

// NewRooms starts with none. world makes what a new room hosts, of the kind that it is opened for, empty for the usual; it
// must not call back into Rooms.
func NewRooms(cfg Config, world func(code, kind string) World) (*Rooms, error) {
	cfg, err := cfg.withDefaults()
	if err != nil {
		return nil, err
	}
	return &Rooms{cfg: cfg, make: world, byCode: map[string]*Runner{}, evicted: map[*Runner]struct{}{}}, nil
}

// Find is the open room of a code, in any spelling that ParseCode reads.
func (rs *Rooms) Find(code string) (*Runner, error) {
	code, err := ParseCode(code)
	if err != nil {
		return nil, err
	}
	rs.mu.Lock()
	defer rs.mu.Unlock()
	if r, ok := rs.byCode[code]; ok && r.open() {
		return r, nil
	}
	return nil, ErrNoRoom
}

// Open is the room of a code, made if there is none: an invitation stays good when the room has closed meanwhile, or the
// server has started anew.
func (rs *Rooms) Open(code string) (*Runner, error) {
	code, err := ParseCode(code)
	if err != nil {
		return nil, err
	}
	rs.mu.Lock()
	defer rs.mu.Unlock()
	if r, ok := rs.byCode[code]; ok && r.open() {
		return r, nil
	}
	return rs.open(code, "")
}

// Make opens a room of a kind with a new code.
func (rs *Rooms) Make(kind string) (*Runner, error) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	return rs.fresh(kind)
}

// Quick is the room of a kind with the most people among those where one more can play, and that gather more; one is made
// where there is none. Whoever watches counts as somebody who is about to play, so that nobody who clicks finds the last
// place just taken.
func (rs *Rooms) Quick(kind string) (*Runner, error) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	return rs.quick(kind, nil)
}

// AttachQuick lets a connection into the room that Quick finds, before anybody else is sent there: in a crowd, each of
// whom finds the same room first, most would else be refused, or watch because all places are taken. mayOpen, unless it is
// nil, is asked before a room is made for them, and must not call back into Rooms; ErrTooManyRooms is what its no becomes.
func (rs *Rooms) AttachQuick(kind string, conn Conn, h *wire.Hello, mayOpen func() bool) (*Line, error) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	for {
		r, err := rs.quick(kind, mayOpen)
		if err != nil {
			return nil, err
		}
		line, err := r.Attach(conn, h)
		if !errors.Is(err, ErrClosed) { // else it closed just now, and is not found again
			return line, err
		}
	}
}

func (rs *Rooms) quick(kind string, mayOpen func() bool) (*Runner, error) {
	var best *Runner
	most := -1
	for code, r := range rs.byCode {
		info := r.Info()
		in := info.People + info.Watching
		if info.Kind != kind || in >= info.gather || !r.open() {
			continue
		}
		// The map's order is none; among equals the first code wins, so that people gather.
		if in > most || in == most && code < best.code {
			best, most = r, in
		}
	}
	if best != nil {
		return best, nil
	}
	if mayOpen != nil && !mayOpen() {
		return nil, ErrTooManyRooms
	}
	return rs.fresh(kind)
}

// List is every open room, in the order of codes.
func (rs *Rooms) List() []Info {
	rs.mu.Lock()
	list := make([]Info, 0, len(rs.byCode))
	for _, r := range rs.byCode {
		list = append(list, r.Info())
	}
	rs.mu.Unlock()
	slices.SortFunc(list, func(a, b Info) int { return cmp.Compare(a.Code, b.Code) })
	return list
}

// Counters are the sums over all rooms, closed ones included.
func (rs *Rooms) Counters() Counters {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	sum := rs.past
	for _, r := range rs.byCode {
		c := r.Counters()
		sum.Add(&c)
	}
	for r := range rs.evicted {
		c := r.Counters()
		sum.Add(&c)
	}
	return sum
}

// Lateness sums up by how much all rooms' wake-ups came late, those of closed ones included.
func (rs *Rooms) Lateness() Tally {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	sum := rs.past.Lateness
	for _, r := range rs.byCode {
		r.addLateness(&sum)
	}
	for r := range rs.evicted {
		r.addLateness(&sum)
	}
	return sum
}

// Census counts the seats of all open rooms.
func (rs *Rooms) Census() (sum Census) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	for _, r := range rs.byCode {
		sum.Add(r.Census())
	}
	return sum
}

// Close says goodbye in every room, with the hint to come back, and waits for the rooms to end or for ctx.
func (rs *Rooms) Close(ctx context.Context, reason string) error {
	rs.mu.Lock()
	rs.closed = true
	for _, r := range rs.byCode {
		r.Close(wire.Bye{Code: wire.ByeDown, Reason: reason, RetryMS: 1000})
	}
	rs.mu.Unlock()
	ended := make(chan struct{})
	go func() {
		rs.running.Wait()
		close(ended)
	}()
	select {
	case <-ended:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("room: waiting for the rooms to end: %w", ctx.Err())
	}
}

// fresh opens a room of a code that no other has.
func (rs *Rooms) fresh(kind string) (*Runner, error) {
	for {
		code, err := newCode(rs.cfg.Random)
		if err != nil {
			return nil, err
		}
		if _, taken := rs.byCode[code]; !taken {
			return rs.open(code, kind)
		}
	}
}

// open makes a room and runs it until it ends by itself or by Close.
func (rs *Rooms) open(code, kind string) (*Runner, error) {
	switch {
	case rs.closed:
		return nil, ErrGoingDown
	case len(rs.byCode) >= rs.cfg.MaxRooms && !rs.evict():
		return nil, ErrTooManyRooms
	}
	r, err := NewRunner(rs.cfg, code, rs.made, rs.make(code, kind))
	if err != nil {
		return nil, err
	}
	r.info.Kind = kind
	rs.made++
	rs.byCode[code] = r
	rs.running.Go(func() {
		r.Run()
		rs.remove(r)
	})
	return r, nil
}

// evict closes the room that has slept longest, so that a new one may be opened. Nobody is in it; without this, whoever
// opens as many rooms as there may be and leaves them keeps everybody else from opening one until they close by themselves.
func (rs *Rooms) evict() bool {
	var longest *Runner
	var since time.Time
	for _, r := range rs.byCode {
		if at, asleep := r.asleepSince(); asleep && (longest == nil || at.Before(since)) {
			longest, since = r, at
		}
	}
	if longest == nil {
		return false
	}
	longest.Close(wire.Bye{Code: wire.ByeIdle, Reason: wire.ByeIdle.String()})
	delete(rs.byCode, longest.code)
	rs.evicted[longest] = struct{}{}
	return true
}

func (rs *Rooms) remove(r *Runner) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	delete(rs.evicted, r)
	if rs.byCode[r.code] == r { // else another has been opened in its place
		delete(rs.byCode, r.code)
	}
	c := r.Counters()
	rs.past.Add(&c)
}
