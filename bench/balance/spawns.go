package balance

import (
	"fmt"
	"math"

	"bankshot/game/arena"
)

// allSpawns is the row of all spawns together.
const allSpawns = "all of them"

const (
	// leastLives is how many lives a spawn needs to be judged at all: of fewer, luck is not normal.
	leastLives = 100
	// leastUse is how much a spawn ought to be used, in parts of an even share of its arena's lives: what hardly anybody sees
	// stands there for nothing, and leaves the others to be waited at.
	leastUse = 0.2
)

// spawns compares the spawns of each arena with each other. What is to be expected of a life depends on the mode, so that
// a spawn that sees more of a rough mode is no worse for it.
func (r *Report) spawns(grounds []Ground, rounds []Round) {
	const section = "spawns: lives that last 10 s, in parts of what the arena leads to expect"
	verdicts := map[Verdict]int{}
	for index := range grounds {
		for _, row := range judgeSpawns(&grounds[index], index, rounds) {
			r.Spawns = append(r.Spawns, row)
			verdicts[row.Verdict]++
		}
	}
	if len(r.Spawns) == 0 {
		return
	}
	worst := Undecided
	switch {
	case verdicts[Fail] > 0:
		worst = Fail
	case verdicts[Undecided] == 0:
		worst = Pass
	}
	r.Rows = append(r.Rows, Row{
		Section: section, Name: allSpawns, Goal: spawnGoal, Verdict: worst,
		Note: fmt.Sprintf("%d within 5 %%, %d undecided, %d off", verdicts[Pass], verdicts[Undecided], verdicts[Fail]),
	})
	least := &r.Spawns[0]
	for i := range r.Spawns {
		if r.Spawns[i].Use.Value < least.Use.Value {
			least = &r.Spawns[i]
		}
	}
	r.judge("spawns: how often they are used", "the least used, in parts of an even share", Plain, least.Use, AtLeast(leastUse),
		fmt.Sprintf("%s, column %d, row %d", least.Arena, least.At.X, least.At.Y))
	r.judge("spawns: how often they are used", "lives over within 3 s", Percent, share(rounds, soon, begun), soonGoal, fmt.Sprintf("%d of %d", sum(rounds, soon), sum(rounds, begun)))
}

// judgeSpawns judges the spawns of one arena at which lives might have begun.
func judgeSpawns(g *Ground, index int, rounds []Round) []SpawnRow {
	here := on(rounds, index)
	var lives, lasted [arena.Modes]float64
	for i := range here {
		r := &here[i]
		for at := range r.Lives {
			lives[r.Mode] += float64(r.Lives[at])
			lasted[r.Mode] += float64(r.Lasted[at])
		}
	}
	var rows []SpawnRow
	for at, cell := range g.Spawns {
		var did, lived, odds, even []float64
		for i := range here {
			r := &here[i]
			if !g.serves(at, r.Mode) || lives[r.Mode] == 0 {
				continue
			}
			did = append(did, float64(r.Lasted[at]))
			lived = append(lived, float64(r.Lives[at]))
			odds = append(odds, lasted[r.Mode]/lives[r.Mode])
			even = append(even, g.evenShare(at, r))
		}
		if len(lived) == 0 {
			continue
		}
		row := SpawnRow{Arena: g.Arena.Name, At: cell, Lives: int(total(lived)), Use: Share(lived, even), Verdict: Undecided}
		if row.Lives > 0 {
			row.Lasted = total(did) / total(lived)
			row.Estimate = AgainstExpected(did, lived, odds)
		}
		if row.Lives >= leastLives {
			row.Verdict = spawnGoal.Judge(row.Estimate)
		}
		if row.Verdict == Undecided {
			row.Needs = row.needs(len(lived))
		}
		rows = append(rows, row)
	}
	return rows
}

// evenShare is how many of a round's lives would begin at a spawn if they were shared evenly among those of its side.
func (g *Ground) evenShare(at int, r *Round) float64 {
	lives, spawns := 0, 0
	for other, team := range g.teams {
		if team == g.teams[at] {
			lives += r.Lives[other]
			spawns++
		}
	}
	return float64(lives) / float64(spawns)
}

// needs is about how many more rounds decide a spawn that so many have not: as many as bring its interval inside of the
// goal, or outside, if its value stays. Where that lies on the edge it is never: then as if it were a fifth away.
func (s *SpawnRow) needs(rounds int) int {
	factor := float64(leastLives) / float64(max(s.Lives, 1))
	if s.Lives >= leastLives && s.Known {
		const wide = 0.05
		room := max(math.Abs(wide-math.Abs(s.Value-1)), wide/5)
		half := (s.High - s.Low) / 2
		factor = half / room * half / room
	}
	const most = 20 // what is guessed from little is not believed further
	return int(float64(rounds)*min(max(factor-1, 0.1), most)) + 1
}

// Lacking is for each arena with undecided spawns about how many more rounds decide them all.
func (r *Report) Lacking() []Lack {
	var lacks []Lack
	for _, s := range r.Spawns {
		if s.Verdict != Undecided {
			continue
		}
		if n := len(lacks); n == 0 || lacks[n-1].Arena != s.Arena {
			lacks = append(lacks, Lack{Arena: s.Arena})
		}
		l := &lacks[len(lacks)-1]
		l.Spawns++
		l.Rounds = max(l.Rounds, s.Needs)
	}
	return lacks
}

// Lack is what would decide the undecided spawns of an arena.
type Lack struct {
	Arena          string
	Spawns, Rounds int
}

// soonGoal is how many lives may end within three seconds: a shield lasts for two of them.
var soonGoal = AtMost(0.01)
