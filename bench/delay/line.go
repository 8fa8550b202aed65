package delay

import (
	"net"
	"sync"
	"sync/atomic"
	"time"
)

// ending is how both ends of a line are told that it is over.
type ending uint8

const (
	// abruptly: by a reset, and what was on its way is lost.
	abruptly ending = iota
	// orderly: as if the other side had closed.
	orderly
)

// line is one connection of a client, and the one to the server that belongs to it.
type line struct {
	began        time.Time
	client, back *net.TCPConn
	// swallowed says that bytes of this line were lost: nothing passes it any more, not even its end.
	swallowed atomic.Bool

	once  sync.Once
	ended chan struct{}
}

func (l *line) now() time.Duration { return time.Since(l.began) }

// end ends both connections at once. Only the first call counts.
func (l *line) end(how ending) {
	l.once.Do(func() {
		if how == abruptly {
			// Closing then sends a reset. It fails on connections that have ended by themselves.
			_ = l.client.SetLinger(0)
			_ = l.back.SetLinger(0)
		}
		close(l.ended)
		_ = l.client.Close()
		_ = l.back.Close()
	})
}

// run carries both ways until both have ended.
func (l *line) run(cfg *Config, number uint64) {
	up := &way{line: l, from: l.client, to: l.back, schedule: newSchedule(cfg, number, 0)}
	down := &way{line: l, from: l.back, to: l.client, schedule: newSchedule(cfg, number, 1)}
	// The kernel has let the client in already. Over a real path that takes a round trip, and only then it may speak.
	up.schedule.notBefore(cfg.RTT + cfg.RTT/2)

	var both sync.WaitGroup
	both.Go(up.run)
	down.run()
	both.Wait()
	l.end(orderly)
}
