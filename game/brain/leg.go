package brain

import "bankshot/game"

// leg is a straight piece of a flight.
type leg struct {
	from, to game.Vec
	// since, until are ticks of the flight, in parts of fine.
	since, until int32
	banks        int
}

// fine is the number of parts in which the ticks of a leg are told.
const fine = 16

// leg is the n-th straight piece of the last leap, 0..f.corners.
func (f *flight) leg(n int) leg {
	l := leg{from: f.from, to: f.end, since: f.since * fine, until: f.ticks * fine, banks: f.banks - f.corners + n}
	if f.corners == 0 {
		return l
	}
	flown, speed := int64(0), int64(f.weapon.Speed)
	for k := range n {
		flown += distance(l.from, f.corner[k].At)
		l.from = f.corner[k].At
	}
	l.since += int32(flown * fine * game.Unit / speed)
	if n < f.corners {
		l.to = f.corner[n].At
		l.until = l.since + int32(distance(l.from, l.to)*fine*game.Unit/speed)
	}
	return l
}

// pass is how near a leg comes to somebody who moves, squared, in 1/256 unit.
func (l *leg) pass(m *mover) int64 {
	a, b := m.fineAt(l.since), m.fineAt(l.until)
	return nearest(offset(a, l.from), offset(b, l.to))
}

// nearest is how near the straight way between two places comes to the origin, squared.
func nearest(from, to game.Vec) int64 {
	way := offset(from, to)
	square, ahead := dot(way, way), -dot(from, way)
	switch {
	case ahead <= 0 || square == 0:
		return dot(from, from)
	case ahead >= square:
		return dot(to, to)
	}
	// The distance across is cross/|way|; whole units keep its square far from overflow.
	across := cross(from, way) / game.Unit
	return across * across / max(square/(game.Unit*game.Unit), 1)
}
