package game

import "bankshot/game/arena"

// Where ships appear in a large world: away from danger and near some company, looked for at a few places only, so that it
// costs the same however many play.
const (
	// refugeTries is how many places are looked at anywhere, and how many near some ship.
	refugeTries = 8
	// refugeNear and refugeFar are how far away the nearest other ship should be, in units: not on the screen, yet soon
	// to be found.
	refugeNear = 700
	refugeFar  = 1400
	// refugeHidden is what it is worth, in units, that the nearest has no free line to the place; refugeFire what shots cost
	// that fly close by.
	refugeHidden = 300
	refugeFire   = 600
	// refugeChance is how far apart in worth two places may be and still change their order by luck.
	refugeChance = 64
)

// refuge is a place for a ship in a large world.
type refuge struct {
	pos, toward Vec
}

// findRefuge chooses among a few places around some living ship and a few anywhere.
func (next *State) findRefuge(a *arena.Arena, secret *Secret) (best refuge, ok bool) {
	bestWorth := int64(0)
	consider := func(cell arena.Cell) {
		r := refuge{pos: cell.Centre()}
		worth := next.refugeWorth(&r, a) + int64(secret.next()%refugeChance)
		if worth > bestWorth || !ok {
			best, bestWorth, ok = r, worth, true
		}
	}
	if len(a.Spawns) == 0 {
		return best, false
	}
	for range refugeTries {
		consider(a.Spawns[secret.next()%uint64(len(a.Spawns))])
	}
	if company, any := next.company(secret); any {
		var near [refugeTries]arena.Cell
		seen := uint64(0)
		for _, cell := range a.Spawns {
			if d := sub(cell.Centre(), company); !inBox(d, refugeFar*Unit) || inBox(d, refugeNear*Unit/2) {
				continue
			}
			// Any refugeTries of them, each as likely as the others.
			k := seen
			if seen++; seen > refugeTries {
				k = secret.next() % seen
			}
			if k < refugeTries {
				near[k] = cell
			}
		}
		for _, cell := range near[:min(seen, refugeTries)] {
			consider(cell)
		}
	}
	return best, ok
}

// company is where some living ship is.
func (next *State) company(secret *Secret) (Vec, bool) {
	for range refugeTries {
		if ship := &next.Ships[secret.next()%uint64(len(next.Ships))]; ship.Alive {
			return ship.Pos, true
		}
	}
	return Vec{}, false
}

// refugeWorth is how good a place is, in units, and where the nearest other ship is from there.
func (next *State) refugeWorth(r *refuge, a *arena.Arena) int64 {
	nearest, at := next.nearest(r.pos, refugeFar*Unit)
	worth := int64(refugeNear) // alone, which is neither good nor bad
	if nearest >= 0 {
		r.toward = at
		units := int64(nearest) / Unit
		// Best at refugeNear, worse beyond it, a great deal worse before.
		worth = 2*refugeNear - max(units-refugeNear, 0)
		worth -= 4 * max(refugeNear-units, 0)
		if !a.Clear(at, r.pos) {
			worth += refugeHidden
		}
	}
	if next.underFire(r.pos) {
		worth -= refugeFire
	}
	return worth
}

// nearest is how far away the nearest living ship within reach is, and where; -1 for none.
func (s *State) nearest(pos Vec, reach int32) (best int32, at Vec) {
	best = -1
	rim := Vec{X: reach, Y: reach}
	for _, i := range s.around(sub(pos, rim), add(pos, rim)) {
		ship := &s.Ships[i]
		if !ship.Alive {
			continue
		}
		if d := distance(ship.Pos, pos); d <= reach && (best < 0 || d < best) {
			best, at = d, ship.Pos
		}
	}
	return best, at
}

// underFire says whether a shot flies in the patch of a place or in one beside it.
func (s *State) underFire(pos Vec) bool {
	c := &s.scratch().crowd
	left, top, right, bottom := c.patches(sub(pos, Vec{X: 1 << patchShift, Y: 1 << patchShift}), add(pos, Vec{X: 1 << patchShift, Y: 1 << patchShift}))
	for y := top; y <= bottom; y++ {
		for x := left; x <= right; x++ {
			if at := y*c.wide + x; c.hot[at/64]>>(at%64)&1 != 0 {
				return true
			}
		}
	}
	return false
}

// spot marks the patches in which shots fly.
func (s *State) spot(a *arena.Arena) {
	c := &s.scratch().crowd
	c.measure(a)
	n := int(c.wide*c.high+63) / 64
	if cap(c.hot) < n {
		c.hot = make([]uint64, n)
	}
	c.hot = c.hot[:n]
	clear(c.hot)
	for i := range s.Shots {
		x, y, _, _ := c.patches(s.Shots[i].Pos, s.Shots[i].Pos)
		at := y*c.wide + x
		c.hot[at/64] |= 1 << (at % 64)
	}
}

// decideRefuges is decideSpawns in a large world.
func decideRefuges(next *State, a *arena.Arena, secret *Secret, e *Entry) {
	if !spawnDue(&next.Public) {
		return
	}
	next.gather(a)
	next.spot(a)
	for i := range next.Ships {
		if len(e.Facts) >= MaxFacts {
			return
		}
		if !next.Ships[i].due() {
			continue
		}
		r, ok := next.findRefuge(a, secret)
		if !ok {
			return
		}
		aim := uint16(0)
		if r.toward != (Vec{}) {
			aim = Toward(sub(r.toward, r.pos))
		}
		next.decide(Fact{Kind: FactSpawn, Seat: next.Ships[i].Seat, Pos: r.pos, Aim: aim}, e)
		if c := &next.work.crowd; c.on {
			c.put(i, r.pos, r.pos)
		}
	}
}
