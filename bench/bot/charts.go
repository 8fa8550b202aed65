package bot

import (
	"sync"

	"bankshot/game/arena"
	"bankshot/game/brain"
)

// Charts keeps one chart of each arena for all bots: each bot decodes arenas of its own, and a chart of each for each bot
// would be most of what a thousand of them need.
type Charts struct {
	mu     sync.Mutex
	charts map[uint64]*brain.Chart // by the arena's hash
}

// mostCharts bounds what is kept: a server has a handful of arenas.
const mostCharts = 64

// NewCharts has none.
func NewCharts() *Charts { return &Charts{charts: map[uint64]*brain.Chart{}} }

func (c *Charts) of(a *arena.Arena) *brain.Chart {
	c.mu.Lock()
	defer c.mu.Unlock()
	chart, ok := c.charts[a.Hash]
	if !ok {
		chart = brain.Survey(a)
		if len(c.charts) >= mostCharts {
			clear(c.charts)
		}
		c.charts[a.Hash] = chart
	}
	return chart
}
