package predict

import "bankshot/game"

// maxBeams is how many beams are seen at once; of more, the oldest go.
const maxBeams = 16

// beams are those that were fired a short while ago, put together from what the rules say happened to them: mine when I
// predict them, those of others when their time gets there.
type beams struct {
	list [maxBeams]beam
	next int
}

type beam struct {
	Beam
	tick game.Tick // of the time it is drawn in: mine or the others'
	cut  bool      // it has been looked at who is in its way
}

// add puts together the beams that a tick's events tell of. Those of mine are foreseen: of what is known of them only what
// follows after a mirror is new.
func (b *beams) add(events []game.Event, seat game.Seat, foreseen bool) {
	for i := range events {
		e := &events[i]
		if e.Kind != game.EventFired || !game.Weapons[e.Weapon].Beam() || foreseen && e.Seat != seat {
			continue
		}
		mine := e.Seat == seat
		if foreseen && b.knows(e.Shot) {
			continue
		}
		b.follow(events[i:], mine && !foreseen, seat)
	}
}

// follow makes a beam of the events that begin with its firing; returned leaves out all before its first mirror.
func (b *beams) follow(events []game.Event, returned bool, seat game.Seat) {
	fired := &events[0]
	is := beam{tick: fired.Tick, cut: fired.Seat != seat || returned}
	is.Shot, is.Owner, is.Weapon = fired.Shot, fired.Seat, fired.Weapon
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

// drawBeams appends the beams that have not faded. Mine ends at the first ship it meets as drawn, though only the server
// knows whether it hit.
func (p *Predictor) drawBeams(v *View) {
	for i := range p.draw.beams.list {
		b := &p.draw.beams.list[i]
		if b.Points == 0 {
			continue
		}
		time := v.Others
		if b.Shot.Seat() == p.seat && b.Mine {
			time = v.Tick
		}
		age := time - float64(b.tick) + 1
		if age > BeamTicks || age < -BeamTicks {
			b.Points = 0
			continue
		}
		if !b.cut {
			b.cut = true
			b.stop(v)
		}
		b.Fresh = float32(min(1-age/BeamTicks, 1))
		v.Beams = append(v.Beams, b.Beam)
	}
}

// stop ends a beam at the first ship that is drawn in its way.
func (b *beam) stop(v *View) {
	reach := reachUnits(b.Weapon)
	for k := 1; k < b.Points; k++ {
		from, to := b.At[k-1], b.At[k]
		way := Point{to.X - from.X, to.Y - from.Y}
		leg := length(way)
		if leg == 0 {
			continue
		}
		first := leg
		for i := range v.Ships {
			s := &v.Ships[i]
			if s.Mine || !s.strikable(v.Team) {
				continue
			}
			if at, ok := enters(from, way, leg, s.Pos, reach); ok {
				first = min(first, at)
			}
		}
		if first < leg {
			b.At[k] = Point{from.X + way.X*first/leg, from.Y + way.Y*first/leg}
			b.Points = k + 1
			return
		}
	}
}
