package balance

import (
	"slices"

	"bankshot/game"
)

// lifeTicks is how long a life has to last for its spawn to have been good: about until its first fight is over. In a
// shorter time hardly anybody dies, wherever it began, and no spawn could fail; in a longer one it hardly matters any more
// where it began.
const lifeTicks = 10 * game.TickHz

// soonTicks is within which time of its beginning a life ends so soon that its spawn is to blame.
const soonTicks = 3 * game.TickHz

// counter counts one round while it is played.
type counter struct {
	ground *Ground
	r      Round
	eye    eye
	// born is where and when each ship's life began, by its index.
	born []birth
	// hitBy is whose shot hit last.
	hitBy game.Seat
}

// birth is a beginning that counts: at is -1 for one that does not.
type birth struct {
	at   int
	tick game.Tick
}

func newCounter(g *Ground, index int, mode game.Mode, ships int) *counter {
	c := &counter{ground: g, r: Round{Ground: index, Mode: mode}, born: make([]birth, ships)}
	c.r.Lives, c.r.Lasted = make([]int, len(g.Spawns)), make([]int, len(g.Spawns))
	for i := range c.born {
		c.born[i].at = -1
	}
	return c
}

// tick counts what happened in a tick and what it led to; counts says whether the round was running.
func (c *counter) tick(s *game.Public, ev []game.Event, counts bool) {
	for i := range ev {
		c.event(s, &ev[i], counts)
	}
	if !counts {
		return
	}
	c.r.Ticks++
	for i := range s.Ships {
		if ship := &s.Ships[i]; ship.Alive {
			c.r.ShipTicks++
			c.r.Held[ship.Weapon]++
		}
		b := &c.born[i]
		if b.at < 0 {
			continue
		}
		switch s.Tick - b.tick {
		case soonTicks:
			c.r.Begun++
		case lifeTicks:
			c.r.Lives[b.at]++
			c.r.Lasted[b.at]++
			b.at = -1
		}
	}
	if slices.ContainsFunc(s.Goals, func(g game.Goal) bool { return g.Kind == game.ZoneGoal && g.Holder != game.NoSeat }) {
		c.r.ZoneTicks++
	}
	if s.Tick%sampleTicks == 0 {
		countShots(s, &c.r.InView)
	}
}

func (c *counter) event(s *game.Public, e *game.Event, counts bool) {
	if e.Kind == game.EventHit {
		c.hitBy = e.Other
	}
	if !counts {
		return
	}
	switch e.Kind {
	case game.EventSpawned:
		c.born[s.ShipOf(e.Seat)] = birth{at: c.ground.spawnAt(e.Pos), tick: e.Tick}
	case game.EventFired:
		if e.Shot&0xFF == 0 {
			c.r.Fired[e.Weapon]++
		}
	case game.EventKilled:
		c.killed(s, e)
	case game.EventReturned:
		c.r.Returns++
	case game.EventPicked:
		c.r.Picked[e.Amount]++
	case game.EventBrought:
		c.r.Brought++
	}
}

func (c *counter) killed(s *game.Public, e *game.Event) {
	if b := &c.born[s.ShipOf(e.Seat)]; b.at >= 0 {
		c.r.Lives[b.at]++
		if e.Tick-b.tick < soonTicks {
			c.r.Begun++
			c.r.Soon++
		}
		b.at = -1
	}
	switch {
	case e.Shot.Seat() == game.NoSeat:
		c.r.Burnt++
		return
	case c.hitBy == e.Seat:
		c.r.Selfs++
		return
	}
	c.r.Kills[min(e.Banks, MostBanks)]++
	if e.Returned {
		c.r.Returned++
	} else {
		c.r.KillsBy[e.Weapon]++
	}
	switch c.eye.saw(e.Seat, e.Shot, e.Weapon) {
	case sawIt:
		c.r.Seen[e.Weapon]++
	case tooBrief:
		c.r.Brief[e.Weapon]++
	case outside:
		c.r.Unseen[e.Weapon]++
	}
}

// finish tells how the round ended: after which phase, and whether before its time.
func (c *counter) finish(s *game.Public, phase game.Phase, early bool) Round {
	best, ahead := standing(s)
	rules := &game.Modes[s.Mode]
	switch {
	case ahead == 0:
		c.r.End = ByNobody
	case phase == game.Overtime:
		c.r.End = ByOvertime
	case !early:
		c.r.End = ByTime
	case rules.Limit > 0 && best >= rules.Limit:
		c.r.End = ByLimit
	default:
		c.r.End = ByMercy
	}
	if s.Mode.Teams() && ahead > 0 {
		c.r.Winner = game.TeamOne
		if s.TeamScore[1] > s.TeamScore[0] {
			c.r.Winner = game.TeamTwo
		}
	}
	c.r.Done = true
	return c.r
}

// standing is the best score, and by how much it is ahead.
func standing(s *game.Public) (best, ahead int16) {
	if s.Mode.Teams() {
		a, b := s.TeamScore[0], s.TeamScore[1]
		return max(a, b), max(a-b, b-a)
	}
	ranks := s.Ranking(nil)
	if len(ranks) == 0 {
		return 0, 0
	}
	best = s.Ships[ranks[0]].Score
	if len(ranks) == 1 {
		return best, best
	}
	return best, best - s.Ships[ranks[1]].Score
}
