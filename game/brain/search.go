package brain

import (
	"math/bits"

	"bankshot/game"
)

// unreached is the price of what no way leads to.
const unreached = ^uint16(0)

// search is the memory of one search after another.
type search struct {
	price []uint16
	// rings are the tiles to go on from, by price modulo their number, of which there are more than any step costs.
	rings [64][]int32
}

// leadTo is Dijkstra's algorithm from a post outwards, with a ring of lists for its heap, as steps' prices are small.
//
// Nobody comes to be on a portal's tile by stepping onto it: who does is behind the other one. So the ways that lead on
// from a portal begin at the neighbours of its other end.
func (c *Chart) leadTo(s *search, post game.Vec) []uint8 {
	next := make([]uint8, len(c.step))
	if s.price == nil {
		s.price = make([]uint16, len(c.step))
	}
	for i := range next {
		next[i], s.price[i] = noStep, unreached
	}
	var jump [8]int
	for n, d := range neighbours {
		jump[n] = d.Y*c.arena.W + d.X
	}
	start := c.index(post)
	s.price[start] = 0
	s.rings[0] = append(s.rings[0], int32(start))
	for price, idle := 0, 0; idle < len(s.rings); price++ {
		ring := &s.rings[price%len(s.rings)]
		idle++
		for len(*ring) > 0 {
			idle = 0
			at := int((*ring)[len(*ring)-1])
			*ring = (*ring)[:len(*ring)-1]
			if int(s.price[at]) != price {
				continue
			}
			onto := c.behind(at)
			for open := c.open[onto]; open != 0; open &= open - 1 {
				n := bits.TrailingZeros8(open)
				to, p := onto+jump[n&7], price+c.stepPrice(onto, n&7)
				if p < int(s.price[to]) {
					s.price[to] = uint16(p)
					next[to] = uint8((n + 4) % 8)
					s.rings[p%len(s.rings)] = append(s.rings[p%len(s.rings)], int32(to))
				}
			}
		}
	}
	return next
}

// stepPrice is the price of the step onto a tile from its n-th neighbour.
func (c *Chart) stepPrice(onto, n int) int {
	price := int(c.step[onto])
	if t := c.arena.Tiles[onto]; !t.Plain() {
		push, d := t.Rules().Push, neighbours[n]
		switch with := -int(push.X)*d.X - int(push.Y)*d.Y; {
		case with > 0:
			price = stepBoosted
		case with < 0:
			price = stepAgainst
		}
	}
	if n&1 != 0 {
		price += price / 2
	}
	return price
}
