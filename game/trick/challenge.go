package trick

import (
	"bankshot/game"
	"bankshot/game/arena"
)

const (
	// Shots is how many a try has.
	Shots = 5
	// UnusedPoints is what a shot is worth that was not needed.
	UnusedPoints = 3
	// MinTargets and MaxTargets bound how many there are.
	MinTargets = 3
	MaxTargets = 6
	// TargetRadius is a target's, which is a ship's.
	TargetRadius = game.ShipRadius
	// reach is how near a shot has to come to burst one.
	reach = TargetRadius + game.ShotRadius
)

// Challenge is one day's arena, cannon and targets: a plain value that nobody changes.
type Challenge struct {
	Date  Date
	Arena *arena.Arena
	// Cannon is where the shots come from, Aim where it points at first.
	Cannon game.Vec
	Aim    uint16
	// Targets are at most MaxTargets, Fewest how many banks it takes to reach each one.
	Targets []game.Vec
	Fewest  []uint8
	// House are the shots that the machine would fire, HouseScore what they come to.
	House      []uint16
	HouseScore int
}

// makes bounds how often a day is begun anew; some tenths of all halls are good enough.
const makes = 400

// Daily is the challenge of a date. It takes some tenths of a second. It panics for a date nothing can be made of, which
// none is known to be.
func Daily(d Date) *Challenge {
	var s survey
	for nth := range makes {
		if c := attempt(d, nth, &s); c != nil {
			return c
		}
	}
	panic("trick: nothing came of " + d.String())
}

// attempt is what comes of the nth hall of a date, nil for nothing good enough.
func attempt(d Date, nth int, s *survey) *Challenge {
	luck := newChance(d, nth)
	h := drawHall(&luck)
	if h == nil {
		return nil
	}
	c := &Challenge{Date: d, Arena: h.seal(title(&luck)), Cannon: h.cannon.Centre()}
	if arena.Validate(c.Arena, arena.MinSpawns) != nil {
		return nil
	}
	centre := game.Vec{X: hallW * arena.TileSub / 2, Y: hallH * arena.TileSub / 2}
	c.Aim = game.Toward(game.Vec{X: centre.X - c.Cannon.X, Y: centre.Y - c.Cannon.Y})
	s.fly(c)
	if !c.choose(s, &luck) {
		return nil
	}
	if !c.proven(s) {
		return nil
	}
	if r := c.house(s); r.Bursts() < len(c.Targets) {
		return nil
	}
	return c
}

// proven says whether each target can be hit at once, by a shot flown to its end.
func (c *Challenge) proven(s *survey) bool {
	for n := range c.Targets {
		i, hit := s.near(c.Targets[n]), false
		for aim, banks := range s.banks[i] {
			if !s.passes(i, aim, banks) || banks == never {
				continue
			}
			r := Play(c, []uint16{uint16(aim)})
			if hit = r.Shots[0].bursts(n); hit {
				break
			}
		}
		if !hit {
			return false
		}
	}
	return true
}
