package brain

import "bankshot/game"

// banner is a flag as a pilot thinks of it: nil for none, and where it is at home, if anywhere.
type banner struct {
	*game.Goal
	home    game.Vec
	hasHome bool
}

// near says that the ship has all but arrived where the flag is at home.
func (b *banner) near(me *game.Ship) bool {
	return b.hasHome && distance(me.Pos, b.home) <= arrived
}

// banners are the flag of the pilot's own team, if it has a home to be brought to, and the one to fetch: another's or
// nobody's, of several rather one that nobody has.
func banners(s *game.Public, c *Chart, me *game.Ship) (own, prize banner) {
	for i := range s.Goals {
		g := &s.Goals[i]
		if g.Kind != game.FlagGoal {
			continue
		}
		home, ok := g.Home(c.arena)
		switch mine := me.Team != game.NoTeam && g.Team == me.Team; {
		case mine && ok:
			own = banner{g, home, ok}
		case !mine && (prize.Goal == nil || prize.Holder != game.NoSeat && g.Holder == game.NoSeat):
			prize = banner{g, home, ok}
		}
	}
	return own, prize
}

// carries says whether a ship carries a flag that it can bring home.
func carries(s *game.Public, c *Chart, me *game.Ship) bool {
	if !s.Holds(me.Seat) {
		return false
	}
	own, _ := banners(s, c, me)
	if own.Goal == nil {
		return false
	}
	for i := range s.Goals {
		if g := &s.Goals[i]; g.Kind == game.FlagGoal && g.Holder == me.Seat && g.Team != me.Team {
			return true
		}
	}
	return false
}

// defends says whether the pilot is one of those who stay near their base: by its seat, so that each team has some, and
// not against its temper.
func (p *Pilot) defends() bool {
	return p.seat/2%2 == 1 && p.temper.aggression < 180 || p.temper.aggression < 50
}

// How far from its base a defender strays, and how far an attacker goes for its own flag, in 1/256 unit.
const (
	watch   = 330 * game.Unit
	errands = 800 * game.Unit
)

// fetchFlag is the way of who carries nothing: to its own flag if that lies about, after who carries it, to the flag that is to
// be fetched, or around its base.
func (p *Pilot) fetchFlag(s *game.Public, c *Chart, me *game.Ship, f *foes) (game.Vec, bool) {
	own, prize := banners(s, c, me)
	if own.Goal == nil && prize.Goal == nil {
		return game.Vec{}, false
	}
	defends := own.Goal != nil && p.defends()
	// Not past somebody's muzzle, unless it is nearly there.
	if f.crowded() && !prize.near(me) && (own.Goal == nil || distance(me.Pos, own.Pos) > arrived) {
		return p.dance(c, me, f), true
	}
	switch {
	case own.Goal == nil:
	case own.Away && (defends || distance(me.Pos, own.Pos) < errands):
		return p.run(s.Tick, c, me, own.Pos), true
	case own.Holder != game.NoSeat:
		if thief, ok := p.inView(s, me, own.Holder); ok {
			if distance(me.Pos, thief.Pos) < 200*game.Unit {
				return game.Vec{}, false // near enough to hunt it down
			}
			return p.run(s.Tick, c, me, thief.Pos), true
		}
		if prize.hasHome && (defends || prize.Holder != game.NoSeat) && distance(me.Pos, prize.home) > watch {
			return p.run(s.Tick, c, me, prize.home), true // where it has to pass
		}
	case defends && distance(me.Pos, own.home) > watch:
		return p.follow(c, me, own.home), true
	}
	switch {
	case defends:
		if f.n > 0 {
			return game.Vec{}, false
		}
		return p.orbit(c, me, own.home, 150*game.Unit), true
	case prize.Goal == nil:
		return game.Vec{}, false
	case prize.Away:
		return p.run(s.Tick, c, me, prize.Pos), true
	case prize.Holder == game.NoSeat:
		if !prize.hasHome {
			return game.Vec{}, false
		}
		return p.run(s.Tick, c, me, prize.home), true
	}
	// A mate has it: stay by it, and between it and others.
	if mate, ok := p.inView(s, me, prize.Holder); ok && mate.Seat != me.Seat && mate.Team == me.Team && me.Team != game.NoTeam && f.open() == 0 {
		return p.orbit(c, me, mate.Pos, 110*game.Unit), true
	}
	return game.Vec{}, false
}

// run is the way to a place, in haste as the temper has it.
func (p *Pilot) run(now game.Tick, c *Chart, me *game.Ship, to game.Vec) game.Vec {
	way := p.follow(c, me, to)
	if p.draw(256) < p.temper.dashLove/16 {
		p.hurry(now, c, me, way)
	}
	return way
}

// inView is somebody's ship, if it can be seen.
func (p *Pilot) inView(s *game.Public, me *game.Ship, seat game.Seat) (*game.Ship, bool) {
	i := s.ShipOf(seat)
	if i < 0 || !s.Ships[i].Alive || !sees(me.Pos, s.Ships[i].Pos) {
		return nil, false
	}
	return &s.Ships[i], true
}

// carryHome is the way of who carries a flag: home, around whoever is in the way, and there until its own flag is.
func (p *Pilot) carryHome(s *game.Public, c *Chart, me *game.Ship, f *foes) game.Vec {
	own, _ := banners(s, c, me)
	home := own.home
	to := home
	if own.Away && distance(me.Pos, own.Pos) < errands {
		to = own.Pos
	}
	if own.Holder != game.NoSeat && distance(me.Pos, home) < 120*game.Unit {
		if f.open() == 0 {
			return p.orbit(c, me, home, 90*game.Unit)
		}
		return p.hunt(s, c, me, f)
	}
	if distance(me.Pos, to) > 250*game.Unit {
		if post := p.detour(s.Tick, c, me, to, f); post >= 0 {
			way := offset(me.Pos, c.toward(post, me.Pos))
			p.hurry(s.Tick, c, me, way)
			return way
		}
	}
	way := p.follow(c, me, to)
	p.hurry(s.Tick, c, me, way)
	return way
}

// detour is the post over which to fly home when somebody stands in the open ahead; -1 for the straight way.
func (p *Pilot) detour(now game.Tick, c *Chart, me *game.Ship, home game.Vec, f *foes) int {
	const near, tries, keep = 380 * game.Unit, 10, 60
	t := &p.travel
	if t.detour >= 0 && now < t.detourEnd && distance(me.Pos, c.posts[t.detour]) > arrived {
		return t.detour
	}
	t.detour = -1
	way := offset(me.Pos, c.guide(me.Pos, home))
	ahead := false
	for i := range f.all() {
		o := &f.list[i]
		ahead = ahead || o.open && o.far < near && dot(way, offset(me.Pos, o.ship.Pos)) > 0
	}
	if !ahead {
		return -1
	}
	best := int64(0)
	for range tries {
		post := p.drawPost(c, me.Pos)
		if post < 0 || !sees(me.Pos, c.posts[post]) {
			continue
		}
		at := c.posts[post]
		cost := distance(me.Pos, at) + distance(at, home)
		to := offset(me.Pos, c.toward(post, me.Pos))
		for i := range f.all() {
			o := &f.list[i]
			cost -= min(distance(o.ship.Pos, at), 400*game.Unit)
			if dot(to, offset(me.Pos, o.ship.Pos)) > 0 {
				cost += 300 * game.Unit
			}
		}
		if t.detour < 0 || cost < best {
			t.detour, best = post, cost
		}
	}
	t.detourEnd = now + keep
	return t.detour
}
