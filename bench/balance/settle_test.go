package balance

import (
	"reflect"
	"testing"

	"bankshot/game/arena"
)

// lives makes a round on ground 0 of a free-for-all: so many lives at each spawn, of which so many lasted.
func lives(began, lasted []int) Round {
	return Round{Mode: arena.FreeForAll, Done: true, Lives: began, Lasted: lasted}
}

// ground is an arena with that many spawns and nothing else.
func ground(spawns int) Ground {
	a := &arena.Arena{Name: "Yard", Modes: arena.ModeSet(0).With(arena.FreeForAll)}
	g := Ground{Arena: a, teams: make([]uint8, spawns)}
	for x := range spawns {
		g.Spawns = append(g.Spawns, arena.Cell{X: x})
	}
	return g
}

func TestASpawnIsWithinOffOrUndecidedAndSaysWhatItNeeds(t *testing.T) {
	g := ground(4)
	var rounds []Round
	for i := range 400 {
		// A quarter more last at the first than at the second, so both are off their mean; the third is hardly used, the last never.
		third := 0
		if i%20 == 0 {
			third = 1
		}
		first := 10
		if i%2 == 0 {
			first = 9
		}
		rounds = append(rounds, lives([]int{10, 10, third, 0}, []int{first, 7, third, 0}))
	}
	rows := judgeSpawns(&g, 0, rounds)
	for at, want := range []Verdict{Fail, Fail, Undecided, Undecided} {
		if rows[at].Verdict != want || (rows[at].Needs > 0) != (want == Undecided) {
			t.Errorf("spawn %d: %+v", at, rows[at])
		}
	}
	if rows[2].Needs < 400 || rows[3].Use.Value != 0 {
		t.Errorf("%+v\n%+v", rows[2], rows[3])
	}
	for i := range rounds {
		rounds[i] = lives([]int{10, 10, 10, 10}, []int{9, 9, 9, 9})
	}
	for at, row := range judgeSpawns(&g, 0, rounds) {
		if row.Verdict != Pass || row.Needs != 0 || row.Use.Value != 1 {
			t.Errorf("all alike, %d: %+v", at, row)
		}
	}
}

func TestSpawnsOfOtherModesAreNotMissed(t *testing.T) {
	g := ground(2)
	g.teams[1] = 1
	rows := judgeSpawns(&g, 0, []Round{lives([]int{3, 0}, []int{2, 0})})
	if len(rows) != 1 || rows[0].At.X != 0 {
		t.Errorf("%+v", rows)
	}
}

func TestFewRoundsDecideNothingByChance(t *testing.T) {
	g := ground(4)
	rounds := []Round{lives([]int{4, 4, 4, 4}, []int{4, 4, 4, 0}), lives([]int{4, 4, 4, 4}, []int{4, 4, 4, 1})}
	r := Judge([]Ground{g}, rounds, nil)
	if r.Verdict() == Fail {
		t.Errorf("two rounds: %+v", r.Rows)
	}
	if len(r.Open()) == 0 || len(r.Lacking()) != 1 || r.Lacking()[0].Spawns != 4 {
		t.Errorf("%v, %+v", r.Open(), r.Lacking())
	}
	if a, b := sigmas(2), sigmas(3); a != 12.706 || b != 4.303 {
		t.Errorf("%v, %v", a, b)
	}
	for rounds, want := range map[int]float64{17: 2.120, 31: 2.042, 121: 1.980} {
		if got := sigmas(rounds); !close(got, want, 0.002) {
			t.Errorf("Student's t of %d rounds is %v, not %v", rounds, got, want)
		}
	}
}

func TestSettlingPlaysOnlyWhatLacksUpToItsBoundAndTheSameForAnyWorkers(t *testing.T) {
	c := courts(t, 3)
	rounds := Play(t.Context(), &c, func(int) {})
	told := 0
	settle := func(workers int) []Round {
		c.Workers = workers
		return Settle(t.Context(), &c, rounds, 2, func(done, all, undecided int) {
			if done == 0 && (all != 2 || undecided == 0) {
				t.Errorf("a batch of %d rounds for %d spawns", all, undecided)
			}
			if done == 0 {
				told++
			}
		})
	}
	one := settle(1)
	if len(one) != 2 || told != 1 {
		t.Fatalf("%d rounds in %d batches", len(one), told)
	}
	if !reflect.DeepEqual(settle(2), one) {
		t.Error("two workers settle by other rounds than one")
	}
	if reflect.DeepEqual(one[0], rounds[0]) {
		t.Error("it played the first round again")
	}
}

func TestWhatIsDecidedIsNotPlayedOn(t *testing.T) {
	c := courts(t, 1)
	n := len(c.Grounds[0].Spawns)
	r := Round{Mode: arena.FreeForAll, Done: true, Lives: make([]int, n), Lasted: make([]int, n)}
	for at := range n {
		r.Lives[at], r.Lasted[at] = 100, 99
	}
	var rounds []Round
	for range 10 {
		rounds = append(rounds, r)
	}
	c.Modes = arena.ModeSet(0).With(arena.FreeForAll)
	if programme, undecided := c.programme(rounds, 1000); len(programme) != 0 || undecided != 0 {
		t.Errorf("%d rounds for %d spawns", len(programme), undecided)
	}
}
