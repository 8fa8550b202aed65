package brain

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// errand is the way to what the mode asks for; false for nothing that matters now.
func (p *Pilot) errand(s *game.Public, c *Chart, me *game.Ship, f *foes) (game.Vec, bool) {
	switch s.Mode {
	case arena.Capture:
		if me.Team != game.NoTeam && c.hasBases {
			return p.capture(s, c, me, f)
		}
	case arena.Hill:
		if int(s.Hill) < len(c.hills) {
			return p.climb(s, c, me, f)
		}
	}
	return game.Vec{}, false
}

// hurry dashes along the way when the floor ahead is free.
func (p *Pilot) hurry(now game.Tick, c *Chart, me *game.Ship, way game.Vec) {
	const reach = 170 * game.Unit
	far := int32(length(game.Vec{}, way))
	if now < p.dashAt || far < reach/2 {
		return
	}
	to := along(me.Pos, way, min(reach, far), far)
	p.dashing = p.dashing || c.easy(me.Pos, to)
}
