package balance

import (
	"fmt"

	"bankshot/game/arena"
)

// spawns compares the spawns of each arena with each other. What is to be expected of a life depends on the mode, so that
// a spawn that sees more of a rough mode is no worse for it.
func (r *Report) spawns(grounds []Ground, rounds []Round) {
	verdicts := map[Verdict]int{}
	for index := range grounds {
		for _, row := range judgeSpawns(&grounds[index], index, rounds) {
			r.Spawns = append(r.Spawns, row)
			verdicts[row.Verdict]++
		}
	}
	worst := Undecided
	switch {
	case verdicts[Fail] > 0:
		worst = Fail
	case verdicts[Undecided] == 0 && verdicts[Pass] > 0:
		worst = Pass
	}
	r.Rows = append(r.Rows, Row{
		Section: "spawns: lives that last 8 s, in parts of what the arena leads to expect", Name: "all of them", Goal: spawnGoal, Verdict: worst,
		Note: fmt.Sprintf("%d within 5 %%, %d undecided, %d off", verdicts[Pass], verdicts[Undecided], verdicts[Fail]),
	})
}

// judgeSpawns judges the spawns of one arena at which lives began.
func judgeSpawns(g *Ground, index int, rounds []Round) []SpawnRow {
	var here []*Round
	var lives, lasted [arena.Modes]float64
	for i := range rounds {
		r := &rounds[i]
		if r.Ground != index {
			continue
		}
		here = append(here, r)
		for at := range r.Lives {
			lives[r.Mode] += float64(r.Lives[at])
			lasted[r.Mode] += float64(r.Lasted[at])
		}
	}
	var rows []SpawnRow
	for at, cell := range g.Spawns {
		did, lived, odds := make([]float64, len(here)), make([]float64, len(here)), make([]float64, len(here))
		n := 0
		for i, r := range here {
			if lives[r.Mode] == 0 {
				continue
			}
			n += r.Lives[at]
			did[i] = float64(r.Lasted[at])
			lived[i] = float64(r.Lives[at])
			odds[i] = lasted[r.Mode] / lives[r.Mode]
		}
		if n == 0 {
			continue
		}
		e := AgainstExpected(did, lived, odds)
		rows = append(rows, SpawnRow{
			Arena: g.Arena.Name, At: cell, Lives: n, Lasted: total(did) / float64(n), Estimate: e, Verdict: spawnGoal.Judge(e),
		})
	}
	return rows
}
