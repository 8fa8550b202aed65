package predict

import (
	"errors"
	"fmt"
	"slices"

	"bankshot/game"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

// cells is what is known of a world that is sent by cells: the content of those around me, each of which goes on from tick
// to tick by itself. The replica is what all of them hold together.
type cells struct {
	// open: a Full has told what is the same in all of the world, and nothing has been wrong since.
	open bool
	head game.Public
	// held ascend by cell, ids are theirs; next is where the list of the next tick is made, spare what is free.
	held, next, spare []*snap.CellState
	ids               []game.Cell

	codec snap.CellCodec
	frame snap.CellFrame
	// ticks are those of the interval that is being read, at the one that the cell being read has come to; seat is mine. take
	// is their method, kept because making it costs memory.
	ticks   [wire.MaxDivisor]gathered
	reading *snap.CellState
	at      int
	seat    game.Seat
	take    func(*snap.CellState, []game.Event, bool)
	// mine is what is private of my ship.
	mine game.Private
	// focus is around whose ship they lie while I have none.
	focus game.Seat
	// fulls is how many cells came whole.
	fulls int
}

// begin empties what is held: a Full has come. head is what is the same in all of the world, mine what is private of my
// ship.
func (c *cells) begin(head *game.Public, mine game.Private) {
	c.spare = append(c.spare, c.held...)
	c.held, c.ids = c.held[:0], c.ids[:0]
	c.head.CopyFrom(head)
	c.open, c.mine, c.focus = true, mine, game.NoSeat
}

// checkHead says whether a Full can begin a world of cells: it holds nothing that cells hold.
func checkHead(p *game.Public) error {
	switch {
	case p.Phase >= game.Phases:
		return game.ErrPhase
	case len(p.Ships) > 0:
		return game.ErrFull
	case len(p.Shots) > 0:
		return game.ErrShotCount
	case len(p.Pickups) > 0:
		return game.ErrPickup
	case len(p.Broken) > 0:
		return game.ErrGlass
	}
	return nil
}

// onCells brings the known cells to the tick that a snapshot leads to. As with a delta: what cannot be used is dropped, and
// asked for in full.
func (p *Predictor) onCells(m *wire.Cells) {
	c := &p.cells
	if !p.ready || !game.Endless(p.replica.Mode) {
		p.out.want(wire.KeyframeNone)
		return
	}
	if !c.open {
		return // asked for already
	}
	held := p.replica.Tick
	if err := c.frame.Decode(m.Body, c.ids, held); err != nil {
		p.lose(wire.KeyframeBroken)
		return
	}
	if since := int32(c.frame.Tick - game.Tick(c.frame.Ticks) - held); since != 0 {
		if since > 0 {
			p.counts.gaps++
			p.out.want(wire.KeyframeGap)
		}
		return
	}
	if err := c.read(p); err != nil {
		if errors.Is(err, snap.ErrHash) {
			p.counts.desyncs++
			p.lose(wire.KeyframeHash)
			return
		}
		p.lose(wire.KeyframeBroken)
		return
	}
	if err := p.stepCells(held); err != nil {
		p.lose(wire.KeyframeBroken)
		return
	}
	if c.frame.HasFocus {
		c.focus = c.frame.Focus
	}
	if c.frame.Ticks > 0 {
		p.clock.measured(p.replica.Tick, m.Margin)
		p.counts.snapshots++
	}
}

// lose gives up what is held: a full snapshot has to begin it anew.
func (p *Predictor) lose(reason wire.KeyframeReason) {
	if reason != wire.KeyframeHash {
		p.counts.broken++
	}
	c := &p.cells
	c.open = false
	c.held, c.next, c.spare, c.ids = nil, nil, nil, nil // some may be in two of them
	p.out.want(reason)
}

// read decodes all cells of a snapshot: those kept are stepped, those gone given up, those new taken in.
func (c *cells) read(p *Predictor) error {
	for k := range max(c.frame.Ticks, 1) {
		c.ticks[k].reset()
	}
	if c.take == nil {
		c.take = c.took
	}
	c.head.Tick, c.seat = c.frame.Tick, p.seat
	c.next = c.next[:0]
	kept := c.frame.Kept
	for _, cell := range c.held {
		if len(kept) == 0 || kept[0] != cell.Cell {
			c.spare = append(c.spare, cell)
			continue
		}
		c.next = append(c.next, cell)
		kept = kept[1:]
	}
	if c.frame.Ticks > 0 {
		c.reading, c.at = nil, 0
		if err := c.codec.DecodeInterval(&c.frame, c.next, p.arena, c.take); err != nil {
			return err
		}
	} else {
		for _, cell := range c.next {
			c.ticks[0].add(cell)
		}
	}
	if err := c.fresh(p); err != nil {
		return err
	}
	if c.frame.HasPrivate {
		c.mine = c.frame.Private
	}
	c.held, c.next = c.next, c.held
	c.ids = c.ids[:0]
	for _, cell := range c.held {
		c.ids = append(c.ids, cell.Cell)
	}
	return nil
}

// took takes in one tick of a cell, as it alone has it, or, sure, the end of the interval.
func (c *cells) took(cell *snap.CellState, events []game.Event, sure bool) {
	last := c.frame.Ticks - 1
	if sure {
		c.ticks[last].add(cell)
		c.ticks[last].happened(events)
		return
	}
	if cell != c.reading {
		c.reading, c.at = cell, 0
	}
	c.ticks[c.at].happened(events)
	if c.at < last {
		c.ticks[c.at].add(cell)
	} else if i := cell.ShipOf(c.seat); i >= 0 {
		c.mine = cell.Private[i]
	}
	c.at++
}

// fresh takes in the cells that came in full.
func (c *cells) fresh(p *Predictor) error {
	for i := range c.frame.New {
		cell := c.blank()
		c.next = append(c.next, cell)
		if err := c.codec.DecodeFull(c.frame.New[i].Body, c.frame.New[i].Cell, &c.head, cell, p.arena); err != nil {
			return fmt.Errorf("cell %d: %w", c.frame.New[i].Cell, err)
		}
		c.ticks[max(c.frame.Ticks, 1)-1].add(cell)
		c.fulls++
	}
	if len(c.frame.New) > 0 {
		slices.SortFunc(c.next, func(p, q *snap.CellState) int { return int(p.Cell) - int(q.Cell) })
	}
	return nil
}

// blank is a cell's memory that is free.
func (c *cells) blank() *snap.CellState {
	if n := len(c.spare); n > 0 {
		cell := c.spare[n-1]
		c.spare = c.spare[:n-1]
		return cell
	}
	return &snap.CellState{}
}

// stepCells makes the replica what the cells hold, tick by tick. Only the last of them is told by the server: in those
// before it each cell stands as if it were alone in the world, which nearly always is what it is.
func (p *Predictor) stepCells(held game.Tick) error {
	c := &p.cells
	if c.frame.Ticks == 0 {
		return p.sameTick()
	}
	c.tellOnce()
	for k := range c.frame.Ticks {
		last := k == c.frame.Ticks-1
		g := &c.ticks[k]
		before := p.past.at(held + game.Tick(k))
		if err := g.into(&p.replica); err != nil {
			return err
		}
		p.replica.Tick = held + game.Tick(k) + 1
		if last {
			p.give()
			if before != nil {
				g.events = p.untold(&before.public, g.events)
			}
		}
		p.past.keep(&p.replica.Public, g.events)
		p.past.at(p.replica.Tick).sure = last
		p.happens.known(g.events, p.seat)
		p.seen.known(p.replica.Tick, g.events)
	}
	return nil
}

// sameTick takes in whole cells of the tick that is known already.
func (p *Predictor) sameTick() error {
	if err := p.cells.ticks[0].into(&p.replica); err != nil {
		return err
	}
	p.give()
	var events []game.Event
	if m := p.past.at(p.replica.Tick); m != nil {
		events = m.events
	}
	p.past.keep(&p.replica.Public, events)
	return nil
}

// give lets my ship have what is private of it, in the replica and in the cell it is in, which goes on from there.
func (p *Predictor) give() {
	i := p.replica.ShipOf(p.seat)
	if i < 0 {
		return
	}
	p.replica.Private[i] = p.cells.mine
	for _, cell := range p.cells.held {
		if i := cell.ShipOf(p.seat); i >= 0 {
			cell.Private[i] = p.cells.mine
		}
	}
}

// bounds are the corners of what is known; of the whole world where nothing is.
func (c *cells) bounds(g game.Grid) (from, to game.Vec) {
	if len(c.ids) == 0 {
		from, _ = g.Bounds(0)
		_, to = g.Bounds(game.Cell(g.Cells() - 1))
		return from, to
	}
	from, to = g.Bounds(c.ids[0])
	for _, cell := range c.ids {
		a, b := g.Bounds(cell)
		from = game.Vec{X: min(from.X, a.X), Y: min(from.Y, a.Y)}
		to = game.Vec{X: max(to.X, b.X), Y: max(to.Y, b.Y)}
	}
	return from, to
}
