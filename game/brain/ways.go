package brain

import (
	"math/bits"

	"bankshot/game"
	"bankshot/game/arena"
)

// elbowRoom is how far from walls a pilot likes to fly, beyond its own radius, in 1/256 unit.
const elbowRoom = 12 * game.Unit

// The price of a step onto a tile, by the room it leaves; diagonal steps cost half as much again. A tight tile is flown
// over only where the way around is long.
const (
	stepRoomy = 2
	stepTight = 8
)

// Posts are the places that pilots find their way to. A small arena has one in every square of postTiles tiles; a large
// one has as many as keep the sum of all their maps below postWork tiles.
const (
	postTiles = 7
	postWork  = 3 << 18
)

// noStep marks tiles from which no way leads to the post, and the post itself.
const noStep = 8

// ways are the ways to every post from everywhere.
type ways struct {
	// step is the price of flying onto each tile, 0 where no ship fits.
	step []uint8
	// open has a bit for each neighbour that a ship can fly to from the tile.
	open []uint8
	// posts are where the ways lead.
	posts []game.Vec
	// next[p] is, for each tile, the neighbour to go to on the way to post p.
	next [][]uint8
	// nearest is, for each tile, the post that is reached first from it.
	nearest []uint8
}

// neighbours of a tile, clockwise on the screen from the right.
var neighbours = [8]arena.Cell{
	{X: 1}, {X: 1, Y: 1}, {Y: 1}, {X: -1, Y: 1}, {X: -1}, {X: -1, Y: -1}, {Y: -1}, {X: 1, Y: -1},
}

func (c *Chart) findWays() {
	a := c.arena
	c.step = make([]uint8, a.W*a.H)
	for i := range c.step {
		// A square of floor all around leaves more room than any half-wall would.
		switch p := (arena.Cell{X: i % a.W, Y: i / a.W}).Centre(); {
		case c.room[i] > 1:
			c.step[i] = stepRoomy
		case c.room[i] == 0 && a.Tiles[i] == arena.Wall:
		case a.Fits(p, game.ShipRadius+elbowRoom):
			c.step[i] = stepRoomy
		case a.Fits(p, game.ShipRadius):
			c.step[i] = stepTight
		}
	}
	c.open = make([]uint8, len(c.step))
	for i := range c.open {
		if c.step[i] != 0 {
			c.open[i] = c.openings(arena.Cell{X: i % a.W, Y: i / a.W})
		}
	}
	c.choosePosts()
	var s search
	c.nearest = make([]uint8, len(c.step))
	for i := range c.nearest {
		c.nearest[i] = noPost
	}
	best := make([]uint16, len(c.step))
	for p := range c.posts {
		c.next = append(c.next, c.leadTo(&s, c.posts[p]))
		for i, price := range s.price {
			if price != unreached && (c.nearest[i] == noPost || price < best[i]) {
				best[i], c.nearest[i] = price, uint8(p)
			}
		}
	}
}

// noPost is nearest where no post is reached.
const noPost = 255

// openings are the neighbours that a ship can fly to; diagonally only where both sides are open.
func (c *Chart) openings(at arena.Cell) uint8 {
	var mask uint8
	for n, d := range neighbours {
		if c.flyable(at.X+d.X, at.Y+d.Y) && c.flyable(at.X+d.X, at.Y) && c.flyable(at.X, at.Y+d.Y) {
			mask |= 1 << n
		}
	}
	return mask
}

func (c *Chart) flyable(x, y int) bool {
	return x >= 0 && y >= 0 && x < c.arena.W && y < c.arena.H && c.step[y*c.arena.W+x] != 0
}

// choosePosts takes the roomiest tile of every square.
func (c *Chart) choosePosts() {
	w, h := c.arena.W, c.arena.H
	side := postTiles
	for (w/side+1)*(h/side+1) > min(max(postWork/(w*h), 1), noPost-1) {
		side++
	}
	for y0 := 0; y0 < h; y0 += side {
		for x0 := 0; x0 < w; x0 += side {
			best, room := arena.Cell{}, uint8(0)
			for y := y0; y < min(y0+side, h); y++ {
				for x := x0; x < min(x0+side, w); x++ {
					if r := c.room[y*w+x]; c.step[y*w+x] == stepRoomy && r > room {
						best, room = arena.Cell{X: x, Y: y}, r
					}
				}
			}
			if room > 1 {
				c.posts = append(c.posts, best.Centre())
			}
		}
	}
}

// unreached is the price of what no way leads to.
const unreached = ^uint16(0)

// search is the memory of one search after another.
type search struct {
	price []uint16
	// rings are the tiles to go on from, by price modulo their number, of which there are more than any step costs.
	rings [16][]int32
}

// leadTo is Dijkstra's algorithm from a post outwards, with a ring of lists for its heap, as steps' prices are small.
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
			// The price of the step is that of the tile stepped from, for ways run towards the post.
			straight := price + int(c.step[at])
			diagonal := straight + int(c.step[at])/2
			for open := c.open[at]; open != 0; open &= open - 1 {
				n := bits.TrailingZeros8(open)
				to, p := at+jump[n&7], straight
				if n&1 != 0 {
					p = diagonal
				}
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

// toward is the place to steer for from pos on the way to a post: some tiles along it, as far as the straight line there
// is clear. It is pos itself where there is no way, and the post where it has been reached.
func (c *Chart) toward(post int, pos game.Vec) game.Vec {
	const far = 5
	next, at := c.next[post], c.index(pos)
	if next[at] == noStep && c.index(c.posts[post]) != at {
		return c.nearby(pos)
	}
	aim := pos
	for range far {
		if next[at] == noStep {
			return c.posts[post]
		}
		d := neighbours[next[at]]
		at += d.Y*c.arena.W + d.X
		centre := arena.Cell{X: at % c.arena.W, Y: at / c.arena.W}.Centre()
		if aim != pos && !c.sight(pos, centre) {
			break
		}
		aim = centre
	}
	return aim
}

// nearby is the middle of a neighbouring tile that a ship can be on: the way out of a corner too tight for the chart.
func (c *Chart) nearby(pos game.Vec) game.Vec {
	at := arena.CellOf(pos)
	for _, d := range neighbours {
		if c.flyable(at.X+d.X, at.Y+d.Y) {
			return arena.Cell{X: at.X + d.X, Y: at.Y + d.Y}.Centre()
		}
	}
	return pos
}

// postBy is the post nearest to a place as ships fly; -1 where none is reached.
func (c *Chart) postBy(pos game.Vec) int {
	if p := c.nearest[c.index(pos)]; p != noPost {
		return int(p)
	}
	return -1
}
