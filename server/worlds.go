package main

import (
	"crypto/rand"
	"encoding/binary"
	"fmt"

	"bankshot/assets"
	"bankshot/game/arena"
	"bankshot/server/match"
	"bankshot/server/room"
)

// duelists is how many people quick match sends to a duel. Others may come by its code, and wait in line.
const duelists = 2

// maker makes what a new room hosts. kind is a mode that the room keeps to, empty for the usual ones; recording tells the
// name of the recording of its round.
type maker func(code, kind string, recording func() string) room.World

// newWorlds prepares the arenas once and gives the maker of matches, and the modes that may be asked for: those that
// there is an arena for.
func newWorlds(cfg config) (worlds maker, modes []string, err error) {
	grounds, err := match.LoadGrounds(assets.Arenas, "arenas")
	if err != nil {
		return nil, nil, fmt.Errorf("load the arenas: %w", err)
	}
	one := func(kind string, recording func() string) (*match.Match, error) {
		c := match.Config{
			Grounds: grounds, Modes: cfg.Modes, Seed: randomSeed(), Players: cfg.RoomSize, Fill: cfg.Ships,
			Recording: recording,
		}
		if mode, ok := arena.ParseMode(kind); ok {
			c.Modes = arena.ModeSet(0).With(mode)
			if mode == arena.Duel {
				c.Gather = min(duelists, cfg.RoomSize)
			}
		}
		return match.New(c)
	}
	if _, err := one("", nil); err != nil {
		return nil, nil, fmt.Errorf("-modes: %w", err)
	}
	for mode := range arena.Modes {
		if _, err := one(mode.String(), nil); err == nil {
			modes = append(modes, mode.String())
		}
	}
	return func(_, kind string, recording func() string) room.World {
		m, err := one(kind, recording)
		if err != nil {
			panic(err) // a match of the same configuration could be made before
		}
		return m
	}, modes, nil
}

// randomSeed is one that nobody can guess: who knew it would know where ships appear.
func randomSeed() uint64 {
	var b [8]byte
	_, _ = rand.Read(b[:]) // it never fails
	return binary.LittleEndian.Uint64(b[:])
}
