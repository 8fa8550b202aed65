package game

import "bankshot/game/arena"

// ZoneRadius is how far a zone reaches around its place.
const ZoneRadius = 120 * Unit

// moveZone moves the n-th goal, a zone, on to the next of the arena's places, where it stays until due.
func (s *State) moveZone(a *arena.Arena, n int, due Tick, ev []Event) []Event {
	z := &s.Goals[n]
	z.Due = due
	if _, ok := z.Home(a); !ok {
		return ev
	}
	z.Place = z.next(a)
	at, _ := z.Home(a)
	return append(ev, s.goalEvent(EventMoved, n, NoSeat, at))
}

// holdZone notes who is alone in the n-th goal, a zone: the index of the ship, or -1.
func (s *State) holdZone(a *arena.Arena, n int) (holder int) {
	z := &s.Goals[n]
	z.Holder = NoSeat
	at, ok := z.Home(a)
	if !ok {
		return -1
	}
	holder = -1
	for i := range s.Ships {
		if !s.Ships[i].Alive || !near(s.Ships[i].Pos, at, ZoneRadius) {
			continue
		}
		if holder >= 0 {
			return -1 // two in it hold nothing
		}
		holder = i
	}
	if holder >= 0 {
		z.Holder = s.Ships[holder].Seat
	}
	return holder
}
