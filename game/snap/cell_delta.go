package snap

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// A cell's delta: the effective inputs of the ships it held, tick by tick, as in a Delta without facts; and then how what
// is true differs from what game.Step makes of the cell alone. What came from other cells and what acts across a border is
// all there is to say: mostly nothing. Step begins with every ship's past as if it had always stood where it is
// (game.Public.StandStill).
//
//	for each tick, for each ship, in ascending order of seat: thrust, buttons, aim
//	ctxNews: is anything not as expected?          no: only what is expected outside of the cell is gone
//	    for each ship expected:   ctxShipNews + (expected inside 0, outside 1): news of it?
//	        inside:   ctxShipGone: gone?    no: how it differs (cell_ship.go)      outside: it is here; how it differs
//	    while ctxShipIn:          its seat; how it differs from a blank one
//	    for each shot expected:   ctxShotNews + (expected inside 0, outside 1): news of it?
//	        inside:   ctxShotGone: gone?    no: the shot (cell_shot.go)            outside: the shot
//	    while ctxShotIn:          the shot
//	    for each pick-up:         ctxPickNews: news of it?       yes: kind 3 bits, due
//	    ctxPaneNews: other panes broken than expected?           yes: how many, and all of them (cell_full.go)
//	    while ctxKill:            a kill that the cell alone does not show (cell_kill.go)
//	ctxCellHash: a hash?          yes: raw 32, the lower half of game.Public.Hash of the content after it all
//
// Both sides then bring what they hold to what cells tell (CellState.Told).

// CellCodec writes and reads cells. It keeps nothing but memory from one to the next; its zero value is ready. It is for one
// goroutine at a time.
type CellCodec struct {
	known  []known
	events []game.Event
	input  game.Entry
	left   leftovers
}

// begin takes over the ships as they stand before the interval.
func (k *CellCodec) begin(ships []game.Ship) {
	k.known = k.known[:0]
	for i := range ships {
		s := &ships[i]
		k.known = append(k.known, known{seat: s.Seat, aim: s.Aim & aimMask, thrust: s.Thrust, lag: s.Lag, alive: s.Alive, mirror: s.Mirror})
	}
}

// AppendDelta appends what leads from c, the content that everybody holds, to d.After, and makes c that. Nothing to tell is
// no bytes.
func (k *CellCodec) AppendDelta(dst []byte, c *CellState, a *arena.Arena, d *CellDelta) []byte {
	var w writer
	w.begin(dst, &untouched)
	expectCells(&w.model)
	k.begin(c.Ships)
	k.events = k.events[:0]
	c.StandStill()
	for i := range d.Entries {
		e := &d.Entries[i]
		for n := range k.known {
			w.input(&k.known[n], e.Inputs[n])
		}
		k.events = game.Step(&c.State, a, e, k.events)
	}
	if d.Predicted != nil {
		d.Predicted(c)
	}
	c.Told()
	z := c.zone(a)
	news := k.news(&z, c, d)
	if w.bit(ctxNews, news); news {
		k.tell(&w, &z, c, d)
	}
	// What was expected gives way to what is true; its memory is for the next.
	c.State, d.After.State = d.After.State, c.State
	if w.bit(ctxCellHash, d.Hash); d.Hash {
		w.raw(uint32(c.Hash()), 32)
	}
	return w.finish()
}

// news says whether anything is not as expected.
func (k *CellCodec) news(z *zone, c *CellState, d *CellDelta) bool {
	t := d.After
	i := 0
	for n := range c.Ships {
		s := &c.Ships[n]
		if !z.holds(s.Pos) {
			if i < len(t.Ships) && t.Ships[i].Seat == s.Seat {
				return true
			}
			continue
		}
		if i == len(t.Ships) || t.Ships[i] != *s {
			return true
		}
		i++
	}
	if i < len(t.Ships) {
		return true
	}
	i = 0
	for n := range c.Shots {
		s := &c.Shots[n]
		if !z.holds(s.Pos) {
			if i < len(t.Shots) && t.Shots[i].ID == s.ID {
				return true
			}
			continue
		}
		if i == len(t.Shots) || t.Shots[i] != *s {
			return true
		}
		i++
	}
	if i < len(t.Shots) {
		return true
	}
	for n := range c.Pickups {
		if c.Pickups[n] != t.Pickups[n] {
			return true
		}
	}
	if !z.samePanes(c.Broken, t.Broken) {
		return true
	}
	for n := range d.Kills {
		if !k.shown(&d.Kills[n]) {
			return true
		}
	}
	return false
}

// tell writes all that is not as expected.
func (k *CellCodec) tell(w *writer, z *zone, c *CellState, d *CellDelta) {
	t := d.After
	i := 0
	for n := range c.Ships {
		s := &c.Ships[n]
		for i < len(t.Ships) && t.Ships[i].Seat < s.Seat {
			i++
		}
		var is *game.Ship
		if i < len(t.Ships) && t.Ships[i].Seat == s.Seat {
			is = &t.Ships[i]
		}
		w.shipNews(z, s, is)
	}
	i = 0
	for n := range t.Ships {
		s := &t.Ships[n]
		for i < len(c.Ships) && c.Ships[i].Seat < s.Seat {
			i++
		}
		if i == len(c.Ships) || c.Ships[i].Seat != s.Seat {
			w.bit(ctxShipIn, true)
			w.newShip(z, s)
		}
	}
	w.bit(ctxShipIn, false)
	i = 0
	for n := range c.Shots {
		s := &c.Shots[n]
		for i < len(t.Shots) && t.Shots[i].ID < s.ID {
			i++
		}
		var is *game.Shot
		if i < len(t.Shots) && t.Shots[i].ID == s.ID {
			is = &t.Shots[i]
		}
		w.shotNews(z, s, is)
	}
	i = 0
	for n := range t.Shots {
		s := &t.Shots[n]
		for i < len(c.Shots) && c.Shots[i].ID < s.ID {
			i++
		}
		if i == len(c.Shots) || c.Shots[i].ID != s.ID {
			w.bit(ctxShotIn, true)
			w.shot(z, s)
		}
	}
	w.bit(ctxShotIn, false)
	for n := range t.Pickups {
		other := c.Pickups[n] != t.Pickups[n]
		if w.bit(ctxPickNews, other); other {
			w.pickup(z, &t.Pickups[n])
		}
	}
	same := z.samePanes(c.Broken, t.Broken)
	if w.bit(ctxPaneNews, !same); !same {
		w.panes(z, t.Broken)
	}
	for n := range d.Kills {
		if !k.shown(&d.Kills[n]) {
			w.bit(ctxKill, true)
			w.kill(z, &d.Kills[n])
		}
	}
	w.bit(ctxKill, false)
}

// shipNews writes what became of a ship that was expected; is is what it is, nil where it is no longer here.
func (w *writer) shipNews(z *zone, s, is *game.Ship) {
	if !z.holds(s.Pos) {
		if w.bit(ctxShipNews+1, is != nil); is != nil {
			w.ship(z, 0, s, is)
		}
		return
	}
	news := is == nil || *is != *s
	if w.bit(ctxShipNews, news); !news {
		return
	}
	if w.bit(ctxShipGone, is == nil); is != nil {
		w.ship(z, 0, s, is)
	}
}

func (w *writer) newShip(z *zone, s *game.Ship) {
	w.whose(s.Seat)
	blank := blankShip(s.Seat)
	w.ship(z, shipIn, &blank, s)
}

func (w *writer) shotNews(z *zone, s, is *game.Shot) {
	if !z.holds(s.Pos) {
		if w.bit(ctxShotNews+1, is != nil); is != nil {
			w.shot(z, is)
		}
		return
	}
	news := is == nil || *is != *s
	if w.bit(ctxShotNews, news); !news {
		return
	}
	if w.bit(ctxShotGone, is == nil); is != nil {
		w.shot(z, is)
	}
}
