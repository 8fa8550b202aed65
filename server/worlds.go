package main

import (
	"crypto/rand"
	"encoding/binary"
	"fmt"

	"bankshot/assets"
	"bankshot/server/match"
	"bankshot/server/room"
)

// newWorlds prepares the arenas once and gives the maker of matches for so many people, filled up to so many ships.
func newWorlds(players, ships int) (func(code string) room.World, error) {
	grounds, err := match.LoadGrounds(assets.Arenas, "arenas")
	if err != nil {
		return nil, fmt.Errorf("load the arenas: %w", err)
	}
	one := func() (*match.Match, error) {
		return match.New(match.Config{
			Grounds: grounds, Seed: randomSeed(), Players: players, Fill: ships,
		})
	}
	if _, err := one(); err != nil {
		return nil, err
	}
	return func(string) room.World {
		m, err := one()
		if err != nil {
			panic(err) // a match of the same configuration could be made before
		}
		return m
	}, nil
}

// randomSeed is one that nobody can guess: who knew it would know where ships appear.
func randomSeed() uint64 {
	var b [8]byte
	_, _ = rand.Read(b[:]) // it never fails
	return binary.LittleEndian.Uint64(b[:])
}
