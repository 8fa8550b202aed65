package brain

import (
	"math/bits"

	"bankshot/game"
	"bankshot/game/arena"
)

// windowTiles is the side of the square around a post in which the ways to it are known, in an arena too large to know
// all ways from everywhere. It is more than a pilot sees.
const windowTiles = 56

// window is the upper left tile of such a square.
type window struct{ x, y int }

// findNearWays finds the ways to every post from around it.
func (c *Chart) findNearWays() {
	c.nearest = make([]uint16, len(c.step))
	for i := range c.nearest {
		c.nearest[i] = noPost
	}
	best := make([]uint16, len(c.step))
	var s search
	for p, at := range c.posts {
		cell := arena.CellOf(at)
		w := window{
			x: min(max(cell.X-windowTiles/2, 0), c.arena.W-windowTiles),
			y: min(max(cell.Y-windowTiles/2, 0), c.arena.H-windowTiles),
		}
		c.windows = append(c.windows, w)
		c.next = append(c.next, c.leadNear(&s, at, w))
		for k, price := range s.price {
			i := (w.y+k/windowTiles)*c.arena.W + w.x + k%windowTiles
			if price != unreached && !c.ringed[p] && (c.nearest[i] == noPost || price < best[i]) {
				best[i], c.nearest[i] = price, uint16(p)
			}
		}
	}
}

// leadNear is leadTo within a window.
func (c *Chart) leadNear(s *search, post game.Vec, w window) []uint8 {
	next := make([]uint8, windowTiles*windowTiles)
	if s.price == nil {
		s.price = make([]uint16, windowTiles*windowTiles)
	}
	for i := range next {
		next[i], s.price[i] = noStep, unreached
	}
	cell := arena.CellOf(post)
	start := (cell.Y-w.y)*windowTiles + cell.X - w.x
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
			x, y := at%windowTiles, at/windowTiles
			onto := (w.y+y)*c.arena.W + w.x + x
			for open := c.open[onto]; open != 0; open &= open - 1 {
				n := bits.TrailingZeros8(open) & 7
				u, v := x+neighbours[n].X, y+neighbours[n].Y
				if u < 0 || v < 0 || u >= windowTiles || v >= windowTiles {
					continue
				}
				to, p := v*windowTiles+u, price+c.stepPrice(onto, n)
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

// stepTo is the neighbour to go to from a tile on the way to a post; noStep where none is known.
func (c *Chart) stepTo(post, tile int) uint8 {
	if c.windows == nil {
		return c.next[post][tile]
	}
	w := c.windows[post]
	x, y := tile%c.arena.W-w.x, tile/c.arena.W-w.y
	if x < 0 || y < 0 || x >= windowTiles || y >= windowTiles {
		return noStep
	}
	return c.next[post][y*windowTiles+x]
}

// postAround is a post whose ways are known at a place, chosen by chance; -1 for none. Posts ascend by rows of squares, so
// that it is one near some place within half a window.
func (c *Chart) postAround(at game.Vec, chance int32) int {
	const half = windowTiles/2 - 2
	dx, dy := chance%(2*half)-half, chance/(2*half)%(2*half)-half
	post := c.postBy(game.Vec{X: at.X + dx*arena.TileSub, Y: at.Y + dy*arena.TileSub})
	if post < 0 || c.stepTo(post, c.index(at)) == noStep {
		return -1
	}
	return post
}
