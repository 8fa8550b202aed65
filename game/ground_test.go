package game

import (
	"testing"

	"bankshot/game/arena"
)

func workshop() *arena.Arena {
	return drawn(
		"####################",
		"#S.......=........P#",
		"#........=.........#",
		"#........=.........#",
		"#..>>>...%....!!!..#",
		"#..>>>...%....!!!..#",
		"#..>>>...%....!!!..#",
		"#..................#",
		"#P................S#",
		"####################",
	)
}

func TestAnAbsorberEndsAShotInsteadOfBankingIt(t *testing.T) {
	g := newStage(t, workshop()).ship(1, 7, 5, 0, 0)
	ev := g.run(1, map[Seat]Input{1: {Aim: 0, Buttons: Fire}})
	ev = append(ev, g.run(30, nil)...)
	if len(told(ev, EventBanked)) != 0 || len(told(ev, EventEnded)) != 1 {
		t.Fatalf("told %+v", ev)
	}
}

func TestTheFirstBankBreaksGlassAndTheNextShotFliesThrough(t *testing.T) {
	g := newStage(t, workshop()).ship(1, 5, 2, 0, 0)
	fire := map[Seat]Input{1: {Aim: 0, Buttons: Fire}}
	ev := append(g.run(1, fire), g.run(24, nil)...)
	broken := told(ev, EventShattered)
	if len(told(ev, EventBanked)) != 1 || len(broken) != 1 || len(g.s.Broken) != 1 {
		t.Fatalf("told %+v", ev)
	}
	if at := arena.CellOf(broken[0].Pos); at != (arena.Cell{X: 9, Y: 2}) {
		t.Fatalf("broke %v", at)
	}
	g.s.Shots = nil
	ev = append(g.run(1, fire), g.run(24, nil)...)
	if len(told(ev, EventBanked)) != 0 || g.s.Shots[0].Pos.X < 11*arena.TileSub {
		t.Fatalf("told %+v, %+v", ev, g.s.Shots)
	}
}

func TestGlassReturnsAfterItsTimeUnlessSomebodyIsInIt(t *testing.T) {
	g := newStage(t, workshop()).ship(1, 5, 2, 0, 0)
	cell := arena.Cell{X: 9, Y: 2}
	g.s.Broken = []arena.Pane{{Index: int32(g.a.Index(cell)), Back: uint32(g.s.Tick + 3)}}
	g.run(2, nil)
	if len(g.s.Broken) != 1 {
		t.Fatal("returned early")
	}
	g.of(1).Pos = add(cell.Centre(), Vec{X: -20 * Unit})
	g.run(5, nil)
	if len(g.s.Broken) != 1 {
		t.Fatal("returned onto a ship")
	}
	g.of(1).Pos = arena.Cell{X: 5, Y: 2}.Centre()
	if ev := told(g.run(1, nil), EventMended); len(ev) != 1 || len(g.s.Broken) != 0 {
		t.Fatalf("told %+v", ev)
	}
}

func TestShipsSlideAlongGlassAndThroughItsGap(t *testing.T) {
	for _, broken := range []bool{false, true} {
		g := newStage(t, workshop()).ship(1, 8, 2, 0, 0)
		if broken {
			for y := 1; y <= 3; y++ {
				g.s.Broken = append(g.s.Broken, arena.Pane{Index: int32(g.a.Index(arena.Cell{X: 9, Y: y})), Back: uint32(g.s.Tick + 500)})
			}
		}
		g.run(30, map[Seat]Input{1: {Thrust: 1}})
		if through := g.of(1).Pos.X > 10*arena.TileSub; through != broken {
			t.Errorf("broken %v: at %v", broken, g.of(1).Pos)
		}
	}
}

func TestABoosterPushesAndAHazardHurts(t *testing.T) {
	g := newStage(t, workshop()).ship(1, 4, 5, 0, 0).ship(2, 15, 5, 0, 0)
	g.run(30, nil)
	if g.of(1).Pos.X <= 6*arena.TileSub {
		t.Errorf("not pushed: %v", g.of(1).Pos)
	}
	if h := g.of(2).Health; h != MaxHealth-arena.Hazard.Rules().Harm*30/arena.Hazard.Rules().Every {
		t.Errorf("health %d", h)
	}
}

func TestWhoDiesOfAHazardHasDoneItAloneUnlessSomebodyHitThem(t *testing.T) {
	for _, hit := range []bool{false, true} {
		g := newStage(t, workshop()).ship(1, 4, 2, 0, 0).ship(2, 15, 5, 0, 0)
		g.of(2).Health = 1
		if hit {
			g.of(2).HitBy, g.of(2).HitTick = 1, g.s.Tick-10
		}
		killed := told(g.run(int(arena.Hazard.Rules().Every), nil), EventKilled)
		if len(killed) != 1 || (killed[0].Other == 1) != hit || (g.of(2).Score == -1) == hit || (g.of(1).Kills == 1) != hit {
			t.Errorf("hit %v: told %+v", hit, killed)
		}
	}
}

func TestAPortalLeadsAShipToItsOtherEndWithItsSpeedAndNotStraightBack(t *testing.T) {
	g := newStage(t, workshop()).ship(1, 17, 1, 0, 0)
	g.of(1).Vel = Vec{X: 5 * VelUnit}
	for range 20 {
		ev := told(g.run(1, map[Seat]Input{1: {Thrust: 1}}), EventWarped)
		if len(ev) == 0 {
			continue
		}
		if arena.CellOf(g.of(1).Pos) != (arena.Cell{X: 1, Y: 8}) || g.of(1).Vel.X < 3*VelUnit || g.of(1).WarpTick != g.s.Tick {
			t.Fatalf("%+v", *g.of(1))
		}
		if again := told(g.run(5, nil), EventWarped); len(again) != 0 {
			t.Fatal("and back at once")
		}
		return
	}
	t.Fatal("no portal")
}

func TestAShotKeepsItsSpeedAndItsBanksThroughAPortal(t *testing.T) {
	g := newStage(t, workshop()).ship(1, 14, 2, 0, 0)
	g.shot(1, arena.Cell{X: 15, Y: 1}.Centre(), 0, 2, 30)
	vel := g.s.Shots[0].Vel
	for range 20 {
		if len(told(g.run(1, nil), EventWarped)) == 0 {
			continue
		}
		s := g.s.Shots[0]
		if arena.CellOf(s.Pos) != (arena.Cell{X: 1, Y: 8}) || s.Vel != vel || s.Banks != 2 {
			t.Fatalf("%+v", s)
		}
		g.run(5, nil)
		if s := g.s.Shots[0]; s.Pos.Y < 8*arena.TileSub {
			t.Fatal("and back at once")
		}
		return
	}
	t.Fatal("no portal")
}
