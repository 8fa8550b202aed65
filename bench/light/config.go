package light

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"time"

	"bankshot/client/link"
	"bankshot/game/wire"
)

// What can be wrong with a Config, and with a swarm's beginning.
var (
	ErrConfig   = errors.New("light: this cannot be run")
	ErrPlatform = errors.New("light: light bots need Linux (epoll); run bench there, or without -light")
	ErrJoin     = errors.New("light: not all bots got in")
)

// Config is what a swarm does.
type Config struct {
	// Server is its address, http://host:port; Room the code of the room, or "quick".
	Server, Room string
	// N is how many bots there are, on how many Threads (0: 1).
	N, Threads int
	// Seed decides what the bots' pilots did.
	Seed uint64
	// JoinPerSecond bounds how fast they come (0: 500).
	JoinPerSecond int
	// JoinPatience is how long the last of them may take to get in (0: 15 s).
	JoinPatience time.Duration
	// Progress, if set, is told now and then how many are in, from the goroutine that called Start.
	Progress func(in, of int)
	// MayRefuse lets Start go on without those whom the server sends away because it is full: they stay away.
	MayRefuse bool
	// Plain, if set, replaces the game.
	Plain *Plain
}

// Plain is the traffic of a server without a game: every interval a binary frame of so many bytes up, headers and mask
// included, and whatever frames the server sends. Nobody says Hello.
type Plain struct {
	Interval time.Duration
	BytesUp  int
}

// The smallest and the largest frame that a plain bot may send: a masked one without a payload, and what the game allows.
const (
	minPlain = 6
	maxPlain = wire.MaxClientFrame
)

// withDefaults fills in what was left out and finds what cannot be.
func (c Config) withDefaults() (Config, error) {
	if c.Threads == 0 {
		c.Threads = 1
	}
	if c.JoinPerSecond == 0 {
		c.JoinPerSecond = 500
	}
	if c.JoinPatience == 0 {
		c.JoinPatience = 15 * time.Second
	}
	if c.Room == "" {
		c.Room = "quick"
	}
	switch {
	case c.N < 1:
		return c, fmt.Errorf("%w: %d bots", ErrConfig, c.N)
	case c.Threads < 1 || c.Threads > 64:
		return c, fmt.Errorf("%w: %d threads; choose 1 or 2", ErrConfig, c.Threads)
	case c.JoinPerSecond < 1:
		return c, fmt.Errorf("%w: %d bots a second would never get in", ErrConfig, c.JoinPerSecond)
	case c.Plain != nil && (c.Plain.Interval <= 0 || c.Plain.Interval > time.Second):
		return c, fmt.Errorf("%w: an interval of %v; at most a second", ErrConfig, c.Plain.Interval)
	case c.Plain != nil && (c.Plain.BytesUp < minPlain || c.Plain.BytesUp > maxPlain):
		return c, fmt.Errorf("%w: frames of %d bytes; %d to %d are possible", ErrConfig, c.Plain.BytesUp, minPlain, maxPlain)
	}
	return c, nil
}

// target is where to connect to and what to ask for there.
type target struct {
	addr       netip.AddrPort
	host, path string
}

// resolve finds the server. Light bots open plain sockets: TLS would be most of what they do.
func resolve(server, room string) (target, error) {
	address, err := link.RoomURL(server, room)
	if err != nil {
		return target{}, fmt.Errorf("%w: %w", ErrConfig, err)
	}
	u, err := url.Parse(address)
	if err != nil {
		return target{}, fmt.Errorf("%w: %w", ErrConfig, err)
	}
	if u.Scheme != "ws" {
		return target{}, fmt.Errorf("%w: %s: light bots speak no TLS; name the server behind the proxy", ErrConfig, server)
	}
	port := u.Port()
	if port == "" {
		port = "80"
	}
	tcp, err := net.ResolveTCPAddr("tcp", net.JoinHostPort(u.Hostname(), port))
	if err != nil {
		return target{}, fmt.Errorf("%w: %w", ErrConfig, err)
	}
	addr := tcp.AddrPort()
	return target{addr: netip.AddrPortFrom(addr.Addr().Unmap(), addr.Port()), host: u.Host, path: u.RequestURI()}, nil
}
