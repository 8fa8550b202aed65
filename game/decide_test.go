package game

import (
	"testing"

	"bankshot/game/arena"
)

func TestWhoJoinsSpawnsInTheSameTick(t *testing.T) {
	m := &match{a: open(), s: NewMatch(open(), arena.FreeForAll, 3)}
	m.e.Facts = []Fact{{Kind: FactJoin, Seat: 9, Name: "nine"}}
	m.tick()
	ship := m.s.Ships[0]
	if !ship.Alive || ship.Health != MaxHealth || ship.SpawnTick != m.s.Tick || ship.Shield != SpawnShieldTicks-1 {
		t.Fatalf("%+v", ship)
	}
	if len(told(m.ev, EventJoined)) != 1 || len(told(m.ev, EventSpawned)) != 1 {
		t.Fatalf("told %+v", m.ev)
	}
}

func TestASpawnedShipIsWholeReadyAndShielded(t *testing.T) {
	g := newStage(t, open()).ship(1, 14, 8, 0, 0)
	g.s.Private[0] = Private{FireIn: 9, DashIn: 50}
	g.e.Facts = []Fact{{Kind: FactSpawn, Seat: 1, Pos: arena.Cell{X: 3, Y: 2}.Centre(), Aim: 5}}
	g.run(1, nil)
	ship := g.of(1)
	if g.s.Private[0] != (Private{Energy: MaxEnergy}) || ship.Health != MaxHealth || ship.Aim != 5 || ship.Shield != SpawnShieldTicks-1 {
		t.Fatalf("%+v, %+v", *ship, g.s.Private[0])
	}
}

func TestEverySpawnIsOneOfTheArenasAndFarFromWhoIsThere(t *testing.T) {
	a := drawn(
		"##############################",
		"#S..........................S#",
		"#............................#",
		"##############################",
	)
	for seed := range uint64(20) {
		m := newMatch(a, seed, 2)
		spawned := told(m.ev, EventSpawned)
		if len(spawned) != 2 || spawned[0].Pos == spawned[1].Pos {
			t.Fatalf("seed %d: told %+v", seed, spawned)
		}
		for _, e := range spawned {
			cell := arena.CellOf(e.Pos)
			if cell.Centre() != e.Pos || cell.Y != 1 || (cell.X != 1 && cell.X != 28) {
				t.Fatalf("seed %d: spawned at %v", seed, e.Pos)
			}
			if right := Dir(e.Aim).X > 0; right != (cell.X == 1) {
				t.Fatalf("seed %d: at column %d it looks away from the middle: %d", seed, cell.X, e.Aim)
			}
		}
	}
}

func TestAHiddenSpawnIsBetterThanASeenOneAsFarAway(t *testing.T) {
	a := drawn(
		"#####################",
		"#S........S........S#",
		"#.............#######",
		"#####################",
	)
	a.Tiles[1*a.W+14] = arena.Wall
	for seed := range uint64(20) {
		g := newStage(t, a).ship(1, 10, 1, 0, 0)
		g.s.Secret.Rand = seed
		g.e.Facts = []Fact{{Kind: FactJoin, Seat: 2, Name: "two"}}
		Decide(&g.s, a, nil, &g.e)
		if spawn := g.e.Facts[1]; spawn.Kind != FactSpawn || arena.CellOf(spawn.Pos).X != 19 {
			t.Fatalf("seed %d: %+v", seed, spawn)
		}
	}
}

func TestADeadShipReturnsAfterItsTime(t *testing.T) {
	g, _ := dying(t, 1, 0, nil)
	m := &match{a: g.a, s: g.s}
	for range RespawnTicks - 1 {
		m.tick()
		if m.s.Ships[1].Alive {
			t.Fatalf("back after %d ticks", m.s.Tick-1001)
		}
	}
	m.tick()
	if !m.s.Ships[1].Alive || m.s.Ships[1].SpawnTick != m.s.Tick {
		t.Fatalf("not back: %+v", m.s.Ships[1])
	}
}

func TestTriggersStandOnlyWhereTheyTakeEffect(t *testing.T) {
	alive := Ship{Alive: true, Health: 50, Aim: 77}
	all := Input{Thrust: 3, Aim: 99, Buttons: AllButtons}
	for _, c := range []struct {
		name  string
		ship  Ship
		priv  Private
		shots int
		phase Phase
		in    Input
		want  Input
	}{
		{"ready for both", alive, Private{}, 0, Playing, all, Input{Thrust: 3, Aim: 99, Buttons: Fire | Dash}},
		{"energy enough to raise the mirror", alive, Private{Energy: MirrorStart}, 0, Playing, all, Input{Thrust: 3, Aim: 99, Buttons: Dash | Mirror}},
		{"too little to raise it", alive, Private{Energy: MirrorStart - 1}, 0, Playing, all, Input{Thrust: 3, Aim: 99, Buttons: Fire | Dash}},
		{"enough to hold it", Ship{Alive: true, Mirror: true}, Private{Energy: 1}, 0, Playing, all, Input{Thrust: 3, Aim: 99, Buttons: Dash | Mirror}},
		{"too little to hold it", Ship{Alive: true, Mirror: true}, Private{}, 0, Playing, all, Input{Thrust: 3, Aim: 99, Buttons: Fire | Dash}},
		{"charging", Ship{Alive: true, Weapon: Rail, Charge: 3}, Private{Energy: MaxEnergy}, 0, Playing, all, Input{Thrust: 3, Aim: 99, Buttons: Dash}},
		{"the gun is hot", alive, Private{FireIn: 1}, 0, Playing, all, Input{Thrust: 3, Aim: 99, Buttons: Dash}},
		{"as many shots as there may be", alive, Private{}, pulse.Live, Warmup, all, Input{Thrust: 3, Aim: 99, Buttons: Dash}},
		{"the dash is not ready", alive, Private{DashIn: 1}, 5, Results, all, Input{Thrust: 3, Aim: 99, Buttons: Fire}},
		{"dashing", Ship{Alive: true, DashLeft: 1}, Private{}, 0, Playing, all, Input{Thrust: 3, Aim: 99, Buttons: Fire}},
		{"held in the countdown", alive, Private{}, 0, Countdown, all, Input{Aim: 99}},
		{"dead", Ship{Aim: 77}, Private{}, 0, Playing, all, Input{Aim: 77}},
		{"out of range", alive, Private{}, 0, Playing, Input{Thrust: Thrusts, Aim: AimSteps + 5, Buttons: 0xF8, Lag: 255}, Input{Aim: 5, Lag: MaxLag}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := State{Private: []Private{c.priv}}
			s.Phase, s.Ships = c.phase, []Ship{c.ship}
			for n := range c.shots {
				s.Shots = append(s.Shots, Shot{ID: NewShotID(1, 0, uint8(n))})
			}
			if got := Effective(&s, 0, c.in); got != c.want {
				t.Fatalf("%+v, want %+v", got, c.want)
			}
		})
	}
}

func TestAHeldTriggerFiresAtItsRateUntilSixAreInFlight(t *testing.T) {
	g := newStage(t, open()).ship(1, 14, 8, 0, 0)
	m := &match{a: g.a, s: g.s, asks: []Ask{{Seat: 1, Input: Input{Aim: 100, Buttons: Fire}}}}
	var at []Tick
	for range 100 {
		m.tick()
		for range told(m.ev, EventFired) {
			at = append(at, m.s.Tick)
		}
	}
	for i := 1; i < pulse.Live; i++ {
		if at[i]-at[i-1] != Tick(pulse.Cooldown) {
			t.Fatalf("fired at %v", at)
		}
	}
	if len(at) != pulse.Live {
		t.Fatalf("fired %d times in 100 ticks", len(at))
	}
}

func TestAHeldDashRepeatsWhenItIsReady(t *testing.T) {
	g := newStage(t, open()).ship(1, 14, 8, 0, 0)
	m := &match{a: g.a, s: g.s, asks: []Ask{{Seat: 1, Input: Input{Buttons: Dash}}}}
	var at []Tick
	for range 2*DashCooldown + 1 {
		m.tick()
		for range told(m.ev, EventDashed) {
			at = append(at, m.s.Tick)
		}
	}
	if len(at) != 3 || at[1]-at[0] != DashCooldown || at[2]-at[1] != DashCooldown {
		t.Fatalf("dashed at %v", at)
	}
}

func TestWhoAsksNothingCoastsAndLooksOn(t *testing.T) {
	m := newMatch(open(), 5, 2)
	m.s.Ships[1].Aim, m.s.Ships[1].Lag = 1234, 9
	m.asks = m.asks[:1]
	Decide(&m.s, m.a, m.asks, &m.e)
	if m.e.Inputs[1] != (Input{Aim: 1234, Lag: 9}) {
		t.Fatalf("%+v", m.e.Inputs[1])
	}
}

func TestARoundGoesThroughItsPhasesAndWaitsForTheNextArena(t *testing.T) {
	a := open()
	m := &match{a: a, s: NewMatch(a, arena.FreeForAll, 5)}
	m.e.Facts = []Fact{{Kind: FactJoin, Seat: 1, Name: "one"}}
	began := map[Phase]Tick{}
	for range WarmupTicks + CountdownTicks + Modes[arena.FreeForAll].Play + ResultsTicks + 100 {
		m.tick()
		for _, e := range told(m.ev, EventPhase) {
			began[Phase(e.Amount)] = e.Tick
		}
	}
	if began[Countdown] != WarmupTicks || began[Playing]-began[Countdown] != CountdownTicks || began[Results]-began[Playing] != Modes[arena.FreeForAll].Play {
		t.Fatalf("phases began at %v", began)
	}
	if m.s.Phase != Results || m.s.PhaseEnd-began[Results] != ResultsTicks || m.s.Tick <= m.s.PhaseEnd {
		t.Fatalf("phase %d until %d at %d", m.s.Phase, m.s.PhaseEnd, m.s.Tick)
	}
	b := open()
	b.Hash = 2
	m.s.Ships[0].Score = 7
	m.s.NewRound(b, arena.FreeForAll)
	if m.s.Round != 2 || m.s.Arena != 2 || m.s.Phase != Warmup || m.s.PhaseEnd != m.s.Tick+WarmupTicks || m.s.Ships[0].Score != 0 || m.s.Ships[0].Alive {
		t.Fatalf("%+v", m.s)
	}
	m.tick()
	if !m.s.Ships[0].Alive {
		t.Fatal("nobody spawns in the new round")
	}
}

func TestTheCountdownClearsEverythingAndSpawnsAll(t *testing.T) {
	m := newMatch(open(), 5, 4)
	for range 60 {
		m.press()
		m.tick()
	}
	m.s.Phase, m.s.PhaseEnd = Warmup, m.s.Tick+1
	m.s.Ships[2].Score = 9
	m.tick()
	if m.s.Phase != Countdown || len(m.s.Shots) != 0 || len(told(m.ev, EventSpawned)) != 4 {
		t.Fatalf("phase %d, %d shots, told %+v", m.s.Phase, len(m.s.Shots), m.ev)
	}
	places := map[Vec]bool{}
	for _, ship := range m.s.Ships {
		if !ship.Alive || ship.Score != 0 || ship.Health != MaxHealth {
			t.Fatalf("%+v", ship)
		}
		places[ship.Pos] = true
	}
	for m.s.Phase == Countdown {
		m.press()
		m.tick()
		if len(m.s.Shots) > 0 && m.s.Phase == Countdown {
			t.Fatal("a shot in the countdown")
		}
		for _, ship := range m.s.Ships {
			if m.s.Phase == Countdown && !places[ship.Pos] {
				t.Fatal("a ship moved in the countdown")
			}
		}
	}
	if len(places) != 4 {
		t.Fatalf("%d places for 4 ships", len(places))
	}
}

func TestDecideChangesNothingButTheSecret(t *testing.T) {
	m := newMatch(open(), 5, 4)
	m.s.Ships[1].Alive, m.s.Ships[1].Health = false, 0
	m.s.PhaseEnd = m.s.Tick + 1
	hash, private := m.s.Hash(), m.s.Clone().Private
	m.e.Facts = append(m.e.Facts, Fact{Kind: FactLeave, Seat: 0})
	Decide(&m.s, m.a, m.asks, &m.e)
	if m.s.Hash() != hash || len(m.s.Private) != len(private) {
		t.Fatal("the state changed")
	}
	if len(m.e.Facts) < 3 || len(m.e.Inputs) != 3 {
		t.Fatalf("%+v", m.e)
	}
}

func TestTheSameSeedAndTheSameAsksMakeTheSameMatch(t *testing.T) {
	a, b := newMatch(open(), 8, 8), newMatch(open(), 8, 8)
	for range 400 {
		a.press()
		a.tick()
		b.press()
		b.tick()
		if a.s.Hash() != b.s.Hash() || a.s.Secret != b.s.Secret {
			t.Fatalf("tick %d differs", a.s.Tick)
		}
	}
	if c := newMatch(open(), 9, 8); c.s.Seed == a.s.Seed {
		t.Fatal("another seed makes the same public seed")
	}
}
