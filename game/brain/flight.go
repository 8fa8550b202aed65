package brain

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// flight follows a shot exactly as the rules will fly it, in leaps of as many ticks as open floor allows: a flight cut
// at whole ticks ends like the whole, and over floor there is nothing to meet.
type flight struct {
	pos, step game.Vec // step is its displacement in a tick
	banks     int      // walls left behind
	ticks     int32    // flown since the start
	over      bool     // it met one wall too many

	// The last leap: where and when it began, and its corners.
	from    game.Vec
	since   int32
	corners int
	corner  [game.PulseBanks]arena.Leg
}

// launch is the flight of a shot fired from a place.
func launch(from game.Vec, aim uint16) flight {
	d := game.Dir(aim)
	return flight{pos: from, step: perTick(game.Vec{X: speedPart(d.X), Y: speedPart(d.Y)})}
}

// resume is the flight that a shot goes on with.
func resume(s *game.Shot) flight {
	return flight{pos: s.Pos, step: perTick(s.Vel), banks: min(int(s.Banks), game.PulseBanks)}
}

// speedPart and perTick round as the rules do, so that step is the shot's to the bit.
func speedPart(d int32) int32 { return int32(divRound(int64(d)*game.PulseSpeed, game.One)) }

func perTick(vel game.Vec) game.Vec {
	return game.Vec{
		X: int32(divRound(int64(vel.X), game.VelUnit/game.Unit)),
		Y: int32(divRound(int64(vel.Y), game.VelUnit/game.Unit)),
	}
}

// divRound is n/d to the nearest integer, halves away from zero.
func divRound(n, d int64) int64 {
	if n < 0 {
		return -((-n + d/2) / d)
	}
	return (n + d/2) / d
}

// leap flies on, until tick `until` at most.
func (c *Chart) leap(f *flight, until int32) {
	f.from, f.since, f.corners = f.pos, f.ticks, 0
	fast := max(abs(f.step.X), abs(f.step.Y))
	if fast == 0 {
		f.ticks = until
		return
	}
	if n := (c.roomAt(f.pos) - 1) * arena.TileSub / fast; n > 0 {
		n = min(n, until-f.ticks)
		f.pos.X += f.step.X * n
		f.pos.Y += f.step.Y * n
		f.ticks += n
		return
	}
	// Close to a wall: about a tile at a time.
	n := min(4, until-f.ticks)
	way := game.Vec{X: f.step.X * n, Y: f.step.Y * n}
	flown, corners := c.arena.Fly(f.pos, way, game.PulseBanks-f.banks, f.corner[:0])
	f.corners = len(corners)
	f.pos, f.step = flown.End, flown.Turn.Apply(f.step)
	f.ticks += n
	f.banks += flown.Banks
	f.over = flown.Stopped
}

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
	l := leg{from: f.from, to: f.pos, since: f.since * fine, until: f.ticks * fine, banks: f.banks - f.corners + n}
	if f.corners == 0 {
		return l
	}
	flown := int64(0)
	for k := range n {
		flown += distance(l.from, f.corner[k].At)
		l.from = f.corner[k].At
	}
	l.since += int32(flown * fine * game.Unit / game.PulseSpeed)
	if n < f.corners {
		l.to = f.corner[n].At
		l.until = l.since + int32(distance(l.from, l.to)*fine*game.Unit/game.PulseSpeed)
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
