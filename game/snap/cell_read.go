package snap

import (
	"slices"

	"bankshot/game"
	"bankshot/game/arena"
)

// These bound what one body may hold: all of the largest world in one cell.
const (
	mostCellShips = game.FrontierShips
	mostCellShots = game.FrontierShots
	mostKills     = 255
)

// DecodeDelta reads what AppendDelta wrote and brings c, the content held, so many ticks further. After each tick each is
// shown the content and what happened in it; after the last one all is put right that other cells have to do with, and
// the kills are among the events that the cell alone does not show. What is shown is the codec's own memory, until the next
// call. After an error c means nothing: ask for it in full.
func (k *CellCodec) DecodeDelta(body []byte, c *CellState, a *arena.Arena, ticks int, each func(*CellState, []game.Event)) error {
	if ticks < 1 || ticks > 12 {
		return ErrTicks
	}
	var r reader
	r.begin(body)
	expectCells(&r.model)
	k.begin(c.Ships)
	c.StandStill()
	for i := range ticks {
		k.input.Reset()
		for n := range k.known {
			k.input.Inputs = append(k.input.Inputs, r.input(&k.known[n]))
		}
		k.events = game.Step(&c.State, a, &k.input, k.events[:0])
		if i < ticks-1 && each != nil {
			each(c, k.events)
		}
	}
	if r.spent() {
		return ErrTruncated
	}
	k.left.keep(&c.State)
	c.Told()
	z := c.zone(a)
	news := r.bit(ctxNews)
	if news {
		if err := k.hear(&r, &z, c); err != nil {
			return err
		}
	} else {
		z.leave(c)
	}
	hash, hashed := uint32(0), r.bit(ctxCellHash)
	if hashed {
		hash = r.raw(32)
	}
	switch {
	case r.wrong:
		return ErrRange
	case !r.ended():
		return ErrTrailing
	}
	if news {
		if err := c.Check(a); err != nil {
			return err
		}
	}
	if hashed && uint32(c.Hash()) != hash {
		return ErrHash
	}
	if each != nil {
		each(c, k.events)
	}
	return nil
}

// leave drops what is outside of its cell now.
func (z *zone) leave(c *CellState) {
	n := 0
	for i := range c.Ships {
		if z.holds(c.Ships[i].Pos) {
			if n != i {
				c.Ships[n], c.Private[n] = c.Ships[i], c.Private[i]
			}
			n++
		}
	}
	c.Ships, c.Private = c.Ships[:n], c.Private[:n]
	n = 0
	for i := range c.Shots {
		if z.holds(c.Shots[i].Pos) {
			if n != i {
				c.Shots[n] = c.Shots[i]
			}
			n++
		}
	}
	c.Shots = c.Shots[:n]
	c.Broken = slices.DeleteFunc(c.Broken, func(p arena.Pane) bool { return !z.holdsPane(p) })
}

// hear reads what is not as expected and puts it right.
func (k *CellCodec) hear(r *reader, z *zone, c *CellState) error {
	if err := r.ships(z, c); err != nil {
		return err
	}
	if err := r.shots(z, c); err != nil {
		return err
	}
	for n := range c.Pickups {
		if r.bit(ctxPickNews) {
			r.pickup(z, &c.Pickups[n])
		}
	}
	if r.bit(ctxPaneNews) {
		c.Broken = r.panes(z, c.Broken[:0])
	} else {
		c.Broken = slices.DeleteFunc(c.Broken, func(p arena.Pane) bool { return !z.holdsPane(p) })
	}
	for n := 0; r.bit(ctxKill); n++ {
		if n == mostKills || r.spent() {
			return ErrTooManyFacts
		}
		k.events = append(k.events, r.kill(z, c))
	}
	return nil
}

func (r *reader) ships(z *zone, c *CellState) error {
	n := 0
	for i := range c.Ships {
		s, private := c.Ships[i], c.Private[i]
		switch inside := z.holds(s.Pos); {
		case inside && r.bit(ctxShipNews):
			if r.bit(ctxShipGone) {
				continue
			}
			r.ship(z, 0, &s)
		case !inside:
			if !r.bit(ctxShipNews + 1) {
				continue
			}
			r.ship(z, 0, &s)
		}
		c.Ships[n], c.Private[n] = s, private
		n++
	}
	c.Ships, c.Private = c.Ships[:n], c.Private[:n]
	for r.bit(ctxShipIn) {
		if len(c.Ships) == mostCellShips || r.spent() {
			return ErrShips
		}
		s := r.newShip(z)
		i, found := slices.BinarySearchFunc(c.Ships, s.Seat, func(p game.Ship, seat game.Seat) int { return int(p.Seat) - int(seat) })
		if found {
			return ErrTwice
		}
		c.Ships = slices.Insert(c.Ships, i, s)
		c.Private = slices.Insert(c.Private, i, game.Private{})
	}
	return nil
}

func (r *reader) newShip(z *zone) game.Ship {
	s := blankShip(r.whose())
	r.ship(z, shipIn, &s)
	return s
}

func (r *reader) shots(z *zone, c *CellState) error {
	n := 0
	for i := range c.Shots {
		s := c.Shots[i]
		switch inside := z.holds(s.Pos); {
		case inside && r.bit(ctxShotNews):
			if r.bit(ctxShotGone) {
				continue
			}
			s = r.shot(z)
		case !inside:
			if !r.bit(ctxShotNews + 1) {
				continue
			}
			s = r.shot(z)
		}
		c.Shots[n] = s
		n++
	}
	c.Shots = c.Shots[:n]
	for r.bit(ctxShotIn) {
		if len(c.Shots) == mostCellShots || r.spent() {
			return ErrShots
		}
		s := r.shot(z)
		i, found := slices.BinarySearchFunc(c.Shots, s.ID, func(p game.Shot, id game.ShotID) int {
			switch {
			case p.ID < id:
				return -1
			case p.ID > id:
				return 1
			}
			return 0
		})
		if found {
			return ErrTwice
		}
		c.Shots = slices.Insert(c.Shots, i, s)
	}
	return nil
}
