package snap

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bankshot/game"
	"bankshot/game/arena"
)

// cellWorld is a world told cell by cell: what is true, what everybody holds of each cell, and what clients hold who have
// read nothing but what was written.
type cellWorld struct {
	t     testing.TB
	a     *arena.Arena
	s     game.State
	split *CellSplit
	codec CellCodec
	held  []CellState
	words []CellWords
	after CellState
	// readers hold all cells, every other one, and some that change; in a town only those about its middle.
	readers [3]cellReader
	rng     *rand.Rand
	bytes   cellBytes
}

// cellReader is a client: which cells it holds, and what it has read of them.
type cellReader struct {
	holds []bool
	cells []CellState
	codec CellCodec
	frame CellFrame
	last  []byte // the newest interval, as bits alone
	// each, where set, is told when a cell has been read for a tick, or, sure, put right.
	each func(c *CellState, sure bool)
}

// cellBytes counts what cells cost, whoever is told.
type cellBytes struct{ deltas, ships, fulls, fullShips, fullShots int }

func newCellWorld(t testing.TB, s game.State, a *arena.Arena) *cellWorld {
	w := &cellWorld{t: t, a: a, s: s, split: NewCellSplit(a), rng: rand.New(rand.NewPCG(1, 1))}
	n := w.split.Grid().Cells()
	w.held, w.words = make([]CellState, n), make([]CellWords, n)
	for i := range w.readers {
		w.readers[i].holds, w.readers[i].cells = make([]bool, n), make([]CellState, n)
		for c := range n {
			w.readers[i].holds[c] = w.mayHold(i, game.Cell(c))
		}
	}
	w.whole()
	return w
}

// mayHold says whether a client may hold a cell.
func (w *cellWorld) mayHold(reader int, c game.Cell) bool {
	g := w.split.Grid()
	x, y := g.Column(c), g.Row(c)
	if g.Cells() > MostCells {
		x, y = x-g.Columns/2+4, y-g.Rows/2+4
		if reader == 1 {
			x += 2 // as many again
		}
		if x < 0 || y < 0 || x >= 8*(1+reader%2) || y >= 8 {
			return false
		}
	}
	return reader != 1 || (x+y)%2 == 0
}

// whole tells all cells in full.
func (w *cellWorld) whole() {
	w.split.Split(&w.s.Public)
	for c := range w.held {
		w.split.Fill(&w.held[c], game.Cell(c), &w.s)
		for i := range w.readers {
			if w.readers[i].holds[c] {
				w.full(&w.readers[i], game.Cell(c))
			}
		}
	}
	w.compare()
}

// full tells one client a cell in full.
func (w *cellWorld) full(r *cellReader, c game.Cell) {
	head := Head(&w.s.Public)
	body := w.codec.AppendFull(nil, &w.held[c], w.a)
	w.bytes.fulls += len(body)
	w.bytes.fullShips += len(w.held[c].Ships)
	w.bytes.fullShots += len(w.held[c].Shots)
	if err := r.codec.DecodeFull(body, c, &head, &r.cells[c], w.a); err != nil {
		w.t.Fatal(err)
	}
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
		var of []game.Entry
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
			of = append(of, e)
		}
		w.bytes.ships += len(w.held[c].Ships)
		w.codec.Expect(&w.words[c], &w.held[c], w.a, of)
	}
	for c := range w.held {
		w.split.Fill(&w.after, game.Cell(c), &w.s)
		d := CellDelta{After: &w.after, Hash: (int(w.s.Tick)/2+c)%64 == 0}
		for _, e := range kills {
			if w.after.ShipOf(e.Seat) >= 0 {
				d.Kills = append(d.Kills, e)
			}
		}
		var around [Sides]*CellState
		for side, n := range Around(w.split.Grid(), game.Cell(c)) {
			if n != game.Cell(c) {
				around[side] = &w.held[n]
			}
		}
		w.codec.Tell(&w.words[c], &w.held[c], w.a, &d, &around)
	}
	for i := range w.readers {
		w.read(&w.readers[i], len(entries), kills)
	}
	w.bytes.deltas += len(w.readers[0].last)
	for c := range w.held {
		r := &w.readers[2]
		if was := r.holds[c]; w.mayHold(2, game.Cell(c)) && w.rng.IntN(8) == 0 {
			if r.holds[c] = !was; !was {
				w.full(r, game.Cell(c))
			}
		}
	}
	w.compare()
}

// read tells one client of an interval in which these were killed.
func (w *cellWorld) read(r *cellReader, ticks int, kills []game.Event) {
	head := CellsHead{Tick: w.s.Tick, Ticks: ticks}
	var kept []game.Cell
	var cells []*CellState
	for c := range r.cells {
		if r.holds[c] {
			kept, cells = append(kept, game.Cell(c)), append(cells, &r.cells[c])
		}
	}
	if len(kept) > 0 && r.cells[kept[0]].Tick != w.s.Tick-game.Tick(ticks) {
		w.t.Fatal("a client has missed an interval")
	}
	r.last = AppendInterval(nil, kept, w.words)
	body := AppendInterval(AppendCellsHead(nil, &head), kept, w.words)
	if err := r.frame.Decode(body, kept, w.s.Tick-game.Tick(ticks)); err != nil {
		w.t.Fatal(err)
	}
	var seen []game.Event
	err := r.codec.DecodeInterval(&r.frame, cells, w.a, func(c *CellState, ev []game.Event, sure bool) {
		if seen = append(seen, ev...); r.each != nil {
			r.each(c, sure)
		}
	})
	if err != nil {
		w.t.Fatalf("tick %d: %v", w.s.Tick, err)
	}
	for _, e := range kills {
		if c := w.split.Grid().CellOf(w.s.Ships[w.s.ShipOf(e.Seat)].Pos); !r.holds[c] {
			continue
		}
		if !slices.ContainsFunc(seen, func(p game.Event) bool {
			return p.Kind == e.Kind && p.Seat == e.Seat && p.Other == e.Other && p.Amount == e.Amount
		}) {
			w.t.Fatalf("tick %d: nobody was told of %+v", w.s.Tick, e)
		}
	}
}

// compare holds what clients have read against what is true.
func (w *cellWorld) compare() {
	for c := range w.held {
		w.split.Fill(&w.after, game.Cell(c), &w.s)
		if w.held[c].Hash() != w.after.Hash() {
			w.t.Fatalf("tick %d, cell %d: %s", w.s.Tick, c, cmp.Diff(w.after.Public, w.held[c].Public, cmp.AllowUnexported(arena.Arena{})))
		}
		for i := range w.readers {
			if r := &w.readers[i]; r.holds[c] && r.cells[c].Hash() != w.after.Hash() {
				w.t.Fatalf("tick %d, cell %d, client %d: %s", w.s.Tick, c, i, cmp.Diff(w.after.Public, r.cells[c].Public, cmp.AllowUnexported(arena.Arena{})))
			}
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
