package brain

import "bankshot/game"

// PlanTicks is the number of ticks between two plans: pilots plan ten times a second.
const PlanTicks = game.TickHz / 10

// Pilot flies one ship. The zero value is not ready: use New.
type Pilot struct {
	seat     game.Seat
	strength Strength
	rand     uint64

	plan plan
	// aim is where it points now: it turns towards the plan's aim a little every tick.
	aim uint16
	// goal is the spawn it is on its way to while it has nobody to fight.
	goal int
	// prey is whom it fights, since met.
	prey game.Seat
	met  game.Tick
	// orbit is the side to which it circles its prey: 1 or -1.
	orbit int32
}

// plan is what a pilot made up its mind to do until the next one.
type plan struct {
	thrust uint8
	aim    uint16
	// fire says that the aim is worth a shot; slack is how far off, in game.AimSteps, it may still point.
	fire  bool
	slack int32
	dash  bool
}

// New is a pilot for seat. The same seed and the same match make it fly the same.
func New(seat game.Seat, strength Strength, seed uint64) Pilot {
	p := Pilot{seat: seat, strength: strength, rand: seed ^ uint64(seat)<<32, prey: game.NoSeat, goal: -1, orbit: 1}
	p.aim = uint16(p.draw(game.AimSteps))
	return p
}

// Think is the pilot's input for the tick after s.Tick. The chart must be of the arena that s is played in.
func (p *Pilot) Think(s *game.Public, c *Chart) game.Input {
	i := s.ShipOf(p.seat)
	if i < 0 || !s.Ships[i].Alive {
		p.prey, p.goal, p.plan = game.NoSeat, -1, plan{aim: p.aim}
		return game.Input{Aim: p.aim}
	}
	me := &s.Ships[i]
	if (uint32(s.Tick)+uint32(p.seat))%PlanTicks == 0 {
		p.plan = p.think(s, c, me)
	}
	p.turn()
	in := game.Input{Thrust: p.plan.thrust, Aim: p.aim}
	if p.plan.fire && abs(angle(p.aim, p.plan.aim)) <= p.plan.slack {
		in.Buttons |= game.Fire
	}
	if p.plan.dash {
		in.Buttons |= game.Dash
		p.plan.dash = false
	}
	return in
}

// turn moves the aim towards the plan's by what the strength allows in a tick.
func (p *Pilot) turn() {
	off := angle(p.aim, p.plan.aim)
	off = min(max(off, -p.strength.TurnSteps), p.strength.TurnSteps)
	p.aim = uint16(int32(p.aim)+off) % game.AimSteps
}

// draw is a number in 0..n-1 from the pilot's own stream (SplitMix64: Steele, Lea, Flood 2014).
func (p *Pilot) draw(n int32) int32 {
	p.rand += 0x9E3779B97F4A7C15
	z := p.rand
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return int32((z ^ z>>31) >> 33 % uint64(n))
}

// angle is the shortest turn from one aim to another: -2048..2047.
func angle(from, to uint16) int32 {
	return (int32(to)-int32(from)+game.AimSteps*3/2)%game.AimSteps - game.AimSteps/2
}

func abs(n int32) int32 { return max(n, -n) }
