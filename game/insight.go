package game

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
		p := &s.Shots[i]
		if p.Owner == ship.Seat && p.Weapon == ship.Weapon && !p.Returned &&
			abs(int64(p.Pos.X-ship.Pos.X)) <= FrontierSightX && abs(int64(p.Pos.Y-ship.Pos.Y)) <= FrontierSightY {
			n++
		}
	}
	return n
}
