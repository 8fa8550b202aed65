package game

// BeenTicks is for how many ticks it is known where a ship has been, the newest included: the longest lag, and what it
// takes to know its way in the first tick of that.
const BeenTicks = MaxLag/LagParts + 3

// Was is how a ship stood when the shots of a tick flew: the zero value where it was not there.
type Was struct {
	Pos   Vec
	Aim   uint16
	State WasState
}

// WasState are the things that a ship does, or not.
type WasState uint8

// What is known of a ship in the past.
const (
	// WasThere: it was alive. All else is 0 where it was not.
	WasThere WasState = 1 << iota
	WasDashing
	WasMirroring
	// WasWarped: a portal had led it there in that tick, so that it was never between there and where it was before.
	WasWarped

	WasAll = WasThere | WasDashing | WasMirroring | WasWarped
)

// Been is where a ship was at the end of each of the last BeenTicks ticks of its life, a ring by tick.
type Been [BeenTicks]Was

func (b *Been) ring(t Tick) *Was { return &b[t%BeenTicks] }

// at is how the ship stood in tick t, now being the newest one.
func (b *Been) at(t, now Tick) (Was, bool) {
	if now-t >= BeenTicks {
		return Was{}, false
	}
	was := b[t%BeenTicks]
	return was, was.State&WasThere != 0
}

// before is how the ship stood so many parts of a tick before the end of the newest one. Its place is on the way of the
// tick that the moment lies in, everything else as that tick has it.
func (b *Been) before(now Tick, back int32) (Was, bool) {
	next := now - Tick(back/backParts)
	was, there := b.at(next, now)
	part := back % backParts
	if !there || part == 0 {
		return was, there
	}
	prev, there := b.at(next-1, now)
	if !there {
		return was, false // it came to be in that tick
	}
	if was.State&WasWarped != 0 {
		was.Pos = prev.Pos
	} else {
		was.Pos = add(was.Pos, scale(sub(prev.Pos, was.Pos), int64(part), backParts))
	}
	return was, true
}

// warped says whether a portal led the ship elsewhere between two moments.
func (b *Been) warped(now Tick, from, to int32) bool {
	for back := (to + backParts - 1) / backParts; back*backParts < from; back++ {
		if was, there := b.at(now-Tick(back), now); there && was.State&WasWarped != 0 {
			return true
		}
	}
	return false
}

// stance is a ship as a shot of one tick meets it: it went evenly from one place to another meanwhile.
type stance struct {
	from, to Vec
	aim      uint16
	state    WasState
}

// whole is how many whole ticks ago the eyes saw a ship at the end of a flight. Who owns the shot meets it in the present.
func (p *sight) whole(ship *Ship) Tick {
	if ship.Seat == p.owner {
		return 0
	}
	return Tick(p.to / backParts)
}

// stanceOf is ship i as eyes saw it; false if they saw none that could be struck.
func (s *State) stanceOf(i int, eyes *sight) (stance, bool) {
	from, to := eyes.from, eyes.to
	if s.Ships[i].Seat == eyes.owner {
		from, to = 0, 0
	}
	been := &s.Been[i]
	last, there := been.before(s.Tick, to)
	if !there {
		return stance{}, false
	}
	is := stance{from: last.Pos, to: last.Pos, aim: last.Aim, state: last.State}
	if eyes.still {
		return is, true
	}
	from += backParts
	if first, there := been.before(s.Tick, from); there && !been.warped(s.Tick, from, to) {
		is.from = first.Pos
	}
	return is, true
}

// span is from when to when, in 1/backParts of a tick ago, the eyes see a ship while a shot flies for a tick.
func (p *sight) span(ship *Ship) (from, to int64) {
	if ship.Seat == p.owner {
		return backParts, 0
	}
	return int64(p.from) + backParts, int64(p.to)
}

// settle brings what the ship did to the moment after so many 1/wholeTick of the tick, in which it is met: it may have begun
// to dash, or let go of its mirror, within that tick.
func (s *State) settle(p *stance, i int, eyes *sight, part int64) {
	if eyes.still {
		return
	}
	from, to := eyes.span(&s.Ships[i])
	back := from + (to-from)*part/wholeTick
	if was, there := s.Been[i].at(s.Tick-Tick(max(back, 0)/backParts), s.Tick); there {
		p.aim, p.state = was.Aim, was.State
	}
}

// at is the place after so many 1/256 of the tick.
func (p *stance) at(part int64) Vec {
	if p.from == p.to {
		return p.to
	}
	return add(p.from, scale(sub(p.to, p.from), part, wholeTick))
}

// wholeTick is how many parts a shot's tick is divided into by its banks.
const wholeTick = 256

// remember notes where every ship is, for all to be judged by who sees them there later.
func remember(s *State) {
	for i := range s.Ships {
		ship, was := &s.Ships[i], s.Been[i].ring(s.Tick)
		*was = Was{}
		if !ship.Alive {
			continue
		}
		*was = Was{Pos: ship.Pos, Aim: ship.Aim, State: WasThere}
		if ship.DashLeft > 0 {
			was.State |= WasDashing
		}
		if ship.Mirror {
			was.State |= WasMirroring
		}
		if ship.WarpTick == s.Tick {
			was.State |= WasWarped
		}
	}
}

// StandStill gives every living ship the past of one that has always stood where it is now: for who knows where ships are
// and not where they were, such as who is told of a part of a large world.
func (p *Public) StandStill() {
	p.alignBeen()
	for i := range p.Ships {
		ship, been := &p.Ships[i], &p.Been[i]
		was := Was{}
		if ship.Alive {
			was = Was{Pos: ship.Pos, Aim: ship.Aim, State: WasThere}
			if ship.DashLeft > 0 {
				was.State |= WasDashing
			}
			if ship.Mirror {
				was.State |= WasMirroring
			}
		}
		for t := range been {
			been[t] = was
		}
	}
}

// alignBeen gives every ship a past, also in a state that was put together by hand: nobody was there before.
func (p *Public) alignBeen() {
	for len(p.Been) < len(p.Ships) {
		p.Been = append(p.Been, Been{})
	}
	p.Been = p.Been[:len(p.Ships)]
}
