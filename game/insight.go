package game

import "math"

// FrontierSightX and FrontierSightY: in Frontier, of a ship's shots only those so near to it to the sides, and up and down,
// count as in flight when it is to fire again, well within what its player is told of. Whether a shot still flies beyond
// that its player cannot know, and would have to, to foresee what the trigger does.
const (
	FrontierSightX = 512 * Unit
	FrontierSightY = 288 * Unit
)

// shotsInSight is LiveShots, of those shots that count where a ship is.
func (s *State) shotsInSight(ship *Ship) int {
	n := 0
	for i := range s.Shots {
		if p := &s.Shots[i]; p.Owner == ship.Seat && p.Weapon == ship.Weapon && !p.Returned && p.inSight(ship) {
			n++
		}
	}
	return n
}

func (p *Shot) inSight(ship *Ship) bool {
	return abs(int64(p.Pos.X-ship.Pos.X)) <= FrontierSightX && abs(int64(p.Pos.Y-ship.Pos.Y)) <= FrontierSightY
}

// countLive is flying for every ship at once, in one walk through the shots; nil where there are so few ships that each may
// count for itself. No weapon lets a ship have more than 255 shots in flight and fire on: beyond that it stops counting.
func (s *State) countLive() []uint8 {
	if len(s.Ships) < crowdFrom {
		return nil
	}
	w := s.scratch()
	if w.slots == nil {
		w.slots = make([]uint16, 1<<16)
	}
	w.seats, w.live = w.seats[:0], w.live[:0]
	for i := range s.Ships {
		w.slots[s.Ships[i].Seat] = uint16(i)
		w.seats = append(w.seats, s.Ships[i].Seat)
		w.live = append(w.live, 0)
	}
	endless := Endless(s.Mode)
	for i := range s.Shots {
		p := &s.Shots[i]
		k := int(w.slots[p.Owner])
		if p.Returned || k >= len(w.seats) || w.seats[k] != p.Owner || w.live[k] == math.MaxUint8 {
			continue
		}
		if ship := &s.Ships[k]; ship.Weapon == p.Weapon && (!endless || p.inSight(ship)) {
			w.live[k]++
		}
	}
	return w.live
}
