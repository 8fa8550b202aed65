package game

import "bankshot/game/arena"

// maxReturns bounds how often mirrors return one beam: two of them face to face would never let it go.
const maxReturns = 4

// fireBeam is a shot that reaches its end in this very tick: bank by bank, until a ship, the wall after its last bank, or
// the end of its range. Mirrors return it. It
// meets everybody where who fires it sees them, however far away and whatever mirrors do to it.
func (s *State) fireBeam(ship *Ship, a *arena.Arena, ev []Event) []Event {
	w := &Weapons[ship.Weapon]
	beam := Shot{
		ID: NewShotID(s.Tick, ship.Seat, 0), Weapon: ship.Weapon, Owner: ship.Seat,
		Pos: ship.Pos, Born: ship.Pos, Since: s.Tick,
	}
	ev = append(ev, s.fired(ship, &beam, ship.Aim))
	dir, left, returns, eyes := ship.Aim, w.Range, 0, ship.beamSight()
	var met meeting
	for left > 0 {
		var corners [1]arena.Leg
		flown, path := a.Fly(beam.Pos, scale(Dir(dir), int64(left), One), 1, corners[:0])
		to, off := flown.End, flown.Stop
		if len(path) > 0 {
			to, off = path[0].At, path[0].Off
		}
		if s.inTheWay(&beam, leg{to: to}, &eyes, &met) {
			left -= distance(beam.Pos, met.at)
			if !met.as.mirrors(dir) || returns == maxReturns {
				ev = s.strike(met.ship, &beam, met.at, ev)
				break
			}
			returns++
			dir = returned(dir, met.as.aim)
			ev = s.turnShot(met.ship, &beam, met.at, dir, ev)
			continue
		}
		left -= distance(beam.Pos, to)
		beam.Pos = to
		if len(path) == 0 && !flown.Stopped {
			break
		}
		ev = s.breakGlass(a, off, ev)
		if len(path) == 0 || beam.Banks == w.Banks {
			break
		}
		beam.Banks++
		dir = Toward(path[0].Turn.Apply(Dir(dir)))
		ev = append(ev, s.banked(&beam))
	}
	return append(ev, s.ended(&beam))
}

// distance between two places, in 1/256 unit.
func distance(p, q Vec) int32 {
	d := sub(p, q)
	return int32(isqrt(uint64(dot(d, d))))
}
