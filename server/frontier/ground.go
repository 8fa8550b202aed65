package frontier

import (
	"errors"
	"sync/atomic"

	"bankshot/game/arena"
	"bankshot/game/brain"
)

var errCommand = errors.New("there is nothing to vote on in Frontier")

// Ground is a frontier's arena, ready to be played in. Rooms may share it.
type Ground struct {
	Arena *arena.Arena
	blob  []byte
	chart atomic.Pointer[brain.Chart]
}

// NewGround makes the arena of a seed.
func NewGround(seed uint64) *Ground {
	a := arena.NewFrontier(seed)
	return &Ground{Arena: a, blob: a.AppendBinary(nil)}
}

// Chart draws the pilots' chart: until that has been done none fly, since no room should have to wait for it.
func (g *Ground) Chart() {
	if g.chart.Load() == nil {
		g.chart.Store(brain.Survey(g.Arena))
	}
}
