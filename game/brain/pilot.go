package brain

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// StrokeTicks is the number of ticks between two plans, and of a stroke of the hand: a pilot makes up its mind ten
// times a second, and turns evenly in between.
const StrokeTicks = 6

// Pilot flies one ship. The zero value is not ready: use New.
type Pilot struct {
	seat     game.Seat
	strength Strength
	temper   temper
	rand     uint64

	// last is the tick thought about last, and what came of it.
	last  game.Tick
	input game.Input
	// planAt and alertAt are the ticks of the next plan and of the next look for danger.
	planAt, alertAt game.Tick

	hand   hand
	prey   prey
	shot   option
	duds   duds
	travel travel
	// way is where it wants to fly.
	way     game.Vec
	dashing bool
	// awake is false from its death to its first thought after.
	awake    bool
	harmless [harmlessShots]harmless
	// dashAt is the tick from which its dash should work again: it remembers its last one.
	dashAt game.Tick
	// loadAt is the same for its gun.
	loadAt game.Tick
	// guard is the mirror, energy what is left for it, as far as it knows; charger is the place close by where energy
	// lies, charge how much.
	guard   guard
	energy  int32
	charger int16
	charge  int32
}

// New is a pilot for seat. The same seed and the same match make it fly the same.
func New(seat game.Seat, strength Strength, seed uint64) Pilot {
	p := Pilot{seat: seat, strength: strength, rand: mix(seed, uint64(seat))}
	p.temper = p.drawTemper()
	p.hand.aim = uint16(p.draw(game.AimSteps))
	p.input.Aim = p.hand.aim
	p.forget()
	return p
}

// forget is what death does: nothing is left of what it was about.
func (p *Pilot) forget() {
	p.prey = prey{seat: game.NoSeat}
	p.shot, p.duds = option{}, duds{}
	p.travel = travel{goal: -1, detour: -1, orbit: 1 - 2*p.draw(2)}
	p.hand.turn, p.dashing = 0, false
	p.planAt, p.alertAt, p.dashAt, p.loadAt = 0, 0, 0, 0
	p.harmless = [harmlessShots]harmless{}
	p.guard, p.energy, p.charger = guard{}, game.MaxEnergy, noCharger
	p.input = game.Input{Aim: p.hand.aim}
	p.awake = false
}

// Think is the pilot's input for the tick after s.Tick. The chart must be of the arena that s is played in. It is meant
// to be asked every tick; asked twice about the same one it says the same, and ticks left out it makes up for.
func (p *Pilot) Think(s *game.Public, c *Chart) game.Input {
	i := s.ShipOf(p.seat)
	if p.awake && (i < 0 || !s.Ships[i].Alive || s.Tick < p.last) {
		p.forget()
	}
	if i < 0 || !s.Ships[i].Alive || p.awake && s.Tick == p.last {
		p.last = s.Tick
		return p.input
	}
	if !p.awake {
		// Seats think in turns, so that a room's work is spread over its ticks.
		p.awake, p.last = true, s.Tick
		p.planAt, p.alertAt = s.Tick+game.Tick(p.seat%StrokeTicks), s.Tick+game.Tick(p.seat%alertTicks)
	}
	me := &s.Ships[i]
	p.hand.move(int32(min(s.Tick-p.last, StrokeTicks)))
	p.feelEnergy(s, c, me)
	p.last = s.Tick
	p.input.Aim, p.input.Buttons = p.hand.aim, 0
	p.feelDash(s.Tick, me)
	p.prey.watch(s, me)
	if s.Tick >= p.planAt || s.Tick >= p.alertAt {
		if len(s.Broken) > 0 {
			p.thinkPastGlass(s, c, me)
		} else {
			p.decide(s, c, me)
		}
	}
	p.shield(s.Tick)
	if p.dashing {
		p.dashing = false
		p.input.Buttons |= game.Dash
	}
	return p.input
}

// decide does what is due.
func (p *Pilot) decide(s *game.Public, c *Chart, me *game.Ship) {
	if s.Tick >= p.planAt {
		p.planAt = s.Tick + StrokeTicks
		p.pull(s, c, me)
		p.plan(s, c, me)
	}
	if s.Tick >= p.alertAt {
		p.alertAt = s.Tick + alertTicks
		p.dodge(s, c, me)
	}
}

// thinkPastGlass decides by the chart as it is with the glass broken that is broken in view.
func (p *Pilot) thinkPastGlass(s *game.Public, c *Chart, me *game.Ship) {
	var panes [game.MaxBroken]arena.Pane
	n := 0
	for _, pane := range s.Broken {
		if n < len(panes) && sees(me.Pos, c.arena.CellAt(int(pane.Index)).Centre()) {
			panes[n] = pane
			n++
		}
	}
	live := c.arena.Live(panes[:n])
	seen := *c
	seen.arena = &live
	p.decide(s, &seen, me)
}

// feelDash remembers when the ship dashed, which is the only way to know when it may again.
func (p *Pilot) feelDash(now game.Tick, me *game.Ship) {
	if me.DashLeft > 0 {
		p.dashAt = now + game.Tick(me.DashLeft) + game.DashCooldown - game.DashTicks
	}
}

// plan makes up its mind for the next stroke: whom to fight, where to fly, which shot to aim.
func (p *Pilot) plan(s *game.Public, c *Chart, me *game.Ship) {
	if s.Phase == game.Countdown {
		p.travel.marked = s.Tick // nobody gets anywhere, that is not being stuck
	}
	foes := p.look(s, c, me)
	p.choose(s, &foes)
	p.way = p.tactics(s, c, me, &foes)
	p.input.Thrust = p.steer(c, me, p.way, nil)
	p.takeAim(s, c, me)
}

// draw is a number in 0..n-1 from the pilot's own stream (SplitMix64).
func (p *Pilot) draw(n int32) int32 {
	p.rand += 0x9E3779B97F4A7C15
	return int32(mix(p.rand, 0) >> 33 % uint64(n))
}
