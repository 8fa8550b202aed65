package game

import (
	"testing"

	"bankshot/game/arena"
)

// appears is where seat 9 appears, of a team, in the tick that follows, by the seed.
func (g *stage) appears(seed uint64, team uint8) arena.Cell {
	g.t.Helper()
	next := g.s
	next.CopyFrom(&g.s)
	next.Secret.Rand = seed
	e := Entry{Facts: []Fact{{Kind: FactJoin, Seat: 9, Name: "nine", Team: team}}}
	Decide(&next, g.a, nil, &e)
	for _, f := range e.Facts {
		if f.Kind == FactSpawn && f.Seat == 9 {
			return arena.CellOf(f.Pos)
		}
	}
	g.t.Fatal("it did not appear")
	return arena.Cell{}
}

// times counts where it appears in so many tries.
func (g *stage) times(tries uint64, team uint8) map[int]int {
	at := map[int]int{}
	for seed := range tries {
		at[g.appears(seed, team).X]++
	}
	return at
}

func hall() *arena.Arena {
	return drawn(
		"################################################################",
		"#S..........S..........S..........S..........S..........S......#",
		"#..............................................................#",
		"################################################################",
	)
}

func TestAllPlacesThatAreSafeAreUsedAlike(t *testing.T) {
	g := newStage(t, hall()).ship(1, 2, 2, 0, 0)
	const tries = 600
	at := g.times(tries, NoTeam)
	for _, x := range []int{23, 34, 45, 56} {
		if n := at[x]; n < tries/4-40 || n > tries/4+40 {
			t.Errorf("%d of %d at column %d: %v", n, tries, x, at)
		}
	}
}

func TestNobodyAppearsNearAnEnemyWhileThereIsAPlaceFarther(t *testing.T) {
	for x := 1; x < 62; x++ {
		g := newStage(t, hall()).ship(1, x, 2, 0, 0)
		for at := range g.times(40, NoTeam) {
			if far := (at - x) * 32; far < 352 && far > -352 {
				t.Errorf("an enemy at column %d is %d units from who appears at column %d", x, far, at)
			}
		}
	}
}

func TestNobodyAppearsWhereShotsFlyWhileThereIsAnotherPlace(t *testing.T) {
	g := newStage(t, hall()).ship(1, 2, 2, 0, 0)
	for _, x := range []int{23, 45} {
		g.s.Shots = append(g.s.Shots, Shot{ID: NewShotID(g.s.Tick, 1, uint8(x)), Owner: 1, Since: g.s.Tick, Pos: arena.Cell{X: x + 3, Y: 2}.Centre()})
	}
	if at := g.times(60, NoTeam); at[23]+at[45] > 0 || at[34] == 0 || at[56] == 0 {
		t.Errorf("%v", at)
	}
}

func TestATeamAppearsOnItsOwnSideAndNeverOnEachOther(t *testing.T) {
	a := hall()
	for n, x := range []int{3, 9, 15, 21, 42, 48, 54, 60} {
		a.Places = append(a.Places, arena.Place{Kind: arena.TeamSpawn, Group: TeamOne + uint8(n/4), At: arena.Cell{X: x, Y: 2}})
	}
	a.Seal()
	g := newStage(t, a).ship(1, 9, 2, 0, 0)
	g.of(1).Team = TeamOne
	g.s.Mode = arena.Teams
	at := g.times(200, TeamOne)
	if len(at) != 3 || at[3] == 0 || at[15] == 0 || at[21] == 0 {
		t.Errorf("with a team-mate at column 9: %v", at)
	}
	for x := range g.times(200, TeamTwo) {
		if x < 42 {
			t.Errorf("team 2 at column %d", x)
		}
	}
}
