package game

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"bankshot/game/arena"
)

// mirror is one way to look at a world, which must not matter to the rules.
type mirror struct {
	name string
	// flip is what it does to a vector, quarter to a direction counted in quarters of a turn: from +quarter*turn, back.
	flip    func(Vec) Vec
	quarter uint16
	swaps   bool
	tiles   [arena.TileKinds]arena.Tile
}

var mirrors = []mirror{
	{
		name: "left and right", quarter: 2,
		flip:  func(v Vec) Vec { return Vec{X: -v.X, Y: v.Y} },
		tiles: mirroredTiles(arena.HalfNE, arena.HalfNW, arena.HalfSE, arena.HalfSW, arena.BoostW, arena.BoostS, arena.BoostE, arena.BoostN),
	},
	{
		name: "up and down", quarter: 0,
		flip:  func(v Vec) Vec { return Vec{X: v.X, Y: -v.Y} },
		tiles: mirroredTiles(arena.HalfSW, arena.HalfSE, arena.HalfNW, arena.HalfNE, arena.BoostE, arena.BoostN, arena.BoostW, arena.BoostS),
	},
	{
		name: "across the falling diagonal", quarter: 1, swaps: true,
		flip:  func(v Vec) Vec { return Vec{X: v.Y, Y: v.X} },
		tiles: mirroredTiles(arena.HalfNW, arena.HalfSW, arena.HalfNE, arena.HalfSE, arena.BoostS, arena.BoostE, arena.BoostN, arena.BoostW),
	},
	{
		name: "across the rising diagonal", quarter: 3, swaps: true,
		flip:  func(v Vec) Vec { return Vec{X: -v.Y, Y: -v.X} },
		tiles: mirroredTiles(arena.HalfSE, arena.HalfNE, arena.HalfSW, arena.HalfNW, arena.BoostN, arena.BoostW, arena.BoostS, arena.BoostE),
	},
}

// mirroredTiles maps every tile to itself but the half-walls and boosters, in the order of their constants.
func mirroredTiles(nw, ne, sw, se, e, so, w, n arena.Tile) (to [arena.TileKinds]arena.Tile) {
	for t := range to {
		to[t] = arena.Tile(t)
	}
	to[arena.HalfNW], to[arena.HalfNE], to[arena.HalfSW], to[arena.HalfSE] = nw, ne, sw, se
	to[arena.BoostE], to[arena.BoostS], to[arena.BoostW], to[arena.BoostN] = e, so, w, n
	return to
}

func (m *mirror) aim(a uint16) uint16 { return (m.quarter*AimSteps/4 - a) & aimMask }

func (m *mirror) thrust(t uint8) uint8 {
	if t == 0 {
		return 0
	}
	return uint8(m.aim(ThrustDir(t))/thrustStep) + 1
}

// pos mirrors a place of a: the mirrored arena lies where both coordinates are positive again.
func (m *mirror) pos(a *arena.Arena, v Vec) Vec {
	size := Vec{X: int32(a.W) * arena.TileSub, Y: int32(a.H) * arena.TileSub}
	far, v := m.flip(size), m.flip(v)
	return Vec{X: v.X - min(far.X, 0), Y: v.Y - min(far.Y, 0)}
}

func (m *mirror) arena(a *arena.Arena) *arena.Arena {
	b := &arena.Arena{W: a.W, H: a.H, Hash: a.Hash, Tiles: make([]arena.Tile, len(a.Tiles))}
	if m.swaps {
		b.W, b.H = a.H, a.W
	}
	for y := range a.H {
		for x := range a.W {
			to := arena.CellOf(m.pos(a, arena.Cell{X: x, Y: y}.Centre()))
			b.Tiles[to.Y*b.W+to.X] = m.tiles[a.At(x, y)]
		}
	}
	for _, p := range a.Places {
		p.At = arena.CellOf(m.pos(a, p.At.Centre()))
		b.Places = append(b.Places, p)
	}
	return b
}

func (m *mirror) entry(a *arena.Arena, e *Entry) *Entry {
	var f Entry
	f.CopyFrom(e)
	for i := range f.Facts {
		f.Facts[i].Pos, f.Facts[i].Aim = m.pos(a, f.Facts[i].Pos), m.aim(f.Facts[i].Aim)
	}
	for i := range f.Inputs {
		f.Inputs[i].Aim, f.Inputs[i].Thrust = m.aim(f.Inputs[i].Aim), m.thrust(f.Inputs[i].Thrust)
	}
	return &f
}

func (m *mirror) ship(a *arena.Arena, s Ship) Ship {
	// A ship that has never been anywhere is nowhere, in the mirror too.
	if s.SpawnTick != 0 {
		s.Pos, s.Vel, s.Aim, s.Thrust = m.pos(a, s.Pos), m.flip(s.Vel), m.aim(s.Aim), m.thrust(s.Thrust)
		s.DashDir = m.aim(s.DashDir)
	}
	return s
}

func (m *mirror) been(a *arena.Arena, b Been) Been {
	for i := range b {
		if b[i].State != 0 {
			b[i].Pos, b[i].Aim = m.pos(a, b[i].Pos), m.aim(b[i].Aim)
		}
	}
	return b
}

func (m *mirror) shot(a *arena.Arena, s Shot) Shot {
	s.Pos, s.Vel, s.Born = m.pos(a, s.Pos), m.flip(s.Vel), m.pos(a, s.Born)
	return s
}

func (m *mirror) event(a *arena.Arena, e Event) Event {
	switch e.Kind {
	case EventFired, EventDashed, EventSpawned:
		e.Pos, e.Aim = m.pos(a, e.Pos), m.aim(e.Aim)
	case EventReturned, EventCharging:
		e.Pos, e.Aim = m.pos(a, e.Pos), m.aim(e.Aim)
	case EventBanked, EventHit, EventKilled, EventEnded, EventShattered, EventMended, EventWarped, EventPicked,
		EventTaken, EventDropped, EventHome, EventBrought, EventMoved:
		e.Pos = m.pos(a, e.Pos)
	}
	return e
}

func TestAMirroredWorldStepsToTheMirroredState(t *testing.T) {
	for i := range mirrors {
		m := &mirrors[i]
		t.Run(m.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				seed := rapid.Uint64().Draw(t, "seed")
				a := randomArena(rand.New(rand.NewPCG(seed, 0)))
				b := m.arena(a)
				here := newMatch(a, seed, 8)
				there := State{}
				there.CopyFrom(&here.s)
				for i, s := range there.Ships {
					there.Ships[i] = m.ship(a, s)
				}
				for i, b := range there.Been {
					there.Been[i] = m.been(a, b)
				}
				for i, s := range there.Shots {
					there.Shots[i] = m.shot(a, s)
				}
				var ev []Event
				for range 150 {
					here.press()
					Decide(&here.s, a, here.asks, &here.e)
					unscatter(&here.e)
					mirrored := m.entry(a, &here.e)
					here.step()
					ev = Step(&there, b, mirrored, ev[:0])
					m.compare(t, a, here, &there, ev)
				}
			})
		})
	}
}

// unscatter leaves out the weapons whose shots are numbered from one side to the other.
func unscatter(e *Entry) {
	for i := range e.Facts {
		if f := &e.Facts[i]; f.Pickup == PickupOf(Scatter) || f.Pickup == PickupOf(Prism) {
			f.Pickup = PickupOf(Orb)
		}
	}
}

func (m *mirror) compare(t *rapid.T, a *arena.Arena, here *match, there *State, ev []Event) {
	for i, s := range here.s.Ships {
		want := m.ship(a, s)
		got := there.Ships[i]
		if s.DashLeft == 0 {
			// No dash has a direction, 0, that looks the same in every mirror.
			want.DashDir, got.DashDir = 0, 0
		}
		if got != want {
			t.Fatalf("tick %d: ship\n%+v, want\n%+v", there.Tick, got, want)
		}
	}
	want := make([]Shot, 0, len(here.s.Shots))
	for _, s := range here.s.Shots {
		want = append(want, m.shot(a, s))
	}
	if !slices.Equal(there.Shots, want) {
		t.Fatalf("tick %d: shots\n%+v, want\n%+v", there.Tick, there.Shots, want)
	}
	told := make([]Event, 0, len(here.ev))
	for _, e := range here.ev {
		told = append(told, m.event(a, e))
	}
	// Panes that break or return at once do so in the order of the arena's tiles.
	panes := func(x, y Event) int {
		if x.Kind < EventShattered || x.Kind > EventMended || x.Kind != y.Kind {
			return 0
		}
		return cmp.Or(cmp.Compare(x.Pos.Y, y.Pos.Y), cmp.Compare(x.Pos.X, y.Pos.X))
	}
	slices.SortStableFunc(told, panes)
	slices.SortStableFunc(ev, panes)
	if !slices.Equal(ev, told) {
		t.Fatalf("tick %d: events\n%+v, want\n%+v", there.Tick, ev, told)
	}
}
