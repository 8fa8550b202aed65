package game

import "bankshot/game/arena"

// Check says whether e may enter Step for the world p in arena a. What was decoded from a network or a file has to pass
// it; what Decide made always does.
func (e *Entry) Check(p *Public, a *arena.Arena) error {
	if len(e.Facts) > MaxFacts {
		return ErrFactCount
	}
	r := roster{p: p, facts: e.Facts, n: len(p.Ships)}
	for i := range e.Facts {
		if err := r.check(i, a); err != nil {
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

// roster is who has a ship while facts are checked one after another.
type roster struct {
	p     *Public
	facts []Fact
	n     int // ships
}

// seated says whether a seat has a ship after the first so many facts.
func (r *roster) seated(seat Seat, facts int) bool {
	for i := facts - 1; i >= 0; i-- {
		if f := &r.facts[i]; f.Seat == seat && (f.Kind == FactJoin || f.Kind == FactLeave) {
			return f.Kind == FactJoin
		}
	}
	return r.p.ShipOf(seat) >= 0
}

func (r *roster) check(n int, a *arena.Arena) error {
	f := &r.facts[n]
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
		if f.Pickup == NoPickup || f.Pickup >= PickupKinds || !r.p.hasPickup(f.Index) {
			return ErrPickup
		}
		return nil
	}
	if f.Team > TeamTwo {
		return ErrTeam
	}
	seated := r.seated(f.Seat, n)
	if f.Kind == FactJoin {
		switch {
		case f.Seat == NoSeat:
			return ErrSeat
		case seated:
			return ErrSeated
		case r.n >= MostShips(r.p.Mode):
			return ErrFull
		}
		r.n++
		return checkName(f.Name)
	}
	if !seated {
		return ErrUnseated
	}
	switch f.Kind {
	case FactLeave:
		r.n--
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
