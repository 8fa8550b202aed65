package delay

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
	"time"
)

// Config says where connections lead, and how bad the way there is.
type Config struct {
	// Target is the server, as host:port or as a URL, whose host is taken.
	Target string
	// RTT is the round trip, half of it each way. Jitter is by how much it varies at most, up and down: each way has half
	// of that, evenly distributed.
	RTT, Jitter time.Duration
	// A way stands still for StallFor once in every StallEvery. Both or neither.
	StallFor, StallEvery time.Duration
	// Seed decides all that is left to chance.
	Seed uint64
}

// ErrConfig is what every unusable Config is refused with.
var ErrConfig = errors.New("delay: unusable configuration")

func (c *Config) check() error {
	switch {
	case c.RTT < 0 || c.Jitter < 0 || c.StallFor < 0 || c.StallEvery < 0:
		return fmt.Errorf("%w: no duration may be below 0", ErrConfig)
	case c.Jitter > c.RTT:
		return fmt.Errorf("%w: a jitter of %v would need chunks that arrive before they were sent; it may be %v at most, the round trip", ErrConfig, c.Jitter, c.RTT)
	case (c.StallFor == 0) != (c.StallEvery == 0):
		return fmt.Errorf("%w: a stall needs both its length and how often it comes, or neither", ErrConfig)
	case c.StallFor > c.StallEvery/2:
		return fmt.Errorf("%w: stalls of %v cannot come every %v: they may take half of the time at most", ErrConfig, c.StallFor, c.StallEvery)
	}
	return nil
}

// address is the target as host:port.
func (c *Config) address() (string, error) {
	target := c.Target
	if strings.Contains(target, "://") {
		u, err := url.Parse(target)
		if err != nil {
			return "", fmt.Errorf("%w: the target: %w", ErrConfig, err)
		}
		target = u.Host
		if u.Port() == "" {
			port := "80"
			if u.Scheme == "https" || u.Scheme == "wss" {
				port = "443"
			}
			target = net.JoinHostPort(u.Hostname(), port)
		}
	}
	if _, port, err := net.SplitHostPort(target); err != nil || port == "" {
		return "", fmt.Errorf("%w: the target %q is neither host:port nor a URL", ErrConfig, c.Target)
	}
	return target, nil
}
