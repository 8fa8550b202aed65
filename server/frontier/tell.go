package frontier

import (
	"slices"

	"bankshot/game"
	"bankshot/game/arena"
	"bankshot/game/snap"
	"bankshot/game/wire"
	"bankshot/server/room"
)

// hashEvery is after how many snapshots a cell carries a hash of its content; each has its own turn.
const hashEvery = 64

// telling is what is made of an interval once for all who see a cell.
type telling struct {
	split *snap.CellSplit
	cells []cell
	// inputs are the effective ones of each tick since the last Tell, by slot; slots is how many ships have one.
	inputs [wire.MaxDivisor][]stepped
	ticks  int
	tells  int
	kills  []game.Event

	// bodies are the deltas of all cells, each behind its length, in the order of cells; ends are where each one ends, so
	// that cells beside each other in a row are one piece.
	bodies []byte
	ends   []uint32
	told   game.Tick // the tick that bodies lead to
	span   int       // how many ticks they are

	// due are the cells that somebody sees, made where the delta of each lies; tellDue is tellOne, made once.
	due     []game.Cell
	made    []piece
	hands   [room.MostHands]hand
	tellDue func(hand, k int)

	wanted []wanted
	narrow bool
	// foretold is, by slot, the Tell after which the player knows what is private of the ship without being told.
	foretold []int
}

// hand is what each goroutine has that makes deltas of cells.
type hand struct {
	codec   snap.CellCodec
	after   snap.CellState
	entries [wire.MaxDivisor]game.Entry
	delta   snap.CellDelta
	body    []byte
	bodies  []byte // those made by this one, each behind its length
	_       [64]byte
}

// piece is the part of a hand's bodies that is one cell's.
type piece struct {
	hand     int
	from, to uint32
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
	t.ends = make([]uint32, len(t.cells)+1)
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

// Tell makes the delta of every cell that somebody sees.
func (f *Frontier) Tell(share room.Share) {
	f.split.Split(&f.state.Public)
	f.tells++
	f.due = f.due[:0]
	if f.ticks > 0 {
		for c := range f.cells {
			if f.cells[c].seen > 0 {
				f.due = append(f.due, game.Cell(c))
			}
		}
	}
	f.made = slices.Grow(f.made[:0], len(f.due))[:len(f.due)]
	for n := range f.hands {
		f.hands[n].bodies = f.hands[n].bodies[:0]
	}
	share(len(f.due), f.tellDue)
	f.join()
	f.told, f.span = f.state.Tick, f.ticks
	f.ticks, f.kills = 0, f.kills[:0]
}

// join puts the deltas that were made one behind the other, in the order of cells, whoever has made them.
func (f *Frontier) join() {
	f.bodies = f.bodies[:0]
	k := 0
	for c := range f.cells {
		if k < len(f.due) && int(f.due[k]) == c {
			m := f.made[k]
			f.bodies = append(f.bodies, f.hands[m.hand].bodies[m.from:m.to]...)
			k++
		}
		f.ends[c+1] = uint32(len(f.bodies))
	}
}

// tellOne makes the delta of one of the cells due. Several goroutines do so at once: of the world they read only what does
// not change meanwhile.
func (f *Frontier) tellOne(n, k int) {
	h := &f.hands[n]
	from := uint32(len(h.bodies))
	f.tell(h, f.due[k])
	f.made[k] = piece{n, from, uint32(len(h.bodies))}
}

func (f *Frontier) tell(h *hand, c game.Cell) {
	known := &f.cells[c].known
	f.split.Fill(&h.after, c, &f.state)
	d := &h.delta
	d.Entries = h.entries[:f.ticks]
	for i := range d.Entries {
		d.Entries[i].Inputs = d.Entries[i].Inputs[:0]
		at, tick := f.inputs[i], known.Tick+game.Tick(i)+1
		for k := range known.Ships {
			ship := &known.Ships[k]
			in := game.Input{Aim: ship.Aim}
			if s := &at[f.slot(ship.Seat)]; s.tick == tick {
				in = s.input
			}
			d.Entries[i].Inputs = append(d.Entries[i].Inputs, in)
		}
	}
	d.Kills = d.Kills[:0]
	for i := range f.kills {
		if h.after.ShipOf(f.kills[i].Seat) >= 0 {
			d.Kills = append(d.Kills, f.kills[i])
		}
	}
	d.After = &h.after
	d.Hash = (f.tells+int(c))%hashEvery == 0
	if d.Predicted == nil {
		d.Predicted = f.predicted
	}
	h.body = h.codec.AppendDelta(h.body[:0], known, f.cfg.Ground.Arena, d)
	h.bodies = snap.AppendCellBody(h.bodies, h.body)
}

// predicted notes whose players know what is private of their ships by stepping the cell. A ship is in one cell alone, so
// that no two goroutines note the same.
func (f *Frontier) predicted(c *snap.CellState) {
	for k := range c.Ships {
		seat := c.Ships[k].Seat
		if seat >= game.FirstPilotSeat {
			continue
		}
		if i := f.state.ShipOf(seat); i >= 0 && f.state.Private[i] == c.Private[k] {
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
