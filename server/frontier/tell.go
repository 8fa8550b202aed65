package frontier

import (
	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
	"bankshot/game/wire"
	"bankshot/server/room"
)

// hashEvery is after how many snapshots a cell carries a hash of its content; each has its own turn. One in which nothing flies
// has it so many times less often.
const (
	hashEvery  = 64
	hashSeldom = 8
)

// telling is what is made of an interval once for all who see a cell.
type telling struct {
	split *snap.CellSplit
	cells []cell
	// inputs are the effective ones of each tick since the last Tell, by slot; slots is how many ships have one.
	inputs [wire.MaxDivisor][]stepped
	ticks  int
	tells  int
	kills  []game.Event

	// words are what is told of each cell, bytes how long all of them are; told is the tick that they lead to, span how many
	// ticks they are.
	words []snap.CellWords
	bytes int
	told  game.Tick
	span  int

	// due are the cells that somebody sees. expectDue and tellDue are what hands do with each of them, made once.
	due                []game.Cell
	hands              [room.MostHands]hand
	expectDue, tellDue func(hand, k int)

	wanted []wanted
	narrow bool
	// foretold is, by slot, the Tell after which the player knows what is private of the ship without being told.
	foretold []int
}

// hand is what each goroutine has that makes what is told of cells.
type hand struct {
	codec   snap.CellCodec
	after   snap.CellState
	entries [wire.MaxDivisor]game.Entry
	delta   snap.CellDelta
	_       [64]byte // the next one's is another cache line
}

// cell is one cell as those know it who see it.
type cell struct {
	known snap.CellState
	// seen is how many seats see it; known means nothing while it is 0.
	seen int
	// full is its content as it was at tick whole.
	full  []byte
	whole game.Tick
}

// wanted is a cell that a seat should see, and how far away it is.
type wanted struct {
	cell game.Cell
	away int64
}

// stepped is one ship's effective input in one tick.
type stepped struct {
	tick  game.Tick
	input game.Input
}

func (t *telling) begin(a *arena.Arena, slots int) {
	t.split = snap.NewCellSplit(a)
	t.cells = make([]cell, t.split.Grid().Cells())
	t.words = make([]snap.CellWords, len(t.cells))
	for i := range t.inputs {
		t.inputs[i] = make([]stepped, slots)
	}
	t.foretold = make([]int, slots)
}

// slot is where a ship's inputs are noted: people by their seats, then pilots.
func (f *Frontier) slot(seat game.Seat) int {
	if seat >= game.FirstPilotSeat {
		return len(f.people) + int(seat-game.FirstPilotSeat)
	}
	return int(seat)
}

// remember notes what entered the tick that was just stepped, as far as cells tell of it.
func (f *Frontier) remember(e *game.Entry) {
	at := f.inputs[f.ticks]
	for i := range f.state.Ships {
		at[f.slot(f.state.Ships[i].Seat)] = stepped{f.state.Tick, e.Inputs[i]}
	}
	for i := range f.events {
		if f.events[i].Kind == game.EventKilled {
			f.kills = append(f.kills, f.events[i])
		}
	}
	f.ticks++
}

// forget gives up what was to be told: everybody gets everything anew.
func (f *Frontier) forget() {
	f.ticks, f.kills = 0, f.kills[:0]
	for i := range f.views {
		f.leave(&f.views[i])
	}
}

// Tell makes what is told of every cell that somebody sees: first what everybody expects of each, then what is otherwise.
// Several goroutines share each of the two: of the world they read only what does not change meanwhile, and of other cells,
// while they tell, only what has crossed their borders.
func (f *Frontier) Tell(share room.Share) {
	f.split.Split(&f.state.Public)
	f.tells++
	f.due = f.due[:0]
	for c := range f.cells {
		if f.cells[c].seen > 0 && f.ticks > 0 {
			f.due = append(f.due, game.Cell(c))
		} else {
			f.words[c].Clear()
		}
	}
	share(len(f.due), f.expectDue)
	share(len(f.due), f.tellDue)
	f.bytes = 0
	for _, c := range f.due {
		f.bytes += f.words[c].Bytes()
	}
	f.told, f.span = f.state.Tick, f.ticks
	f.ticks, f.kills = 0, f.kills[:0]
}

// expect brings a cell to what everybody expects of it.
func (f *Frontier) expect(h *hand, c game.Cell) {
	known := &f.cells[c].known
	entries := h.entries[:f.ticks]
	for i := range entries {
		entries[i].Inputs = entries[i].Inputs[:0]
		at, tick := f.inputs[i], known.Tick+game.Tick(i)+1
		for k := range known.Ships {
			ship := &known.Ships[k]
			in := game.Input{Aim: ship.Aim}
			if s := &at[f.slot(ship.Seat)]; s.tick == tick {
				in = s.input
			}
			entries[i].Inputs = append(entries[i].Inputs, in)
		}
	}
	h.codec.Expect(&f.words[c], known, f.cfg.Ground.Arena, entries)
	f.predicted(known.Ships, known.Private)
	f.predicted(known.Crossed.Ships, known.Crossed.Private)
}

// tell says how a cell differs from what everybody expects of it, once all have been expected.
func (f *Frontier) tell(h *hand, c game.Cell) {
	f.split.Fill(&h.after, c, &f.state)
	d := &h.delta
	d.After = &h.after
	d.Kills = d.Kills[:0]
	for i := range f.kills {
		if h.after.ShipOf(f.kills[i].Seat) >= 0 {
			d.Kills = append(d.Kills, f.kills[i])
		}
	}
	turn := f.tells + int(c)
	d.Hash = turn%hashEvery == 0 && (len(h.after.Ships)+len(h.after.Shots) > 0 || turn%(hashEvery*hashSeldom) == 0)
	var around [snap.Sides]*snap.CellState
	for side, n := range snap.Around(f.split.Grid(), c) {
		if n != c && f.cells[n].seen > 0 {
			around[side] = &f.cells[n].known
		}
	}
	h.codec.Tell(&f.words[c], &f.cells[c].known, f.cfg.Ground.Arena, d, &around)
}

// predicted notes whose players know what is private of their ships by stepping the cell. A ship is in one cell alone, so
// that no two goroutines note the same.
func (f *Frontier) predicted(ships []game.Ship, private []game.Private) {
	for k := range ships {
		seat := ships[k].Seat
		if seat >= game.FirstPilotSeat {
			continue
		}
		if i := f.state.ShipOf(seat); i >= 0 && f.state.Private[i] == private[k] {
			f.foretold[seat] = f.tells
		}
	}
}

// whole is a cell's content in full, as it has just been told.
func (f *Frontier) whole(c game.Cell) []byte {
	at := &f.cells[c]
	if at.whole != f.told || len(at.full) == 0 {
		at.full, at.whole = f.hands[0].codec.AppendFull(at.full[:0], &at.known, f.cfg.Ground.Arena), f.told
	}
	return at.full
}

// see and unsee count who sees a cell. Of one that nobody saw it begins to be known now.
func (f *Frontier) see(c game.Cell) {
	at := &f.cells[c]
	if at.seen == 0 {
		f.split.Fill(&at.known, c, &f.state)
	}
	at.seen++
}

func (f *Frontier) unsee(c game.Cell) { f.cells[c].seen-- }
