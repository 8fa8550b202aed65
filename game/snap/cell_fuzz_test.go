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

// FuzzCellDelta: whatever is accepted leads to a content that can be stepped and told in full.
func FuzzCellDelta(f *testing.F) {
	w, rest := fuzzWorld(f)
	for i := range rest {
		w.interval(rest[i].delta.Entries)
	}
	for c, body := range w.last {
		f.Add(uint8(c), uint8(2), body)
	}
	f.Fuzz(func(t *testing.T, n, ticks uint8, body []byte) {
		from := &w.read[int(n)%len(w.read)]
		c := CellState{Cell: from.Cell}
		c.State.CopyFrom(&from.State)
		var codec CellCodec
		if codec.DecodeDelta(body, &c, w.a, int(ticks), nil) != nil {
			return
		}
		comesBack(t, &c, w.a)
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
	body := AppendCellsHead(nil, &CellsHead{Tick: 100, Ticks: 2, Private: &game.Private{Energy: 3}, Gone: 2, Held: 3, HasNew: true, HasFocus: true, Focus: 7})
	body = AppendCellBody(AppendCellBody(body, []byte{1, 2}), nil)
	body = AppendNewCell(AppendNewCells(body, 1), 40, -1, []byte{9})
	f.Add(body)
	f.Add(AppendCellsHead(nil, &CellsHead{Tick: 98}))
	held := []game.Cell{3, 4, 9}
	f.Fuzz(func(t *testing.T, body []byte) {
		var frame CellFrame
		if frame.Decode(body, held, 98) != nil {
			return
		}
		seen := map[game.Cell]bool{}
		for _, list := range [][]CellBody{frame.Kept, frame.New} {
			for i := range list {
				if seen[list[i].Cell] || i > 0 && list[i-1].Cell >= list[i].Cell {
					t.Fatalf("%+v", frame)
				}
				seen[list[i].Cell] = true
			}
		}
		if len(seen) > MostCells || frame.Tick-game.Tick(frame.Ticks) == 98 && len(frame.Kept)+len(frame.Gone) != len(held) {
			t.Fatalf("%+v", frame)
		}
	})
}
