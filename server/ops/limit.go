package ops

import (
	"context"
	"log/slog"
	"sync"
	"time"
)

// How much one place in the program may log: so many lines at once, and one
// more each time this long has passed. Whoever asks for debug lines wants to see
// a good deal, but not what a flood of connections would make of it either.
const (
	burstLines      = 20
	lineEvery       = 10 * time.Second
	burstDebugLines = 200
	debugLineEvery  = 50 * time.Millisecond
)

// limiter is a slog.Handler that lets through only so many lines of each place
// in the program. Places are few and known when it is compiled, whatever clients
// do; texts and attributes are not. The first line after some were left out says
// how many.
type limiter struct {
	next slog.Handler
	*budgets
}

// budgets are shared by a handler and all that were derived from it.
type budgets struct {
	suppressed func(n int)

	mu sync.Mutex
	of map[place]*budget
}

type place struct {
	pc    uintptr
	level slog.Level
}

type budget struct {
	lines   float64
	at      time.Time
	dropped int
}

// Limit has a handler get few lines, whatever clients do. suppressed, where not
// nil, is told how many were left out; it is called from any goroutine.
func Limit(next slog.Handler, suppressed func(n int)) slog.Handler {
	return &limiter{next, &budgets{suppressed: suppressed, of: map[place]*budget{}}}
}

// Enabled is slog.Handler's.
func (l *limiter) Enabled(ctx context.Context, level slog.Level) bool {
	return l.next.Enabled(ctx, level)
}

// Handle is slog.Handler's. Time is the record's own.
func (l *limiter) Handle(ctx context.Context, r slog.Record) error {
	dropped, ok := l.take(place{r.PC, r.Level}, r.Time)
	if !ok {
		if l.suppressed != nil {
			l.suppressed(1)
		}
		return nil
	}
	if dropped > 0 {
		r = r.Clone()
		r.AddAttrs(slog.Int("suppressed", dropped))
	}
	return l.next.Handle(ctx, r)
}

// WithAttrs is slog.Handler's.
func (l *limiter) WithAttrs(attrs []slog.Attr) slog.Handler {
	return &limiter{l.next.WithAttrs(attrs), l.budgets}
}

// WithGroup is slog.Handler's.
func (l *limiter) WithGroup(name string) slog.Handler {
	return &limiter{l.next.WithGroup(name), l.budgets}
}

// take asks for one line, and says how many were left out before it.
func (b *budgets) take(p place, now time.Time) (dropped int, ok bool) {
	most, every := float64(burstLines), lineEvery
	if p.level < slog.LevelInfo {
		most, every = burstDebugLines, debugLineEvery
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	have := b.of[p]
	if have == nil {
		have = &budget{lines: most, at: now}
		b.of[p] = have
	}
	if passed := now.Sub(have.at); passed > 0 {
		have.lines = min(most, have.lines+float64(passed)/float64(every))
		have.at = now
	}
	if have.lines < 1 {
		have.dropped++
		return 0, false
	}
	have.lines--
	dropped, have.dropped = have.dropped, 0
	return dropped, true
}
