package assets

import (
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/brain"
)

// flow is a minute of pilots in an arena, and what is to be known about each of them.
type flow struct {
	arena  *arena.Arena
	chart  *brain.Chart
	state  game.State
	pilots []brain.Pilot
	seats  []game.Seat

	kills int
	// met is for how many ticks each had an enemy in sight.
	met []int
	// from is where each was when it last got away from a place, since when; longest the longest it stayed at one.
	from    []game.Vec
	since   []game.Tick
	longest []game.Tick
}

// stayUnits is how far a ship has to get to have left a place.
const stayUnits = 64

func newFlow(a *arena.Arena, mode arena.Mode, ships int) *flow {
	f := &flow{
		arena: a, chart: brain.Survey(a), state: game.NewMatch(a, mode, 5), met: make([]int, ships),
		from: make([]game.Vec, ships), since: make([]game.Tick, ships), longest: make([]game.Tick, ships),
	}
	entry := game.Entry{}
	for i := range ships {
		seat := game.FirstPilotSeat + game.Seat(i)
		fact := game.Fact{Kind: game.FactJoin, Seat: seat, Name: brain.Name(i), Pilot: true}
		if mode.Teams() {
			fact.Team = game.TeamOne + uint8(i%2)
		}
		entry.Facts = append(entry.Facts, fact)
		f.seats = append(f.seats, seat)
		f.pilots = append(f.pilots, brain.New(seat, brain.Strengths()[i%3], uint64(i)))
	}
	f.step(&entry)
	return f
}

func (f *flow) step(e *game.Entry) {
	asks := make([]game.Ask, len(f.pilots))
	for i := range f.pilots {
		asks[i] = game.Ask{Seat: f.seats[i], Input: f.pilots[i].Think(&f.state.Public, f.chart)}
	}
	game.Decide(&f.state, f.arena, asks, e)
	for _, ev := range game.Step(&f.state, f.arena, e, nil) {
		if ev.Kind == game.EventKilled && ev.Other != game.NoSeat && ev.Other != ev.Seat {
			f.kills++
		}
	}
	if f.state.Counts() {
		for i := range f.state.Ships {
			f.watch(i)
		}
	}
}

func (f *flow) watch(i int) {
	me := &f.state.Ships[i]
	if !me.Alive || !within(me.Pos, f.from[i], stayUnits) {
		f.from[i], f.since[i] = me.Pos, f.state.Tick
	}
	f.longest[i] = max(f.longest[i], f.state.Tick-f.since[i])
	for k := range f.state.Ships {
		foe := &f.state.Ships[k]
		if k != i && me.Alive && foe.Alive && (me.Team == game.NoTeam || me.Team != foe.Team) &&
			within(me.Pos, foe.Pos, 600) && f.arena.Clear(me.Pos, foe.Pos) {
			f.met[i]++
			return
		}
	}
}

func within(p, q game.Vec, units int32) bool {
	dx, dy := int64(p.X-q.X), int64(p.Y-q.Y)
	return dx*dx+dy*dy <= int64(units*game.Unit)*int64(units*game.Unit)
}

// A minute each, in the mode that asks most of the arena: the last of those it is made for.
func TestPilotsMeetAndFightInEveryArena(t *testing.T) {
	for _, name := range ArenaNames {
		a := load(t, name)
		mode, ships, kills := arena.FreeForAll, 8, 5
		for m := range arena.Matched {
			if a.Modes.Has(m) {
				mode = m
			}
		}
		if mode == arena.Duel {
			ships, kills = 2, 1
		}
		t.Run(a.Name+"/"+mode.String(), func(t *testing.T) {
			t.Parallel()
			f := newFlow(a, mode, ships)
			var entry game.Entry
			for f.state.Phase != game.Playing {
				f.step(&entry)
				entry.Reset()
			}
			f.kills = 0
			for range 60 * game.TickHz {
				f.step(&entry)
				entry.Reset()
			}
			t.Logf("%d kills; ticks in sight %v; longest stay %v", f.kills, f.met, f.longest)
			if f.kills < kills {
				t.Errorf("%d kills in a minute", f.kills)
			}
			for i := range ships {
				if f.met[i] < game.TickHz {
					t.Errorf("%s had an enemy in sight for %d ticks", f.state.Ships[i].Name, f.met[i])
				}
				if f.longest[i] > 15*game.TickHz {
					t.Errorf("%s stayed at one place for %d ticks", f.state.Ships[i].Name, f.longest[i])
				}
			}
		})
	}
}
