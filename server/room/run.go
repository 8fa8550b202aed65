package room

import (
	"fmt"
	"log/slog"
	"runtime/debug"
	"time"

	"bankshot/game/wire"
)

const (
	// sleepAfter is how long a room steps on without people.
	sleepAfter = 10 * time.Second
	// warnEvery bounds how often a room says that it falls behind: it happens when there is no time for saying it.
	warnEvery = 10 * time.Second
	// lateTicks is from how many ticks on lateness is an overrun: less than that the clients' lead hides.
	lateTicks = 3
)

// Runner is a running room: the one place of this package that knows the time and runs as a goroutine. Everything but
// Run may be called from any goroutine and never waits for the room.
type Runner struct {
	cfg  Config
	code string
	log  *slog.Logger
	mail mailbox
	wake chan struct{} // holds one: an Attach while asleep
	stop chan struct{}
	done chan struct{}

	// Run's own.
	room     *Room
	schedule schedule
	todo     []post // taken from the mailbox and not yet dealt with
	spare    []post
	parted   bool
	pace     pace
	joined   int // attaches dealt with since the last publish
	warned   time.Time
	departures

	// Under mail.mu.
	asleep   bool
	slept    time.Time // since when, while asleep
	bye      wire.Bye
	info     Info
	census   Census
	counters Counters
}

// NewRunner makes a room that runs once Run is called. number spreads the rooms' wake-ups over the interval, so that a
// server's rooms don't all work at the same instant.
func NewRunner(cfg Config, code string, number int, world World) (*Runner, error) {
	cfg, err := cfg.withDefaults()
	if err != nil {
		return nil, err
	}
	core, err := New(cfg, code, world)
	if err != nil {
		return nil, err
	}
	rates := core.rates
	gather := rates.Gather
	if gather == 0 {
		gather = rates.Players
	}
	r := &Runner{
		cfg: cfg, code: code, room: core,
		log:  cfg.Log.With("room", code),
		wake: make(chan struct{}, 1), stop: make(chan struct{}), done: make(chan struct{}),
		info: Info{Code: code, Places: rates.Players, Seats: rates.Seats, gather: gather},
		schedule: schedule{
			hz: time.Duration(rates.TickHz), divisor: time.Duration(rates.Divisor),
			catchUp: max(1, cfg.CatchUpTicks/rates.Divisor),
		},
	}
	r.mail.epoch = time.Now()
	phase := r.schedule.span(1) * time.Duration(spread(number)) / (1 << 16)
	r.schedule.base = r.mail.epoch.Add(phase)
	return r, nil
}

// Attach lets a connection in: its seat, or the reason why it gets none, follows on the connection itself with the room's
// next wake-up. The error says that this is known already.
func (r *Runner) Attach(conn Conn, h *wire.Hello) (*Line, error) {
	return r.enter(conn, h, postAttach)
}

// Resume is Attach for nobody but who has a seat already.
func (r *Runner) Resume(conn Conn, h *wire.Hello) (*Line, error) {
	return r.enter(conn, h, postResume)
}

func (r *Runner) enter(conn Conn, h *wire.Hello, as kind) (*Line, error) {
	hello := *h
	l := &Line{runner: r, conn: conn}
	r.mail.mu.Lock()
	defer r.mail.mu.Unlock()
	switch {
	case r.mail.closed:
		return nil, ErrClosed
	case r.mail.joining >= r.info.Seats:
		return nil, ErrFull
	}
	r.mail.joining++
	r.mail.posts = append(r.mail.posts, post{line: l, kind: as, hello: &hello})
	if r.asleep {
		r.asleep = false
		r.wake <- struct{}{}
	}
	return l, nil
}

// Code is the room's.
func (r *Runner) Code() string { return r.code }

// open says that connections may still come.
func (r *Runner) open() bool {
	r.mail.mu.Lock()
	defer r.mail.mu.Unlock()
	return !r.mail.closed
}

// Done is closed when the room has.
func (r *Runner) Done() <-chan struct{} { return r.done }

// Close has the room say goodbye and end. It returns at once; Done tells when.
func (r *Runner) Close(bye wire.Bye) {
	if r.settle(bye) {
		close(r.stop)
	}
}

// settle lets nobody in any more. Only the first reason counts.
func (r *Runner) settle(bye wire.Bye) bool {
	r.mail.mu.Lock()
	defer r.mail.mu.Unlock()
	if r.mail.closed {
		return false
	}
	r.mail.closed, r.bye = true, bye
	return true
}

// Run hosts the room until it closes: because its world says so or fails, because nobody came for long, or by Close.
func (r *Runner) Run() {
	defer close(r.done)
	var crash *Crash
	defer func() { r.closeRecorder(crash) }()
	defer r.goodbye()
	defer func() {
		if cause := recover(); cause != nil {
			crash = r.broken(cause, debug.Stack())
		}
	}()
	if c := &r.room.cells; c.world != nil {
		crew := hire()
		defer crew.dismiss()
		c.share = crew.share
	}
	r.log.Debug("room opened")
	for r.awake() && r.sleep() {
	}
}

// awake steps the room on schedule. It says true when the room may sleep, false when it has to close.
func (r *Runner) awake() (sleepy bool) {
	clock := &r.schedule
	clock.skipTo(time.Now())
	timer := time.NewTimer(time.Until(clock.due()))
	defer timer.Stop()
	empty := int64(0)
	for {
		select {
		case <-r.stop:
			return false
		case <-timer.C:
		}
		now := time.Now()
		late := now.Sub(clock.due())
		steps, dropped := clock.wake(now)
		r.work(now, steps, dropped)
		clock.next += int64(steps)
		r.observe(late, time.Since(now))
		r.publish()
		if reason := r.room.Closing(); reason != "" {
			r.settle(wire.Bye{Code: wire.ByeClosed, Reason: reason})
			return false
		}
		if !r.room.Empty() {
			empty = 0
		} else if empty += int64(steps); clock.span(empty) >= sleepAfter {
			return true
		}
		timer.Reset(time.Until(clock.due()))
	}
}

// work is one wake-up: the news and the steps.
func (r *Runner) work(now time.Time, steps, dropped int) {
	if dropped > 0 {
		ticks := uint32(dropped) * uint32(r.schedule.divisor)
		r.room.Rebase(ticks)
		if now.Sub(r.warned) >= warnEvery {
			r.warned = now
			r.log.Warn("the room fell behind and dropped ticks", "tick", r.room.Tick(), "dropped", ticks,
				"droppedInAll", r.room.counters.DroppedTicks)
		}
	}
	r.drain()
	r.room.Advance(steps)
	r.left(r.room.tick, r.room.divisor, now.Sub(r.mail.epoch))
}

// observe notes how a wake-up went.
func (r *Runner) observe(late, took time.Duration) {
	c := &r.room.counters
	LatenessScale.putTime(&c.Lateness, late)
	DurationScale.putTime(&c.Duration, took)
	if r.room.cells.world != nil {
		r.room.strained(late, took, r.schedule.span(1))
	} else {
		r.pace.observe(late, took, r.schedule.span(1))
		r.room.Slow(r.pace.slow)
	}
	if late <= lateTicks*r.room.tickTime && took <= r.schedule.span(1) {
		return
	}
	c.Overruns++
	if r.cfg.Overrun != nil {
		r.cfg.Overrun(Overrun{Code: r.code, Tick: r.room.tick, Late: late, Took: took})
	}
}

// sleep waits for somebody to come. It says false when the room has to close instead.
func (r *Runner) sleep() (awake bool) {
	r.mail.mu.Lock()
	asleep := r.mail.joining == 0 && !r.mail.closed
	r.asleep, r.slept = asleep, time.Now()
	r.mail.mu.Unlock()
	if !asleep {
		return true
	}
	idle := time.NewTimer(r.cfg.IdleClose)
	defer idle.Stop()
	select {
	case <-r.stop:
		return false
	case <-r.wake:
		return true
	case <-idle.C:
	}
	r.mail.mu.Lock()
	defer r.mail.mu.Unlock()
	if r.asleep && !r.mail.closed {
		r.mail.closed, r.bye = true, wire.Bye{Code: wire.ByeIdle, Reason: wire.ByeIdle.String()}
		return false
	}
	// Somebody came in the same instant; or Close did, and awake will see it.
	if !r.asleep {
		<-r.wake
	}
	return true
}

// broken ends a room whose world panicked. Nothing is known about the world any more, so it is not called again.
func (r *Runner) broken(cause any, stack []byte) *Crash {
	r.settle(wire.Bye{Code: wire.ByeBroken, Reason: wire.ByeBroken.String(), RetryMS: 1000})
	r.room.counters.Panics++
	r.log.Error("the room failed and was closed", "tick", r.room.Tick(), "cause", fmt.Sprint(cause), "stack", string(stack))
	return &Crash{Code: r.code, Tick: r.room.Tick(), World: r.room.world, Cause: cause, Stack: stack}
}

// closeRecorder comes last of all, when everybody has been told: what saves a replay may look into a failed world.
func (r *Runner) closeRecorder(crash *Crash) {
	if r.room.recorder == nil {
		return
	}
	defer func() {
		if cause := recover(); cause != nil {
			r.log.Error("the recording could not be closed", "tick", r.room.Tick(), "cause", fmt.Sprint(cause))
		}
	}()
	r.room.recorder.Close(crash)
}

// goodbye tells everybody, those included who were about to be seated.
func (r *Runner) goodbye() {
	if r.parted {
		return
	}
	r.parted = true
	r.mail.mu.Lock()
	bye := r.bye
	r.mail.mu.Unlock()
	posts, _ := r.mail.take(nil)
	for _, p := range append(r.todo, posts...) {
		if p.kind.enters() {
			r.room.farewell(p.line.conn, wire.Token{}, bye)
		}
	}
	r.todo = nil
	r.room.Close(bye)
	r.publish()
	r.log.Debug("room closed", "tick", r.room.Tick(), "reason", bye.Reason)
}
