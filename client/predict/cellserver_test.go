package predict

import (
	"slices"

	"bankshot/game"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

// cellSide is the server's part that tells a world by cells: what everybody holds of each cell, and which of them the one
// client does.
type cellSide struct {
	split *snap.CellSplit
	codec snap.CellCodec
	held  []snap.CellState
	words []snap.CellWords
	after snap.CellState
	ids   []game.Cell // of the client
	// w and h are how far is seen, 1/256 unit.
	w, h  int32
	kills []game.Event
	// spawned says that what is private of the client's ship has begun anew, crossed how often it has changed cells.
	spawned bool
	crossed int
	// twist changes a body before it is sent.
	twist func(body []byte) []byte
}

func newCellSide(s *server) *cellSide {
	c := &cellSide{split: snap.NewCellSplit(s.arena), w: 1400 * game.Unit, h: 840 * game.Unit}
	c.held = make([]snap.CellState, c.split.Grid().Cells())
	c.words = make([]snap.CellWords, len(c.held))
	c.tellAll(s)
	return c
}

// tellAll makes what everybody holds what is true.
func (c *cellSide) tellAll(s *server) {
	c.split.Split(&s.state.Public)
	for i := range c.held {
		c.split.Fill(&c.held[i], game.Cell(i), &s.state)
	}
}

// around are the cells that the client sees now.
func (c *cellSide) around(s *server) []game.Cell {
	at := s.arena.Spawns[0].Centre()
	if i := s.state.ShipOf(s.seat); i >= 0 {
		at = s.state.Ships[i].Pos
	} else if len(s.state.Ships) > 0 {
		at = s.state.Ships[0].Pos
	}
	return c.split.Grid().Around(at, c.w, c.h, nil)
}

// full begins the client anew: the head of the world, and its cells whole.
func (c *cellSide) full(s *server) []byte {
	head := snap.Head(&s.state.Public)
	m := wire.Full{Tick: uint32(s.state.Tick), Margin: s.margin, Shared: snap.AppendFull(nil, &head)}
	if i := s.state.ShipOf(s.seat); i >= 0 {
		m.Private = snap.AppendPrivate(nil, &s.state.Private[i])
	}
	c.ids = c.around(s)
	body := snap.AppendCellsHead(nil, &snap.CellsHead{Tick: s.state.Tick, HasNew: true})
	body = c.fresh(body, c.ids, s)
	return wire.AppendCells(wire.AppendFull(nil, &m), &wire.Cells{Margin: s.margin, Body: body})
}

func (c *cellSide) fresh(body []byte, ids []game.Cell, s *server) []byte {
	body = snap.AppendNewCells(body, len(ids))
	before := -1
	for _, id := range ids {
		body = snap.AppendNewCell(body, id, before, c.codec.AppendFull(nil, &c.held[id], s.arena))
		before = int(id)
	}
	return body
}

// entriesOf are the inputs of those who were in a cell before the interval.
func entriesOf(held *snap.CellState, seats [][]game.Seat, entries []game.Entry) (of []game.Entry) {
	for i := range entries {
		var e game.Entry
		for k := range held.Ships {
			in := game.Input{Aim: held.Ships[k].Aim}
			if n, ok := slices.BinarySearch(seats[i], held.Ships[k].Seat); ok {
				in = entries[i].Inputs[n]
			}
			e.Inputs = append(e.Inputs, in)
		}
		of = append(of, e)
	}
	return of
}

// interval tells every cell, and gives the client's frame: seats are who had a ship in each of the ticks.
func (c *cellSide) interval(s *server, seats [][]game.Seat, entries []game.Entry, whole bool) []byte {
	c.split.Split(&s.state.Public)
	was := c.cellOf(s.seat)
	for i := range c.held {
		c.codec.Expect(&c.words[i], &c.held[i], s.arena, entriesOf(&c.held[i], seats, entries))
	}
	for i := range c.held {
		c.split.Fill(&c.after, game.Cell(i), &s.state)
		d := snap.CellDelta{After: &c.after, Hash: (int(s.state.Tick)/2+i)%8 == 0}
		for _, e := range c.kills {
			if c.after.ShipOf(e.Seat) >= 0 {
				d.Kills = append(d.Kills, e)
			}
		}
		var around [snap.Sides]*snap.CellState
		for side, n := range snap.Around(c.split.Grid(), game.Cell(i)) {
			if n != game.Cell(i) {
				around[side] = &c.held[n]
			}
		}
		c.codec.Tell(&c.words[i], &c.held[i], s.arena, &d, &around)
	}
	c.kills = c.kills[:0]
	if c.cellOf(s.seat) != was {
		c.crossed++
	}
	if whole {
		return c.full(s)
	}
	return c.delta(s, len(entries))
}

// cellOf is the cell that a ship was told to be in last, -1 for none.
func (c *cellSide) cellOf(seat game.Seat) int {
	for i := range c.held {
		if c.held[i].ShipOf(seat) >= 0 {
			return i
		}
	}
	return -1
}

// delta is the client's frame: what it keeps, what it has no more, what is new to it.
func (c *cellSide) delta(s *server, ticks int) []byte {
	now := c.around(s)
	h := snap.CellsHead{Tick: s.state.Tick, Ticks: ticks, Held: len(c.ids)}
	for i, id := range c.ids {
		if !slices.Contains(now, id) {
			h.Gone |= 1 << i
		}
	}
	var fresh []game.Cell
	for _, id := range now {
		if !slices.Contains(c.ids, id) {
			fresh = append(fresh, id)
		}
	}
	h.HasNew = len(fresh) > 0
	if i := s.state.ShipOf(s.seat); i >= 0 && (len(fresh) > 0 || c.spawned) {
		h.Private = &s.state.Private[i]
	}
	c.spawned = false
	body := snap.AppendCellsHead(nil, &h)
	if h.HasNew {
		body = c.fresh(body, fresh, s)
	}
	kept := slices.DeleteFunc(c.ids, func(id game.Cell) bool { return !slices.Contains(now, id) })
	body = snap.AppendInterval(body, kept, c.words)
	c.ids = now
	if c.twist != nil {
		body = c.twist(body)
	}
	return wire.AppendCells(nil, &wire.Cells{Margin: s.margin, Body: body})
}
