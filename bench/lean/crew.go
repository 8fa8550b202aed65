package lean

import (
	"context"
	"sync"
	"time"
)

// frameTime is how often a bot looks at what has come.
const frameTime = 20 * time.Millisecond

// Crew draws bots on one goroutine. Bots may be added while it runs.
type Crew struct {
	mu   sync.Mutex
	bots []*Bot
}

// Add has a bot drawn from now on.
func (c *Crew) Add(b *Bot) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.bots = append(c.bots, b)
}

// Run draws them until ctx ends.
func (c *Crew) Run(ctx context.Context) {
	clock := time.NewTicker(frameTime)
	defer clock.Stop()
	for {
		select {
		case <-clock.C:
		case <-ctx.Done():
			return
		}
		c.mu.Lock()
		bots := c.bots
		c.mu.Unlock()
		for _, b := range bots {
			b.Frame()
		}
	}
}
