package brain

import (
	"bankshot/game"
)

// mover is a ship as it will move if nothing changes its mind: what it was seen doing, and for how long that can go on.
type mover struct {
	pos, vel game.Vec
	push     game.Vec // gain of velocity a tick
	dash     int32    // ticks of dash left
	age      int32    // ticks since it was seen so
	most     int32    // ticks after which a wall is in the way
}

// foresight is for how many ticks ahead movers are known; later they stand still.
const foresight = 64

// glide[k] is how far a ship with velocity 1 gets in k ticks without thrust, lift[k] how far one gets from rest whose
// thrust gives it 1 a tick, both in 1/65,536.
var glide, lift = glides()

func glides() (glide, lift [foresight + 1]int64) {
	vel := int64(game.One)
	for k := 1; k <= foresight; k++ {
		vel = vel * game.DragMul / game.DragDiv
		glide[k] = glide[k-1] + vel
		lift[k] = lift[k-1] + glide[k]
	}
	return glide, lift
}

// moverOf is a ship as it is now.
func moverOf(s *game.Ship) mover {
	m := mover{pos: s.Pos, vel: s.Vel, dash: int32(s.DashLeft), most: foresight}
	m.thrust(s.Thrust)
	return m
}

// pushes is what each value of Input.Thrust gives a ship in a tick.
var pushes = func() (all [game.Thrusts]game.Vec) {
	for t := uint8(1); t < game.Thrusts; t++ {
		d := game.Dir(game.ThrustDir(t))
		all[t] = game.Vec{
			X: int32(divRound(int64(d.X)*game.ThrustAccel, game.One)),
			Y: int32(divRound(int64(d.Y)*game.ThrustAccel, game.One)),
		}
	}
	return all
}()

// thrust lets it go on with this thrust.
func (m *mover) thrust(t uint8) { m.push = pushes[t] }

// at is where it will be in so many ticks from now.
func (m *mover) at(ticks int32) game.Vec {
	k := min(max(min(ticks+m.age, m.most), 0), foresight)
	pos, vel := m.pos, m.vel
	if m.dash > 0 {
		n := min(k, m.dash)
		pos.X += vel.X / (game.VelUnit / game.Unit) * n
		pos.Y += vel.Y / (game.VelUnit / game.Unit) * n
		if k -= n; k == 0 {
			return pos
		}
		vel.X = int32(int64(vel.X) * game.DashExitSpeed / game.DashSpeed)
		vel.Y = int32(int64(vel.Y) * game.DashExitSpeed / game.DashSpeed)
	}
	g, l := glide[k], lift[k]
	return game.Vec{
		X: pos.X + int32((int64(vel.X)*g+int64(m.push.X)*l)>>24),
		Y: pos.Y + int32((int64(vel.Y)*g+int64(m.push.Y)*l)>>24),
	}
}

// fineAt is at for a time in parts of fine ticks, to the nearest tick: no ship gets far in half of one.
func (m *mover) fineAt(t int32) game.Vec { return m.at((t + fine/2) / fine) }

// mindWalls finds for how long the mover can go on as it does.
func (c *Chart) mindWalls(m *mover) {
	m.most = foresight
	for k := int32(4); k <= foresight; k += 4 {
		// Its own tile is not asked: it is where it is.
		if p := m.at(k - m.age); c.step[c.index(p)] == 0 && c.index(p) != c.index(m.pos) {
			m.most = k - 4
			return
		}
	}
}
