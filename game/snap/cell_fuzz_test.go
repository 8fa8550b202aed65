package snap

import (
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
)

// fuzzWorld is a match in the middle of a fight, told by cells.
func fuzzWorld(t testing.TB) (*cellWorld, []snapshot) {
	a := hall(t)
	match := recordIn(t, a, arena.FreeForAll, 4, 2, 2, 60, 4)
	w := newCellWorld(t, game.NewMatch(a, arena.FreeForAll, 4), a)
	for i := range match[:50] {
		w.interval(match[i].delta.Entries)
	}
	return w, match[50:]
}

// FuzzCellInterval: whatever is accepted leads to contents that can be stepped and told in full.
func FuzzCellInterval(f *testing.F) {
	w, rest := fuzzWorld(f)
	r := &w.readers[1]
	f.Add(uint8(2), r.last)
	before := make([]CellState, len(r.cells))
	for i := range rest {
		for c := range r.cells {
			before[c].Cell = r.cells[c].Cell
			before[c].CopyFrom(&r.cells[c].State)
		}
		w.interval(rest[i].delta.Entries)
		f.Add(uint8(2), r.last)
	}
	f.Fuzz(func(t *testing.T, ticks uint8, body []byte) {
		held := make([]CellState, 0, len(before))
		frame := CellFrame{Ticks: int(ticks % 13), interval: bitReader{in: body}}
		var cells []*CellState
		for c := range before {
			if !r.holds[c] {
				continue
			}
			held = append(held, CellState{Cell: before[c].Cell})
			is := &held[len(held)-1]
			is.CopyFrom(&before[c].State)
			cells, frame.Kept = append(cells, is), append(frame.Kept, is.Cell)
		}
		var codec CellCodec
		if codec.DecodeInterval(&frame, cells, w.a, nil) != nil {
			return
		}
		for _, c := range cells {
			comesBack(t, c, w.a)
		}
	})
}

// FuzzCellFull: whatever is accepted is a content that comes back when it is told, and can be stepped.
func FuzzCellFull(f *testing.F) {
	w, _ := fuzzWorld(f)
	var codec CellCodec
	for c := range w.held {
		f.Add(uint8(c), codec.AppendFull(nil, &w.held[c], w.a))
	}
	head := Head(&w.s.Public)
	f.Fuzz(func(t *testing.T, n uint8, body []byte) {
		var c CellState
		var codec CellCodec
		if codec.DecodeFull(body, game.Cell(n), &head, &c, w.a) != nil {
			return
		}
		comesBack(t, &c, w.a)
	})
}

// comesBack fails unless a content that was accepted can be told and stepped on.
func comesBack(t *testing.T, c *CellState, a *arena.Arena) {
	t.Helper()
	if err := c.Check(a); err != nil {
		t.Fatalf("an accepted content is none: %v", err)
	}
	c.Told()
	head := Head(&c.Public)
	var codec CellCodec
	var again CellState
	if err := codec.DecodeFull(codec.AppendFull(nil, c, a), c.Cell, &head, &again, a); err != nil || again.Hash() != c.Hash() {
		t.Fatalf("an accepted content does not come back: %v", err)
	}
	for range 3 {
		game.Step(&c.State, a, &game.Entry{Inputs: make([]game.Input, len(c.Ships))}, nil)
	}
}

// FuzzCellFrame: whatever is accepted names each cell once.
func FuzzCellFrame(f *testing.F) {
	head := CellsHead{Tick: 100, Ticks: 2, Private: &game.Private{Energy: 3}, Gone: 2, Held: 3, HasNew: true, HasFocus: true, Focus: 7}
	body := AppendCellsHead(nil, &head)
	body = AppendNewCell(AppendNewCells(body, 1), 40, -1, []byte{9})
	words := make([]CellWords, 10)
	f.Add(AppendInterval(body, []game.Cell{3, 9}, words))
	head = CellsHead{Tick: 100, Ticks: 2}
	f.Add(AppendInterval(AppendCellsHead(nil, &head), []game.Cell{3, 4, 9}, words))
	f.Add(AppendCellsHead(nil, &CellsHead{Tick: 98}))
	held := []game.Cell{3, 4, 9}
	f.Fuzz(func(t *testing.T, body []byte) {
		var frame CellFrame
		if frame.Decode(body, held, 98) != nil {
			return
		}
		seen := map[game.Cell]bool{}
		var fresh []game.Cell
		for i := range frame.New {
			fresh = append(fresh, frame.New[i].Cell)
		}
		for _, list := range [][]game.Cell{frame.Kept, fresh} {
			for i := range list {
				if seen[list[i]] || i > 0 && list[i-1] >= list[i] {
					t.Fatalf("%+v", frame)
				}
				seen[list[i]] = true
			}
		}
		if len(seen) > MostCells || frame.Tick-game.Tick(frame.Ticks) == 98 && len(frame.Kept)+len(frame.Gone) != len(held) {
			t.Fatalf("%+v", frame)
		}
	})
}
