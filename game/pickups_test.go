package game

import (
	"testing"

	"bankshot/game/arena"
)

func pantry() *arena.Arena {
	return drawn(
		"##############",
		"#S...........#",
		"#.....+......#",
		"#............#",
		"#.........+.S#",
		"#............#",
		"##############",
	)
}

// laid puts a pick-up onto the first place.
func (g *stage) laid(kind PickupKind) *stage {
	g.s.Pickups[0] = Pickup{Kind: kind}
	return g
}

func TestWhoFliesOverAWeaponHasIt(t *testing.T) {
	for weapon := Basic + 1; weapon < WeaponKinds; weapon++ {
		kind := PickupOf(weapon)
		g := newStage(t, pantry()).ship(1, 6, 2, 10, 0).laid(kind)
		ev := told(g.run(1, nil), EventPicked)
		ship := g.of(1)
		if len(ev) != 1 || ev[0].Seat != 1 || ev[0].Amount != int16(kind) {
			t.Fatalf("told %+v", ev)
		}
		if ship.Weapon != weapon || kind.Weapon() != weapon || ship.Ammo != Weapons[ship.Weapon].Ammo {
			t.Fatalf("%+v", *ship)
		}
		if p := g.s.Pickups[0]; p.Kind != NoPickup || p.Due != g.s.Tick+PickupTicks {
			t.Fatalf("%+v", p)
		}
	}
}

func TestOfTwoAtOnePickupTheLowerSeatTakesIt(t *testing.T) {
	g := newStage(t, pantry()).ship(1, 6, 2, -10, 0).ship(2, 6, 2, 0, 0).laid(PickupOf(Orb))
	g.run(1, nil)
	if g.of(1).Weapon != Orb || g.of(2).Weapon != Pulse {
		t.Fatalf("%+v", g.s.Ships)
	}
}

func TestHealthIsLeftToWhoLacksSome(t *testing.T) {
	g := newStage(t, pantry()).ship(1, 6, 2, 0, 0).ship(2, 6, 2, 8, 0).laid(PickHealth)
	g.of(2).Health = 20
	g.run(1, nil)
	if g.of(1).Health != MaxHealth || g.of(2).Health != 20+health.Health {
		t.Fatalf("%+v", g.s.Ships)
	}
}

func TestEnergyFillsTheMirror(t *testing.T) {
	g := newStage(t, pantry()).ship(1, 6, 2, 0, 0).laid(PickEnergy)
	g.s.Private[0].Energy = 3
	g.run(1, nil)
	if g.s.Private[0].Energy != MaxEnergy {
		t.Fatalf("%+v", g.s.Private[0])
	}
}

func TestANewPickupComesAfterItsTimeAndOnlyTheServerKnowsWhich(t *testing.T) {
	kinds := map[PickupKind]bool{}
	for seed := range uint64(60) {
		m := &match{a: pantry(), s: newStage(t, pantry()).ship(1, 2, 4, 0, 0).s}
		m.s.Secret.Rand = seed
		m.s.Pickups[0] = Pickup{Due: m.s.Tick + 5}
		m.s.Pickups[1] = Pickup{Due: m.s.Tick + 1000}
		for n := range 5 {
			if m.s.Pickups[0].Kind != NoPickup {
				t.Fatalf("there after %d ticks", n)
			}
			m.tick()
		}
		if m.s.Pickups[0].Kind == NoPickup || m.s.Pickups[1].Kind != NoPickup {
			t.Fatalf("%+v", m.s.Pickups)
		}
		kinds[m.s.Pickups[0].Kind] = true
	}
	if len(kinds) != int(PickupKinds-1) {
		t.Fatalf("only %v ever come", kinds)
	}
}

func TestTheDeadLoseTheirWeapon(t *testing.T) {
	g, _ := dying(t, 1, 0, func(g *stage) { g.arm(2, Prism) })
	if g.of(2).Weapon != Pulse || g.of(2).Ammo != 0 {
		t.Fatalf("%+v", *g.of(2))
	}
}

func TestNoSupplyIsBeyondWhatAShipHolds(t *testing.T) {
	for i := range Supplies {
		if s := &Supplies[i]; s.Name == "" || s.Health == 0 && s.Energy == 0 || s.Health > MaxHealth || s.Energy > MaxEnergy {
			t.Errorf("supply %d: %+v", i, *s)
		}
	}
}
