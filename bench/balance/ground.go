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
	// teams are whose they are, NoTeam for those of modes without teams.
	teams []uint8
	chart *brain.Chart
}

// NewGround makes an arena ready.
func NewGround(a *arena.Arena) Ground {
	g := Ground{Arena: a, chart: brain.Survey(a), Spawns: slices.Clone(a.Spawns), teams: make([]uint8, len(a.Spawns))}
	for _, p := range a.Places {
		if p.Kind == arena.TeamSpawn && !slices.Contains(g.Spawns, p.At) {
			g.Spawns, g.teams = append(g.Spawns, p.At), append(g.teams, p.Group)
		}
	}
	return g
}

// serves says whether ships appear at a spawn in a mode.
func (g *Ground) serves(at int, mode arena.Mode) bool {
	return (g.teams[at] != game.NoTeam) == mode.Teams()
}

// spawnAt is which of Spawns a ship appeared at.
func (g *Ground) spawnAt(pos game.Vec) int { return slices.Index(g.Spawns, arena.CellOf(pos)) }
