package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"bankshot/bench/bot"
	"bankshot/game/brain"
	"bankshot/game/wire"
)

const (
	// act is how often somebody comes, goes, or drops.
	act = 40 * time.Millisecond
	// graceTime is how long before a cycle's end nobody may leave without a goodbye any more: their seats would keep the
	// server from its rest.
	graceTime = 70 * time.Second
	// quietTime is how long before it everybody stays connected.
	quietTime = 3 * time.Second
)

// wave is a cycle's players.
type wave struct {
	soak    *soak
	crew    *bot.Crew
	rng     *rand.Rand
	charts  *bot.Charts
	bots    []*bot.Bot
	names   int
	closing sync.WaitGroup
	c       cycle
}

// wave has players come and go for one cycle, and all of them leave at its end.
func (s *soak) wave(ctx context.Context, n uint64) (c cycle, err error) {
	drawing, cancel := context.WithCancel(ctx)
	w := &wave{soak: s, crew: bot.NewCrew(), rng: rand.New(rand.NewPCG(s.o.Seed, n)), charts: bot.NewCharts()}
	var running sync.WaitGroup
	running.Go(func() { w.crew.Run(drawing) })
	defer func() {
		for len(w.bots) > 0 {
			w.leave(len(w.bots)-1, w.goodbye(len(w.bots)-1))
		}
		w.closing.Wait()
		cancel()
		running.Wait()
		c = w.c
	}()

	began := time.Now()
	clock := time.NewTicker(act)
	defer clock.Stop()
	for looked := began; ; {
		select {
		case <-clock.C:
		case <-ctx.Done():
			return w.c, context.Cause(ctx)
		}
		left := s.o.Cycle - time.Since(began)
		if left <= 0 {
			return w.c, nil
		}
		if err := w.act(left); err != nil {
			return w.c, err
		}
		if time.Since(looked) < time.Second {
			continue
		}
		looked = time.Now()
		now, err := s.look(ctx, false)
		if err != nil {
			return w.c, err
		}
		w.c.most = w.c.most.max(now)
		s.bar.at(int(time.Since(began).Seconds()), fmt.Sprintf("cycle %d: %d players", len(s.cycles)+1, len(w.bots)))
	}
}

// act lets somebody come while there is room, and somebody else do what players do.
func (w *wave) act(left time.Duration) error {
	for range 2 { // they come faster than they go
		if len(w.bots) < w.soak.o.Players {
			w.names++
			if err := w.join(bot.Config{Name: fmt.Sprint("Soak ", w.names)}); err != nil {
				return err
			}
			w.c.joins++
		}
	}
	i := w.rng.IntN(len(w.bots))
	switch way := w.rng.IntN(10); {
	case way < 4:
		if w.goodbye(i) {
			w.leave(i, true)
		}
	case left < quietTime: // who is not connected when all leave cannot say goodbye
	case way < 7:
		w.c.drops++
		w.bots[i].Link().Drop(errPulled)
	case way < 9:
		return w.reload(i)
	case left > graceTime:
		w.leave(i, false)
	}
	return nil
}

func (w *wave) join(cfg bot.Config) error {
	strengths := brain.Strengths()
	cfg.Server, cfg.Charts = w.soak.server.URL(), w.charts
	cfg.Strength, cfg.Seed = strengths[w.rng.IntN(len(strengths))], w.rng.Uint64()
	b, err := bot.New(cfg)
	if err != nil {
		return err
	}
	w.bots = append(w.bots, b)
	w.crew.Add(b)
	return nil
}

// goodbye has a player give the seat back; false where there is no connection to say so.
func (w *wave) goodbye(i int) bool {
	return w.bots[i].Link().Send(wire.AppendPresence(nil, &wire.SetPresence{Presence: wire.PresenceGone}))
}

// leave ends a player, after a goodbye or without.
func (w *wave) leave(i int, goodbye bool) {
	b := w.bots[i]
	w.bots = slices.Delete(w.bots, i, i+1)
	w.crew.Remove(b)
	if goodbye {
		w.c.goodbyes++
	} else {
		w.c.silent++
	}
	w.closing.Go(b.Close)
}

// reload ends a player and has another one go on with its token, as a page does that is loaded again.
func (w *wave) reload(i int) error {
	b := w.bots[i]
	w.crew.Remove(b)
	p := b.Predictor() // nobody draws it any more
	room, token := p.Room(), p.Token()
	if room == "" { // it has not been welcomed yet, and would lose its way
		w.crew.Add(b)
		return nil
	}
	w.bots = slices.Delete(w.bots, i, i+1)
	b.Close() // as a browser does before it loads the page again
	w.c.reloads++
	return w.join(bot.Config{Room: room, Token: token})
}
