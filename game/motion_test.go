package game

import "testing"

// east is full thrust along +X.
var east = Input{Thrust: 1}

func TestAShipReachesAboutFiveUnitsATickAndNoMore(t *testing.T) {
	g := newStage(t, open()).ship(1, 1, 8, 0, 0)
	g.run(60, map[Seat]Input{1: east})
	if v := g.of(1).Vel; v.X < 49*VelUnit/10 || v.X > 51*VelUnit/10 || v.Y != 0 {
		t.Fatalf("speed after a second of thrust: %d", v)
	}
}

func TestAShipHasTwoThirdsOfItsSpeedAfterAQuarterOfASecond(t *testing.T) {
	g := newStage(t, open()).ship(1, 1, 8, 0, 0)
	g.run(15, map[Seat]Input{1: east})
	if v := g.of(1).Vel.X; v < 3*VelUnit || v > 35*VelUnit/10 {
		t.Fatalf("speed %d", v)
	}
}

func TestACoastingShipComesToRest(t *testing.T) {
	g := newStage(t, open()).ship(1, 10, 8, 0, 0)
	g.of(1).Vel = Vec{X: 5 * VelUnit, Y: -3 * VelUnit}
	g.run(240, nil)
	if v := g.of(1).Vel; v != (Vec{}) {
		t.Fatalf("still moving: %v", v)
	}
}

func TestAShipReboundsALittleFromAWallAndKeepsItsSpeedAlongIt(t *testing.T) {
	g := newStage(t, open()).ship(1, 1, 8, 0, 0)
	g.of(1).Vel = Vec{X: -4 * VelUnit, Y: 2 * VelUnit}
	g.run(1, nil)
	v := g.of(1).Vel
	if want := int32(4 * VelUnit * DragMul / DragDiv * Restitution / 256); v.X < want-256 || v.X > want+256 {
		t.Fatalf("off the wall at %d, want about %d", v.X, want)
	}
	if want := int32(2 * VelUnit * DragMul / DragDiv); v.Y != want {
		t.Fatalf("along the wall at %d, want %d", v.Y, want)
	}
}

func TestADashGoesTheWayOfThrustAndOfAimWithoutAny(t *testing.T) {
	for _, c := range []struct {
		name string
		in   Input
		want uint16
	}{
		{"thrust down, aim left", Input{Thrust: 5, Aim: 2048, Buttons: Dash}, 1024},
		{"no thrust, aim left", Input{Aim: 2048, Buttons: Dash}, 2048},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := newStage(t, open()).ship(1, 20, 11, 0, 0)
			from := g.of(1).Pos
			dashed := told(g.run(1, map[Seat]Input{1: c.in}), EventDashed)
			if len(dashed) != 1 || dashed[0].Aim != c.want || g.of(1).DashDir != c.want {
				t.Fatalf("told %+v, dashing to %d", dashed, g.of(1).DashDir)
			}
			if got, want := sub(g.of(1).Pos, from), displacement(scale(Dir(c.want), DashSpeed, One)); got != want {
				t.Fatalf("moved by %v, want %v", got, want)
			}
		})
	}
}

func TestADashLastsItsTicksAndLeavesLessSpeed(t *testing.T) {
	g := newStage(t, open()).ship(1, 3, 8, 0, 0)
	from := g.of(1).Pos.X
	g.run(1, map[Seat]Input{1: {Thrust: 1, Buttons: Dash}})
	g.run(DashTicks-1, nil)
	if d := g.of(1).Pos.X - from; d != DashTicks*13*Unit {
		t.Fatalf("flew %d", d)
	}
	if g.of(1).DashLeft != 0 || g.of(1).Vel.X != DashExitSpeed {
		t.Fatalf("after the dash: %d left, speed %d", g.of(1).DashLeft, g.of(1).Vel.X)
	}
}

func TestNothingHurtsADashingShip(t *testing.T) {
	g := newStage(t, open()).ship(1, 10, 8, 0, 0).ship(2, 20, 11, 0, 0)
	g.of(1).DashLeft = 5
	g.shot(2, add(g.of(1).Pos, Vec{X: -8 * Unit}), 0, 2, 20)
	ev := g.run(2, nil)
	if len(told(ev, EventHit)) != 0 || g.of(1).Health != MaxHealth || len(g.s.Shots) != 1 {
		t.Fatalf("health %d, %d shots, told %+v", g.of(1).Health, len(g.s.Shots), ev)
	}
}

func TestADashStillMeetsWalls(t *testing.T) {
	g := newStage(t, open()).ship(1, 1, 8, 0, 0)
	g.run(1, map[Seat]Input{1: {Thrust: 9, Buttons: Dash}})
	if g.of(1).Vel.X <= 0 {
		t.Fatalf("a dash into the wall did not rebound: %v", g.of(1).Vel)
	}
}
