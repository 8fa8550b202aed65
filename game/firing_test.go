package game

import (
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"bankshot/game/arena"
)

func TestAShotIsBornAtTheShipAndFliesInItsFirstTick(t *testing.T) {
	g := newStage(t, open()).ship(1, 10, 8, 0, 0)
	at := g.of(1).Pos
	fired := told(g.run(1, map[Seat]Input{1: {Aim: 1024, Buttons: Fire}}), EventFired)
	shot := g.s.Shots[0]
	if shot.Born != at || shot.Pos != add(at, Vec{Y: PulseSpeed / VelUnit * Unit}) || shot.ID != NewShotID(g.s.Tick, 1, 0) {
		t.Fatalf("born %+v", shot)
	}
	if len(fired) != 1 || fired[0].Shot != shot.ID || fired[0].Pos != at || fired[0].Aim != 1024 {
		t.Fatalf("told %+v", fired)
	}
}

func TestAShotTakesNothingFromItsShipsSpeed(t *testing.T) {
	g := newStage(t, open()).ship(1, 10, 8, 0, 0)
	g.of(1).Vel = Vec{X: 4 * VelUnit, Y: 4 * VelUnit}
	g.run(1, map[Seat]Input{1: {Buttons: Fire}})
	if v := g.s.Shots[0].Vel; v != (Vec{X: pulse.Speed}) {
		t.Fatalf("velocity %v", v)
	}
}

func TestFiringEndsTheSpawnShield(t *testing.T) {
	g := newStage(t, open()).ship(1, 10, 8, 0, 0)
	g.of(1).Shield = 50
	g.run(1, map[Seat]Input{1: {Buttons: Fire}})
	if g.of(1).Shield != 0 {
		t.Fatalf("shield %d", g.of(1).Shield)
	}
}

func TestAShotBanksFourTimesAndEndsAtTheFifthWall(t *testing.T) {
	g := newStage(t, drawn("########", "#......#", "########"))
	g.ship(1, 1, 1, 0, 0)
	g.shot(1, arena.Cell{X: 6, Y: 1}.Centre(), 1024, 0, 0)
	ev := g.run(30, nil)
	banked, ended := told(ev, EventBanked), told(ev, EventEnded)
	if len(banked) != int(pulse.Banks) || banked[3].Banks != pulse.Banks {
		t.Fatalf("banked %+v", banked)
	}
	if len(ended) != 1 || ended[0].Banks != pulse.Banks || ended[0].Pos.Y != 2*arena.TileSub {
		t.Fatalf("ended %+v", ended)
	}
}

func TestAShotLivesItsTicks(t *testing.T) {
	g := newStage(t, open()).ship(1, 10, 8, 0, 0)
	g.run(1, map[Seat]Input{1: {Aim: 0, Buttons: Fire}})
	g.s.Shots[0].Vel = Vec{}
	g.s.Shots[0].Pos = arena.Cell{X: 30, Y: 2}.Centre()
	g.run(int(pulse.Life)-2, nil)
	if len(g.s.Shots) != 1 {
		t.Fatal("the shot ended before its time")
	}
	if ended := told(g.run(1, nil), EventEnded); len(ended) != 1 || len(g.s.Shots) != 0 {
		t.Fatal("the shot outlived its time")
	}
}

func TestTheDeadDoNotFire(t *testing.T) {
	g := newStage(t, open()).ship(1, 10, 8, 0, 0)
	g.of(1).Alive, g.of(1).Health = false, 0
	if ev := g.run(1, map[Seat]Input{1: {Buttons: Fire | Dash}}); len(ev) != 0 {
		t.Fatalf("told %+v", ev)
	}
}

func TestAnAimLineIsTheWayTheShotGoes(t *testing.T) {
	a := open()
	g := newStage(t, a).ship(1, 10, 8, 3, 5)
	for aim := uint16(0); aim < AimSteps; aim += 37 {
		g.of(1).Aim = aim
		line := AimLine(a, g.of(1), nil)
		g.s.Shots = g.s.Shots[:0]
		ev := g.run(1, map[Seat]Input{1: {Aim: aim, Buttons: Fire}})
		ev = append(ev, g.run(int(pulse.Life), nil)...)
		banked := told(ev, EventBanked)
		if len(line) < 2 || line[0] != g.of(1).Pos {
			t.Fatalf("aim %d: line %v", aim, line)
		}
		if len(banked) > 0 && (len(line) != 3 || line[1] != banked[0].Pos) {
			t.Fatalf("aim %d: line %v, banked at %v", aim, line, banked[0].Pos)
		}
	}
}

func TestAShotFliesTickByTickAsItWouldInOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		a := randomWalls(rng)
		for range 20 {
			s := NewMatch(a, arena.FreeForAll, 1)
			s.Tick = 1000
			shot := Shot{
				ID: NewShotID(s.Tick+1, 1, 0), Owner: 1, Vel: Weapons[Pulse].velocity(uint16(rng.IntN(AimSteps))),
				Pos: a.Spawns[rng.IntN(len(a.Spawns))].Centre(),
			}
			s.Shots = []Shot{shot}
			for n := int32(1); n < int32(pulse.Life); n++ {
				Step(&s, a, &Entry{}, nil)
				step := displacement(shot.Vel)
				whole, _ := a.Fly(shot.Pos, Vec{X: n * step.X, Y: n * step.Y}, int(pulse.Banks), nil)
				if whole.Stopped != (len(s.Shots) == 0) {
					t.Fatalf("after %d ticks: %+v, %d shots", n, whole, len(s.Shots))
				}
				if whole.Stopped {
					break
				}
				if got := s.Shots[0]; got.Pos != whole.End || int(got.Banks) != whole.Banks || got.Vel != whole.Turn.Apply(shot.Vel) {
					t.Fatalf("after %d ticks: %+v, in one flight %+v", n, got, whole)
				}
			}
		}
	})
}
