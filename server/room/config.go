package room

import (
	"errors"
	"io"
	"log/slog"
	"time"
)

// Config is what all rooms of a server share. Random is required; every other zero field gets the default named at it.
type Config struct {
	// Rules is the hash that a Hello must bring, and that Welcome tells.
	Rules uint64
	// Random makes tokens and codes: crypto/rand.Reader, or a seeded one in tests.
	Random io.Reader
	// Log gets what happens to rooms, seldom what happens to seats, nothing per tick. Default: nowhere.
	Log *slog.Logger
	// MaxRooms is how many rooms may be open at once, sleeping ones included. Default 1,000.
	MaxRooms int
	// GraceTicks is how long a dropped player's seat is kept. Default: 60 seconds of the world's ticks.
	GraceTicks int
	// AwayTicks is how long somebody may be Away without having been Here in between, however often the connection comes
	// and goes: a page forgotten in the background must not keep a place for ever. Default: 10 minutes of the world's ticks.
	AwayTicks int
	// CatchUpTicks is how many ticks are made up for after a stall; more are dropped. Default 5.
	CatchUpTicks int
	// IdleClose is how long a room may sleep before it is closed, so that codes of games long over don't use up
	// MaxRooms. Default 15 minutes.
	IdleClose time.Duration
	// Record, where set, makes what keeps the snapshots of a new room; nil for a room that is not kept.
	Record func(code string) Recorder
	// Overrun, where set, is told about a wake-up that came more than lateTicks late, or whose work took longer than the
	// interval there is for it. It is called from the room's goroutine, when time is short: it must not wait.
	Overrun func(Overrun)
}

// Overrun is a wake-up that players may have felt.
type Overrun struct {
	Code string
	Tick uint32
	// Late is by how much it came after its scheduled time, Took how long its work lasted.
	Late, Took time.Duration
}

var errNoRandom = errors.New("room: Config.Random is missing")

// withDefaults checks the configuration and completes it.
func (c Config) withDefaults() (Config, error) {
	if c.Random == nil {
		return c, errNoRandom
	}
	if c.MaxRooms < 0 || c.GraceTicks < 0 || c.AwayTicks < 0 || c.CatchUpTicks < 0 || c.IdleClose < 0 {
		return c, errors.New("room: Config has a negative limit")
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.MaxRooms == 0 {
		c.MaxRooms = 1000
	}
	if c.CatchUpTicks == 0 {
		c.CatchUpTicks = 5
	}
	if c.IdleClose == 0 {
		c.IdleClose = 15 * time.Minute
	}
	return c, nil
}
