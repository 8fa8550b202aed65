package brain

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// Posts are the places that pilots find their way to: those that mean something, and others all over the map. A small
// arena has one in every square of postTiles tiles; a large one has as many as keep the sum of all their maps below
// postWork tiles.
const (
	postTiles = 7
	postWork  = 3 << 18
	mostPosts = 254
	// farPostTiles is postTiles of an arena so large that its posts are known only from nearby (window.go).
	farPostTiles = 12
)

// noPost is nearest where no post is reached.
const noPost = 1<<16 - 1

// choosePosts takes the places for pick-ups, bases and zones, and the roomiest tile of every square.
func (c *Chart) choosePosts() {
	w, h := c.arena.W, c.arena.H
	for _, p := range c.arena.Places {
		if c.arena.Made() {
			break // there are too many, and lattice enough around them
		}
		if p.Kind != arena.PortalPlace && p.Kind != arena.TeamSpawn && c.flyable(p.At.X, p.At.Y) {
			c.posts = append(c.posts, p.At.Centre())
			c.ringed = append(c.ringed, c.isRinged(p.At))
		}
	}
	side := postTiles
	for !c.arena.Made() && (w/side+1)*(h/side+1) > min(max(postWork/(w*h), 1), mostPosts-arena.MaxPlaces) {
		side++
	}
	if c.arena.Made() {
		side = farPostTiles
	}
	for y0 := 0; y0 < h; y0 += side {
		for x0 := 0; x0 < w; x0 += side {
			best, room := arena.Cell{}, uint8(0)
			for y := y0; y < min(y0+side, h); y++ {
				for x := x0; x < min(x0+side, w); x++ {
					i := y*w + x
					if r := c.room[i]; c.step[i] == stepRoomy && r > room && c.arena.Tiles[i].Plain() {
						best, room = arena.Cell{X: x, Y: y}, r
					}
				}
			}
			if room > 1 {
				c.posts = append(c.posts, best.Centre())
				c.ringed = append(c.ringed, c.isRinged(best))
			}
		}
	}
}

// isRinged says whether a tile hurts, or whoever leaves it has to pass one that does.
func (c *Chart) isRinged(at arena.Cell) bool {
	if c.hurts(at.X, at.Y) {
		return true
	}
	ring := false
	for _, d := range neighbours {
		switch {
		case c.hurts(at.X+d.X, at.Y+d.Y):
			ring = true
		case c.flyable(at.X+d.X, at.Y+d.Y):
			return false
		}
	}
	return ring
}

// hurts says whether the tile there hurts who flies over it.
func (c *Chart) hurts(x, y int) bool { return c.arena.At(x, y).Rules().Harm > 0 }

// drawPost is any post where a pilot may want to be; -1 for none.
func (p *Pilot) drawPost(c *Chart, me game.Vec) int {
	if len(c.posts) == 0 {
		return -1
	}
	post := int(p.draw(int32(len(c.posts))))
	if c.windows != nil {
		if post = c.postAround(me, p.draw(1<<30)); post < 0 {
			return -1
		}
	}
	if c.ringed[post] {
		return -1
	}
	return post
}

// postBy is the post nearest to a place as ships fly; -1 where none is reached.
func (c *Chart) postBy(pos game.Vec) int {
	if p := c.nearest[c.index(pos)]; p != noPost {
		return int(p)
	}
	return -1
}
