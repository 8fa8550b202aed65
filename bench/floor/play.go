package floor

import (
	"context"
	"fmt"
	"time"

	"bankshot/bench/child"
	"bankshot/bench/light"
)

// Played is what a floor's server did for its players in one go.
type Played struct {
	// Players are what they sent and got.
	Players light.Stats
	// CPU is the processor time of the server's process, RSS its resident memory at the end.
	CPU time.Duration
	RSS int64
	// Reads and Writes are the server's own count.
	Reads, Writes int64
}

// Play has the epoll server alone play with all players: they come, play for warm, and then are measured for cfg.Duration.
// Unlike Run it finds nothing wrong with a server that delivers too little: that is for its caller to judge. Players who
// could not get in are light.ErrJoin.
func Play(ctx context.Context, cfg Config, warm time.Duration) (Played, error) {
	cfg, err := cfg.withDefaults()
	if err != nil {
		return Played{}, err
	}
	return play(ctx, &cfg, "epoll", warm, cfg.Duration)
}

// play has one server play with all players, and measures it after a while.
func play(ctx context.Context, cfg *Config, kind string, warm, lasts time.Duration) (p Played, err error) {
	server, err := launch(ctx, cfg, kind)
	if err != nil {
		return p, err
	}
	defer server.stop()
	swarm, err := light.Start(ctx, light.Config{
		Server: "http://" + server.addr.String(), N: cfg.Players, Threads: cfg.Threads, JoinPerSecond: cfg.JoinPerSecond,
		Plain: &light.Plain{Interval: time.Second / time.Duration(cfg.Hz), BytesUp: cfg.BytesUp},
	})
	if err != nil {
		return p, fmt.Errorf("floor: the %s server: %w", kind, err)
	}
	defer swarm.Stop()
	if err := pass(ctx, warm); err != nil {
		return p, err
	}
	before, err := child.UsageOf(server.cmd.Process.Pid)
	if err != nil {
		return p, fmt.Errorf("%w: %w", ErrPlatform, err)
	}
	did, err := server.count()
	if err != nil {
		return p, err
	}
	swarm.Reset()
	if err := pass(ctx, lasts); err != nil {
		return p, err
	}
	p.Players = swarm.Stats()
	after, err := child.UsageOf(server.cmd.Process.Pid)
	if err != nil {
		return p, err
	}
	done, err := server.count()
	if err != nil {
		return p, err
	}
	p.CPU, p.RSS = after.CPU-before.CPU, after.RSS
	p.Reads, p.Writes = done.Reads-did.Reads, done.Writes-did.Writes
	return p, nil
}
