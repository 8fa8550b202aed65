package replay

import (
	"testing"

	"bankshot/assets"
	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/brain"
	"bankshot/game/snap"
)

func load(t testing.TB, name string) *arena.Arena {
	t.Helper()
	text, err := assets.Arenas.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	a, err := arena.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// tape writes a recording of a match that a test plays: a hash in every snapshot, a state before every so many.
type tape struct {
	arena   *arena.Arena
	state   game.State
	every   int
	rec     []byte
	stretch Stretch
	n       int
}

func newTape(a *arena.Arena, mode game.Mode, every int) *tape {
	return &tape{
		arena: a, state: game.NewMatch(a, mode, 5), every: every,
		rec: AppendHead(nil, game.Rules(), "a test", a.AppendBinary(nil)),
	}
}

// snapshot steps so many entries as one snapshot; next makes each.
func (w *tape) snapshot(ticks int, next func(*game.Entry)) {
	if w.n%w.every == 0 {
		w.close()
		w.stretch.Begin(snap.AppendFull(nil, &w.state.Public))
	}
	w.n++
	base := append([]game.Ship(nil), w.state.Ships...)
	d := snap.Delta{First: w.state.Tick + 1, Entries: make([]game.Entry, ticks), HasHash: true}
	for i := range d.Entries {
		next(&d.Entries[i])
		game.Step(&w.state, w.arena, &d.Entries[i], nil)
	}
	d.Hash = uint32(w.state.Hash())
	w.stretch.Append(snap.AppendDelta(nil, base, &d))
}

func (w *tape) close() {
	if !w.stretch.Empty() {
		w.rec = append(w.rec, w.stretch.Block()...)
	}
}

// end closes the recording with the state it has led to.
func (w *tape) end() []byte {
	w.close()
	w.stretch.Begin(snap.AppendFull(nil, &w.state.Public))
	w.close()
	return w.rec
}

// fight records so many snapshots of pilots, and gives every world on the way.
func fight(t testing.TB, a *arena.Arena, mode game.Mode, pilots, snapshots, ticks, every int) ([]byte, []game.State) {
	chart := brain.Survey(a)
	w := newTape(a, mode, every)
	var flown []brain.Pilot
	var joins []game.Fact
	for i := range pilots {
		seat := game.FirstPilotSeat + game.Seat(i)
		flown = append(flown, brain.New(seat, brain.Strengths()[i%3], 5))
		join := game.Fact{Kind: game.FactJoin, Seat: seat, Name: brain.Name(i), Pilot: true}
		if mode.Teams() {
			join.Team = game.TeamOne + uint8(i%2)
		}
		joins = append(joins, join)
	}
	var worlds []game.State
	for range snapshots {
		w.snapshot(ticks, func(e *game.Entry) {
			var asks []game.Ask
			for i := range flown {
				asks = append(asks, game.Ask{Seat: game.FirstPilotSeat + game.Seat(i), Input: flown[i].Think(&w.state.Public, chart)})
			}
			e.Facts, joins = joins, nil
			game.Decide(&w.state, w.arena, asks, e)
		})
		worlds = append(worlds, w.state.Clone())
	}
	return w.end(), worlds
}

const box = `name: Box

##########
#◤......◥#
#.S..#.S.#
#....#...#
#.S....S.#
#........#
#◣......◢#
##########
`

// brawl records a small fight that needs no pilots: two ships, turning and firing.
func brawl(t testing.TB, snapshots int) *tape {
	t.Helper()
	a, err := arena.Parse([]byte(box))
	if err != nil {
		t.Fatal(err)
	}
	w := newTape(a, arena.FreeForAll, 8)
	for range snapshots {
		w.snapshot(2, func(e *game.Entry) {
			tick := uint16(w.state.Tick)
			if tick == 0 {
				e.Facts = []game.Fact{{Kind: game.FactJoin, Seat: 1, Name: "Ana"}, {Kind: game.FactJoin, Seat: 2, Name: "Bob"}}
			}
			game.Decide(&w.state, w.arena, []game.Ask{
				{Seat: 1, Input: game.Input{Aim: tick * 40 % game.AimSteps, Thrust: uint8(tick/16) % game.Thrusts, Buttons: game.Fire}},
				{Seat: 2, Input: game.Input{Aim: tick * 90 % game.AimSteps, Thrust: uint8(tick/9) % game.Thrusts, Buttons: game.Fire | game.Dash}},
			}, e)
		})
	}
	return w
}
