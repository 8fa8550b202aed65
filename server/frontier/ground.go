package frontier

import (
	"errors"
	"sync"

	"bankshot/game/arena"
	"bankshot/game/brain"
)

var errCommand = errors.New("there is nothing to vote on in Frontier")

// Ground is a frontier's arena, ready to be played in. It is never changed, so that rooms may share it.
type Ground struct {
	Arena *arena.Arena
	chart func() *brain.Chart
	blob  []byte
}

// NewGround makes the arena of a seed.
func NewGround(seed uint64) *Ground {
	a := arena.NewFrontier(seed)
	return &Ground{
		Arena: a, blob: a.AppendBinary(nil),
		chart: sync.OnceValue(func() *brain.Chart { return brain.Survey(a) }),
	}
}

// Chart draws the pilots' chart, unless that has been done: a room should not have to wait for it.
func (g *Ground) Chart() { g.chart() }
