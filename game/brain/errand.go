package brain

import "bankshot/game"

// errand is the way to what the mode is about; false for nothing that matters now. It goes by what each goal is, whose it
// is and who has it, whatever the mode: flags are fetched, brought, guarded and won back (flags.go), zones are held
// (zones.go).
func (p *Pilot) errand(s *game.Public, c *Chart, me *game.Ship, f *foes) (game.Vec, bool) {
	if len(s.Goals) == 0 {
		return game.Vec{}, false
	}
	if way, ok := p.fetchFlag(s, c, me, f); ok {
		return way, ok
	}
	if zone := nearestZone(s, c, me); zone != nil {
		return p.occupy(s, c, me, f, zone), true
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
