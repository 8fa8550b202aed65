package room

import (
	"bankshot/game/wire"
)

// CellWorld is a World too large for everybody to be told of all of it: it is cut into cells, and a seat is told of those
// around it alone. Its Full is what is the same for all; Shared is not called. Everything else is as with any world.
type CellWorld interface {
	World
	// Tell makes ready what happened in each cell that somebody sees since it was called last, or since the beginning: of
	// one interval, or of a few where there was no time for more snapshots; wire.MaxDivisor ticks at most.
	Tell()
	// Sight appends what one seat is told of that, as the body of a wire.Cells: of wire.MaxCells bytes at most. It is called
	// once after a Tell at most. Who was told of each Tell gets what changed; whole says that the seat holds nothing, or
	// nothing any more: it gets a Full in the same frame.
	Sight(dst []byte, seat Seat, whole bool) []byte
	// Narrow has Sight tell of no more than what can be seen, until it is taken back: there is no time for what may soon be.
	Narrow(yes bool)
}

// cells is what a room keeps for a world of cells.
type cells struct {
	world CellWorld // nil for a world that is told whole
	// told is the tick of the last Tell.
	told   uint32
	strain strain
	// frame is a seat's frame being made, behind cellsReserve bytes; shared are the events that all are told.
	frame, shared []byte
}

// cellsReserve is room for what comes before the body of a Cells: it is written last, when the body's length is known.
const cellsReserve = 12

// sendCells gives every seat its frame of what it sees. Per seat there is nothing to do but to put together what the world
// has made for all.
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
	c.world.Tell()
	c.told = r.tick
	r.told = max(r.told, r.events.first-1)
	from := r.told
	var arrays int
	c.shared, arrays = r.appendShared(c.shared[:0])
	for i := range r.taken() {
		s := &r.seats[i]
		s.commands = 0
		if s.conn == nil {
			continue
		}
		if !r.listens(s) {
			continue
		}
		var frame []byte
		if s.synced && s.sent == before && s.link.events == from && !s.wantFull {
			frame = r.steadyCells(Seat(i), s, arrays)
		} else if frame = r.composeCells(Seat(i), s, before); frame == nil {
			r.counters.Skips++
			continue
		}
		r.deliver(Seat(i), s, frame)
	}
	if cap(r.out) > keepScratch {
		r.out = nil
	}
	if cap(c.frame) > keepScratch {
		c.frame = nil
	}
}

// steadyCells is the frame of who was told of everything until now.
func (r *Room) steadyCells(i Seat, s *seat, arrays int) []byte {
	c := &r.cells
	var reserve [cellsReserve]byte
	frame := c.world.Sight(append(c.frame[:0], reserve[:]...), i, false)
	prefix := wire.AppendBinHead(wire.AppendCellsPrefix(reserve[:0], s.intents.margin), len(frame)-cellsReserve)
	start := cellsReserve - len(prefix)
	copy(frame[start:], prefix)
	s.sent = r.tick
	s.link.events = r.told
	frame = append(frame, c.shared...)
	frame = appendOwn(frame, s, arrays)
	c.frame = frame
	return frame[start:]
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
	c.frame = c.world.Sight(c.frame[:0], i, full)
	out = wire.AppendBin(wire.AppendCellsPrefix(out, s.intents.margin), c.frame)
	s.sent = r.tick
	out, arrays = r.appendEvents(out, s, arrays)
	out = appendOwn(out, s, arrays)
	r.out = out
	return out
}
