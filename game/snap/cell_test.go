package snap

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bankshot/game"
	"bankshot/game/arena"
)

// cellWorld is a world told cell by cell: what is true, what everybody holds of each cell, and what a client holds who has
// read nothing but what was written.
type cellWorld struct {
	t     testing.TB
	a     *arena.Arena
	s     game.State
	split *CellSplit
	codec CellCodec
	held  []CellState
	after CellState
	// reader and its cells are the client's.
	reader CellCodec
	read   []CellState
	bytes  cellBytes
	last   [][]byte // the newest delta of each cell
}

// cellBytes counts what cells cost.
type cellBytes struct{ deltas, ships, fulls, fullShips, fullShots int }

func newCellWorld(t testing.TB, s game.State, a *arena.Arena) *cellWorld {
	w := &cellWorld{t: t, a: a, s: s, split: NewCellSplit(a)}
	w.held = make([]CellState, w.split.Grid().Cells())
	w.read = make([]CellState, len(w.held))
	w.last = make([][]byte, len(w.held))
	w.whole()
	return w
}

// whole tells all cells in full.
func (w *cellWorld) whole() {
	w.split.Split(&w.s.Public)
	head := Head(&w.s.Public)
	for c := range w.held {
		cell := game.Cell(c)
		w.split.Fill(&w.held[c], cell, &w.s)
		body := w.codec.AppendFull(nil, &w.held[c], w.a)
		w.bytes.fulls += len(body)
		w.bytes.fullShips += len(w.held[c].Ships)
		w.bytes.fullShots += len(w.held[c].Shots)
		if err := w.reader.DecodeFull(body, cell, &head, &w.read[c], w.a); err != nil {
			w.t.Fatal(err)
		}
	}
	w.compare()
}

// interval steps the world by these entries and tells all cells of it.
func (w *cellWorld) interval(entries []game.Entry) {
	type asked struct {
		seats  []game.Seat
		inputs []game.Input
	}
	phase := w.s.Phase
	var asks []asked
	var kills []game.Event
	for i := range entries {
		events := game.Step(&w.s, w.a, &entries[i], nil)
		var at asked
		for k := range w.s.Ships {
			at.seats, at.inputs = append(at.seats, w.s.Ships[k].Seat), append(at.inputs, entries[i].Inputs[k])
		}
		asks = append(asks, at)
		for _, e := range events {
			if e.Kind == game.EventKilled {
				kills = append(kills, e)
			}
		}
	}
	if w.s.Phase != phase {
		w.whole()
		return
	}
	w.split.Split(&w.s.Public)
	for c := range w.held {
		cell := game.Cell(c)
		w.split.Fill(&w.after, cell, &w.s)
		d := CellDelta{After: &w.after, Hash: (int(w.s.Tick)/2+c)%64 == 0}
		for i := range entries {
			var e game.Entry
			for k := range w.held[c].Ships {
				ship := &w.held[c].Ships[k]
				in := game.Input{Aim: ship.Aim}
				if n, ok := slices.BinarySearch(asks[i].seats, ship.Seat); ok {
					in = asks[i].inputs[n]
				}
				e.Inputs = append(e.Inputs, in)
			}
			d.Entries = append(d.Entries, e)
		}
		for _, e := range kills {
			if w.after.ShipOf(e.Seat) >= 0 {
				d.Kills = append(d.Kills, e)
			}
		}
		w.bytes.ships += len(w.held[c].Ships)
		body := w.codec.AppendDelta(nil, &w.held[c], w.a, &d)
		w.bytes.deltas += len(body)
		w.last[c] = body
		var seen []game.Event
		err := w.reader.DecodeDelta(body, &w.read[c], w.a, len(entries), func(_ *CellState, ev []game.Event) { seen = append(seen, ev...) })
		if err != nil {
			w.t.Fatalf("tick %d, cell %d: %v", w.s.Tick, c, err)
		}
		for _, e := range d.Kills {
			if !slices.ContainsFunc(seen, func(p game.Event) bool {
				return p.Kind == e.Kind && p.Seat == e.Seat && p.Other == e.Other && p.Amount == e.Amount
			}) {
				w.t.Fatalf("tick %d, cell %d: nobody was told of %+v", w.s.Tick, c, e)
			}
		}
	}
	w.compare()
}

// compare holds what the client has read against what is true.
func (w *cellWorld) compare() {
	for c := range w.read {
		w.split.Fill(&w.after, game.Cell(c), &w.s)
		if w.read[c].Hash() != w.after.Hash() || w.held[c].Hash() != w.after.Hash() {
			w.t.Fatalf("tick %d, cell %d: %s", w.s.Tick, c, cmp.Diff(w.after.Public, w.read[c].Public, cmp.AllowUnexported(arena.Arena{})))
		}
	}
}

func TestCellsTellAMatchExactly(t *testing.T) {
	for _, a := range realArenas(t) {
		if !a.Modes.Has(arena.FreeForAll) {
			continue
		}
		t.Run(a.Name, func(t *testing.T) {
			b := toldByCells(t, a, 6, 6, 900).bytes
			t.Logf("%.2f bytes a ship and snapshot", float64(b.deltas)/float64(b.ships))
		})
	}
}

// toldByCells tells a recorded match by cells.
func toldByCells(t testing.TB, a *arena.Arena, pilots, people, snapshots int) *cellWorld {
	w := newCellWorld(t, game.NewMatch(a, arena.FreeForAll, 1), a)
	for _, snap := range recordIn(t, a, arena.FreeForAll, pilots, people, 2, snapshots, 1) {
		w.interval(snap.delta.Entries)
	}
	return w
}
