package game

import "bankshot/game/arena"

const (
	// spawnFar is the distance to the nearest enemy, in units, beyond which farther is no better.
	spawnFar = 900
	// spawnHidden is what it is worth, in units of distance, that no enemy has a free line to the place.
	spawnHidden = 160
	// spawnRoom is how near to a team-mate, in units, a place is taken by it: worse than any that is free.
	spawnRoom = 64
	// spawnChance is how far apart in worth two places may be and still change their order by luck.
	spawnChance = 64
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

// bestSpawn is the place farthest from everybody, better hidden than not, with a little luck so that nobody waits there.
func bestSpawn(next *State, ship *Ship, a *arena.Arena, secret *Secret) (best Vec, ok bool) {
	bestWorth := int64(0)
	consider := func(cell arena.Cell) {
		pos := cell.Centre()
		worth := spawnWorth(next, ship.Team, a, pos) + int64(secret.next()%spawnChance)
		if worth > bestWorth || !ok {
			best, bestWorth, ok = pos, worth, true
		}
	}
	if ship.Team != NoTeam {
		for i := range a.Places {
			if p := &a.Places[i]; p.Kind == arena.TeamSpawn && p.Group == ship.Team {
				consider(p.At)
			}
		}
	}
	if !ok {
		for _, cell := range a.Spawns {
			consider(cell)
		}
	}
	return best, ok
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
	if taken {
		return nearest + worth - 2*spawnFar
	}
	return nearest + worth
}

// next is the next number of the stream: SplitMix64, whose whole state is one word.
func (s *Secret) next() uint64 {
	s.Rand += 0x9e3779b97f4a7c15
	z := s.Rand
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}
