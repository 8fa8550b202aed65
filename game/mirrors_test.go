package game

import "testing"

// facing sets a shot of seat 1 flying to the right at seat 2, whose mirror looks back at it, turned by off.
func facing(t *testing.T, off int16, weapon WeaponKind) *stage {
	g := newStage(t, open()).ship(1, 3, 10, 0, 0).ship(2, 15, 10, 0, 0)
	g.shot(1, add(g.of(2).Pos, Vec{X: -60 * Unit}), 0, 1, 20)
	g.s.Shots[0].Weapon = weapon
	g.s.Shots[0].Vel = Weapons[weapon].velocity(0)
	g.s.Private[1].Energy = MaxEnergy
	return g
}

func held(off int16) map[Seat]Input {
	return map[Seat]Input{2: {Aim: uint16(AimSteps/2+off) & aimMask, Buttons: Mirror}}
}

func TestAMirrorReturnsAShotThatIsThenItsOwn(t *testing.T) {
	g := facing(t, 0, Pulse)
	ev := g.run(20, held(0))
	turned := told(ev, EventReturned)
	if len(turned) != 1 || turned[0].Seat != 2 || turned[0].Other != 1 || len(told(ev, EventHit)) != 0 {
		t.Fatalf("told %+v", ev)
	}
	s := &g.s.Shots[0]
	if s.Owner != 2 || s.Vel != pulse.velocity(AimSteps/2) || s.Banks != 1 || !s.Returned {
		t.Fatalf("%+v", *s)
	}
	ev = g.run(60, nil)
	if hits := told(ev, EventHit); len(hits) != 1 || hits[0].Seat != 1 || hits[0].Other != 2 {
		t.Fatalf("told %+v", ev)
	}
}

func TestAMirrorReturnsAsAFlatMirrorDoes(t *testing.T) {
	for _, off := range []int16{-300, -1, 0, 7, 450} {
		g := facing(t, off, Pulse)
		ev := told(g.run(20, held(off)), EventReturned)
		want := uint16(AimSteps/2+2*off) & aimMask
		if len(ev) != 1 || ev[0].Aim != want {
			t.Errorf("turned by %d: %+v, want %d", off, ev, want)
		}
	}
}

func TestAMirrorProtectsItsFrontAlone(t *testing.T) {
	for _, c := range []struct {
		name     string
		off      int16
		protects bool
	}{
		{"just within its arc", MirrorArc, true},
		{"just beyond it", MirrorArc + 1, false},
		{"from the side", AimSteps / 4, false},
		{"from behind", AimSteps / 2, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := facing(t, c.off, Pulse)
			ev := g.run(20, held(c.off))
			if (len(told(ev, EventReturned)) == 1) != c.protects || (len(told(ev, EventHit)) == 0) != c.protects {
				t.Fatalf("told %+v", ev)
			}
		})
	}
}

func TestAKillByAReturnedShotIsTheMirrors(t *testing.T) {
	g := facing(t, 0, Pulse)
	g.of(1).Health = 1
	ev := g.run(20, held(0))
	ev = append(ev, g.run(60, nil)...)
	killed := told(ev, EventKilled)
	if len(killed) != 1 || killed[0].Other != 2 || !killed[0].Returned || g.of(2).Kills != 1 || g.of(2).Mirrored != 1 {
		t.Fatalf("told %+v", killed)
	}
}

func TestAMirrorReturnsABeam(t *testing.T) {
	g := newStage(t, open()).ship(1, 3, 10, 0, 0).ship(2, 15, 10, 0, 0).arm(1, Rail)
	g.of(1).Charge = 1
	g.s.Private[1].Energy = MaxEnergy
	ev := g.run(1, held(0))
	if len(told(ev, EventReturned)) != 1 {
		t.Fatalf("told %+v", ev)
	}
	if hits := told(ev, EventHit); len(hits) != 1 || hits[0].Seat != 1 || hits[0].Other != 2 {
		t.Fatalf("told %+v", ev)
	}
}

func TestWhomItsOwnBeamKillsHasLostTheWeaponWithItsLife(t *testing.T) {
	g := newStage(t, open()).ship(1, 3, 10, 0, 0).ship(2, 15, 10, 0, 0).arm(1, Rail)
	g.of(1).Charge, g.of(1).Health = 1, 1
	g.s.Private[1].Energy = MaxEnergy
	g.run(1, held(0))
	if is := g.of(1); is.Alive || is.Weapon != Pulse || is.Ammo != 0 {
		t.Fatalf("it is %+v", is)
	}
}

func TestTwoMirrorsFaceToFaceLetABeamGo(t *testing.T) {
	g := newStage(t, open()).ship(1, 6, 10, 0, 0).ship(2, 10, 10, 0, 0).ship(3, 14, 10, 0, 0).arm(2, Rail)
	g.of(2).Charge = 1
	in := map[Seat]Input{1: {Aim: 0, Buttons: Mirror}, 3: {Aim: AimSteps / 2, Buttons: Mirror}, 2: {Aim: 0}}
	g.of(2).DashLeft = 5 // it is not in the way
	ev := g.run(1, in)
	if n := len(told(ev, EventReturned)); n != maxReturns || len(told(ev, EventEnded)) != 1 {
		t.Fatalf("returned %d times, told %+v", n, ev)
	}
}

func TestAMirrorCostsEnergyAndEnergyComesBack(t *testing.T) {
	m := &match{a: open(), s: newStage(t, open()).ship(1, 14, 8, 0, 0).s}
	m.s.Private[0].Energy = MaxEnergy
	m.asks = []Ask{{Seat: 1, Input: Input{Buttons: Mirror}}}
	raised := 0
	for range MaxEnergy + 50 {
		m.tick()
		if !m.s.Ships[0].Mirror {
			break
		}
		raised++
	}
	if raised < MaxEnergy/MirrorCost-1 || raised > MaxEnergy/MirrorCost+1 {
		t.Fatalf("held for %d ticks", raised)
	}
	waited := 0
	for !m.s.Ships[0].Mirror {
		m.tick()
		waited++
		if waited > MirrorStart*EnergyEvery+10 {
			t.Fatalf("never raised again: %+v", m.s.Private[0])
		}
	}
	if waited < MirrorStart*EnergyEvery/2 {
		t.Fatalf("raised again after %d ticks", waited)
	}
}

func TestWhoHoldsAMirrorDoesNotFire(t *testing.T) {
	m := &match{a: open(), s: newStage(t, open()).ship(1, 14, 8, 0, 0).s}
	m.s.Private[0].Energy = MaxEnergy
	m.asks = []Ask{{Seat: 1, Input: Input{Buttons: Mirror | Fire}}}
	m.tick()
	if len(m.s.Shots) != 0 || !m.s.Ships[0].Mirror {
		t.Fatalf("%+v", m.s)
	}
}
