package light

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// Swarm is a crowd of light bots that is in. Its methods may be called from any goroutine.
type Swarm struct {
	threads []*thread
	running sync.WaitGroup
	forget  func() bool // takes Stop off the context

	mu    sync.Mutex
	since time.Time
	final *Stats
}

// lookEvery is how often Start looks how many are in.
const lookEvery = 50 * time.Millisecond

// Start lets a swarm in and returns when all of it plays. The context ends it, also later. Call Stop when done.
func Start(ctx context.Context, cfg Config) (*Swarm, error) {
	cfg, err := cfg.withDefaults()
	if err != nil {
		return nil, err
	}
	to, err := resolve(cfg.Server, cfg.Room)
	if err != nil {
		return nil, err
	}
	var tracks [][]byte
	if cfg.Plain == nil {
		if tracks, err = record(cfg.Seed); err != nil {
			return nil, err
		}
	}
	s := &Swarm{since: time.Now()}
	epoch := time.Now()
	for i := range min(cfg.Threads, cfg.N) {
		t, err := newThread(&cfg, &to, tracks, epoch, i)
		if err != nil {
			s.Stop()
			return nil, err
		}
		s.threads = append(s.threads, t)
		s.running.Go(t.run)
	}
	s.forget = context.AfterFunc(ctx, s.halt)
	if err := s.join(ctx, &cfg); err != nil {
		s.Stop()
		return nil, err
	}
	s.Reset()
	return s, nil
}

// join waits until all are in. One that is refused ends it: figures of fewer bots than were asked for would be read as
// those of all.
func (s *Swarm) join(ctx context.Context, cfg *Config) error {
	limit := time.Duration(cfg.N)*time.Second/time.Duration(cfg.JoinPerSecond) + cfg.JoinPatience
	late := time.NewTimer(limit)
	defer late.Stop()
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	for {
		in, err := 0, error(nil)
		for _, t := range s.threads {
			n, failed := t.joined()
			if in += n; failed != nil {
				err = failed
			}
		}
		if cfg.Progress != nil {
			cfg.Progress(in, cfg.N)
		}
		switch {
		case err != nil:
			return fmt.Errorf("%w: %d of %d are in: %w", ErrJoin, in, cfg.N, err)
		case in == cfg.N:
			return nil
		}
		select {
		case <-look.C:
		case <-late.C:
			return fmt.Errorf("%w: %d of %d are in after %v", ErrJoin, in, cfg.N, limit)
		case <-ctx.Done():
			return fmt.Errorf("%w: %d of %d are in: %w", ErrJoin, in, cfg.N, context.Cause(ctx))
		}
	}
}

// Stats are the figures since Start or the last Reset. After Stop they stay as they were.
func (s *Swarm) Stats() Stats {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.final != nil {
		return *s.final
	}
	return s.sum()
}

func (s *Swarm) sum() Stats {
	all := Stats{Measured: time.Since(s.since)}
	for _, t := range s.threads {
		t.addTo(&all)
	}
	return all
}

// Reset begins the figures anew, as at the beginning of what is to be measured.
func (s *Swarm) Reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.since = time.Now()
	for _, t := range s.threads {
		t.reset()
	}
}

// Stop has all bots leave their rooms and waits until their threads have ended.
func (s *Swarm) Stop() {
	s.mu.Lock()
	if s.final == nil {
		final := s.sum()
		s.final = &final
	}
	s.mu.Unlock()
	if s.forget != nil {
		s.forget()
	}
	s.halt()
	s.running.Wait()
}

// halt tells the threads to end.
func (s *Swarm) halt() {
	for _, t := range s.threads {
		t.halt()
	}
}
