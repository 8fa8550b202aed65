package arena

// The fewest spawns that modes ask for: of a duel's arena, and of each team.
const (
	DuelSpawns = 4
	TeamSpawns = 4
)

// checkModes looks at what each mode that the arena is made for needs, and that nobody has a better half of it.
func (a *Arena) checkModes(p *Problems) {
	if a.Made() {
		return
	}
	if a.Modes == 0 || a.Modes>>Matched != 0 {
		p.add(nowhere, "is made for no mode that there is")
		return
	}
	all := modeRow{}
	for m := range Modes {
		if a.Modes.Has(m) {
			row := &modeRows[m]
			all.teams, all.bases, all.zones = all.teams || row.teams, all.bases || row.bases, all.zones || row.zones
			all.even = all.even || row.even || row.teams
			if row.spawns > len(a.Spawns) {
				p.add(nowhere, "has %d spawns, %v needs %d", len(a.Spawns), m, row.spawns)
			}
		}
	}
	for team := uint8(1); team <= 2; team++ {
		if n := a.count(TeamSpawn, team); n < TeamSpawns && all.teams {
			p.add(nowhere, "has %d spawns of team %d, teams need %d", n, team, TeamSpawns)
		}
		if n := a.count(Base, team); n != 1 && all.bases {
			p.add(nowhere, "has %d bases of team %d, flags need 1", n, team)
		}
	}
	if all.zones {
		a.checkZones(p)
	}
	if all.even && !a.fair() {
		p.add(nowhere, "is not fair: mirrored left and right or up and down, or turned by half a turn, it must be itself, with team 1 where team 2 is")
	}
}

func (a *Arena) checkZones(p *Problems) {
	n := a.Count(ZonePlace)
	if n == 0 {
		p.add(nowhere, "has no place for a zone")
	}
	for group := range uint8(n) {
		if a.count(ZonePlace, group) != 1 {
			p.add(nowhere, "must have one zone each of H, I, J, in this order, as many as there are")
			return
		}
	}
}

func (a *Arena) count(kind PlaceKind, group uint8) int {
	n := 0
	for i := range a.Places {
		if a.Places[i].Kind == kind && a.Places[i].Group == group {
			n++
		}
	}
	return n
}

// fair says whether one of the symmetries that swap the two halves maps the arena onto itself.
func (a *Arena) fair() bool {
	return a.same(turnNegX) || a.same(turnNegY) || a.same(turnBack)
}

// same says whether the arena is itself after a turn about its middle, with the teams swapped.
func (a *Arena) same(turn Turn) bool {
	move := func(c Cell) Cell {
		if turn&turnNegX != 0 {
			c.X = a.W - 1 - c.X
		}
		if turn&turnNegY != 0 {
			c.Y = a.H - 1 - c.Y
		}
		return c
	}
	for i, t := range a.Tiles {
		to := move(a.CellAt(i))
		if a.Tiles[a.Index(to)] != t.Turned(turn) {
			return false
		}
	}
	for _, s := range a.Spawns {
		if !a.spawnAt(move(s)) {
			return false
		}
	}
	for _, place := range a.Places {
		if !a.counterpart(place, move(place.At)) {
			return false
		}
	}
	return true
}

func (a *Arena) spawnAt(c Cell) bool {
	for _, s := range a.Spawns {
		if s == c {
			return true
		}
	}
	return false
}

// counterpart says whether at c is what place becomes for the other side. Which portal leads where, and in which order
// zones are held, is the same for both.
func (a *Arena) counterpart(place Place, c Cell) bool {
	for _, q := range a.Places {
		if q.At != c || q.Kind != place.Kind {
			continue
		}
		switch place.Kind {
		case TeamSpawn, Base:
			if q.Group == 3-place.Group {
				return true
			}
		default:
			return true
		}
	}
	return false
}
