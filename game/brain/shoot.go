package brain

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// How a pilot judges a shot, in 1/256 unit: it must come within hitWidth of where the prey will be; it may fly shotReach
// before that, straight shots only straightReach.
const (
	hitWidth      = game.ShipRadius + (4 * game.Unit)
	shotReach     = 900 * game.Unit
	straightReach = 620 * game.Unit
)

// slackSteps is how far off its aim a pilot pulls the trigger, in game.AimSteps.
const slackSteps = 36

// target decides where to point and whether to fire: at a bank that reaches the prey if one is found, for banks are the
// damage; else straight at it.
func (p *Pilot) target(s *game.Public, c *Chart, me, prey *game.Ship, open bool, next *plan) {
	straight := lead(me, prey)
	next.aim = p.wobble(straight)
	patient := s.Tick-p.met >= p.strength.PatienceTicks
	if aim, ok := p.bank(c, me, prey, straight); ok {
		next.aim, next.fire, next.slack = p.wobble(aim), patient, slackSteps/3
		return
	}
	next.fire = open && patient && distance(me.Pos, prey.Pos) < straightReach && prey.Shield == 0
	next.slack = slackSteps
}

// wobble is an aim missed by at most what the strength allows.
func (p *Pilot) wobble(aim uint16) uint16 {
	e := p.strength.ErrorSteps
	return uint16(int32(aim)+game.AimSteps+p.draw(2*e+1)-e) % game.AimSteps
}

// lead is the aim that meets the prey if both fly on as they do: two rounds of correction are closer than anyone turns.
func lead(me, prey *game.Ship) uint16 {
	at := prey.Pos
	for range 2 {
		at = after(prey, distance(me.Pos, at)*256/int64(game.Weapons[game.Pulse].Speed))
	}
	return game.Toward(offset(me.Pos, at))
}

// after is where a ship will be in so many ticks if nothing changes its way.
func after(s *game.Ship, ticks int64) game.Vec {
	return game.Vec{X: s.Pos.X + int32(int64(s.Vel.X)*ticks/256), Y: s.Pos.Y + int32(int64(s.Vel.Y)*ticks/256)}
}

// bank tries a few directions, half of them near the straight one, and follows each around its banks: the first that
// comes close enough to where the prey will be then is taken.
func (p *Pilot) bank(c *Chart, me, prey *game.Ship, straight uint16) (uint16, bool) {
	var room [game.MaxBanks]arena.Leg
	for n := range p.strength.Rays {
		spread := int32(game.AimSteps)
		if n%2 == 0 {
			spread = game.AimSteps / 4
		}
		aim := uint16(int32(straight)+game.AimSteps+p.draw(spread)-spread/2) % game.AimSteps
		if p.reaches(c, me, prey, aim, room[:0]) {
			return aim, true
		}
	}
	return 0, false
}

// reaches follows a shot for shotReach and says whether it meets the prey after a bank, before it comes back to me.
func (p *Pilot) reaches(c *Chart, me, prey *game.Ship, aim uint16, room []arena.Leg) bool {
	dir := game.Dir(aim)
	disp := game.Vec{X: dir.X / 256 * (shotReach / game.Unit), Y: dir.Y / 256 * (shotReach / game.Unit)}
	end, corners := c.arena.Fly(me.Pos, disp, int(game.Weapons[game.Pulse].Banks), room)
	from, flown := me.Pos, int64(0)
	for n := range len(corners) + 1 {
		to := end.End
		if n < len(corners) {
			to = corners[n].At
		}
		leg := distance(from, to)
		if n > 0 {
			if passes(from, to, after(prey, (flown+leg/2)*256/int64(game.Weapons[game.Pulse].Speed)), hitWidth) {
				return true
			}
			if passes(from, to, me.Pos, hitWidth) {
				return false
			}
		}
		flown, from = flown+leg, to
	}
	return false
}

// passes says whether the straight line between two points comes within width of a third.
func passes(from, to, at arena.Vec, width int64) bool {
	dx, dy := int64(to.X-from.X), int64(to.Y-from.Y)
	px, py := int64(at.X-from.X), int64(at.Y-from.Y)
	long := dx*dx + dy*dy
	along := px*dx + py*dy
	if long == 0 || along < 0 || along > long {
		return px*px+py*py <= width*width
	}
	across := px*dy - py*dx
	return across/width*across/width <= long
}
