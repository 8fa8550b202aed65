package light

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sys/unix"

	"bankshot/game/wire"
)

const (
	// readBytes is how much is read at once; most reads bring one frame of 30 bytes.
	readBytes = 64 << 10
	// eventsAtOnce is how many sockets one epoll_wait may report.
	eventsAtOnce = 512
	// wakeUp stands for the eventfd where events name a bot.
	wakeUp = -1
)

// thread runs its share of the bots: one OS thread that waits in one epoll for sockets and for the next time to send.
type thread struct {
	cfg   *Config
	to    *target
	epoch time.Time
	first int // the number of its first bot; the others follow in steps of cfg.Threads
	poll  int
	wake  int // an eventfd: halt was called
	over  atomic.Bool

	bots    []bot
	absent  int // the first bot that has not begun to connect
	wheel   wheel
	in      []byte
	out     []byte
	plain   []byte // the frame of a plain bot, as it is before it is sealed
	scratch wire.Messages
	mask    *rand.PCG

	mu     sync.Mutex
	stats  Stats
	ready  int   // how many have got in, those that ended since included
	failed error // why the first one did not
}

func newThread(cfg *Config, to *target, tracks [][]byte, epoch time.Time, first int) (*thread, error) {
	t := &thread{
		cfg: cfg, to: to, epoch: epoch, first: first, poll: -1, wake: -1,
		in: make([]byte, readBytes), out: make([]byte, maxHead, 4<<10),
		mask: rand.NewPCG(cfg.Seed, uint64(first)),
	}
	step := min(cfg.Threads, cfg.N)
	for n := first; n < cfg.N; n += step {
		b := bot{number: n, fd: -1, watched: watches(n, cfg.N)}
		if len(tracks) > 0 {
			// Who has the same pilot begins elsewhere in its flight.
			inputs := tracks[n%len(tracks)]
			start := int(phaseOf(n, int64(len(inputs)/3))) * 3
			b.player.track = track{inputs: inputs, at: start}
		}
		t.bots = append(t.bots, b)
	}
	if cfg.Plain != nil {
		t.plain = make([]byte, maxHead+plainPayload(cfg.Plain.BytesUp))
	}
	t.stats.Bots = len(t.bots)
	if err := t.open(); err != nil {
		t.close()
		return nil, fmt.Errorf("light: %w", err)
	}
	return t, nil
}

func (t *thread) open() (err error) {
	if t.poll, err = unix.EpollCreate1(unix.EPOLL_CLOEXEC); err != nil {
		return fmt.Errorf("epoll_create1: %w", err)
	}
	if t.wake, err = unix.Eventfd(0, unix.EFD_NONBLOCK|unix.EFD_CLOEXEC); err != nil {
		return fmt.Errorf("eventfd: %w", err)
	}
	return t.watch(unix.EPOLL_CTL_ADD, t.wake, wakeUp, unix.EPOLLIN)
}

func (t *thread) close() {
	for _, fd := range []int{t.poll, t.wake} {
		if fd >= 0 {
			_ = unix.Close(fd)
		}
	}
}

// watch has epoll report a descriptor as the bot of that index.
func (t *thread) watch(op, fd int, bot int32, events uint32) error {
	if err := unix.EpollCtl(t.poll, op, fd, &unix.EpollEvent{Events: events, Fd: bot}); err != nil {
		return fmt.Errorf("epoll_ctl: %w", err)
	}
	return nil
}

func (t *thread) now() int64 { return int64(time.Since(t.epoch)) }

// run is the thread's life.
func (t *thread) run() {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	defer t.close()
	events := make([]unix.EpollEvent, eventsAtOnce)
	for !t.over.Load() {
		n, err := unix.EpollWait(t.poll, events, t.timeout())
		if err != nil && err != unix.EINTR {
			t.mu.Lock()
			t.fail(fmt.Errorf("light: epoll_wait: %w", err))
			t.mu.Unlock()
			break
		}
		t.mu.Lock()
		for _, e := range events[:max(n, 0)] {
			if e.Fd != wakeUp {
				t.event(e.Fd, e.Events)
			}
		}
		t.arrive()
		t.send()
		t.mu.Unlock()
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	for i := range t.bots {
		t.leave(&t.bots[i])
	}
}

// timeout is how long there is nothing to do by the clock, in whole milliseconds, upwards: the wheel's slots are no finer.
func (t *thread) timeout() int {
	now := t.now()
	wait, any := t.wheel.wait(now)
	if t.absent < len(t.bots) {
		if d := time.Duration(max(t.comes(t.absent)-now, 0)); !any || d < wait {
			wait, any = d, true
		}
	}
	if !any {
		return -1
	}
	return int((wait + time.Millisecond - 1) / time.Millisecond)
}

// send has every bot send whose time has come.
func (t *thread) send() {
	now := t.now()
	for i, ok := t.wheel.take(t.bots, now); ok; i, ok = t.wheel.take(t.bots, now) {
		b := &t.bots[i]
		if b.stage != playing {
			continue
		}
		if late := now - b.due; late > int64(LateAfter) {
			t.stats.LateSends++
			if missed := late / b.every; missed > 0 {
				t.stats.MissedSends += uint64(missed)
				b.due += missed * b.every
			}
		}
		b.due += b.every
		t.wheel.put(t.bots, i)
		if t.look(b, i) {
			t.compose(b)
		}
	}
}

// look reads what has come for a bot that nobody watches, now and then. It says whether the bot is still in.
func (t *thread) look(b *bot, i int32) bool {
	if b.watched {
		return true
	}
	if b.skipped++; b.skipped < readEvery {
		return true
	}
	b.skipped = 0
	if err := t.read(i); err != nil {
		t.end(b, err)
		return false
	}
	return true
}

// compose sends a bot's frame.
func (t *thread) compose(b *bot) {
	if t.cfg.Plain != nil {
		t.write(b, opBinary, append(t.out[:maxHead], t.plain[maxHead:]...))
		return
	}
	frame, s := b.player.frame(t.out[:maxHead])
	if t.write(b, opBinary, frame) {
		t.stats.InputTicks += s.inputTicks
		t.stats.Keyframes += s.keyframes
	}
}

// halt ends the thread soon. It may be called from anywhere, also more than once.
func (t *thread) halt() {
	if t.over.Swap(true) {
		return
	}
	one := [8]byte{7: 1, 0: 1} // not zero in either order of bytes
	_, _ = unix.Write(t.wake, one[:])
}

func (t *thread) joined() (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.ready, t.failed
}

func (t *thread) addTo(s *Stats) {
	t.mu.Lock()
	defer t.mu.Unlock()
	s.add(&t.stats)
}

func (t *thread) reset() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.stats.reset()
}

// fail notes why a bot did not get in.
func (t *thread) fail(err error) {
	if t.failed == nil {
		t.failed = err
	}
}
