package snap

import (
	"slices"

	"bankshot/game"
)

// A cell's news: how what is true differs from what is expected, once all has been handed over.
//
//	for each ship expected:   ctxShipNews: news of it?   ctxShipGone: gone?    no: how it differs (cell_ship.go)
//	while ctxShipIn:          its seat; how it differs from a blank one
//	for each shot expected:   ctxShotNews: news of it?   ctxShotGone: gone?    no: the shot (cell_shot.go)
//	while ctxShotIn:          the shot
//	for each pick-up:         ctxPickNews: news of it?       yes: kind 3 bits, due
//	ctxPaneNews: other panes broken than expected?           yes: how many, and all of them (cell_full.go)
//	while ctxKill:            a kill that the cell alone does not show (cell_kill.go)

func (w *writer) tell(z *zone, c *CellState, words *CellWords, d *CellDelta) {
	t := d.After
	w.shipNews(z, c.Ships, t.Ships)
	w.shotNews(z, c.Shots, t.Shots)
	for n := range t.Pickups {
		other := c.Pickups[n] != t.Pickups[n]
		if w.bit(ctxPickNews, other); other {
			w.pickup(z, &t.Pickups[n])
		}
	}
	same := slices.Equal(c.Broken, t.Broken)
	if w.bit(ctxPaneNews, !same); !same {
		w.panes(z, t.Broken)
	}
	for n := range d.Kills {
		if words.unseen(d.Kills[n]) {
			w.bit(ctxKill, true)
			w.kill(z, &d.Kills[n])
		}
	}
	w.bit(ctxKill, false)
}

func (w *writer) shipNews(z *zone, expected, are []game.Ship) {
	for n := range expected {
		s := &expected[n]
		i, here := findShip(are, s.Seat)
		news := !here || are[i] != *s
		if w.bit(ctxShipNews, news); !news {
			continue
		}
		if w.bit(ctxShipGone, !here); here {
			w.ship(z, 0, s, &are[i])
		}
	}
	for n := range are {
		s := &are[n]
		if _, known := findShip(expected, s.Seat); !known {
			w.bit(ctxShipIn, true)
			w.newShip(z, s)
		}
	}
	w.bit(ctxShipIn, false)
}

func (w *writer) newShip(z *zone, s *game.Ship) {
	w.whose(s.Seat)
	blank := blankShip(s.Seat)
	w.ship(z, shipIn, &blank, s)
}

func (w *writer) shotNews(z *zone, expected, are []game.Shot) {
	for n := range expected {
		s := &expected[n]
		i, here := findShot(are, s.ID)
		news := !here || are[i] != *s
		if w.bit(ctxShotNews, news); !news {
			continue
		}
		if w.bit(ctxShotGone, !here); here {
			w.shot(z, &are[i])
		}
	}
	for n := range are {
		s := &are[n]
		if _, known := findShot(expected, s.ID); !known {
			w.bit(ctxShotIn, true)
			w.shot(z, s)
		}
	}
	w.bit(ctxShotIn, false)
}

// hear reads the news and puts right what was expected; the kills told of are k.shown.
func (k *CellCodec) hear(r *reader, z *zone, c *CellState) error {
	if err := r.shipNews(z, c); err != nil {
		return err
	}
	if err := r.shotNews(z, c); err != nil {
		return err
	}
	for n := range c.Pickups {
		if r.bit(ctxPickNews) {
			r.pickup(z, &c.Pickups[n])
		}
	}
	if r.bit(ctxPaneNews) {
		c.Broken = r.panes(z, c.Broken[:0])
	}
	for n := 0; r.bit(ctxKill); n++ {
		if n == mostKills || r.spent() {
			return ErrTooManyFacts
		}
		k.shown = append(k.shown, r.kill(z, c))
	}
	return nil
}

func (r *reader) shipNews(z *zone, c *CellState) error {
	n := 0
	for i := range c.Ships {
		if r.bit(ctxShipNews) {
			if r.bit(ctxShipGone) {
				continue
			}
			r.ship(z, 0, &c.Ships[i])
		}
		if n != i {
			c.Ships[n], c.Private[n] = c.Ships[i], c.Private[i]
		}
		n++
	}
	c.Ships, c.Private = c.Ships[:n], c.Private[:n]
	return r.comeShips(z, c, ctxShipIn)
}

// comeShips reads ships that come in, each after a yes to more.
func (r *reader) comeShips(z *zone, c *CellState, more context) error {
	for r.bit(more) {
		if len(c.Ships) == mostCellShips || r.spent() {
			return ErrShips
		}
		s := r.newShip(z)
		if !c.addShip(&s, game.Private{}) {
			return ErrTwice
		}
	}
	return nil
}

func (r *reader) newShip(z *zone) game.Ship {
	s := blankShip(r.whose())
	r.ship(z, shipIn, &s)
	return s
}

func (r *reader) shotNews(z *zone, c *CellState) error {
	n := 0
	for i := range c.Shots {
		s := c.Shots[i]
		if r.bit(ctxShotNews) {
			if r.bit(ctxShotGone) {
				continue
			}
			s = r.shot(z)
		}
		c.Shots[n] = s
		n++
	}
	c.Shots = c.Shots[:n]
	return r.comeShots(z, c, ctxShotIn)
}

func (r *reader) comeShots(z *zone, c *CellState, more context) error {
	for r.bit(more) {
		if len(c.Shots) == mostCellShots || r.spent() {
			return ErrShots
		}
		s := r.shot(z)
		if !c.addShot(&s) {
			return ErrTwice
		}
	}
	return nil
}
