package balance

import (
	"slices"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/brain"
)

// Ground is an arena ready to be played in.
type Ground struct {
	Arena *arena.Arena
	// Spawns are all places where ships appear in any mode, each once.
	Spawns []arena.Cell
	chart  *brain.Chart
}

// NewGround makes an arena ready.
func NewGround(a *arena.Arena) Ground {
	g := Ground{Arena: a, chart: brain.Survey(a), Spawns: slices.Clone(a.Spawns)}
	for _, p := range a.Places {
		if p.Kind == arena.TeamSpawn && !slices.Contains(g.Spawns, p.At) {
			g.Spawns = append(g.Spawns, p.At)
		}
	}
	return g
}

// spawnAt is which of Spawns a ship appeared at.
func (g *Ground) spawnAt(pos game.Vec) int { return slices.Index(g.Spawns, arena.CellOf(pos)) }
