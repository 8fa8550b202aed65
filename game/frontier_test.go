package game

import (
	"slices"
	"testing"

	"bankshot/game/arena"

	"pgregory.net/rapid"
)

func TestFrontierIsPlayingFromTheFirstTickOn(t *testing.T) {
	m := frontier(2, 3, 10)
	if m.s.Phase != Playing || m.s.PhaseEnd != FrontierHour {
		t.Errorf("phase %d until tick %d", m.s.Phase, m.s.PhaseEnd)
	}
	for i := range m.s.Ships {
		if m.s.Ships[i].SpawnTick == 0 {
			t.Errorf("ship %d still waits", i)
		}
	}
}

func TestWhenAnHourIsOverScoresBeginAnewAndEverybodyFliesOn(t *testing.T) {
	m := frontier(2, 20, 300)
	for i := range m.s.Ships {
		ship := &m.s.Ships[i]
		ship.Score, ship.Kills, ship.Deaths, ship.Banked = 12, 4, 3, 9
		ship.Streak, ship.BestStreak = 2, 4
	}
	m.s.Tick = m.s.PhaseEnd - 1
	was := m.s.Clone()
	for i := range m.asks {
		m.asks[i].Input = Input{}
	}
	m.tick()
	if m.s.Phase != Playing || m.s.PhaseEnd != was.PhaseEnd+FrontierHour {
		t.Errorf("phase %d until tick %d", m.s.Phase, m.s.PhaseEnd)
	}
	if e := told(m.ev, EventPhase); len(e) != 1 || Phase(e[0].Amount) != Playing {
		t.Errorf("told: %+v", e)
	}
	for i := range m.s.Ships {
		ship, before := &m.s.Ships[i], &was.Ships[i]
		if before.Alive && !ship.Alive {
			continue // of a shot that was in flight
		}
		if ship.Score > 1+StreakMost+MaxKillScore || ship.Kills > 1 || ship.Deaths > 0 || ship.BestStreak != ship.Streak || ship.Streak < before.Streak {
			t.Errorf("%+v, before %+v", ship, before)
		}
	}
}

func TestInFrontierAStreakMakesKillsWorthMore(t *testing.T) {
	for _, row := range []struct {
		name   string
		mode   Mode
		streak uint8
		banks  uint8
		want   int16
	}{
		{"the first kill", arena.Frontier, 0, 0, 1},
		{"the third", arena.Frontier, 2, 0, 2},
		{"the fifth, after two banks", arena.Frontier, 4, 2, 4},
		{"the thirtieth", arena.Frontier, 29, 0, 1 + StreakMost},
		{"the thirtieth, after five banks", arena.Frontier, 29, 5, MaxKillScore + StreakMost},
		{"the thirtieth, in a round", arena.FreeForAll, 29, 0, 1},
	} {
		s := State{Public: Public{Mode: row.mode, Phase: Playing, Ships: []Ship{{Seat: 1, Alive: true, Streak: row.streak}, {Seat: 2, Alive: true}}}, Private: make([]Private, 2)}
		ev := s.kill(&s.Ships[1], &Shot{Owner: 1, Banks: row.banks}, NoSeat, nil)
		if s.Ships[0].Score != row.want || ev[0].Amount != row.want {
			t.Errorf("%s: %d points, %d told, not %d", row.name, s.Ships[0].Score, ev[0].Amount, row.want)
		}
	}
}

func TestNobodyAppearsInFrontierUnderTheEyesOfAnEnemy(t *testing.T) {
	m := frontier(4, 50, 0)
	near, all := 0, 0
	for tick := range 300 {
		m.press()
		if seat := Seat(1000 + tick); tick < 250 {
			m.e.Facts = append(m.e.Facts, Fact{Kind: FactJoin, Seat: seat, Name: "late"})
			m.asks = append(m.asks, Ask{Seat: seat})
		}
		m.tick()
		for _, e := range told(m.ev, EventSpawned) {
			all++
			if d, _ := nearestOther(&m.s, m.s.ShipOf(e.Seat)); d >= 0 && d < 500*Unit {
				near++
			}
		}
	}
	if all < 250 {
		t.Fatalf("only %d appeared", all)
	}
	if 50*near > all {
		t.Errorf("of %d who appeared %d had an enemy within 500 units", all, near)
	}
}

// nearestOther is how far a living ship has to the nearest other one.
func nearestOther(s *State, me int) (best int32, other int) {
	best = -1
	for i := range s.Ships {
		if d := distance(s.Ships[i].Pos, s.Ships[me].Pos); i != me && s.Ships[i].Alive && (best < 0 || d < best) {
			best, other = d, i
		}
	}
	return best, other
}

func TestTheBestAreTheFirstOfTheRanking(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var p Public
		for i := range rapid.IntRange(0, 40).Draw(t, "ships") {
			p.Ships = append(p.Ships, Ship{
				Seat: Seat(i), Score: rapid.Int16Range(0, 5).Draw(t, "score"), Kills: rapid.Uint16Range(0, 3).Draw(t, "kills"),
				Deaths: rapid.Uint16Range(0, 3).Draw(t, "deaths"),
			})
		}
		n := rapid.IntRange(0, 12).Draw(t, "n")
		all := p.Ranking(nil)
		if best := p.Best(nil, n); !slices.Equal(best, all[:min(n, len(all))]) {
			t.Fatalf("%v, the ranking is %v", best, all)
		}
		for i := 1; i < len(all); i++ {
			if better(&p.Ships[all[i]], &p.Ships[all[i-1]]) {
				t.Fatalf("%v is not ranked", all)
			}
		}
	})
}

func BenchmarkBestOf1200(b *testing.B) {
	m := frontier(1, 1200, 600)
	best := make([]int, 0, 16)
	for b.Loop() {
		best = m.s.Best(best[:0], 10)
	}
}
