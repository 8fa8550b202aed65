package game

import (
	"testing"

	"bankshot/game/arena"
)

// arm gives a ship a weapon, as a pick-up would.
func (g *stage) arm(seat Seat, weapon WeaponKind) *stage {
	ship := g.of(seat)
	ship.Weapon, ship.Ammo = weapon, Weapons[weapon].Ammo
	return g
}

// pull lets a seat pull the trigger for one tick, aiming so.
func (g *stage) pull(seat Seat, aim uint16) []Event {
	return g.run(1, map[Seat]Input{seat: {Aim: aim, Buttons: Fire}})
}

func TestNoWeaponIsBeyondWhatTheRulesCanHold(t *testing.T) {
	for kind := range WeaponKinds {
		w := &Weapons[kind]
		switch {
		case w.Banks > MaxBanks, w.Pellets == 0, w.Pellets > MaxPellets, w.Split > MaxSplit:
			t.Errorf("weapon %d: %+v", kind, *w)
		case w.Split > 1 && w.Pellets != 1:
			t.Errorf("weapon %d: a volley that splits has no numbers left for its parts", kind)
		case w.Beam() && w.Range == 0 || !w.Beam() && w.Life == 0:
			t.Errorf("weapon %d reaches nothing", kind)
		case w.Speed > maxSpeed, w.Speed != 0 && w.Radius > ShipRadius:
			t.Errorf("weapon %d: %+v", kind, *w)
		case w.Name == "":
			t.Errorf("weapon %d has no name", kind)
		case (w.Ammo == 0) != (kind == Basic):
			t.Errorf("%s: the basic weapon alone never runs out", w.Name)
		}
	}
}

func TestScatterFiresItsPelletsAtOnceInACone(t *testing.T) {
	g := newStage(t, open()).ship(1, 20, 4, 0, 0).arm(1, Scatter)
	fired := told(g.pull(1, 0), EventFired)
	if len(fired) != int(scatter.Pellets) || len(g.s.Shots) != int(scatter.Pellets) {
		t.Fatalf("fired %d pellets", len(fired))
	}
	most := scatter.Fan*uint16(scatter.Pellets-1)/2 + scatter.Jitter
	left, right := 0, 0
	for _, e := range fired {
		off := int16(e.Aim<<4) >> 4
		if off > int16(most) || off < -int16(most) {
			t.Errorf("a pellet flies %d off", off)
		}
		if off < 0 {
			left++
		} else {
			right++
		}
	}
	if left == 0 || right == 0 {
		t.Errorf("%d to the left, %d to the right", left, right)
	}
}

func TestTheConeOfScatterIsAHashThatAClientCanForesee(t *testing.T) {
	g := newStage(t, open()).ship(1, 20, 4, 0, 0).arm(1, Scatter)
	other := g.s.Clone()
	other.Secret.Rand ^= 0xDEADBEEF
	g.pull(1, 100)
	Step(&other, g.a, &Entry{Inputs: []Input{{Aim: 100, Buttons: Fire}}}, nil)
	if g.s.Hash() != other.Hash() {
		t.Fatal("it depends on what only the server knows")
	}
}

func TestAPickedWeaponIsSpentAndThenItIsPulseAgain(t *testing.T) {
	g := newStage(t, open()).ship(1, 20, 4, 0, 0).arm(1, Prism)
	for n := int(prism.Ammo); n > 0; n-- {
		if g.of(1).Weapon != Prism || int(g.of(1).Ammo) != n {
			t.Fatalf("%d shots left: %+v", n, *g.of(1))
		}
		g.pull(1, 0)
	}
	if g.of(1).Weapon != Pulse || g.of(1).Ammo != 0 {
		t.Fatalf("%+v", *g.of(1))
	}
}

func TestTheRailGoesOffHalfASecondAfterTheTriggerWithTheAimOfThen(t *testing.T) {
	g := newStage(t, open()).ship(1, 5, 10, 0, 0).ship(2, 15, 10, 0, 0).arm(1, Rail)
	ev := g.pull(1, AimSteps/2)
	if len(told(ev, EventCharging)) != 1 || g.of(1).Charge != rail.Charge {
		t.Fatalf("told %+v", ev)
	}
	ev = g.run(int(rail.Charge)-1, map[Seat]Input{1: {Aim: 0}})
	if len(told(ev, EventFired)) != 0 {
		t.Fatal("went off early")
	}
	ev = g.run(1, map[Seat]Input{1: {Aim: 0}})
	hits := told(ev, EventHit)
	if len(hits) != 1 || hits[0].Seat != 2 || hits[0].Weapon != Rail || hits[0].Amount != int16(rail.Damage/2) {
		t.Fatalf("told %+v", ev)
	}
	if len(g.s.Shots) != 0 {
		t.Fatal("a beam stays")
	}
}

func TestTheRailBanksAlongItsWholeWayInOneTick(t *testing.T) {
	a := drawn(
		"####################",
		"#..................#",
		"#..................#",
		"#..................#",
		"#......####........#",
		"#......####........#",
		"#......####........#",
		"#..................#",
		"####################",
	)
	// Up and to the right at 45 degrees, off the ceiling, and down behind the block.
	g := newStage(t, a).ship(1, 4, 5, 0, 0).ship(2, 13, 5, 0, 0).arm(1, Rail)
	g.s.Ships[0].Charge = 1
	ev := g.run(1, map[Seat]Input{1: {Aim: AimSteps * 7 / 8}})
	banks, hits := told(ev, EventBanked), told(ev, EventHit)
	if len(banks) != 1 || len(hits) != 1 || hits[0].Banks != 1 || hits[0].Amount != int16(rail.Damage) {
		t.Fatalf("told %+v", ev)
	}
}

func TestABeamEndsAtTheWallAfterItsLastBankAndNeverHitsItsOwner(t *testing.T) {
	g := newStage(t, drawn("##########", "#........#", "##########")).ship(1, 5, 1, 0, 0).arm(1, Rail)
	g.of(1).Charge = 1
	ev := g.run(1, nil)
	if n := len(told(ev, EventBanked)); n != int(rail.Banks) {
		t.Fatalf("%d banks", n)
	}
	if len(told(ev, EventHit)) != 0 || len(told(ev, EventEnded)) != 1 {
		t.Fatalf("told %+v", ev)
	}
}

func TestAnOrbHurtsEverybodyInSightOfItsEndLessWithTheDistance(t *testing.T) {
	a := drawn(
		"####################",
		"#..................#",
		"#..................#",
		"#..................#",
		"#..................#",
		"#..................#",
		"####################",
	)
	g := newStage(t, a).ship(1, 2, 1, 0, 0).ship(2, 10, 3, 0, 0).ship(3, 10, 5, 0, 0).ship(4, 17, 3, 0, 0)
	g.s.Shots = []Shot{{
		ID: NewShotID(g.s.Tick-40, 1, 0), Weapon: Orb, Owner: 1, Pos: add(g.of(2).Pos, Vec{X: -26 * Unit}),
		Vel: orb.velocity(0), Since: g.s.Tick - 40,
	}}
	g.run(2, nil)
	struck, beside, far := MaxHealth-g.of(2).Health, MaxHealth-g.of(3).Health, MaxHealth-g.of(4).Health
	if int32(struck) != orb.Damage/2 || beside == 0 || beside >= struck || far != 0 || g.of(1).Health != MaxHealth {
		t.Fatalf("struck %d, beside %d, far %d", struck, beside, far)
	}
}

func TestAWallHidesFromASplash(t *testing.T) {
	a := drawn(
		"############",
		"#..........#",
		"#..........#",
		"############",
		"#..........#",
		"#..........#",
		"############",
	)
	g := newStage(t, a).ship(1, 2, 1, 0, 0).ship(2, 5, 2, 0, 0).ship(3, 5, 4, 0, 0)
	g.s.Shots = []Shot{{
		ID: NewShotID(g.s.Tick-40, 1, 0), Weapon: Orb, Owner: 1, Pos: add(g.of(2).Pos, Vec{X: -26 * Unit}),
		Vel: orb.velocity(0), Since: g.s.Tick - 40,
	}}
	g.run(2, nil)
	if g.of(2).Health == MaxHealth || g.of(3).Health != MaxHealth {
		t.Fatalf("%+v", g.s.Ships)
	}
}

func TestAPrismIsThreeShotsAfterItsFirstBankAndNoMoreAfterItsSecond(t *testing.T) {
	g := newStage(t, open()).ship(1, 20, 4, 0, 0).arm(1, Prism)
	g.pull(1, AimSteps*3/4)
	ids := map[ShotID]bool{}
	for range 100 {
		g.run(1, nil)
		for _, s := range g.s.Shots {
			ids[s.ID] = true
		}
	}
	if len(ids) != int(prism.Split) {
		t.Fatalf("%d shots came of one", len(ids))
	}
}

func TestShotsStayInTheOrderOfTheirNamesWhenSomeSplit(t *testing.T) {
	g := newStage(t, open()).ship(1, 20, 4, 0, 0).ship(2, 10, 9, 0, 0).arm(1, Prism)
	for n := range 120 {
		in := map[Seat]Input{2: {Aim: uint16(n*31) & aimMask}}
		if n%10 == 0 {
			in[2] = Input{Aim: uint16(n*31) & aimMask, Buttons: Fire}
		}
		if n%25 == 0 {
			in[1] = Input{Aim: uint16(n*77) & aimMask, Buttons: Fire}
		}
		g.run(1, in) // which checks the order
	}
}

func TestTheNumbersOfEachWeaponEnterTheRules(t *testing.T) {
	was := Rules()
	defer func(w [WeaponKinds]Weapon) { Weapons = w }(Weapons)
	for kind := range WeaponKinds {
		w := &Weapons[kind]
		for name, change := range map[string]func(){
			"speed": func() { w.Speed++ }, "damage": func() { w.Damage++ }, "cooldown": func() { w.Cooldown++ },
			"life": func() { w.Life++ }, "banks": func() { w.Banks++ }, "live": func() { w.Live++ },
			"radius": func() { w.Radius++ }, "pellets": func() { w.Pellets++ }, "fan": func() { w.Fan++ },
			"jitter": func() { w.Jitter++ }, "charge": func() { w.Charge++ }, "range": func() { w.Range++ },
			"splash": func() { w.Splash++ }, "split": func() { w.Split++ }, "split fan": func() { w.SplitFan++ },
			"ammo": func() { w.Ammo++ },
		} {
			before := *w
			change()
			if Rules() == was {
				t.Errorf("weapon %d: its %s does not enter", kind, name)
			}
			*w = before
		}
	}
}

func TestTheNumbersOfEachTileAndSupplyEnterTheRules(t *testing.T) {
	was := Rules()
	defer func(all [arena.TileKinds]arena.TileRules) { arena.Tiles = all }(arena.Tiles)
	for i := range arena.Tiles {
		r := &arena.Tiles[i]
		for name, change := range map[string]func(){
			"shape": func() { r.Shape++ }, "end": func() { r.Ends = !r.Ends }, "time away": func() { r.Gone++ },
			"push to the right": func() { r.Push.X++ }, "push down": func() { r.Push.Y++ }, "most speed": func() { r.Most++ },
			"harm": func() { r.Harm++ }, "every": func() { r.Every++ }, "way": func() { r.Leads = !r.Leads },
		} {
			before := *r
			change()
			if Rules() == was {
				t.Errorf("%s: its %s does not enter", r.Name, name)
			}
			*r = before
		}
	}
	defer func(all [len(Supplies)]Supply) { Supplies = all }(Supplies)
	for i := range Supplies {
		s := &Supplies[i]
		if s.Health++; Rules() == was {
			t.Errorf("%s: its health does not enter", s.Name)
		}
		s.Health--
		if s.Energy++; Rules() == was {
			t.Errorf("%s: its energy does not enter", s.Name)
		}
		s.Energy--
	}
}
