package game

import (
	"testing"

	"bankshot/game/arena"
)

func field() *arena.Arena {
	return drawn(
		"########################",
		"#......................#",
		"#.1........H.........2.#",
		"#......................#",
		"#S........HH..........S#",
		"########################",
	)
}

// team places ships of both teams in a mode.
func team(t *testing.T, mode Mode) *stage {
	g := newStage(t, field())
	g.play(mode)
	g.ship(1, 5, 2, 0, 0).ship(2, 8, 2, 0, 0).ship(3, 15, 2, 0, 0)
	g.of(1).Team, g.of(2).Team, g.of(3).Team = TeamOne, TeamOne, TeamTwo
	return g
}

func TestShotsPassThroughTeamMates(t *testing.T) {
	g := team(t, arena.Teams)
	g.shot(1, arena.Cell{X: 7, Y: 2}.Centre(), 0, 1, 30)
	hits := told(g.run(40, nil), EventHit)
	if len(hits) != 1 || hits[0].Seat != 3 {
		t.Fatalf("told %+v", hits)
	}
}

func TestAKillCountsForTheTeam(t *testing.T) {
	g := team(t, arena.Teams)
	g.of(3).Health = 1
	g.shot(1, arena.Cell{X: 14, Y: 2}.Centre(), 0, 2, 30)
	g.run(10, nil)
	if g.s.TeamScore != [2]int16{3, 0} || g.of(1).Score != 3 {
		t.Fatalf("%v, %+v", g.s.TeamScore, *g.of(1))
	}
}

func TestWhoTouchesTheOtherFlagCarriesItAndScoresAtHome(t *testing.T) {
	g := team(t, arena.Capture)
	base := arena.Cell{X: 21, Y: 2}.Centre()
	g.of(1).Pos = base
	ev := told(g.run(1, nil), EventTaken)
	if len(ev) != 1 || ev[0].Seat != 1 || ev[0].Amount != int16(TeamTwo) || g.s.Goals[1].Holder != 1 {
		t.Fatalf("told %+v, %+v", ev, g.s.Goals)
	}
	g.of(1).Pos = arena.Cell{X: 2, Y: 2}.Centre()
	ev = told(g.run(1, nil), EventBrought)
	if len(ev) != 1 || g.s.TeamScore != [2]int16{1, 0} || g.of(1).Goals != 1 || g.of(1).Score != CapturePoints || g.s.Goals[1].Holder != NoSeat {
		t.Fatalf("told %+v, %v, %+v", ev, g.s.TeamScore, g.s.Goals)
	}
}

func TestNobodyScoresWhileTheirOwnFlagIsAway(t *testing.T) {
	g := team(t, arena.Capture)
	g.s.Goals[1].Holder, g.s.Goals[0].Holder = 1, 3
	g.of(1).Pos = arena.Cell{X: 2, Y: 2}.Centre()
	if ev := told(g.run(3, nil), EventBrought); len(ev) != 0 {
		t.Fatalf("told %+v", ev)
	}
}

func TestACarriersDeathDropsTheFlagWhereItsOwnersMaySendItHome(t *testing.T) {
	g := team(t, arena.Capture)
	g.s.Goals[0].Holder = 3
	g.of(3).Health = 1
	g.of(3).Pos = arena.Cell{X: 14, Y: 2}.Centre()
	g.shot(1, arena.Cell{X: 13, Y: 2}.Centre(), 0, 2, 30)
	ev := told(g.run(10, nil), EventDropped)
	if len(ev) != 1 || !g.s.Goals[0].Away || g.s.Goals[0].Pos != g.of(3).Pos {
		t.Fatalf("told %+v, %+v", ev, g.s.Goals)
	}
	g.of(2).Pos = g.s.Goals[0].Pos
	if ev := told(g.run(1, nil), EventHome); len(ev) != 1 || ev[0].Seat != 2 || g.s.Goals[0].Away {
		t.Fatalf("told %+v", ev)
	}
}

func TestADroppedFlagReturnsByItself(t *testing.T) {
	g := team(t, arena.Capture)
	g.s.Goals[0] = Goal{Team: TeamOne, Place: TeamOne, Holder: NoSeat, Away: true, Pos: arena.Cell{X: 12, Y: 4}.Centre(), Due: g.s.Tick + 10}
	g.run(9, nil)
	if !g.s.Goals[0].Away {
		t.Fatal("early")
	}
	if ev := told(g.run(1, nil), EventHome); len(ev) != 1 || ev[0].Seat != NoSeat {
		t.Fatalf("told %+v", ev)
	}
}

func TestWhoLeavesOrChangesSidesDropsTheFlag(t *testing.T) {
	for _, f := range []Fact{{Kind: FactLeave, Seat: 3}, {Kind: FactTeam, Seat: 3, Team: TeamOne}} {
		g := team(t, arena.Capture)
		g.s.Goals[0].Holder = 3
		g.e.Facts = []Fact{f}
		g.run(1, nil)
		if !g.s.Goals[0].Away || g.s.Goals[0].Holder != NoSeat {
			t.Errorf("%+v: %+v", f, g.s.Goals)
		}
	}
}

func TestWhoIsAloneOnTheHillGetsAPointEachHalfSecond(t *testing.T) {
	g := newStage(t, field())
	g.play(arena.Hill)
	g.s.Goals[0].Due = 1 << 30
	g.ship(1, 11, 2, 0, 0).ship(2, 20, 4, 0, 0)
	g.run(2*HillEvery, nil)
	if g.of(1).Score != 2 || g.of(2).Score != 0 || g.s.Goals[0].Holder != 1 {
		t.Fatalf("%+v", g.s.Ships)
	}
	g.of(2).Pos = add(g.of(1).Pos, Vec{X: 40 * Unit})
	g.run(2*HillEvery, nil)
	if g.of(1).Score != 2 || g.of(2).Score != 0 || g.s.Goals[0].Holder != NoSeat {
		t.Fatalf("two on it: %+v", g.s.Ships)
	}
}

func TestTheHillMovesOn(t *testing.T) {
	g := newStage(t, field())
	g.play(arena.Hill)
	g.s.Goals[0].Due = g.s.Tick + 5
	for i := range g.a.Places {
		g.a.Places[i].Group = uint8(i % 3)
	}
	was, _ := g.s.Goals[0].Home(g.a)
	if ev := told(g.run(5, nil), EventMoved); len(ev) != 1 || ev[0].Pos == was || g.s.Goals[0].Due != g.s.Tick+HillMoves {
		t.Fatalf("told %+v", ev)
	}
	if is, ok := g.s.Goals[0].Home(g.a); !ok || is == was {
		t.Fatal("it is where it was")
	}
}

// playing is a round of a mode with these scores of ships, or of teams where there are some.
func playing(mode Mode, one, two int16) *State {
	s := NewMatch(field(), mode, 1)
	s.Tick, s.Phase, s.PhaseEnd = 1000, Playing, 1<<30
	s.Ships = []Ship{newShip(1, "a", false, NoTeam), newShip(2, "b", false, NoTeam)}
	if mode.Teams() {
		s.Ships[0].Team, s.Ships[1].Team = TeamOne, TeamTwo
	}
	s.Private = make([]Private, 2)
	s.Ships[0].Score, s.Ships[1].Score = one, two
	s.TeamScore = [2]int16{one, two}
	return &s
}

func phaseAfter(s *State) Phase {
	var e Entry
	Decide(s, field(), nil, &e)
	for _, f := range e.Facts {
		if f.Kind == FactPhase {
			return f.Phase
		}
	}
	return s.Phase
}

func TestARoundEndsByTimeByTheLimitAndByMercy(t *testing.T) {
	late := func(s *State) *State { s.PhaseEnd = s.Tick + 1; return s }
	for _, c := range []struct {
		name string
		s    *State
		want Phase
	}{
		{"time is left", playing(arena.FreeForAll, 7, 5), Playing},
		{"time is up", late(playing(arena.FreeForAll, 7, 5)), Results},
		{"time is up at a tie", late(playing(arena.FreeForAll, 7, 7)), Overtime},
		{"all flags", playing(arena.Capture, Modes[arena.Capture].Limit, 1), Results},
		{"all flags but one", playing(arena.Capture, Modes[arena.Capture].Limit-1, 1), Playing},
		{"a tie of flags", late(playing(arena.Capture, 2, 2)), Overtime},
		{"a duel too far apart", playing(arena.Duel, 15, 0), Results},
		{"a close duel", playing(arena.Duel, 15, 1), Playing},
		{"the hill is held", playing(arena.Hill, Modes[arena.Hill].Limit, 3), Results},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := phaseAfter(c.s); got != c.want {
				t.Fatalf("phase %d, want %d", got, c.want)
			}
		})
	}
}

func TestOvertimeLastsUntilSomebodyLeadsOrItsOwnTimeIsUp(t *testing.T) {
	s := playing(arena.FreeForAll, 7, 7)
	s.Phase = Overtime
	if phaseAfter(s) != Overtime {
		t.Error("ended at a tie")
	}
	s.Ships[1].Score++
	if phaseAfter(s) != Results {
		t.Error("goes on though somebody leads")
	}
	s.Ships[1].Score--
	s.PhaseEnd = s.Tick + 1
	if phaseAfter(s) != Results {
		t.Error("goes on for ever")
	}
}

func TestTeamsOfTheNextRoundAreSharedByWhatEverybodyDidBefore(t *testing.T) {
	s := NewMatch(field(), arena.FreeForAll, 1)
	for i := range 6 {
		ship := newShip(Seat(i), "x", false, NoTeam)
		ship.Score = int16(60 - 10*i)
		s.Ships = append(s.Ships, ship)
	}
	s.Private = make([]Private, 6)
	s.NewRound(field(), arena.Teams)
	want := []uint8{TeamOne, TeamTwo, TeamTwo, TeamOne, TeamOne, TeamTwo}
	for i := range s.Ships {
		if s.Ships[i].Team != want[i] {
			t.Errorf("ship %d is in team %d, want %d", i, s.Ships[i].Team, want[i])
		}
	}
	s.NewRound(field(), arena.FreeForAll)
	if s.Ships[3].Team != NoTeam {
		t.Error("teams where everybody is alone")
	}
}

func TestBothTeamsHaveAsManyPeopleWhateverThePilotsDid(t *testing.T) {
	s := NewMatch(field(), arena.Teams, 1)
	for n, seat := range []Seat{0, 1, 4, 7, FirstPilotSeat, FirstPilotSeat + 1, FirstPilotSeat + 2, FirstPilotSeat + 3} {
		ship := newShip(seat, "x", seat >= FirstPilotSeat, NoTeam)
		ship.Score = int16(n * n)
		s.Ships = append(s.Ships, ship)
	}
	s.Private = make([]Private, len(s.Ships))
	s.NewRound(field(), arena.Teams)
	var people, ships [3]int
	for i := range s.Ships {
		ships[s.Ships[i].Team]++
		if s.Ships[i].Seat < FirstPilotSeat {
			people[s.Ships[i].Team]++
		}
	}
	if people != [3]int{0, 2, 2} || ships != [3]int{0, 4, 4} {
		t.Fatalf("people %v, ships %v", people, ships)
	}
}

func TestAKillOfWhoKilledMeLastIsRevengeOnce(t *testing.T) {
	g := newStage(t, open()).ship(1, 3, 2, 0, 0).ship(2, 12, 8, 0, 0)
	g.of(1).KilledBy = 2
	for n, want := range []bool{true, false} {
		g.of(2).Alive, g.of(2).Health, g.of(2).RespawnIn = true, 1, 0
		g.shot(1, arena.Cell{X: 11, Y: 8}.Centre(), 0, 0, Tick(40+n))
		killed := told(g.run(5, nil), EventKilled)
		if len(killed) != 1 || killed[0].Revenge != want || int(killed[0].Streak) != n+1 {
			t.Fatalf("told %+v", killed)
		}
	}
	if g.of(2).KilledBy != 1 || g.of(1).BestStreak != 2 {
		t.Fatalf("%+v", g.s.Ships)
	}
}

func TestWhoHitTheVictimShortlyBeforeHasHelped(t *testing.T) {
	g := newStage(t, open()).ship(1, 3, 2, 0, 0).ship(2, 12, 8, 0, 0).ship(3, 30, 2, 0, 0)
	g.of(2).Health, g.of(2).HitBy, g.of(2).HitTick = 1, 3, g.s.Tick-60
	g.shot(1, arena.Cell{X: 11, Y: 8}.Centre(), 0, 0, 40)
	killed := told(g.run(5, nil), EventKilled)
	if len(killed) != 1 || killed[0].Other != 1 || killed[0].Helper != 3 || g.of(3).Assists != 1 {
		t.Fatalf("told %+v", killed)
	}
}

func TestTeamMatesNeverAppearInOnePlaceWhileAnotherIsFree(t *testing.T) {
	a := field()
	for x := range 4 {
		a.Places = append(a.Places, arena.Place{Kind: arena.TeamSpawn, Group: TeamOne, At: arena.Cell{X: 3 + 3*x, Y: 3}})
	}
	for seed := range uint64(20) {
		s := NewMatch(a, arena.Teams, seed)
		var e Entry
		for seat := range Seat(4) {
			e.Facts = append(e.Facts, Fact{Kind: FactJoin, Seat: seat, Name: "one", Team: TeamOne})
		}
		Decide(&s, a, nil, &e)
		Step(&s, a, &e, nil)
		places := map[Vec]bool{}
		for _, ship := range s.Ships {
			places[ship.Pos] = ship.Alive
		}
		if len(places) != 4 {
			t.Fatalf("seed %d: %d places for four", seed, len(places))
		}
	}
}
