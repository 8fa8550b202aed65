package room

import (
	"slices"

	"bankshot/game/wire"
)

// CellWorld is a World too large for everybody to be told of all of it: it is cut into cells, and a seat is told of those
// around it alone. Its Full is what is the same for all; Shared is not called. Everything else is as with any world.
type CellWorld interface {
	World
	// Tell makes ready what happened in each cell that somebody sees since it was called last, or since the beginning: of
	// one interval, or of a few where there was no time for more snapshots; wire.MaxDivisor ticks at most. What can be made
	// for each cell by itself it gives to share.
	Tell(share Share)
	// Look decides what one seat is told of that. It is called once after a Tell at most. Who was told of each Tell gets what
	// changed; whole says that the seat holds nothing, or nothing any more: it gets a Full in the same frame.
	Look(seat Seat, whole bool)
	// Sight appends it, as the body of a wire.Cells: of wire.MaxCells bytes at most. It follows each Look, once, before the
	// next Step. For different seats it may be called by several goroutines at once, but not while Look is.
	Sight(dst []byte, seat Seat) []byte
	// Narrow has Look choose no more than what can be seen, until it is taken back: there is no time for what may soon be.
	Narrow(yes bool)
}

// cells is what a room keeps for a world of cells.
type cells struct {
	world CellWorld // nil for a world that is told whole
	share Share
	// told is the tick of the last Tell.
	told   uint32
	strain strain
	// shared are the events that all are told; arrays is how many messages they make with the Cells.
	shared []byte
	arrays int
	// steady are the seats that get no more than that and what is their own; frame is the one of another seat being made.
	steady []Seat
	frame  []byte
	// hands are what each goroutine has that makes steady frames; steadily is makeSteady, made once.
	hands    [MostHands]hand
	steadily func(hand, k int)
}

// hand is one goroutine's own.
type hand struct {
	frame []byte // being made, behind cellsReserve bytes
	lost  []Seat // whose connections did not take theirs
	_     [64]byte
}

// cellsReserve is room for what comes before the body of a Cells: it is written last, when the body's length is known.
const cellsReserve = 12

// sendCells gives every seat its frame of what it sees. Per seat there is nothing to do but to put together what the world
// has made for all, and to send it: for nearly all seats that is done by several goroutines.
func (r *Room) sendCells(intervals int, reset bool) {
	c := &r.cells
	if !c.strain.due(intervals, reset) {
		r.counters.Held++
		for i := range r.taken() {
			r.seats[i].commands = 0
		}
		return
	}
	c.world.Narrow(c.strain.narrow())
	before := c.told
	c.world.Tell(c.share)
	c.told = r.tick
	r.told = max(r.told, r.events.first-1)
	from := r.told
	c.shared, c.arrays = r.appendShared(c.shared[:0])
	c.steady = c.steady[:0]
	for i := range r.taken() {
		s := &r.seats[i]
		s.commands = 0
		if s.conn == nil || !r.listens(s) {
			continue
		}
		if s.synced && s.sent == before && s.link.events == from && !s.wantFull {
			c.world.Look(Seat(i), false)
			c.steady = append(c.steady, Seat(i))
		} else if frame := r.composeCells(Seat(i), s, before); frame != nil {
			r.deliver(Seat(i), s, frame)
		} else {
			r.counters.Skips++
		}
	}
	c.share(len(c.steady), c.steadily)
	r.counters.Frames += uint64(len(c.steady))
	r.dropLost()
	if cap(r.out) > keepScratch {
		r.out = nil
	}
	if cap(c.frame) > keepScratch {
		c.frame = nil
	}
}

// makeSteady makes and sends the frame of who was told of everything until now. Several goroutines do so at once.
func (r *Room) makeSteady(hand, k int) {
	c := &r.cells
	h := &c.hands[hand]
	i := c.steady[k]
	s := &r.seats[i]
	var reserve [cellsReserve]byte
	frame := c.world.Sight(append(h.frame[:0], reserve[:]...), i)
	prefix := wire.AppendBinHead(wire.AppendCellsPrefix(reserve[:0], s.intents.margin), len(frame)-cellsReserve)
	start := cellsReserve - len(prefix)
	copy(frame[start:], prefix)
	s.sent = r.tick
	s.link.events = r.told
	frame = append(frame, c.shared...)
	frame = appendOwn(frame, s, c.arrays)
	if h.frame = frame; cap(frame) > keepScratch {
		h.frame = nil
	}
	s.intents.margin = wire.MarginNone
	if s.conn.Send(frame[start:]) != nil {
		h.lost = append(h.lost, i)
	}
}

// dropLost drops whose connections did not take their frames, in the order of seats.
func (r *Room) dropLost() {
	c := &r.cells
	c.steady = c.steady[:0]
	for n := range c.hands {
		c.steady = append(c.steady, c.hands[n].lost...)
		c.hands[n].lost = c.hands[n].lost[:0]
	}
	slices.Sort(c.steady)
	for _, i := range c.steady {
		r.lose(i)
	}
}

// composeCells makes a frame for a seat that is new or back, that missed a snapshot or an event, or that asked for a full
// one. It returns nil where that has to wait, because the last Full is less than a second old.
func (r *Room) composeCells(i Seat, s *seat, before uint32) []byte {
	c := &r.cells
	full := !s.synced || s.wantFull || s.sent != before
	if full && s.synced && s.fulls > 0 && r.tick-s.full < r.fullEvery {
		if s.sent != before {
			return nil
		}
		full = false
	}
	out, arrays := r.out[:0], 1
	if s.welcome {
		out, arrays = r.welcome(out, i, s), arrays+1
	}
	if full {
		if s.synced && s.sent != before {
			r.counters.CatchUps++
		}
		out, arrays = r.appendFull(out, i, s, arrays)
		s.gap = r.tick
	}
	c.world.Look(i, full)
	c.frame = c.world.Sight(c.frame[:0], i)
	out = wire.AppendBin(wire.AppendCellsPrefix(out, s.intents.margin), c.frame)
	s.sent = r.tick
	out, arrays = r.appendEvents(out, s, arrays)
	out = appendOwn(out, s, arrays)
	r.out = out
	return out
}
