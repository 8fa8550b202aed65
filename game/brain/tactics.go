package brain

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// travel is where a pilot is going.
type travel struct {
	// goal is the post it is on its way to, -1 for none.
	goal int
	// rumour is where others are said to be, in a large world; zero for nowhere.
	rumour game.Vec
	// orbit is the side to which it circles its prey: 1 or -1.
	orbit int32
	// fleeing until this tick; ready to flee again from the next.
	fleeing, calm game.Tick
	// mark is where it was when it last got anywhere, and when.
	mark   game.Vec
	marked game.Tick
	// stuck until this tick, it flies off in direction off.
	stuck game.Tick
	off   uint16
	// detour is the post over which to get around somebody until detourEnd, -1 for none.
	detour int
	// crossing says that it means to be over what hurts, for a moment.
	crossing  bool
	detourEnd game.Tick
}

// arrived is how close, in 1/256 unit, counts as having arrived.
const arrived = 80 * game.Unit

// tactics is the way it wants to fly: what keeps it alive comes first, then its errands, then its prey.
func (p *Pilot) tactics(s *game.Public, c *Chart, me *game.Ship, f *foes) game.Vec {
	t, now := &p.travel, s.Tick
	t.crossing = false
	if p.isStuck(now, me) {
		return game.Dir(t.off)
	}
	if to, ok := c.safety(me); ok {
		t.crossing = true
		way := offset(me.Pos, to)
		if at, ok := p.fetch(s, c, me, f); ok && distance(me.Pos, at) < 3*arena.TileSub {
			way = offset(me.Pos, at)
		}
		return way
	}
	if carries(s, c, me) {
		return p.carryHome(s, c, me, f)
	}
	// In a duel there is nobody else to come for help or to be run into: who breaks off only makes it longer.
	if !alone(s) && p.outgunned(now, me, f) {
		t.fleeing, t.calm = now+fleeTicks, now+fleeTicks+calmTicks
		t.goal = p.refuge(c, me, f)
		p.dashing = p.dashing || now >= p.dashAt && p.temper.dashLove > 96 && f.n > 0 && f.list[0].far < 320*game.Unit
	}
	if now < t.fleeing {
		if at, ok := p.fetch(s, c, me, f); ok {
			return p.take(now, c, me, at)
		}
		if t.goal >= 0 && distance(me.Pos, c.posts[t.goal]) > arrived {
			return offset(me.Pos, c.toward(t.goal, me.Pos))
		}
		t.fleeing = 0
	}
	if at, ok := p.fetch(s, c, me, f); ok {
		return p.take(now, c, me, at)
	}
	if way, ok := p.errand(s, c, me, f); ok {
		return way
	}
	return p.hunt(s, c, me, f)
}

// hunt is the way to the prey, around it, or to wherever one may be.
func (p *Pilot) hunt(s *game.Public, c *Chart, me *game.Ship, f *foes) game.Vec {
	var quarry *foe
	for i := range f.all() {
		if f.list[i].ship.Seat == p.prey.seat {
			quarry = &f.list[i]
		}
	}
	switch {
	case quarry == nil && p.prey.seat != game.NoSeat && distance(me.Pos, p.prey.at) > arrived:
		return p.follow(c, me, p.prey.at)
	case quarry == nil && f.mate != nil && p.temper.company > 128 && distance(me.Pos, f.mate.Pos) > 220*game.Unit:
		return p.follow(c, me, f.mate.Pos)
	case quarry == nil:
		p.dashing = p.dashing || s.Tick >= p.dashAt && p.draw(256) < p.temper.dashLove/64
		return p.wander(c, me)
	case quarry.open || p.shot.value >= p.enough(s, me, 1):
		return p.circle(s, c, me, quarry)
	}
	return p.follow(c, me, quarry.ship.Pos)
}

// For how long a pilot breaks off, and how long it fights before it does so again.
const (
	fleeTicks = 150
	calmTicks = 300
)

// outgunned says that it is time to break off: weaker than whoever is in the open, or several against it.
func (p *Pilot) outgunned(now game.Tick, me *game.Ship, f *foes) bool {
	if now < p.travel.calm || me.Shield > 0 {
		return false
	}
	open, strongest := f.open(), uint8(0)
	for _, o := range f.all() {
		if o.open {
			strongest = max(strongest, o.ship.Health)
		}
	}
	least := 48 - p.temper.aggression/8
	health := int32(me.Health)
	return open > 0 && health <= least && strongest > me.Health || open > 1 && health <= least+20*int32(open-1)
}

// refuge is the post to break off to: out of sight of those in view, away from them, and not through them.
func (p *Pilot) refuge(c *Chart, me *game.Ship, f *foes) int {
	const tries = 12
	goal, best := -1, int64(0)
	for range tries {
		post := p.drawPost(c, me.Pos)
		if post < 0 || !sees(me.Pos, c.posts[post]) {
			continue
		}
		at := c.posts[post]
		score := -distance(me.Pos, at) / 2
		way := offset(me.Pos, c.toward(post, me.Pos))
		for _, o := range f.all() {
			score += min(distance(o.ship.Pos, at), 500*game.Unit)
			if !c.sight(o.ship.Pos, at) {
				score += 400 * game.Unit
			}
			if dot(way, offset(me.Pos, o.ship.Pos)) > 0 {
				score -= 200 * game.Unit
			}
		}
		if goal < 0 || score > best {
			goal, best = post, score
		}
	}
	return goal
}

// isStuck notices that it gets nowhere and then flies off anywhere for a while.
func (p *Pilot) isStuck(now game.Tick, me *game.Ship) bool {
	const somewhere, tooLong, off = 48 * game.Unit, 90, 30
	t := &p.travel
	if now < t.stuck {
		return true
	}
	if t.marked == 0 || distance(me.Pos, t.mark) > somewhere {
		t.mark, t.marked = me.Pos, now
	}
	if now-t.marked < tooLong {
		return false
	}
	t.stuck, t.marked, t.off = now+off, now, uint16(p.draw(game.AimSteps))
	t.goal, t.orbit = -1, -t.orbit
	return true
}

// promise says how good a place is to go to: far off, or near where others are said to be.
func (t *travel) promise(from, to game.Vec) int64 {
	if t.rumour != (game.Vec{}) {
		return -distance(t.rumour, to)
	}
	return distance(from, to)
}

// wander crosses the arena, from post to far-off post.
func (p *Pilot) wander(c *Chart, me *game.Ship) game.Vec {
	t := &p.travel
	if t.goal < 0 || distance(me.Pos, c.posts[t.goal]) < arrived || !c.leads(t.goal, me.Pos) {
		t.goal = -1
		for range 3 {
			other := p.drawPost(c, me.Pos)
			if other >= 0 && (t.goal < 0 || t.promise(me.Pos, c.posts[other]) > t.promise(me.Pos, c.posts[t.goal])) {
				t.goal = other
			}
		}
	}
	if t.goal < 0 {
		return game.Vec{}
	}
	return offset(me.Pos, c.toward(t.goal, me.Pos))
}

// follow takes the way to any place.
func (p *Pilot) follow(c *Chart, me *game.Ship, at game.Vec) game.Vec {
	p.travel.goal = -1
	if to := c.guide(me.Pos, at); to != me.Pos {
		return offset(me.Pos, to)
	}
	if c.sight(me.Pos, at) {
		return offset(me.Pos, at)
	}
	// As near as the chart leads: along the wall between, to its end.
	return p.around(c, me, offset(me.Pos, at))
}

// circle keeps the distance it likes and flies around the prey, now and then the other way round. In a duel all like to be
// about as near as one may be to see what comes: at the distances of other modes two pilots killed each other seven times
// in three minutes, and eleven times here.
func (p *Pilot) circle(s *game.Public, c *Chart, me *game.Ship, o *foe) game.Vec {
	like := comfort(&game.Weapons[me.Weapon])
	if like == 0 {
		like = int64(500 - p.temper.aggression/2)
	}
	if alone(s) {
		like = int64(195 + (p.temper.patience-p.temper.aggression)/8)
	}
	return p.orbit(c, me, o.ship.Pos, like*game.Unit)
}

// alone says whether it is one against one: there is time.
func alone(s *game.Public) bool { return game.Modes[s.Mode].Ships == 2 }

// orbit flies around a place at about that distance.
func (p *Pilot) orbit(c *Chart, me *game.Ship, at game.Vec, like int64) game.Vec {
	p.travel.goal = -1
	if p.draw(20) == 0 {
		p.travel.orbit = -p.travel.orbit
	}
	to, far := offset(me.Pos, at), distance(me.Pos, at)
	around := p.around(c, me, to)
	switch {
	case far > like*5/4:
		return game.Vec{X: to.X + around.X/2, Y: to.Y + around.Y/2}
	case far < like*4/5:
		return game.Vec{X: around.X/2 - to.X, Y: around.Y/2 - to.Y}
	}
	return around
}

// around is across the way to somebody, on the side the pilot orbits; the other way round where a wall is near.
func (p *Pilot) around(c *Chart, me *game.Ship, to game.Vec) game.Vec {
	const feel = 72
	across := game.Vec{X: -to.Y * p.travel.orbit, Y: to.X * p.travel.orbit}
	d := game.Dir(game.Toward(across))
	if c.step[c.index(game.Vec{X: me.Pos.X + d.X/game.Unit*feel, Y: me.Pos.Y + d.Y/game.Unit*feel})] == 0 {
		p.travel.orbit = -p.travel.orbit
		across = game.Vec{X: -across.X, Y: -across.Y}
	}
	return across
}
