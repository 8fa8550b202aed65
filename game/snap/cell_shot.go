package snap

import (
	"bankshot/game"
)

// A shot that came into a cell, or is not as expected there:
//
//	ticks since its birth 9 bits   seat: 16 bits   ctxShotMany: n other than 0?   yes: n 8 bits
//	ctxShotKind: not Pulse?              yes: weapon 3 bits
//	ctxShotTurn: not its first owner's?  yes: returned 1 bit, owner as a seat, ticks since then 9 bits
//	ctxShotBank: has it banked?          yes: banks 4 bits
//	ctxShotGate: portal not 0?           yes: portal 4 bits
//	place, as a ship's
//	ctxShotVel: a velocity that its weapon has in no direction?  no: that direction, 12 bits   yes: two numbers of 5 bits
//	ctxShotFrom + (banked 1, else 0): was it born elsewhere than where it would have been, had it flown straight (not banked),
//	or than nowhere (banked)?            yes: 1 bit: 0 the other of these two; 1: its place less that of the shot, two
//	                                     numbers of 5 bits
//
// Nowhere is the place (0, 0): where a shot was born more than shotTrail away is told to nobody.
const shotTrail = 256 * game.Unit

// shotTold is what cells tell of a shot.
func shotTold(s *game.Shot) {
	if x, y := s.Born.X-s.Pos.X, s.Born.Y-s.Pos.Y; max(x, -x, y, -y) > shotTrail {
		s.Born = game.Vec{}
	}
}

func (w *writer) shot(z *zone, s *game.Shot) {
	w.raw(uint32(z.now-s.ID.Tick()), 9)
	w.raw(uint32(s.ID.Seat()), 16)
	n := uint32(s.ID) & 255
	if w.bit(ctxShotMany, n != 0); n != 0 {
		w.raw(n, 8)
	}
	if w.bit(ctxShotKind, s.Weapon != game.Pulse); s.Weapon != game.Pulse {
		w.raw(uint32(s.Weapon), 3)
	}
	turned := s.Returned || s.Owner != s.ID.Seat() || s.Since != s.ID.Tick()
	if w.bit(ctxShotTurn, turned); turned {
		w.flag(s.Returned)
		w.seat(s.Owner)
		w.raw(uint32(z.now-s.Since), 9)
	}
	if w.bit(ctxShotBank, s.Banks != 0); s.Banks != 0 {
		w.raw(uint32(s.Banks), 4)
	}
	if w.bit(ctxShotGate, s.Portal != 0); s.Portal != 0 {
		w.raw(uint32(s.Portal), 4)
	}
	w.place(z, s.Pos)
	aim := game.Toward(s.Vel)
	odd := game.Weapons[s.Weapon].Velocity(aim) != s.Vel
	if w.bit(ctxShotVel, odd); odd {
		w.sized(zigzag(s.Vel.X), 5)
		w.sized(zigzag(s.Vel.Y), 5)
	} else {
		w.raw(uint32(aim), 12)
	}
	w.born(z, s)
}

func (w *writer) born(z *zone, s *game.Shot) {
	likely, other := s.Straight(z.now), game.Vec{}
	if s.Banks != 0 {
		likely, other = other, likely
	}
	c := ctxShotFrom + oneIf(s.Banks != 0)
	if w.bit(c, s.Born != likely); s.Born == likely {
		return
	}
	if w.flag(s.Born != other); s.Born != other {
		w.sized(zigzag(s.Born.X-s.Pos.X), 5)
		w.sized(zigzag(s.Born.Y-s.Pos.Y), 5)
	}
}

func (r *reader) shot(z *zone) game.Shot {
	birth := z.now - game.Tick(r.raw(9))
	seat := game.Seat(r.raw(16))
	n := uint8(0)
	if r.bit(ctxShotMany) {
		n = uint8(r.raw(8))
	}
	s := game.Shot{ID: game.NewShotID(birth, seat, n), Owner: seat, Since: birth}
	if r.bit(ctxShotKind) {
		s.Weapon = game.WeaponKind(r.raw(3))
	}
	if s.Weapon >= game.WeaponKinds {
		r.wrong = true
		return s
	}
	if r.bit(ctxShotTurn) {
		s.Returned = r.raw(1) != 0
		s.Owner = r.seat()
		s.Since = z.now - game.Tick(r.raw(9))
	}
	if r.bit(ctxShotBank) {
		s.Banks = uint8(r.raw(4))
	}
	if r.bit(ctxShotGate) {
		s.Portal = uint8(r.raw(4))
	}
	s.Pos = r.place(z)
	if r.bit(ctxShotVel) {
		s.Vel = game.Vec{X: unzigzag(r.sized(5)), Y: unzigzag(r.sized(5))}
	} else {
		s.Vel = game.Weapons[s.Weapon].Velocity(uint16(r.raw(12)))
	}
	r.born(z, &s)
	return s
}

func (r *reader) born(z *zone, s *game.Shot) {
	likely, other := s.Straight(z.now), game.Vec{}
	if s.Banks != 0 {
		likely, other = other, likely
	}
	switch {
	case !r.bit(ctxShotFrom + oneIf(s.Banks != 0)):
		s.Born = likely
	case r.raw(1) == 0:
		s.Born = other
	default:
		s.Born = game.Vec{X: s.Pos.X + unzigzag(r.sized(5)), Y: s.Pos.Y + unzigzag(r.sized(5))}
	}
}
