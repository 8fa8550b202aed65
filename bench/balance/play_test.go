package balance

import (
	"context"
	"reflect"
	"testing"

	"go.uber.org/goleak"

	"bankshot/game"
	"bankshot/game/arena"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const court = `name: Court
modes: free-for-all teams duel

##############################
#............................#
#.1..........S............2..#
#............................#
#......####........####......#
#.S...........+............S.#
#.1........................2.#
#............................#
#......####........####......#
#............................#
#.1...........+...........2..#
#............................#
#.1..........S............2..#
#............................#
##############################
`

func courts(t testing.TB, rounds int) Config {
	t.Helper()
	a, err := arena.Parse([]byte(court))
	if err != nil {
		t.Fatal(err)
	}
	return Config{Grounds: []Ground{NewGround(a)}, Modes: 1<<arena.Matched - 1, Rounds: rounds, Ships: 8, Seed: 3, Workers: 1}
}

func TestTheSameSeedPlaysTheSameRoundsWithAnyNumberOfWorkers(t *testing.T) {
	c := courts(t, 3)
	want := Play(t.Context(), &c, func(int) {})
	if len(want) != c.Rounds {
		t.Fatalf("%d rounds", len(want))
	}
	c.Workers = 4
	if got := Play(t.Context(), &c, func(int) {}); !reflect.DeepEqual(got, want) {
		t.Error("four workers play other rounds than one")
	}
	c.Seed++
	if got := Play(t.Context(), &c, func(int) {}); reflect.DeepEqual(got, want) {
		t.Error("another seed plays the same rounds")
	}
}

func TestRoundsGoInTurnsOverArenasAndModesAndCountWhatHappens(t *testing.T) {
	c := courts(t, 3)
	rounds := Play(t.Context(), &c, func(int) {})
	for i, mode := range []arena.Mode{arena.FreeForAll, arena.Teams, arena.Duel} {
		r := &rounds[i]
		if r.Mode != mode || r.Ticks == 0 || r.Ticks > int(game.Modes[mode].Play+game.Modes[mode].Extra) {
			t.Errorf("round %d: %v for %d ticks", i, r.Mode, r.Ticks)
		}
		held, kills := 0, r.Returned
		for k := range r.Held {
			held, kills = held+r.Held[k], kills+r.KillsBy[k]
		}
		if held != r.ShipTicks || kills != r.AllKills() || r.Held[game.Pulse] == 0 || r.Fired[game.Pulse] == 0 {
			t.Errorf("round %d: %+v", i, r)
		}
		judged := 0
		for k := range r.Seen {
			judged += r.Seen[k] + r.Brief[k] + r.Unseen[k]
		}
		if judged != r.AllKills() {
			t.Errorf("round %d: %d of %d killing shots were looked at", i, judged, r.AllKills())
		}
		for at := range r.Lives {
			if r.Lasted[at] > r.Lives[at] {
				t.Errorf("round %d: %d of %d lives lasted", i, r.Lasted[at], r.Lives[at])
			}
		}
	}
	if n := rounds[0].AllKills(); n == 0 {
		t.Error("eight pilots killed nobody in three minutes")
	}
}

func TestSidesHaveEquallyStrongPilotsAndShareTheLowSeats(t *testing.T) {
	c := courts(t, 1)
	first := map[uint8]bool{}
	for seed := range uint64(2) {
		m := newMatch(&c.Grounds[0], arena.Teams, 8, seed)
		teams := map[uint8]int{}
		m.step()
		for i := range m.state.Ships {
			teams[m.state.Ships[i].Team]++
		}
		first[m.state.Ships[0].Team] = true
		if teams[game.TeamOne] != 4 || teams[game.TeamTwo] != 4 {
			t.Errorf("teams of %v", teams)
		}
		for i := 0; i < 8; i += 2 {
			if m.state.Ships[i].Team == m.state.Ships[i+1].Team {
				t.Errorf("the pair %d, %d is on one side", i, i+1)
			}
		}
	}
	if len(first) != 2 {
		t.Error("the lowest seat is always on the same side")
	}
}

func TestStoppingLeavesTheRoundsThatAreOver(t *testing.T) {
	c := courts(t, 50)
	ctx, stop := context.WithCancel(t.Context())
	rounds := Play(ctx, &c, func(done int) {
		if done == 2 {
			stop()
		}
	})
	if len(rounds) < 2 || len(rounds) > 3 {
		t.Errorf("%d rounds", len(rounds))
	}
}
