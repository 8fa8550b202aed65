package game

import "bankshot/game/arena"

// CheckCell says whether s can be the content of one cell of arena a: what Check asks of a whole state, as far as it can be
// asked of a part, and that all of it lies there.
func (s *State) CheckCell(a *arena.Arena, cell Cell) error {
	g := GridOf(a)
	switch {
	case int(cell) >= g.Cells():
		return ErrOutside
	case s.Phase >= Phases:
		return ErrPhase
	case s.Arena != a.Hash:
		return ErrArena
	case s.Mode >= arena.Modes:
		return ErrMode
	}
	if err := s.checkCellGround(a, g, cell); err != nil {
		return err
	}
	live := a.Live(s.Broken)
	for i := range s.Ships {
		ship := &s.Ships[i]
		err := ship.checkIn(&live, g, cell)
		switch {
		case err != nil:
		case i > 0 && s.Ships[i-1].Seat >= ship.Seat:
			err = ErrOrder
		case g.CellOf(ship.Pos) != cell:
			err = ErrOutside
		}
		if err != nil {
			return &BadElement{What: "ship", Index: i, Err: err}
		}
	}
	for i := range s.Shots {
		err := s.Shots[i].check(s.Tick, &live)
		switch {
		case err != nil:
		case i > 0 && s.Shots[i-1].ID >= s.Shots[i].ID:
			err = ErrOrder
		case g.CellOf(s.Shots[i].Pos) != cell:
			err = ErrOutside
		}
		if err != nil {
			return &BadElement{What: "shot", Index: i, Err: err}
		}
	}
	return nil
}

func (s *State) checkCellGround(a *arena.Arena, g Grid, cell Cell) error {
	for i := range s.Pickups {
		switch p := &s.Pickups[i]; {
		case p.Kind >= PickupKinds:
			return &BadElement{What: "pick-up", Index: i, Err: ErrPickup}
		case i > 0 && s.Pickups[i-1].Place >= p.Place:
			return &BadElement{What: "pick-up", Index: i, Err: ErrOrder}
		}
	}
	for i := range s.Broken {
		at := int(s.Broken[i].Index)
		switch {
		case i > 0 && s.Broken[i-1].Index >= s.Broken[i].Index:
			return &BadElement{What: "pane", Index: i, Err: ErrOrder}
		case at < 0 || at >= len(a.Tiles) || !a.Tiles[at].Breaks() || g.CellOf(a.CellAt(at).Centre()) != cell:
			return &BadElement{What: "pane", Index: i, Err: ErrGlass}
		}
	}
	return nil
}

// checkIn is check for a ship of a cell. One that reaches over the cell's border may be where glass of the next cell is
// broken, which this one doesn't know of: there only its centre has to be free.
func (p *Ship) checkIn(a *arena.Arena, g Grid, cell Cell) error {
	from, to := g.Bounds(cell)
	if p.Pos.X-from.X >= ShipRadius && p.Pos.Y-from.Y >= ShipRadius && to.X-p.Pos.X >= ShipRadius && to.Y-p.Pos.Y >= ShipRadius {
		return p.check(a)
	}
	if p.Alive && (!within(p.Pos, a) || a.Solid(p.Pos)) {
		return ErrPlace
	}
	apart := *p
	apart.Alive = false
	if p.Alive {
		apart.Health = 0
		if p.Health == 0 || p.Health > MaxHealth {
			return ErrHealth
		}
	}
	return apart.check(a)
}
