package brain

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// elbowRoom is how far from walls a pilot likes to fly, beyond its own radius, in 1/256 unit.
const elbowRoom = 12 * game.Unit

// The price of a step onto a tile, by the room it leaves and by what it does; diagonal steps cost half as much again. A
// tight tile is flown over only where the way around is long, and over what hurts or pushes back only if there is none.
const (
	stepBoosted = 1
	stepRoomy   = 2
	stepTight   = 8
	stepHazard  = 30
	stepAgainst = 40
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
	// ringed[p] says that what hurts lies all around post p: who goes there goes for what lies there.
	ringed []bool
	// next[p] is, for each tile, the neighbour to go to on the way to post p.
	next [][]uint8
	// nearest is, for each tile, the post that is reached first from it.
	nearest []uint16
	// windows are the parts of the arena in which the ways to each post are known; nil where that is all of it.
	windows []window
}

// neighbours of a tile, clockwise on the screen from the right.
var neighbours = [8]arena.Cell{
	{X: 1}, {X: 1, Y: 1}, {Y: 1}, {X: -1, Y: 1}, {X: -1}, {X: -1, Y: -1}, {Y: -1}, {X: 1, Y: -1},
}

func (c *Chart) findWays() {
	c.findSteps()
	c.choosePosts()
	if c.arena.Made() {
		c.findNearWays()
		return
	}
	var s search
	c.nearest = make([]uint16, len(c.step))
	for i := range c.nearest {
		c.nearest[i] = noPost
	}
	best := make([]uint16, len(c.step))
	for p := range c.posts {
		c.next = append(c.next, c.leadTo(&s, c.posts[p]))
		for i, price := range s.price {
			if price != unreached && (!c.ringed[p] || i == c.index(c.posts[p])) && (c.nearest[i] == noPost || price < best[i]) {
				best[i], c.nearest[i] = price, uint16(p)
			}
		}
	}
}

func (c *Chart) findSteps() {
	a := c.arena
	c.step = make([]uint8, a.W*a.H)
	for i := range c.step {
		// A square of floor all around leaves more room than any half-wall would.
		switch p := (arena.Cell{X: i % a.W, Y: i / a.W}).Centre(); {
		case c.room[i] > 1:
			c.step[i] = stepRoomy
		case !a.Tiles[i].Open() && !a.Tiles[i].Half():
		case a.Fits(p, game.ShipRadius+elbowRoom):
			c.step[i] = stepRoomy
		case a.Fits(p, game.ShipRadius):
			c.step[i] = stepTight
		}
		if c.step[i] == 0 {
			continue
		}
		switch r := a.Tiles[i].Rules(); {
		case r.Harm > 0:
			c.step[i] = stepHazard
		case r.Leads && a.Made():
			c.step[i] = 0 // across the whole of a large arena
		case r.Leads, slows(r):
			c.step[i] = stepTight // nobody wants to be led away by chance
		}
	}
	c.open = make([]uint8, len(c.step))
	for i := range c.open {
		if c.step[i] != 0 {
			c.open[i] = c.openings(arena.Cell{X: i % a.W, Y: i / a.W})
		}
	}
}

// slows says that ships get over the ground more slowly than they would by themselves.
func slows(r *arena.TileRules) bool {
	const own = game.ThrustAccel * game.DragMul / (game.DragDiv - game.DragMul)
	return r.Most > 0 && r.Most < own
}

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

// toward is the place to steer for from pos on the way to a post: some tiles along it, as far as the straight line there
// is clear. It is pos itself where there is no way, and the post where it has been reached.
func (c *Chart) toward(post int, pos game.Vec) game.Vec {
	const far = 5
	at := c.index(pos)
	if c.stepTo(post, at) == noStep && c.index(c.posts[post]) != at {
		return c.nearby(pos)
	}
	aim := pos
	for range far {
		step := c.stepTo(post, at)
		if step == noStep {
			return c.posts[post]
		}
		d := neighbours[step]
		at += d.Y*c.arena.W + d.X
		centre := arena.Cell{X: at % c.arena.W, Y: at / c.arena.W}.Centre()
		if aim != pos && !c.easy(pos, centre) {
			break
		}
		aim = centre
		if c.behind(at) != at {
			break // from here on the way leads through the portal
		}
	}
	return aim
}

// easy says whether a ship may fly straight from one place to the other: past walls, and over nothing but floor.
func (c *Chart) easy(from, to game.Vec) bool {
	if !c.sight(from, to) {
		return false
	}
	if !c.rough {
		return true
	}
	way := offset(from, to)
	parts := max(abs(way.X), abs(way.Y))/(arena.TileSub/2) + 1
	for n := int32(1); n < parts; n++ {
		if t := c.arena.Tiles[c.index(along(from, way, n, parts))]; t.Open() && !t.Plain() {
			return false
		}
	}
	return true
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

// reaches says whether a way leads from one place to the other while no glass is broken.
func (c *Chart) reaches(from, to game.Vec) bool {
	post := c.postBy(to)
	return post >= 0 && (c.stepTo(post, c.index(from)) != noStep || c.index(c.posts[post]) == c.index(from))
}

// leads says whether the way from a place to a post is known.
func (c *Chart) leads(post int, from game.Vec) bool {
	return c.windows == nil || c.stepTo(post, c.index(from)) != noStep || c.index(c.posts[post]) == c.index(from)
}

// guide is the place to steer for from pos on the way to any place, by the post nearest to that: first to where the way
// from the place to its post can be seen, then along it to the place. It is pos itself where none leads.
func (c *Chart) guide(pos, to game.Vec) game.Vec {
	const back = 12
	post := c.postBy(to)
	if post < 0 || c.step[c.index(pos)] != 0 && !c.reaches(pos, to) {
		return pos
	}
	at := c.index(to)
	if near := 6 * int64(arena.TileSub); distance(pos, to) < near || distance(pos, c.posts[post]) < near {
		if c.easy(pos, to) {
			return to
		}
		for range back {
			step := c.stepTo(post, at)
			if step == noStep || c.behind(at) != at {
				break
			}
			d := neighbours[step]
			at += d.Y*c.arena.W + d.X
			if centre := (arena.Cell{X: at % c.arena.W, Y: at / c.arena.W}).Centre(); c.easy(pos, centre) && distance(pos, centre) > arena.TileSub/2 {
				return centre
			}
		}
	}
	return c.toward(post, pos)
}
