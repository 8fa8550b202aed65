package brain

import (
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
)

// me and them are the seats of a story's two ships.
const (
	me   = game.FirstPilotSeat
	them = game.FirstPilotSeat + 1
)

// pulse is the weapon that most stories are about; struck is how near its shot has to come.
var pulse = &game.Weapons[game.Pulse]

const struck = game.ShipRadius + game.ShotRadius

// stage is a story: one pilot, and ships that do what the story says.
type stage struct {
	arena *arena.Arena
	chart *Chart
	s     game.State
	pilot Pilot
	// asleep: nobody thinks.
	asleep bool
	// pinned ships don't leave their places.
	pinned map[game.Seat]game.Vec
	// inputs are what the other ships do.
	inputs map[game.Seat]game.Input
	asks   []game.Ask
	entry  game.Entry
}

// newStage reads an arena in which P marks the pilot's place and the letters A, B, C those of others; floor otherwise.
func newStage(t testing.TB, text string, strength Strength, seed uint64) *stage {
	t.Helper()
	places := map[game.Seat]arena.Cell{}
	var clean []rune
	x, y := 0, 0
	for _, r := range text {
		switch r {
		case '\n':
			x, y = -1, y+1
		case 'P':
			places[me], r = arena.Cell{X: x, Y: y}, '.'
		case 'A', 'B', 'C':
			places[them+game.Seat(r-'A')], r = arena.Cell{X: x, Y: y}, '.'
		}
		clean, x = append(clean, r), x+1
	}
	a, err := arena.Parse([]byte("name: Stage\n\n" + string(clean)))
	if err != nil {
		t.Fatal(err)
	}
	g := &stage{
		arena: a, chart: Survey(a), s: game.NewMatch(a, arena.FreeForAll, seed), pilot: New(me, strength, seed),
		pinned: map[game.Seat]game.Vec{}, inputs: map[game.Seat]game.Input{},
	}
	g.s.Tick = 1000
	g.s.Phase, g.s.PhaseEnd = game.Playing, 1<<30
	for seat := range game.Seat(4) {
		if at, ok := places[me+seat]; ok {
			g.s.Ships = append(g.s.Ships, game.Ship{
				Seat: me + seat, Name: Name(int(seat)), Pilot: true, Alive: true, Pos: at.Centre(), Health: game.MaxHealth,
				HitBy: game.NoSeat,
			})
			g.s.Private = append(g.s.Private, game.Private{})
		}
	}
	return g
}

// alone leaves the pilot's ship alone.
func (g *stage) alone() *stage {
	g.s.Ships, g.s.Private = g.s.Ships[:1], g.s.Private[:1]
	return g
}

func (g *stage) of(seat game.Seat) *game.Ship { return &g.s.Ships[g.s.ShipOf(seat)] }

func (g *stage) pin(seats ...game.Seat) *stage {
	for _, seat := range seats {
		g.pinned[seat] = g.of(seat).Pos
	}
	return g
}

// shot puts a shot of somebody in flight towards a place, as old and banked as often as told.
func (g *stage) shot(owner game.Seat, from, to game.Vec, banks uint8, age game.Tick) {
	f := launch(from, game.Toward(offset(from, to)), pulse)
	g.s.Shots = append(g.s.Shots, game.Shot{
		ID: game.NewShotID(g.s.Tick-age, owner, 0), Owner: owner, Pos: from, Born: from, Banks: banks,
		Vel: game.Vec{X: f.step.X * game.Unit, Y: f.step.Y * game.Unit},
	})
}

// run steps on and returns all that happened.
func (g *stage) run(ticks int) []game.Event {
	var all []game.Event
	for range ticks {
		g.asks = g.asks[:0]
		if !g.asleep {
			g.asks = append(g.asks, game.Ask{Seat: me, Input: g.pilot.Think(&g.s.Public, g.chart)})
		}
		for seat, in := range g.inputs {
			g.asks = append(g.asks, game.Ask{Seat: seat, Input: in})
		}
		g.entry.Reset()
		game.Decide(&g.s, g.arena, g.asks, &g.entry)
		all = game.Step(&g.s, g.arena, &g.entry, all)
		for seat, at := range g.pinned {
			g.of(seat).Pos, g.of(seat).Vel = at, game.Vec{}
		}
	}
	return all
}

// hits are the hits on a seat among events, by banks.
func hits(all []game.Event, on game.Seat) (banks []uint8) {
	for _, ev := range all {
		if ev.Kind == game.EventHit && ev.Seat == on {
			banks = append(banks, ev.Banks)
		}
	}
	return banks
}

func count(all []game.Event, kind game.EventKind, seat game.Seat) int {
	n := 0
	for _, ev := range all {
		if ev.Kind == kind && ev.Seat == seat {
			n++
		}
	}
	return n
}

// fewestBanks is with how many banks the first of all shots from one ship at rest reaches another: by trying every aim.
func (g *stage) fewestBanks(from, to game.Seat) int {
	fewest := game.PulseBanks + 1
	target := moverOf(g.of(to))
	for aim := range uint16(game.AimSteps) {
		f := launch(g.of(from).Pos, aim, pulse)
		for f.ticks < game.PulseLife && !f.over {
			g.chart.leap(&f, game.PulseLife)
			for n := range f.corners + 1 {
				if l := f.leg(n); l.banks < fewest && l.pass(&target) <= struck*struck {
					fewest = l.banks
				}
			}
		}
	}
	return fewest
}
