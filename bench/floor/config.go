package floor

import (
	"errors"
	"fmt"
	"os"
	"time"
)

// What can be wrong.
var (
	ErrConfig   = errors.New("floor: this cannot be measured")
	ErrPlatform = errors.New("floor: the floors need Linux (epoll, a process's CPU clock): run bench there, or with -floor=false")
	ErrLoad     = errors.New("floor: the load could not be delivered; fewer players, or a quieter machine")
)

// Command is the word that makes bench a floor's server.
const Command = "floor-serve"

// Config is the traffic to measure.
type Config struct {
	// Players are connections, Hz is how many frames a second each gets and sends.
	Players, Hz int
	// BytesDown and BytesUp are the lengths of those frames, WebSocket headers included.
	BytesDown, BytesUp int
	// Duration is how long is measured, all windows together (0: 12 s); Windows is how many each server gets (0: 3).
	Duration time.Duration
	Windows  int
	// Threads are the players' (0: 1).
	Threads int
	// JoinPerSecond is how fast they come (0: 2,000, for no room has to be made for them).
	JoinPerSecond int
	// Serve is the command that runs Serve with the arguments that follow it (nil: this program with Command).
	Serve []string
	// Progress, if set, is told before each window how many are done.
	Progress func(done, of int)
}

// The bounds of a frame: a header and a payload, whose length takes 16 bits at most.
const (
	leastDown, mostDown = 2, 60_000
	leastUp, mostUp     = 6, 8 << 10
	mostHz              = 1000 // the schedule's slots are a millisecond each
	leastWindow         = 100 * time.Millisecond
)

func (c Config) withDefaults() (Config, error) {
	if c.Duration == 0 {
		c.Duration = 12 * time.Second
	}
	if c.Windows == 0 {
		c.Windows = 3
	}
	if c.JoinPerSecond == 0 {
		c.JoinPerSecond = joinPerSecond
	}
	if c.Serve == nil {
		self, err := os.Executable()
		if err != nil {
			return c, fmt.Errorf("floor: find this program, to run it as a server: %w", err)
		}
		c.Serve = []string{self, Command}
	}
	switch {
	case c.Players < 1:
		return c, fmt.Errorf("%w: %d players", ErrConfig, c.Players)
	case c.Hz < 1 || c.Hz > mostHz:
		return c, fmt.Errorf("%w: %d frames a second; 1 to %d are possible", ErrConfig, c.Hz, mostHz)
	case c.BytesDown < leastDown || c.BytesDown > mostDown:
		return c, fmt.Errorf("%w: frames of %d bytes down; %d to %d are possible", ErrConfig, c.BytesDown, leastDown, mostDown)
	case c.BytesUp < leastUp || c.BytesUp > mostUp:
		return c, fmt.Errorf("%w: frames of %d bytes up; %d to %d are possible", ErrConfig, c.BytesUp, leastUp, mostUp)
	case c.Windows < 1 || c.window() < leastWindow:
		return c, fmt.Errorf("%w: %d windows in %v; each needs %v at least", ErrConfig, 2*c.Windows, c.Duration, leastWindow)
	}
	return c, nil
}

// window is how long each one is.
func (c *Config) window() time.Duration { return c.Duration / time.Duration(2*max(c.Windows, 1)) }
