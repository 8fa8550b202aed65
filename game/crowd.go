package game

import (
	"math/bits"

	"bankshot/game/arena"
)

const (
	// crowdFrom is from how many ships on a search through all of them takes longer than keeping a crowd.
	crowdFrom = 24
	// patchShift makes patches of 128 units: small enough for few ships to be in one when a thousand are in one view, large
	// enough for most ways of one tick to touch but one or two.
	patchShift = 15
)

// crowd finds the ships near a place without looking at all of them: the arena falls into patches, and each keeps a list
// of those in it. It is made anew in every tick, once ships have moved, in memory that stays; worlds with few ships have
// none. Whether there is one changes nothing of what happens.
type crowd struct {
	// on says that there is one in this tick, never that none is to be made: tests compare the two.
	on, never  bool
	wide, high int32
	// heads are the first stands of the patches, row by row; stands are linked by next. 0 is none: the first is not used.
	heads  []int32
	stands []stand
	// found is what around returns, marks is room for it to sort.
	found []uint16
	// hot are the patches in which shots fly, a bit each, where somebody has asked for it (spot).
	hot   []uint64
	marks [(FrontierShips + 63) / 64]uint64
}

// stand is a ship in the list of one patch, with the box it was put down with.
type stand struct {
	lo, hi Vec
	ship   uint16
	next   int32
}

// everybody are the indices of all ships.
var everybody = func() (all [FrontierShips]uint16) {
	for i := range all {
		all[i] = uint16(i)
	}
	return all
}()

// whereabouts is the box in which others may meet a living ship in this tick. Whoever judges ships where they were before
// widens it by those places: a ship is put down in every patch that it touches, so that nobody has to look farther.
func (p *Ship) whereabouts() (lo, hi Vec) { return p.Pos, p.Pos }

// gather makes the crowd of the living.
func (s *State) gather(a *arena.Arena) {
	if s.work != nil {
		s.work.crowd.on = false
	}
	if len(s.Ships) < crowdFrom {
		return
	}
	c := &s.scratch().crowd
	if c.never {
		return
	}
	c.on = true
	c.measure(a)
	n := int(c.wide * c.high)
	if cap(c.heads) < n {
		c.heads = make([]int32, n)
	}
	c.heads = c.heads[:n]
	clear(c.heads)
	c.stands = append(c.stands[:0], stand{})
	for i := range s.Ships {
		if s.Ships[i].Alive {
			c.put(i, &s.Ships[i])
		}
	}
}

// measure is how many patches an arena has.
func (c *crowd) measure(a *arena.Arena) {
	c.wide, c.high = int32(a.W)*arena.TileSub>>patchShift+1, int32(a.H)*arena.TileSub>>patchShift+1
}

// put adds a ship to every patch that its whereabouts touch.
func (c *crowd) put(i int, ship *Ship) {
	lo, hi := ship.whereabouts()
	left, top, right, bottom := c.patches(lo, hi)
	for y := top; y <= bottom; y++ {
		for x := left; x <= right; x++ {
			head := &c.heads[y*c.wide+x]
			c.stands = append(c.stands, stand{lo: lo, hi: hi, ship: uint16(i), next: *head})
			*head = int32(len(c.stands) - 1)
		}
	}
}

// patches are the columns and rows that a box touches. What lies outside of the arena is in the nearest one.
func (c *crowd) patches(lo, hi Vec) (left, top, right, bottom int32) {
	return min(max(lo.X>>patchShift, 0), c.wide-1), min(max(lo.Y>>patchShift, 0), c.high-1),
		min(max(hi.X>>patchShift, 0), c.wide-1), min(max(hi.Y>>patchShift, 0), c.high-1)
}

// around are the indices of ships, ascending: of all the living whose whereabouts touch the box, and maybe of others. The
// list holds until the next one is asked for.
func (s *State) around(lo, hi Vec) []uint16 {
	if s.work == nil || !s.work.crowd.on {
		return everybody[:len(s.Ships)]
	}
	return s.work.crowd.around(lo, hi)
}

func (c *crowd) around(lo, hi Vec) []uint16 {
	c.found = c.found[:0]
	left, top, right, bottom := c.patches(lo, hi)
	for y := top; y <= bottom; y++ {
		for x := left; x <= right; x++ {
			for k := c.heads[y*c.wide+x]; k != 0; k = c.stands[k].next {
				if at := &c.stands[k]; at.hi.X >= lo.X && at.lo.X <= hi.X && at.hi.Y >= lo.Y && at.lo.Y <= hi.Y {
					c.found = append(c.found, at.ship)
				}
			}
		}
	}
	if len(c.found) > 1 {
		c.sort()
	}
	return c.found
}

// sort puts what was found in order and leaves one of each.
func (c *crowd) sort() {
	first, last := len(c.marks), 0
	for _, i := range c.found {
		word := int(i / 64)
		first, last = min(first, word), max(last, word)
		c.marks[word] |= 1 << (i % 64)
	}
	c.found = c.found[:0]
	for word := first; word <= last; word++ {
		for set := c.marks[word]; set != 0; set &= set - 1 {
			c.found = append(c.found, uint16(64*word+bits.TrailingZeros64(set)))
		}
		c.marks[word] = 0
	}
}
