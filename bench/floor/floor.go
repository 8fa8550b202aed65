package floor

import (
	"context"
	"fmt"
	"time"
)

const (
	// joinPerSecond is how fast players come where nothing else is said.
	joinPerSecond = 2000
	// settle is how long they play before a window begins.
	settle = 400 * time.Millisecond
	// leastDelivered is the share of frames below which a window says nothing about its server. Some may lack: where a
	// machine is busy, players send late and one read brings two frames.
	leastDelivered = 0.6
)

// Run measures both floors in turns.
func Run(ctx context.Context, cfg Config) (Result, error) {
	cfg, err := cfg.withDefaults()
	if err != nil {
		return Result{}, err
	}
	res := Result{DeliveredPct: 100}
	var us [2][]float64
	for i := range 2 * cfg.Windows {
		if cfg.Progress != nil {
			cfg.Progress(i, 2*cfg.Windows)
		}
		kind := [2]string{"epoll", "gws"}[i%2]
		w, err := window(ctx, &cfg, kind)
		if err != nil {
			return Result{}, err
		}
		us[i%2] = append(us[i%2], w.us)
		res.DeliveredPct = min(res.DeliveredPct, w.delivered*100)
	}
	if cfg.Progress != nil {
		cfg.Progress(2*cfg.Windows, 2*cfg.Windows)
	}
	res.Epoll, res.GWS = spreadOf(us[0]), spreadOf(us[1])
	res.EpollUS, res.GWSUS = res.Epoll.Median, res.GWS.Median
	return res, nil
}

// measured is what one window gave.
type measured struct {
	us, delivered float64
}

// window has one server play with all players for a while.
func window(ctx context.Context, cfg *Config, kind string) (m measured, err error) {
	p, err := play(ctx, cfg, kind, settle, cfg.window())
	if err != nil {
		return m, err
	}
	should := p.Players.Measured.Seconds() * float64(cfg.Hz) * float64(cfg.Players)
	m.delivered = min(float64(p.Writes), float64(p.Reads)) / should
	if s := p.Players; s.Connected < cfg.Players || m.delivered < leastDelivered {
		return m, fmt.Errorf("%w: %s, %d of %d players, %d reads and %d writes where %.0f each should be; %v",
			ErrLoad, kind, s.Connected, cfg.Players, p.Reads, p.Writes, should, s.Closes)
	}
	m.us = float64(p.CPU.Microseconds()) / float64(p.Writes)
	return m, nil
}

// pass lets time pass.
func pass(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("floor: %w", context.Cause(ctx))
	}
}
