package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"time"

	"bankshot/bench/bot"
	"bankshot/bench/effect"
	"bankshot/bench/light"
	"bankshot/client/predict"
	"bankshot/game/brain"
)

const (
	// joinPerSecond is how fast players come: fast, but not the storm that the gateway is tested with elsewhere.
	joinPerSecond = 400
	joinEvery     = 25 * time.Millisecond
	// joinPatience is how long the last one may take to get its ship, beyond what the coming takes.
	joinPatience = 30 * time.Second
	// weighers is how many players weigh what they get, by kind of content.
	weighers = 16
	// lightThreads is on how many threads light bots run.
	lightThreads = 2
)

// crowd is everybody who plays.
type crowd struct {
	meter  *meter
	crew   *bot.Crew
	watch  *effect.Watch
	bots   []*bot.Bot
	probes []*probe
	swarm  *light.Swarm // nil without light bots
	nLight int
	// What bots are made with.
	url    string
	charts *bot.Charts
	seeds  []uint64
	// bare is what the way there and back takes at least.
	bare time.Duration

	cancel  context.CancelFunc
	running sync.WaitGroup
}

// newCrowd begins to draw frames for nobody; join lets people in, close ends all of them.
func newCrowd(ctx context.Context, m *meter) *crowd {
	ctx, cancel := context.WithCancel(ctx)
	c := &crowd{meter: m, crew: bot.NewCrew(m.slotLate), watch: effect.New(m.effect, m.sight), cancel: cancel}
	m.begun = time.Now()
	c.running.Go(func() { c.crew.Run(ctx) })
	c.running.Go(func() { idle(ctx, m.controlLate) })
	return c
}

// join lets everybody in and returns when each has its ship. told hears how many do.
func (c *crowd) join(ctx context.Context, s *stage, o *options, told func(in int)) error {
	url := s.url
	c.bare = o.RTT
	c.nLight = int(float64(o.Players)*o.Light + 0.5)
	if c.nLight == o.Players {
		c.nLight--
	}
	real := o.Players - c.nLight

	// Both kinds come at the same time, so that most rooms have some of each.
	lightIn := make(chan error, 1)
	if c.nLight > 0 {
		go func() { lightIn <- c.joinLight(ctx, url, o) }()
	} else {
		lightIn <- nil
	}
	err := c.joinReal(ctx, url, o, real)
	if err == nil {
		err = c.everybodyFlies(ctx, s, told)
	}
	if failed := <-lightIn; err == nil {
		err = failed
	}
	return err
}

func (c *crowd) joinLight(ctx context.Context, url string, o *options) error {
	swarm, err := light.Start(ctx, light.Config{
		Server: url, Room: o.room(), N: c.nLight, Threads: lightThreads, Seed: o.Seed,
		JoinPerSecond: max(1, joinPerSecond*c.nLight/o.Players),
	})
	c.swarm = swarm
	return err
}

// joinReal makes the real clients, at their share of the pace.
func (c *crowd) joinReal(ctx context.Context, url string, o *options, n int) error {
	random := rand.New(rand.NewPCG(o.Seed, uint64(n)))
	for range n {
		c.seeds = append(c.seeds, random.Uint64())
	}
	c.url, c.charts = url, bot.NewCharts()
	pace := time.NewTicker(joinEvery)
	defer pace.Stop()
	due := 0.0
	for i := range n {
		c.probes = append(c.probes, &probe{meter: c.meter, eye: c.watch.Eye()})
		b, err := c.newBot(i, bot.Config{Room: o.room()})
		if err != nil {
			return err
		}
		c.bots = append(c.bots, b)
		c.crew.Add(b)
		for float64(i) >= due {
			select {
			case <-pace.C:
			case <-ctx.Done():
				return context.Cause(ctx)
			}
			due += joinPerSecond * joinEvery.Seconds() * float64(n) / float64(o.Players)
		}
	}
	return nil
}

// newBot makes the kth player, or makes it again: cfg says to which room, and as whom.
func (c *crowd) newBot(k int, cfg bot.Config) (*bot.Bot, error) {
	p, strengths := c.probes[k], brain.Strengths()
	cfg.Server, cfg.Charts = c.url, c.charts
	cfg.Strength, cfg.Seed = strengths[k%len(strengths)], c.seeds[k]
	cfg.Arrived, cfg.Drawn, cfg.Weighs = p.arrived, p.drawn, k < weighers
	return bot.New(cfg)
}

// everybodyFlies waits until each real client has a ship of its own.
func (c *crowd) everybodyFlies(ctx context.Context, s *stage, told func(in int)) error {
	look := time.NewTicker(50 * time.Millisecond)
	defer look.Stop()
	late := time.NewTimer(joinPatience)
	defer late.Stop()
	for {
		in := 0
		var missing *bot.Bot
		for _, b := range c.bots {
			flies := false
			b.Look(func(p *predict.Predictor, _ *predict.View) { flies = bot.Flies(p) })
			if flies {
				in++
			} else {
				missing = b
			}
		}
		told(in)
		if missing == nil {
			return nil
		}
		if err := s.alive(); err != nil {
			return err
		}
		select {
		case <-look.C:
		case <-late.C:
			return fmt.Errorf("%d of %d players have a ship after %v; of the others, one says: %w", in, len(c.bots), joinPatience, complaint(missing))
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
}

// complaint is why a bot does not play.
func complaint(b *bot.Bot) error {
	if bye, ok := b.Link().Bye(); ok {
		return fmt.Errorf("the server sent it away: %s %s", bye.Code, bye.Reason)
	}
	if err := b.Link().Err(); err != nil {
		return err
	}
	if err := b.Counts().Err; err != nil {
		return err
	}
	return fmt.Errorf("its connection is fine, but no ship of its own is on the snapshots")
}

// rooms is in how many rooms the real clients are.
func (c *crowd) rooms() int {
	rooms := map[string]bool{}
	for _, b := range c.bots {
		b.Look(func(p *predict.Predictor, _ *predict.View) { rooms[p.Room()] = true })
	}
	return len(rooms)
}

// close ends everybody, all at the same time, and waits for it.
func (c *crowd) close() {
	c.cancel()
	c.running.Wait()
	for _, b := range c.bots {
		b.Link().Close()
	}
	for _, b := range c.bots {
		b.Close()
	}
	if c.swarm != nil {
		c.swarm.Stop()
	}
}

// idle measures by how much a goroutine that does nothing else wakes up late, thirty times a second: what the machine and
// Go's scheduler add by themselves.
func idle(ctx context.Context, late func(time.Duration)) {
	const every = time.Second / 30
	start := time.Now()
	timer := time.NewTimer(every)
	defer timer.Stop()
	for n := time.Duration(1); ; n++ {
		due := start.Add(n * every)
		timer.Reset(time.Until(due))
		select {
		case <-timer.C:
			late(time.Since(due))
		case <-ctx.Done():
			return
		}
	}
}
