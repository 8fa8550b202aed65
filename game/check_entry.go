package game

import "bankshot/game/arena"

// Check says whether e may enter Step for the world p in arena a. What was decoded from a network or a file has to pass
// it; what Decide made always does.
func (e *Entry) Check(p *Public, a *arena.Arena) error {
	if len(e.Facts) > MaxFacts {
		return ErrFactCount
	}
	var r roster
	for i := range p.Ships {
		r.seats[i] = p.Ships[i].Seat
	}
	r.n = len(p.Ships)
	r.pickups = len(p.Pickups)
	for i := range e.Facts {
		if err := r.check(&e.Facts[i], a); err != nil {
			return &BadElement{What: "fact", Index: i, Err: err}
		}
	}
	if len(e.Inputs) != r.n {
		return ErrInputCount
	}
	for i := range e.Inputs {
		if err := e.Inputs[i].check(); err != nil {
			return &BadElement{What: "input", Index: i, Err: err}
		}
	}
	return nil
}

func (in Input) check() error {
	switch {
	case in.Thrust >= Thrusts:
		return ErrThrust
	case in.Aim >= AimSteps:
		return ErrAim
	case in.Lag > MaxLag:
		return ErrLag
	case in.Buttons&^AllButtons != 0:
		return ErrButtons
	}
	return nil
}

// roster is who has a ship while facts are checked one after another; in no order.
type roster struct {
	seats [MaxShips]Seat
	n     int

	pickups int // places for them
}

func (r *roster) find(seat Seat) int {
	for i, have := range r.seats[:r.n] {
		if have == seat {
			return i
		}
	}
	return -1
}

func (r *roster) check(f *Fact, a *arena.Arena) error {
	if f.Kind == 0 || f.Kind >= FactKinds {
		return ErrFactKind
	}
	switch f.Kind {
	case FactPhase:
		if f.Phase >= Phases {
			return ErrPhase
		}
		return nil
	case FactPickup:
		if f.Pickup == NoPickup || f.Pickup >= PickupKinds || int(f.Index) >= r.pickups {
			return ErrPickup
		}
		return nil
	}
	if f.Team > TeamTwo {
		return ErrTeam
	}
	i := r.find(f.Seat)
	if f.Kind == FactJoin {
		switch {
		case f.Seat == NoSeat:
			return ErrSeat
		case i >= 0:
			return ErrSeated
		case r.n == MaxShips:
			return ErrFull
		}
		r.seats[r.n] = f.Seat
		r.n++
		return checkName(f.Name)
	}
	if i < 0 {
		return ErrUnseated
	}
	switch f.Kind {
	case FactLeave:
		r.n--
		r.seats[i] = r.seats[r.n]
	case FactSpawn:
		if f.Aim >= AimSteps {
			return ErrAim
		}
		if !within(f.Pos, a) || !a.Fits(f.Pos, ShipRadius) {
			return ErrPlace
		}
	case FactRename:
		return checkName(f.Name)
	}
	return nil
}
