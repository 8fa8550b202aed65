package snap

import (
	"bankshot/game"
)

// A shot that came into a cell, or is not as expected there:
//
//	ctxOld: are the ticks since its birth 256 and more?   their lowest 8 bits   its seat   ctxShotMany: n other than 0?   yes: n 8 bits
//	ctxShotKind: not the basic weapon?   yes: weapon 3 bits
//	ctxShotTurn: not its first owner's?  yes: returned 1 bit, owner as a seat, ticks since then 9 bits
//	ctxShotBank: has it banked?          yes: banks 4 bits
//	ctxShotGate: portal not 0?           yes: portal 4 bits
//	place, as a ship's
//	ctxShotVel: a velocity that its weapon has in no direction?  no: that direction, 12 bits   yes: two numbers of 5 bits
//	ctxShotFrom + (banked 1, else 0): was it born elsewhere than expected?   yes: its place less that of the shot, two numbers
//	                                                                         of 5 bits, or 31 twice for nowhere
//
// It is expected to have been born where it would have been, had it flown straight and not banked, if that is at most
// shotTrail away, else nowhere. Nowhere is the place (0, 0): where a shot was born farther away than its light reaches back is
// told to nobody.
const shotTrail = 64 * game.Unit

// shotTold brings a shot to what cells tell of it. Its birth is forgotten when it is farther away than its light reaches back;
// and, where it has banked, since it may come by there again, when it has flown as far: unless it has come through a
// portal since, or may have been split.
func shotTold(s *game.Shot, now game.Tick) {
	w := &game.Weapons[s.Weapon]
	flown := int64(now-s.Since)*int64(w.Speed) > shotTrail*(game.VelUnit/game.Unit)
	if s.Banks > 0 && flown && s.Portal == 0 && w.Split == 0 || !near(s.Born, s.Pos) {
		s.Born = game.Vec{}
	}
}

func near(p, q game.Vec) bool {
	x, y := p.X-q.X, p.Y-q.Y
	return max(x, -x, y, -y) <= shotTrail
}

// expectedBorn is where a shot was born, most likely.
func expectedBorn(z *zone, s *game.Shot) game.Vec {
	if at := s.Straight(z.now); s.Banks == 0 && near(at, s.Pos) {
		return at
	}
	return game.Vec{}
}

// age writes ticks since a shot's birth.
func (w *writer) age(ticks uint32) {
	w.bit(ctxOld, ticks>>8 != 0)
	w.raw(ticks&255, 8)
}

func (r *reader) age() uint32 { return uint32(oneIf(r.bit(ctxOld)))<<8 | r.raw(8) }

func (w *writer) shot(z *zone, s *game.Shot) {
	w.age(uint32(z.now - s.ID.Tick()))
	w.whose(s.ID.Seat())
	n := uint32(s.ID) & 255
	if w.bit(ctxShotMany, n != 0); n != 0 {
		w.raw(n, 8)
	}
	if w.bit(ctxShotKind, s.Weapon != game.Basic); s.Weapon != game.Basic {
		w.raw(uint32(s.Weapon), weaponBits)
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
	other := s.Born != expectedBorn(z, s)
	if w.bit(ctxShotFrom+oneIf(s.Banks != 0), other); !other {
		return
	}
	if s.Born == (game.Vec{}) {
		w.raw(nowhere<<5|nowhere, 10)
		return
	}
	w.sized(zigzag(s.Born.X-s.Pos.X), 5)
	w.sized(zigzag(s.Born.Y-s.Pos.Y), 5)
}

// nowhere is a length that no part of a way along the light behind a shot has.
const nowhere = 31

func (r *reader) shot(z *zone) game.Shot {
	birth := z.now - game.Tick(r.age())
	seat := r.whose()
	n := uint8(0)
	if r.bit(ctxShotMany) {
		n = uint8(r.raw(8))
	}
	s := game.Shot{ID: game.NewShotID(birth, seat, n), Owner: seat, Since: birth}
	if r.bit(ctxShotKind) {
		s.Weapon = game.WeaponKind(r.raw(weaponBits))
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
	if !r.bit(ctxShotFrom + oneIf(s.Banks != 0)) {
		s.Born = expectedBorn(z, s)
		return
	}
	n := int(r.raw(5))
	if n == nowhere {
		r.wrong = r.wrong || r.raw(5) != nowhere
		s.Born = game.Vec{}
		return
	}
	s.Born = game.Vec{X: s.Pos.X + unzigzag(r.rest(n)), Y: s.Pos.Y + unzigzag(r.sized(5))}
}
