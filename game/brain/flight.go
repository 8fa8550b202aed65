package brain

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// flight follows a shot exactly as the rules will fly it, in leaps of as many ticks as open floor allows: a flight cut
// at whole ticks ends like the whole, and over floor there is nothing to meet. Of a shot that splits it follows the one
// in the middle.
type flight struct {
	pos, step game.Vec // step is its displacement in a tick
	weapon    *game.Weapon
	banks     int   // walls left behind
	ticks     int32 // flown since the start
	portal    int32 // ticks until a portal leads it away
	over      bool  // it met one wall too many

	// The last leap: where and when it began, its corners, and where it ended before a portal led it away.
	from    game.Vec
	since   int32
	corners int
	corner  [mostCorners]arena.Leg
	end     game.Vec
}

// mostCorners bounds the banks of one leap. Where a shot has more, in a wedge, it is not followed any farther.
const mostCorners = 4

// launch is the flight of a shot fired from a place.
func launch(from game.Vec, aim uint16, w *game.Weapon) flight {
	d := game.Dir(aim)
	vel := game.Vec{
		X: int32(divRound(int64(d.X)*int64(w.Speed), game.One)),
		Y: int32(divRound(int64(d.Y)*int64(w.Speed), game.One)),
	}
	return flight{pos: from, step: perTick(vel), weapon: w}
}

// resume is the flight that a shot goes on with.
func resume(s *game.Shot) flight {
	w := &game.Weapons[s.Weapon]
	return flight{pos: s.Pos, step: perTick(s.Vel), weapon: w, banks: min(int(s.Banks), int(w.Banks)), portal: int32(s.Portal)}
}

// perTick rounds as the rules do, so that step is the shot's to the bit.
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
		f.ticks, f.end = until, f.pos
		return
	}
	if n := (c.roomAt(f.pos) - 1) * arena.TileSub / fast; n > 0 {
		n = min(n, until-f.ticks)
		f.pos.X += f.step.X * n
		f.pos.Y += f.step.Y * n
		f.end = f.pos
		f.ticks += n
		f.portal = max(f.portal-n, 0)
		return
	}
	// Close to a wall: about a tile at a time. A shot that will split, or may be led away, by single ticks, since where it
	// is between two of them matters.
	splits := f.banks == 0 && f.weapon.Split > 1
	pulled := c.pulled != nil && c.pulled[c.index(f.pos)]
	n := min(max(36*game.Unit/fast, 1), until-f.ticks)
	if splits || pulled {
		n = 1
	}
	way := game.Vec{X: f.step.X * n, Y: f.step.Y * n}
	left := int(f.weapon.Banks) - f.banks
	flown, corners := c.arena.Fly(f.pos, way, min(left, mostCorners), f.corner[:0])
	f.corners, f.ticks = len(corners), f.ticks+n
	if splits && f.corners > 0 {
		f.corners, f.banks = 1, 1
		f.pos, f.step = f.corner[0].At, f.corner[0].Turn.Apply(f.step)
		f.end = f.pos
		return
	}
	f.pos, f.step = flown.End, flown.Turn.Apply(f.step)
	f.banks += flown.Banks
	f.over = flown.Stopped
	f.end = f.pos
	if pulled && !f.over {
		c.warp(f)
	} else {
		f.portal = max(f.portal-n, 0)
	}
}

// warp leads a flight through the portal in whose tile it has ended its tick.
func (c *Chart) warp(f *flight) {
	if f.portal > 0 {
		f.portal--
		return
	}
	if f.pos.X%arena.TileSub == 0 || f.pos.Y%arena.TileSub == 0 {
		return
	}
	at := c.index(f.pos)
	to := c.behind(at)
	if to == at {
		return
	}
	off := offset(c.arena.CellAt(at).Centre(), f.pos)
	f.pos = c.arena.CellAt(to).Centre()
	f.pos.X += off.X
	f.pos.Y += off.Y
	f.portal = game.ShotPortalTicks
}
