package main

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"sync"

	"bankshot/assets"
	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/server/frontier"
	"bankshot/server/match"
	"bankshot/server/room"
)

// maker makes what a new room hosts. kind is a mode that the room keeps to, empty for the usual ones; recording tells the
// name of the recording of its round.
type maker func(code, kind string, recording func() string) room.World

// worlds is what rooms may host.
type worlds struct {
	make maker
	// modes are those that may be asked for: there is an arena for each.
	modes []string
	// prepare does, until ctx ends, what rooms would otherwise have to wait for.
	prepare func(ctx context.Context)
}

// newWorlds loads the arenas once, for matches in all of them.
func newWorlds(cfg config) (worlds, error) {
	grounds, err := match.LoadGrounds(assets.Arenas, "arenas")
	if err != nil {
		return worlds{}, fmt.Errorf("load the arenas: %w", err)
	}
	one := func(kind string, recording func() string) (*match.Match, error) {
		c := match.Config{
			Grounds: grounds, Modes: cfg.Modes, Seed: randomSeed(), Players: cfg.RoomSize, Fill: cfg.Ships,
			Recording: recording,
		}
		if mode, ok := arena.ParseMode(kind); ok {
			c.Modes = arena.ModeSet(0).With(mode)
			// A mode for so many ships is for so many people. Others may come by the room's code, and wait in line.
			c.Gather = min(game.Modes[mode].Ships, cfg.RoomSize)
		}
		return match.New(c)
	}
	if _, err := one("", nil); err != nil {
		return worlds{}, fmt.Errorf("-modes: %w", err)
	}
	// Frontier's arena and its chart take longer than all others together: they are made when somebody wants to play there,
	// the chart meanwhile.
	wanted := make(chan struct{})
	land := sync.OnceValue(func() *frontier.Ground {
		close(wanted)
		return frontier.NewGround(cfg.FrontierSeed)
	})
	w := worlds{prepare: func(ctx context.Context) {
		for i := range grounds {
			if ctx.Err() == nil {
				grounds[i].Chart()
			}
		}
		select {
		case <-wanted:
			land().Chart()
		case <-ctx.Done():
		}
	}}
	for mode := range arena.Matched {
		if _, err := one(mode.String(), nil); err == nil {
			w.modes = append(w.modes, mode.String())
		}
	}
	if cfg.Frontier > 0 {
		w.modes = append(w.modes, arena.Frontier.String())
	}
	w.make = func(_, kind string, recording func() string) room.World {
		if kind == arena.Frontier.String() {
			f, err := frontier.New(frontier.Config{
				Ground: land(), Seed: randomSeed(), Players: cfg.Frontier, Pilots: cfg.FrontierPilots, Divisor: game.TickHz / cfg.FrontierHz,
				Within: cfg.FrontierWithin,
			})
			if err != nil {
				panic(err) // the flags are within its bounds
			}
			return f
		}
		m, err := one(kind, recording)
		if err != nil {
			panic(err) // a match of the same configuration could be made before
		}
		return m
	}
	return w, nil
}

// randomSeed is one that nobody can guess: who knew it would know where ships appear.
func randomSeed() uint64 {
	var b [8]byte
	_, _ = rand.Read(b[:]) // it never fails
	return binary.LittleEndian.Uint64(b[:])
}
