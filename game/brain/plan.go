package brain

import "bankshot/game"

// How far a pilot likes to be from whom it fights, in 1/256 unit.
const (
	tooNear = 170 * game.Unit
	tooFar  = 400 * game.Unit
)

// roam is how close, in 1/256 unit, counts as having arrived.
const arrived = 96 * game.Unit

// think makes a plan: look, then choose where to fly and where to shoot.
func (p *Pilot) think(s *game.Public, c *Chart, me *game.Ship) plan {
	next := plan{aim: p.plan.aim}
	prey, open := p.look(s, c, me)
	p.meet(s.Tick, prey)

	var way game.Vec
	switch {
	case prey == nil:
		way = p.wander(c, me)
		next.aim = game.Toward(way)
	case open:
		way = p.circle(me, prey, c)
	default:
		way = p.pursue(c, me, prey)
	}
	if prey != nil {
		p.target(s, c, me, prey, open, &next)
	}
	if d, coming := threat(s, me); coming && p.draw(256) < p.strength.DodgeOdds {
		way = game.Vec{X: -d.dir.Y * d.side, Y: d.dir.X * d.side}
		next.dash = p.draw(256) < p.strength.DashOdds
	}
	next.thrust = steer(c, me, way)
	return next
}

// meet remembers since when the pilot has fought the same ship.
func (p *Pilot) meet(now game.Tick, prey *game.Ship) {
	seat := game.NoSeat
	if prey != nil {
		seat = prey.Seat
	}
	if seat != p.prey {
		p.prey, p.met = seat, now
	}
}

// wander flies from spawn to spawn: that is where people appear, and it crosses the arena.
func (p *Pilot) wander(c *Chart, me *game.Ship) game.Vec {
	if p.goal < 0 || distance(me.Pos, centre(c.arena.Spawns[p.goal])) < arrived {
		p.goal = int(p.draw(int32(c.Goals())))
	}
	return offset(me.Pos, c.Toward(p.goal, me.Pos))
}

// pursue takes the way to whichever known place is nearest to the prey; close to that place it tries another one, which
// brings it around the wall between them.
func (p *Pilot) pursue(c *Chart, me, prey *game.Ship) game.Vec {
	p.goal = c.Nearest(prey.Pos)
	if distance(me.Pos, centre(c.arena.Spawns[p.goal])) < arrived {
		p.goal = int(p.draw(int32(c.Goals())))
	}
	return offset(me.Pos, c.Toward(p.goal, me.Pos))
}

// circle keeps the distance it likes and flies around the prey, now and then the other way round.
func (p *Pilot) circle(me, prey *game.Ship, c *Chart) game.Vec {
	if p.draw(16) == 0 {
		p.orbit = -p.orbit
	}
	to := offset(me.Pos, prey.Pos)
	around := game.Vec{X: -to.Y * p.orbit, Y: to.X * p.orbit}
	d := distance(me.Pos, prey.Pos)
	switch {
	case d > tooFar:
		return game.Vec{X: to.X + around.X/3, Y: to.Y + around.Y/3}
	case d < tooNear:
		return game.Vec{X: around.X - to.X/2, Y: around.Y - to.Y/2}
	}
	return around
}

// feelers are the directions tried, in sixteenths of a turn, when the wanted one runs into a wall soon.
var feelers = [...]int{0, 1, -1, 2, -2, 3, -3, 4, -4, 6, -6, 8}

// steer is the thrust towards way, turned aside by as little as keeps the ship off the walls.
func steer(c *Chart, me *game.Ship, way game.Vec) uint8 {
	if way == (game.Vec{}) {
		return 0
	}
	const sixteenth = game.AimSteps / 16
	want := int(game.Toward(way)+sixteenth/2) / sixteenth
	for _, f := range feelers {
		dir := uint16((want+f+32)%16) * sixteenth
		if clearAhead(c, me, dir) {
			return uint8(dir/sixteenth) + 1
		}
	}
	return uint8(want%16) + 1
}

// clearAhead says whether the ship, gliding on as it does and pushing in direction dir, meets no wall for a while.
func clearAhead(c *Chart, me *game.Ship, dir uint16) bool {
	const reach, glide = 52, 9
	push := game.Dir(dir)
	ahead := game.Vec{
		X: me.Pos.X + push.X/256*reach + me.Vel.X/256*glide,
		Y: me.Pos.Y + push.Y/256*reach + me.Vel.Y/256*glide,
	}
	return c.arena.Clear(me.Pos, ahead)
}

func offset(from, to game.Vec) game.Vec { return game.Vec{X: to.X - from.X, Y: to.Y - from.Y} }
