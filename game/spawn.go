package game

import "bankshot/game/arena"

const (
	// spawnFar is the distance to the nearest enemy, in units, beyond which farther is no better.
	spawnFar = 420
	// spawnHidden is what it is worth, in units of distance, that no enemy has a free line to the place; spawnFire what it
	// costs that a shot flies within spawnFireNear units of it.
	spawnHidden   = 160
	spawnFire     = 160
	spawnFireNear = 200
	// spawnRoom is how near to a team-mate, in units, a place is taken by it: worse than any that is free.
	spawnRoom = 64
	// spawnAlike is by how much, in units, a place may be worse than the best one and still be as good: chance chooses among
	// all that are, so that nobody can wait at any, and none is there for nothing.
	spawnAlike = 64
)

// spawnDue says whether a ship waits for nothing but a place.
func spawnDue(p *Public) bool {
	for i := range p.Ships {
		if p.Ships[i].due() {
			return true
		}
	}
	return false
}

func (p *Ship) due() bool { return !p.Alive && p.RespawnIn == 0 }

// decideSpawns lets every ship appear that is due, each seeing those before it, so that many at once spread out.
func decideSpawns(next *State, a *arena.Arena, secret *Secret, e *Entry) {
	if Endless(next.Mode) {
		decideRefuges(next, a, secret, e)
		return
	}
	for i := range next.Ships {
		if len(e.Facts) >= MaxFacts {
			return
		}
		if next.Ships[i].due() {
			pos, ok := bestSpawn(next, &next.Ships[i], a, secret)
			if !ok {
				continue
			}
			centre := Vec{X: int32(a.W) * arena.TileSub / 2, Y: int32(a.H) * arena.TileSub / 2}
			next.decide(Fact{Kind: FactSpawn, Seat: next.Ships[i].Seat, Pos: pos, Aim: Toward(sub(centre, pos))}, e)
		}
	}
}

// bestSpawn is any of the places that are about as good as the best one.
func bestSpawn(next *State, ship *Ship, a *arena.Arena, secret *Secret) (Vec, bool) {
	var room [arena.MaxSpawns]place
	places := next.spawnPlaces(ship.Team, a, room[:0])
	if len(places) == 0 {
		return Vec{}, false
	}
	best := places[0].worth
	for _, p := range places {
		best = max(best, p.worth)
	}
	n := 0
	for _, p := range places {
		if p.worth >= best-spawnAlike {
			places[n] = p
			n++
		}
	}
	return places[secret.next()%uint64(n)].pos, true
}

// place is where a ship may appear, and how good that is, in units.
type place struct {
	pos   Vec
	worth int64
}

// spawnPlaces appends the places of a team, where it has any, or else those of the arena.
func (next *State) spawnPlaces(team uint8, a *arena.Arena, places []place) []place {
	consider := func(cell arena.Cell) {
		pos := cell.Centre()
		places = append(places, place{pos, spawnWorth(next, team, a, pos)})
	}
	if team != NoTeam {
		for i := range a.Places {
			if p := &a.Places[i]; p.Kind == arena.TeamSpawn && p.Group == team {
				consider(p.At)
			}
		}
	}
	if len(places) == 0 {
		for _, cell := range a.Spawns {
			consider(cell)
		}
	}
	return places
}

func spawnWorth(next *State, team uint8, a *arena.Arena, pos Vec) int64 {
	nearest, worth, taken := int64(spawnFar), int64(spawnHidden), false
	for i := range next.Ships {
		ship := &next.Ships[i]
		if !ship.Alive {
			continue
		}
		away := int64(distance(ship.Pos, pos)) / Unit
		if team != NoTeam && ship.Team == team {
			if away < spawnRoom {
				taken = true
			}
			continue
		}
		nearest = min(nearest, away)
		if worth > 0 && a.Clear(ship.Pos, pos) {
			worth = 0
		}
	}
	worth += nearest
	if next.nearShot(pos, team) {
		worth -= spawnFire
	}
	if taken {
		worth -= 2 * spawnFar
	}
	return worth
}

// nearShot says whether a shot flies close by that is not of the team.
func (s *State) nearShot(pos Vec, team uint8) bool {
	for i := range s.Shots {
		shot := &s.Shots[i]
		if inBox(sub(shot.Pos, pos), spawnFireNear*Unit) && (team == NoTeam || s.teamOf(shot.Owner) != team) {
			return true
		}
	}
	return false
}

// next is the next number of the stream: SplitMix64, whose whole state is one word.
func (s *Secret) next() uint64 {
	s.Rand += 0x9e3779b97f4a7c15
	z := s.Rand
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}
