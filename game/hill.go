package game

import "bankshot/game/arena"

// holdHill is the goal of Hill: whoever is alone in the zone gets a point every HillEvery ticks. The zone moves on through
// the arena's hills in their order, HillMoves ticks each.
func holdHill(s *State, a *arena.Arena, ev []Event) []Event {
	if s.Mode != arena.Hill {
		return ev
	}
	if s.Counts() && s.Tick >= s.HillEnd {
		s.HillEnd = s.Tick + HillMoves
		if n := a.Count(arena.HillPlace); n > 0 {
			s.Hill = uint8((int(s.Hill) + 1) % n)
			ev = append(ev, Event{Kind: EventHillMoved, Tick: s.Tick, Seat: NoSeat, Other: NoSeat, Amount: int16(s.Hill)})
		}
	}
	s.HillHolder = NoSeat
	at, ok := HillOf(&s.Public, a)
	if !ok {
		return ev
	}
	for i := range s.Ships {
		if !s.Ships[i].Alive || !near(s.Ships[i].Pos, at, HillRadius) {
			continue
		}
		if s.HillHolder != NoSeat {
			s.HillHolder = NoSeat
			return ev
		}
		s.HillHolder = s.Ships[i].Seat
	}
	if s.HillHolder != NoSeat && s.Counts() && s.Tick%HillEvery == 0 {
		ship := &s.Ships[s.ShipOf(s.HillHolder)]
		ship.Score++
		ship.Goals++
	}
	return ev
}

// HillOf is the middle of the zone that is to be held now.
func HillOf(p *Public, a *arena.Arena) (Vec, bool) {
	if p.Mode != arena.Hill {
		return Vec{}, false
	}
	cell, ok := a.Find(arena.HillPlace, p.Hill)
	return cell.Centre(), ok
}
