package game

import "bankshot/game/arena"

// breakGlass breaks what a shot has met, where it breaks. a is this tick's view of the arena, which is brought up to date.
func (s *State) breakGlass(a *arena.Arena, met arena.Contact, ev []Event) []Event {
	var around [4]arena.Cell
	for _, c := range met.Cells(around[:0]) {
		tile := a.At(c.X, c.Y)
		if !tile.Breaks() || len(s.Broken) >= MostBroken(s.Mode) {
			continue
		}
		pane := arena.Pane{Index: int32(a.Index(c)), Back: uint32(s.Tick) + tile.Rules().Gone}
		i := len(s.Broken)
		for i > 0 && s.Broken[i-1].Index > pane.Index {
			i--
		}
		s.Broken = append(s.Broken, arena.Pane{})
		copy(s.Broken[i+1:], s.Broken[i:])
		s.Broken[i] = pane
		*a = a.Live(s.Broken)
		ev = append(ev, Event{Kind: EventShattered, Tick: s.Tick, Seat: NoSeat, Other: NoSeat, Pos: c.Centre()})
	}
	return ev
}

// mendGlass lets glass return whose time has come and where nobody is in its way.
func mendGlass(s *State, a *arena.Arena, ev []Event) []Event {
	kept := s.Broken[:0]
	for _, pane := range s.Broken {
		at := a.CellAt(int(pane.Index)).Centre()
		if int32(uint32(s.Tick)-pane.Back) < 0 || s.occupied(at) {
			kept = append(kept, pane)
			continue
		}
		ev = append(ev, Event{Kind: EventMended, Tick: s.Tick, Seat: NoSeat, Other: NoSeat, Pos: at})
	}
	s.Broken = kept
	return ev
}

// occupied says whether a ship or a shot is in the tile around at.
func (s *State) occupied(at Vec) bool {
	const half = arena.TileSub / 2
	const reach = half + ShipRadius
	for _, i := range s.around(sub(at, Vec{X: reach, Y: reach}), add(at, Vec{X: reach, Y: reach})) {
		if d := sub(s.Ships[i].Pos, at); s.Ships[i].Alive && inBox(d, reach) {
			return true
		}
	}
	for i := range s.Shots {
		if inBox(sub(s.Shots[i].Pos, at), half) {
			return true
		}
	}
	return false
}

func inBox(d Vec, half int32) bool { return d.X >= -half && d.X <= half && d.Y >= -half && d.Y <= half }
