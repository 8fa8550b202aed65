package game

import (
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"bankshot/game/arena"
)

// drawn is an arena from a picture: # wall, . floor, S floor where ships spawn, the half-walls q NW, e NE, z SW, c SE,
// named by where their keys lie, % absorber, = glass, ! hazard, > booster, P portals, + pick-ups, 1 2 bases, H hill.
func drawn(rows ...string) *arena.Arena {
	a := &arena.Arena{W: len(rows[0]), H: len(rows), Hash: 1}
	tiles := map[byte]arena.Tile{
		'#': arena.Wall, 'q': arena.HalfNW, 'e': arena.HalfNE, 'z': arena.HalfSW, 'c': arena.HalfSE,
		'%': arena.Absorber, '=': arena.Glass, '!': arena.Hazard, '>': arena.BoostE, 'P': arena.Portal,
	}
	places := map[byte]arena.Place{
		'P': {Kind: arena.PortalPlace}, '+': {Kind: arena.PickupPlace}, 'H': {Kind: arena.ZonePlace},
		'1': {Kind: arena.Base, Group: 1}, '2': {Kind: arena.Base, Group: 2},
	}
	for y, row := range rows {
		for x := range len(row) {
			a.Tiles = append(a.Tiles, tiles[row[x]])
			if p, ok := places[row[x]]; ok {
				p.At = arena.Cell{X: x, Y: y}
				a.Places = append(a.Places, p)
			}
			if row[x] == 'S' {
				a.Spawns = append(a.Spawns, arena.Cell{X: x, Y: y})
			}
		}
	}
	return a
}

// randomArena has a closed border, about a quarter of other things inside, and a spawn on every floor tile.
func randomArena(rng *rand.Rand) *arena.Arena { return fillArena(rng, arena.TileKinds) }

// randomWalls is one of floor, walls and half-walls only, in which every shot flies as if it were alone.
func randomWalls(rng *rand.Rand) *arena.Arena { return fillArena(rng, arena.HalfSE+1) }

func fillArena(rng *rand.Rand, tiles arena.Tile) *arena.Arena {
	a := &arena.Arena{W: 8 + rng.IntN(14), H: 8 + rng.IntN(14), Hash: rng.Uint64()}
	for y := range a.H {
		for x := range a.W {
			tile := arena.Floor
			switch {
			case x == 0 || y == 0 || x == a.W-1 || y == a.H-1:
				tile = arena.Wall
			case rng.IntN(4) == 0:
				tile = arena.Tile(rng.IntN(int(tiles)))
			}
			a.Tiles = append(a.Tiles, tile)
			if tile == arena.Floor {
				a.Spawns = append(a.Spawns, arena.Cell{X: x, Y: y})
			}
		}
	}
	if tiles == arena.TileKinds {
		furnish(rng, a)
	}
	return a
}

// furnish gives an arena a mode and all the places there are: pairs of portals, and the others on floor.
func furnish(rng *rand.Rand, a *arena.Arena) {
	a.Modes = a.Modes.With(arena.Mode(rng.IntN(int(arena.Matched))))
	portals := 0
	for i, tile := range a.Tiles {
		if tile == arena.Portal && portals < 2*arena.Groups {
			a.Places = append(a.Places, arena.Place{Kind: arena.PortalPlace, Group: uint8(portals / 2), At: a.CellAt(i)})
			portals++
		}
	}
	for _, p := range []arena.Place{
		{Kind: arena.PickupPlace},
		{Kind: arena.PickupPlace},
		{Kind: arena.PickupPlace},
		{Kind: arena.PickupPlace},
		{Kind: arena.Base, Group: 1},
		{Kind: arena.Base, Group: 2},
		{Kind: arena.TeamSpawn, Group: 1},
		{Kind: arena.TeamSpawn, Group: 2},
		{Kind: arena.ZonePlace},
		{Kind: arena.ZonePlace, Group: 1},
	} {
		if len(a.Spawns) > 0 {
			p.At = a.Spawns[rng.IntN(len(a.Spawns))]
			a.Places = append(a.Places, p)
		}
	}
}

// modeOf is the mode an arena of a test is made for.
func modeOf(a *arena.Arena) Mode {
	for mode := range arena.Matched {
		if a.Modes.Has(mode) {
			return mode
		}
	}
	return arena.FreeForAll
}

// open is a large hall with a few pillars.
func open() *arena.Arena {
	return drawn(
		"########################################",
		"#S...................S................S#",
		"#......................................#",
		"#......................................#",
		"#....q##e..................q##e........#",
		"#....####..................####........#",
		"#....z##c....S.............z##c........#",
		"#......................................#",
		"#...................##.................#",
		"#...................##...........S.....#",
		"#......................................#",
		"#......................................#",
		"#.....q####e................q##e.......#",
		"#.....z####c................####.......#",
		"#...........................z##c.......#",
		"#..................S...................#",
		"#S....................................S#",
		"########################################",
	)
}

// match is a world under test, with somebody who presses buttons at random at every seat.
type match struct {
	a    *arena.Arena
	s    State
	rng  *rand.Rand
	asks []Ask
	e    Entry
	ev   []Event
}

// newMatch seats ships and begins to play at once; the first tick spawns them.
func newMatch(a *arena.Arena, seed uint64, ships int) *match {
	m := &match{a: a, s: NewMatch(a, modeOf(a), seed), rng: rand.New(rand.NewPCG(seed, 1))}
	m.s.Phase, m.s.PhaseEnd = Playing, 1<<30
	for i := range ships {
		m.asks = append(m.asks, Ask{Seat: Seat(i), Input: m.randomInput()})
		m.e.Facts = append(m.e.Facts, Fact{Kind: FactJoin, Seat: Seat(i), Name: "ship", Team: sideOf(m.s.Mode, Seat(i))})
	}
	m.tick()
	return m
}

// sideOf shares seats between the teams, where there are some.
func sideOf(mode Mode, seat Seat) uint8 {
	if !mode.Teams() {
		return NoTeam
	}
	return TeamOne + uint8(seat%2)
}

func (m *match) randomInput() Input {
	return Input{
		Thrust:  uint8(m.rng.IntN(Thrusts)),
		Aim:     uint16(m.rng.IntN(AimSteps)),
		Buttons: Buttons(m.rng.IntN(int(AllButtons) + 1)),
		Lag:     uint8(m.rng.IntN(MaxLag + 1)),
	}
}

// press changes some of what is asked.
func (m *match) press() {
	for i := range m.asks {
		if m.rng.IntN(8) == 0 {
			m.asks[i].Input = m.randomInput()
		}
	}
}

// tick decides and steps; facts that stand in e already enter it.
func (m *match) tick() {
	Decide(&m.s, m.a, m.asks, &m.e)
	m.step()
}

func (m *match) step() {
	m.ev = Step(&m.s, m.a, &m.e, m.ev[:0])
	m.e.Facts = m.e.Facts[:0]
}

// mustCheck is what holds after every tick, whatever happened.
func (m *match) mustCheck(t rapid.TB) {
	t.Helper()
	if err := m.s.Check(m.a); err != nil {
		t.Fatalf("tick %d: %v", m.s.Tick, err)
	}
	if len(m.s.Private) != len(m.s.Ships) {
		t.Fatalf("tick %d: %d privates for %d ships", m.s.Tick, len(m.s.Private), len(m.s.Ships))
	}
	for i, p := range m.s.Private {
		if p.FireIn > rail.Cooldown || p.DashIn > DashCooldown {
			t.Fatalf("tick %d: ship %d waits longer than any cooldown: %+v", m.s.Tick, i, p)
		}
		if n := m.s.LiveShots(m.s.Ships[i].Seat, Pulse); n > pulse.Live {
			t.Fatalf("tick %d: ship %d has %d shots in flight", m.s.Tick, i, n)
		}
	}
}

// stage is a world for one story: ships placed by hand, playing, with nothing that moves by itself.
type stage struct {
	t *testing.T
	a *arena.Arena
	s State
	e Entry
}

func newStage(t *testing.T, a *arena.Arena) *stage {
	g := &stage{t: t, a: a, s: NewMatch(a, arena.FreeForAll, 1)}
	g.s.Tick, g.s.Phase, g.s.PhaseEnd = 1000, Playing, 1<<30
	return g
}

// play makes it a round of a mode, with its goals.
func (g *stage) play(mode Mode) *stage {
	g.s.Mode = mode
	g.s.layGoals()
	return g
}

// ship places a living ship without a shield at the centre of a tile, plus an offset in units.
func (g *stage) ship(seat Seat, x, y int, dx, dy int32) *stage {
	g.t.Helper()
	at := arena.Cell{X: x, Y: y}.Centre()
	at = add(at, Vec{X: dx * Unit, Y: dy * Unit})
	if !g.a.Fits(at, ShipRadius) {
		g.t.Fatalf("no ship fits at %v", at)
	}
	g.s.apply(&Fact{Kind: FactJoin, Seat: seat, Name: "ship"}, nil)
	g.s.apply(&Fact{Kind: FactSpawn, Seat: seat, Pos: at}, nil)
	g.of(seat).Shield = 0
	return g
}

func (g *stage) of(seat Seat) *Ship { return &g.s.Ships[g.s.ShipOf(seat)] }

// shot puts a shot of owner in flight that has banked so often, and is as old.
func (g *stage) shot(owner Seat, at Vec, aim uint16, banks uint8, age Tick) {
	g.s.Shots = append(g.s.Shots, Shot{
		ID: NewShotID(g.s.Tick-age, owner, 0), Owner: owner, Pos: at, Vel: Weapons[Pulse].velocity(aim), Banks: banks, Born: at, Since: g.s.Tick - age,
	})
}

// run steps n ticks, with these inputs by seat in each, and returns all that happened.
func (g *stage) run(n int, inputs map[Seat]Input) []Event {
	g.t.Helper()
	var ev []Event
	for range n {
		g.e.Inputs = g.e.Inputs[:0]
		after := g.s.Clone()
		applyFacts(&after, &g.e, nil)
		for i := range after.Ships {
			in, ok := inputs[after.Ships[i].Seat]
			if !ok {
				in.Aim = after.Ships[i].Aim
			}
			g.e.Inputs = append(g.e.Inputs, in)
		}
		if err := g.e.Check(&g.s.Public, g.a); err != nil {
			g.t.Fatal(err)
		}
		ev = Step(&g.s, g.a, &g.e, ev)
		g.e.Facts = g.e.Facts[:0]
		if err := g.s.Check(g.a); err != nil {
			g.t.Fatal(err)
		}
	}
	return ev
}

// told is the events of one kind.
func told(ev []Event, kind EventKind) []Event {
	var of []Event
	for _, e := range ev {
		if e.Kind == kind {
			of = append(of, e)
		}
	}
	return of
}
