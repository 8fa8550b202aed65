package predict

import "bankshot/game"

// maxBeams is how many beams are seen at once; of more, the oldest go.
const maxBeams = 16

// beams are those that were fired a short while ago, put together from what the rules say happened to them: mine when I
// predict them, those of others when the lens has got there.
type beams struct {
	list [maxBeams]beam
	next int
}

type beam struct {
	Beam
	since float64 // my time when it was first to be seen
	tick  game.Tick
	lag   uint8 // of who fired it
	cut   bool  // it has been looked at who is in its way
}

// foreseen puts together the beams that I fire in a tick, to be drawn so much later.
func (b *beams) foreseen(events []game.Event, seat game.Seat, lag uint8, over float64) {
	for i := range events {
		if e := &events[i]; isBeam(e) && e.Seat == seat && !b.knows(e.Shot) {
			b.follow(events[i:], false, seat, beam{since: float64(e.Tick) - 1 + over, lag: lag})
		}
	}
}

// known puts together a beam that the server has told of, from its firing on. Of mine, only what follows after a mirror is
// new.
func (b *beams) known(events []game.Event, seat game.Seat, now float64) {
	b.follow(events, events[0].Seat == seat && b.knows(events[0].Shot), seat, beam{since: now, cut: true})
}

// isBeam says whether an event is the firing of a beam.
func isBeam(e *game.Event) bool { return e.Kind == game.EventFired && game.Weapons[e.Weapon].Beam() }

// follow makes a beam of the events that begin with its firing; returned leaves out all before its first mirror.
func (b *beams) follow(events []game.Event, returned bool, seat game.Seat, is beam) {
	fired := &events[0]
	is.tick, is.Shot, is.Owner, is.Weapon = fired.Tick, fired.Shot, fired.Seat, fired.Weapon
	banks := uint8(0)
	if !returned {
		is.point(fired, 0)
	}
	for i := 1; i < len(events) && is.Points < BeamPoints; i++ {
		e := &events[i]
		if e.Shot != fired.Shot {
			continue
		}
		switch e.Kind {
		case game.EventBanked:
			banks = e.Banks
		case game.EventReturned:
			if returned {
				returned, is.Owner = false, e.Seat
			}
		case game.EventEnded:
		default:
			continue
		}
		if returned {
			continue
		}
		is.point(e, banks)
		if e.Kind == game.EventEnded {
			break
		}
	}
	if is.Points < 2 {
		return
	}
	is.Mine = is.Owner == seat
	b.list[b.next] = is
	b.next = (b.next + 1) % maxBeams
}

func (b *beam) point(e *game.Event, banks uint8) {
	b.At[b.Points], b.Banks[b.Points] = point(e.Pos), banks
	b.Points++
}

func (b *beams) knows(id game.ShotID) bool {
	for i := range b.list {
		if b.list[i].Shot == id && b.list[i].Points > 0 {
			return true
		}
	}
	return false
}

// drawBeams appends the beams that have not faded. Mine ends at the first ship it meets where I see it, though only the
// server knows whether it hit.
func (p *Predictor) drawBeams(v *View) {
	for i := range p.draw.beams.list {
		b := &p.draw.beams.list[i]
		if b.Points == 0 {
			continue
		}
		age := v.Tick - b.since
		if age > BeamTicks || age < -maxAhead {
			b.Points = 0
		}
		if b.Points == 0 || age < 0 {
			continue
		}
		if !b.cut {
			b.cut = true
			b.stop(p.judged(b), v.Team)
		}
		b.Fresh = float32(min(1-age/BeamTicks, 1))
		v.Beams = append(v.Beams, b.Beam)
	}
}

// judged are the other ships as a beam of mine is judged to meet them: at most a tick from how they are drawn.
func (p *Predictor) judged(b *beam) []Ship {
	ships := p.draw.judged[:0]
	then := p.past.around(float64(b.tick)-float64(b.lag)/game.LagParts, p.replica.Tick)
	if then.a != nil {
		for i := range then.a.Ships {
			if a := &then.a.Ships[i]; a.Seat != p.seat {
				ships = append(ships, drawShip(a, successor(then.b, i, a), then.frac))
			}
		}
	}
	p.draw.judged = ships
	return ships
}

// stop ends a beam of a team at the first ship in its way.
func (b *beam) stop(ships []Ship, team uint8) {
	reach := reachUnits(b.Weapon)
	for k := 1; k < b.Points; k++ {
		from, to := b.At[k-1], b.At[k]
		way := Point{to.X - from.X, to.Y - from.Y}
		leg := length(way)
		if leg == 0 {
			continue
		}
		first := leg
		for i := range ships {
			if s := &ships[i]; s.strikable(team) {
				if at, ok := enters(from, way, leg, s.Pos, reach); ok {
					first = min(first, at)
				}
			}
		}
		if first < leg {
			b.At[k] = Point{from.X + way.X*first/leg, from.Y + way.Y*first/leg}
			b.Points = k + 1
			return
		}
	}
}
