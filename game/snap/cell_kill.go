package snap

import "bankshot/game"

// A kill that a cell alone does not show, since the shot or the killer was another cell's:
//
//	victim's seat   killer's and helper's: 1 bit for nobody, else the seat   weapon 3 bits   banks 4 bits   returned 1 bit   revenge 1 bit
//	streak 8 bits           length, 5 bits of length               points, 5 bits of length, doubled, odd where negative

func (w *writer) kill(z *zone, e *game.Event) {
	w.whose(e.Seat)
	w.seat(e.Other)
	w.seat(e.Helper)
	w.raw(uint32(e.Weapon), weaponBits)
	w.raw(uint32(e.Banks), 4)
	w.flag(e.Returned)
	w.flag(e.Revenge)
	w.raw(uint32(e.Streak), 8)
	w.sized(uint32(e.Length), 5)
	w.sized(zigzag(int32(e.Amount)), 5)
}

func (r *reader) kill(z *zone, c *CellState) game.Event {
	e := game.Event{
		Kind: game.EventKilled, Tick: z.now, Seat: r.whose(), Other: r.seat(), Helper: r.seat(),
		Weapon: game.WeaponKind(r.raw(weaponBits)), Banks: uint8(r.raw(4)), Returned: r.raw(1) != 0, Revenge: r.raw(1) != 0,
		Streak: uint8(r.raw(8)), Length: uint16(r.sized(5)), Amount: int16(unzigzag(r.sized(5))),
	}
	if i := c.ShipOf(e.Seat); i >= 0 {
		e.Pos = c.Ships[i].Pos
	} else {
		r.wrong = true
	}
	r.wrong = r.wrong || e.Weapon >= game.WeaponKinds || e.Banks > game.MaxBanks
	return e
}

// unseen says whether the cell alone has not shown a kill.
func (t *CellWords) unseen(e game.Event) bool {
	for i := range t.kills {
		if p := &t.kills[i]; p.Seat == e.Seat && p.Tick == e.Tick && p.Other == e.Other && p.Amount == e.Amount {
			return false
		}
	}
	return true
}
