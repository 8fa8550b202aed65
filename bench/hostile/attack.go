package hostile

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"sync"
	"sync/atomic"
	"time"
)

// Config is what an attack aims at, and how hard.
type Config struct {
	// Server is its address, such as http://127.0.0.1:8080.
	Server string
	// Rooms are the codes of rooms that honest players are in; attackers come in there as far as they are let.
	Rooms []string
	// Rules is the hash that Hello has to carry to be let in.
	Rules uint64
	// Sockets is how many connections are held open by attacks that hold some.
	Sockets int
	// PerSecond is how many connections, or frames where an attack keeps its connections, are sent a second in all.
	PerSecond int
}

// Kind is one way to attack.
type Kind struct {
	Name, About string
	run         func(*attack)
}

// Kinds are all there are.
func Kinds() []Kind {
	return []Kind{
		{"stalled", "readers with a seat that say they see everything and never read a byte", (*attack).stall},
		{"dribble", "handshakes a byte at a time, each cut one replaced", (*attack).dribble},
		{"surplus", "inputs for ticks taken already, long past or far ahead, many in a frame's time", (*attack).surplus},
		{"malformed", "every frame and message that there must not be, one a connection", (*attack).malformed},
		{"lengths", "frames that promise more than they hold, and connections that wait for the rest", (*attack).lengths},
		{"churn", "connections that come, take a seat and vanish", (*attack).churn},
		{"tokens", "Hellos with tokens that nobody was given", (*attack).tokens},
		{"commands", "commands, presences, keyframes and pings as many as a frame holds", (*attack).commands},
		{"requests", "ordinary requests, pipelined, with huge headers, with bodies that never come", (*attack).requests},
	}
}

// Stats are what an attack did.
type Stats struct {
	// Connections were made, Failed could not be. Ended were ended by the server.
	Connections, Failed, Ended int64
	// Frames are frames, or requests, or bytes of a dribble; Bytes are all that was sent.
	Frames, Bytes int64
}

// attack is one that is under way.
type attack struct {
	cfg   Config
	addr  string
	ctx   context.Context
	pace  *pace
	group sync.WaitGroup

	connections, failed, ended, frames, bytes atomic.Int64
}

// ErrNotLoopback says that the server is on another machine.
var ErrNotLoopback = errors.New("attacks are for servers on this machine: -server must name a loopback address, such as 127.0.0.1")

// Run attacks until the context ends, and returns when every connection of the attack is closed.
func Run(ctx context.Context, kind Kind, cfg Config) (Stats, error) {
	u, err := url.Parse(cfg.Server)
	if err != nil {
		return Stats{}, fmt.Errorf("the server %q: %w", cfg.Server, err)
	}
	if ip := net.ParseIP(u.Hostname()); u.Hostname() != "localhost" && (ip == nil || !ip.IsLoopback()) {
		return Stats{}, ErrNotLoopback
	}
	if cfg.Sockets < 1 || cfg.PerSecond < 1 {
		return Stats{}, errors.New("an attack needs at least one socket and one frame a second")
	}
	a := &attack{cfg: cfg, addr: u.Host, ctx: ctx, pace: newPace(cfg.PerSecond)}
	kind.run(a)
	a.group.Wait()
	return Stats{
		Connections: a.connections.Load(), Failed: a.failed.Load(), Ended: a.ended.Load(),
		Frames: a.frames.Load(), Bytes: a.bytes.Load(),
	}, nil
}

// each runs n attackers until the context ends. They begin spread over a second.
func (a *attack) each(n int, attacker func(i int)) {
	for i := range n {
		a.group.Go(func() {
			if a.sleep(time.Duration(i) * time.Second / time.Duration(n)) {
				attacker(i)
			}
		})
	}
}

// over says that the attack is.
func (a *attack) over() bool { return a.ctx.Err() != nil }

// sleep says false when the attack is over.
func (a *attack) sleep(d time.Duration) bool {
	if d <= 0 {
		return !a.over()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-a.ctx.Done():
		return false
	}
}

// turn waits until one more connection or frame is within the rate. It says false when the attack is over.
func (a *attack) turn() bool { return a.sleep(a.pace.next(time.Now())) }

// pace spreads so many turns a second over all who ask.
type pace struct {
	mu    sync.Mutex
	every time.Duration
	free  time.Time // when the next turn is
}

func newPace(perSecond int) *pace { return &pace{every: time.Second / time.Duration(perSecond)} }

// next is how long to wait for one's turn.
func (p *pace) next(now time.Time) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.free.Before(now) {
		p.free = now
	}
	wait := p.free.Sub(now)
	p.free = p.free.Add(p.every)
	return wait
}
