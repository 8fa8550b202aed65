package brain

import "bankshot/game"

// Half of what a player's screen shows, in 1/256 unit: whatever is farther away a pilot does not see.
const (
	viewX = 640 * game.Unit
	viewY = 360 * game.Unit
)

// sees says whether a place is on the screen of somebody at me.
func sees(me, at game.Vec) bool {
	return abs(at.X-me.X) <= viewX && abs(at.Y-me.Y) <= viewY
}

// look chooses whom to fight: the nearest in the open; else the nearest behind walls. Whoever is fought already counts
// as nearer than it is, so that a pilot does not waver between two. open says that nothing stands between.
func (p *Pilot) look(s *game.Public, c *Chart, me *game.Ship) (prey *game.Ship, open bool) {
	var best int64
	for i := range s.Ships {
		o := &s.Ships[i]
		if o.Seat == me.Seat || !o.Alive || !sees(me.Pos, o.Pos) {
			continue
		}
		clear := c.arena.Clear(me.Pos, o.Pos)
		d := distance(me.Pos, o.Pos)
		if o.Seat == p.prey {
			d = d * 2 / 3
		}
		if !clear {
			d += viewX
		}
		if prey == nil || d < best {
			prey, open, best = o, clear, d
		}
	}
	return prey, open
}

// distance between two places in 1/256 unit, within 4 % (octagonal norm): good enough to choose by.
func distance(a, b game.Vec) int64 {
	dx, dy := int64(abs(a.X-b.X)), int64(abs(a.Y-b.Y))
	return max(max(dx, dy), (dx+dy)*181/256)
}

// danger is a shot that will come close soon, and the side it will pass on.
type danger struct {
	dir  game.Vec // its velocity
	side int32    // 1: it passes on the left of its way as seen from the shot, so dodge to the right; -1 the reverse
}

// The dangers a pilot reacts to: shots that pass within nearMiss in the next soon ticks.
const (
	nearMiss = 34 * game.Unit
	soon     = 24
)

// threat finds the shot that comes closest to the ship in the next ticks.
func threat(s *game.Public, me *game.Ship) (danger, bool) {
	var found danger
	nearest := int64(nearMiss)
	for i := range s.Shots {
		shot := &s.Shots[i]
		if shot.Owner == me.Seat && shot.Banks == 0 || !sees(me.Pos, shot.Pos) {
			continue
		}
		// Both as seen from the shot: where I am, and how fast I come nearer.
		at := game.Vec{X: me.Pos.X - shot.Pos.X, Y: me.Pos.Y - shot.Pos.Y}
		v := game.Vec{X: (shot.Vel.X - me.Vel.X) / 256, Y: (shot.Vel.Y - me.Vel.Y) / 256}
		speed := int64(v.X)*int64(v.X) + int64(v.Y)*int64(v.Y)
		ahead := int64(at.X)*int64(v.X) + int64(at.Y)*int64(v.Y)
		if speed == 0 || ahead <= 0 || ahead > soon*speed {
			continue
		}
		t := ahead / speed
		pass := distance(game.Vec{X: int32(int64(v.X) * t), Y: int32(int64(v.Y) * t)}, at)
		if pass < nearest {
			nearest = pass
			found = danger{dir: shot.Vel, side: 1}
			if int64(v.X)*int64(at.Y)-int64(v.Y)*int64(at.X) < 0 {
				found.side = -1
			}
		}
	}
	return found, nearest < nearMiss
}
