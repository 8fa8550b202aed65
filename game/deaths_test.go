package game

import (
	"testing"

	"bankshot/game/arena"
)

// dying lets seat 2, at the end of its health, be struck by a shot of owner with so many banks.
func dying(t *testing.T, owner Seat, banks uint8, prepare func(g *stage)) (*stage, Event) {
	t.Helper()
	g := newStage(t, open()).ship(1, 3, 2, 0, 0).ship(2, 12, 8, 0, 0).ship(3, 30, 2, 0, 0)
	g.of(2).Health = 5
	if prepare != nil {
		prepare(g)
	}
	g.shot(owner, g.of(2).Pos, 0, banks, 40)
	killed := told(g.run(1, nil), EventKilled)
	if len(killed) != 1 || killed[0].Seat != 2 || g.of(2).Alive {
		t.Fatalf("told %+v", killed)
	}
	return g, killed[0]
}

func TestAKillIsWorthOneAndItsBanksFiveAtMost(t *testing.T) {
	for banks, want := range []int16{1, 2, 3, 4, 5} {
		g, killed := dying(t, 1, uint8(banks), nil)
		if g.of(1).Score != want || g.of(1).Kills != 1 || g.of(2).Deaths != 1 || g.of(2).Score != 0 {
			t.Errorf("%d banks: %+v", banks, g.s.Ships)
		}
		if killed.Other != 1 || killed.Amount != want {
			t.Errorf("%d banks: told %+v", banks, killed)
		}
	}
}

func TestASelfKillCostsOne(t *testing.T) {
	g, killed := dying(t, 2, 1, nil)
	if g.of(2).Score != -1 || g.of(2).Deaths != 1 || g.of(2).Kills != 0 || killed.Other != NoSeat || killed.Amount != -1 {
		t.Fatalf("score %d, told %+v", g.of(2).Score, killed)
	}
}

func TestASelfKillSoonAfterAHitBelongsToWhoHit(t *testing.T) {
	for _, c := range []struct {
		name  string
		since Tick
		score int16
	}{{"five seconds ago", RevengeTicks, 3}, {"longer ago", RevengeTicks + 1, 0}} {
		t.Run(c.name, func(t *testing.T) {
			g, _ := dying(t, 2, 2, func(g *stage) {
				g.of(2).HitBy, g.of(2).HitTick = 3, g.s.Tick+1-c.since
			})
			if g.of(3).Score != c.score || (g.of(2).Score == 0) != (c.score > 0) {
				t.Fatalf("hitter %d, victim %d", g.of(3).Score, g.of(2).Score)
			}
		})
	}
}

func TestAShotWhoseShooterLeftKillsForNobody(t *testing.T) {
	g, killed := dying(t, 1, 0, func(g *stage) {
		g.e.Facts = []Fact{{Kind: FactLeave, Seat: 1}}
	})
	if killed.Other != NoSeat || killed.Amount != 0 || g.of(2).Score != 0 || g.of(2).Deaths != 1 {
		t.Fatalf("told %+v", killed)
	}
}

func TestWhoTakesASeatInheritsNoShotAndNoHit(t *testing.T) {
	g := newStage(t, open()).ship(1, 3, 2, 0, 0).ship(2, 12, 8, 0, 0)
	g.of(2).HitBy = 1
	g.shot(1, arena.Cell{X: 20, Y: 2}.Centre(), 0, 0, 10)
	g.e.Facts = []Fact{{Kind: FactLeave, Seat: 1}, {Kind: FactJoin, Seat: 1, Name: "new"}}
	g.run(1, nil)
	if g.s.LiveShots(1, Pulse) != 0 || len(g.s.Shots) != 1 || g.of(2).HitBy != NoSeat {
		t.Fatalf("shots %+v, hit by %d", g.s.Shots, g.of(2).HitBy)
	}
}

func TestOnlyPlayingAndOvertimeCount(t *testing.T) {
	for phase := range Phases {
		g, killed := dying(t, 1, 1, func(g *stage) { g.s.Phase = phase })
		counts := phase == Playing || phase == Overtime
		if (g.of(1).Score != 0) != counts || (g.of(1).Kills != 0) != counts || (g.of(2).Deaths != 0) != counts || (killed.Amount != 0) != counts {
			t.Errorf("phase %d: %+v", phase, g.s.Ships)
		}
	}
}

func TestTwoShipsCanKillEachOtherInOneTick(t *testing.T) {
	g := newStage(t, open()).ship(1, 12, 8, 0, 0).ship(2, 30, 8, 0, 0)
	g.of(1).Health, g.of(2).Health = 1, 1
	g.shot(1, g.of(2).Pos, 0, 0, 20)
	g.shot(2, g.of(1).Pos, 0, 0, 20)
	g.run(1, nil)
	if g.of(1).Alive || g.of(2).Alive || g.of(1).Score != 1 || g.of(2).Score != 1 {
		t.Fatalf("%+v", g.s.Ships)
	}
}

func TestRankingGoesByScoreKillsDeathsSeat(t *testing.T) {
	p := Public{Ships: []Ship{
		{Seat: 1, Score: 3, Kills: 1, Deaths: 1},
		{Seat: 2, Score: 5, Kills: 1},
		{Seat: 3, Score: 3, Kills: 2, Deaths: 9},
		{Seat: 4, Score: 5, Kills: 1},
		{Seat: 5, Score: 3, Kills: 1},
	}}
	got := p.Ranking([]int{42})
	for i, want := range []int{42, 1, 3, 2, 4, 0} {
		if got[i] != want {
			t.Fatalf("ranking %v", got)
		}
	}
	if l := p.Leaders(nil); len(l) != 2 || l[0] != 2 || l[1] != 4 {
		t.Fatalf("leaders %v", l)
	}
	if l := (&Public{}).Leaders(nil); len(l) != 0 {
		t.Fatalf("nobody leads: %v", l)
	}
}
