package snap

import (
	"bankshot/game"
)

// A ship of a cell is written as what sets it apart from another one: from what the rules expected of it, or, where it came
// in, from a blank one. Its fields are written in groups, each behind the question whether any of them differs.
//
//	0 motion   place, velocity
//	1 hands    aim 12 bits, thrust 5 bits, mirror 1 bit
//	2 harm     alive 1 bit, health 7 bits, shield 7 bits, respawn in 7 bits
//	3 blame    hit by, ticks since (0..255), killed by
//	4 arms     weapon 3 bits, ammo, charge
//	5 dash     dash left 4 bits, direction 12 bits
//	6 warp     portal 6 bits, since
//	7 score    score, kills, deaths, streak
//	8 lag      6 bits
//	9 who      pilot 1 bit, ctxTeam: a team? yes: 2 bits; since the spawn, name
//
// A place is two times 17 bits, from the cell's upper left corner, behind the question ctxFar; or, where that is so, two numbers.
// A velocity is two numbers of 5 bits of length. A seat is 1 bit for nobody, 0; else ctxPilotSeat: a pilot's? ctxHighSeat: a high
// one? and 12 bits, 15 of a high one (a ship's own seat and that of a shot cannot be nobody's, and lack the first bit). Ammo,
// charge and streak are numbers of 4 bits of length, score, kills and deaths of 5. Since is ctxSince: not long ago? yes: ticks, 8
// bits. A name is its length, 5 bits, and for each byte ctxSmall: a..z? yes: 5 bits, less a; no: 8 bits. Whatever is signed is
// doubled, and made odd where it is negative.
const (
	groupMotion = iota
	groupHands
	groupHarm
	groupBlame
	groupArms
	groupDash
	groupWarp
	groupScore
	groupLag
	groupWho

	groups
)

// blankShip is what a ship that came in is told apart from.
func blankShip(seat game.Seat) game.Ship {
	return game.Ship{Seat: seat, Alive: true, Health: game.MaxHealth, HitBy: game.NoSeat, KilledBy: game.NoSeat}
}

// differs says whether a group of fields of two ships is not the same.
func differs(group int, p, q *game.Ship) bool {
	switch group {
	case groupMotion:
		return p.Pos != q.Pos || p.Vel != q.Vel
	case groupHands:
		return p.Aim != q.Aim || p.Thrust != q.Thrust || p.Mirror != q.Mirror
	case groupHarm:
		return p.Alive != q.Alive || p.Health != q.Health || p.Shield != q.Shield || p.RespawnIn != q.RespawnIn
	case groupBlame:
		return p.HitBy != q.HitBy || p.HitTick != q.HitTick || p.KilledBy != q.KilledBy
	case groupArms:
		return p.Weapon != q.Weapon || p.Ammo != q.Ammo || p.Charge != q.Charge
	case groupDash:
		return p.DashLeft != q.DashLeft || p.DashDir != q.DashDir
	case groupWarp:
		return p.Portal != q.Portal || p.WarpTick != q.WarpTick
	case groupScore:
		return p.Score != q.Score || p.Kills != q.Kills || p.Deaths != q.Deaths || p.Streak != q.Streak
	case groupLag:
		return p.Lag != q.Lag
	default:
		return p.Pilot != q.Pilot || p.Team != q.Team || p.SpawnTick != q.SpawnTick || p.Name != q.Name
	}
}

// shipIn is where the questions about ships that came in begin, among those about groups.
const shipIn = groups

// ship writes how a ship differs from another one; first is 0 or shipIn.
func (w *writer) ship(z *zone, first context, p, s *game.Ship) {
	for g := range groups {
		yes := differs(g, p, s)
		if w.bit(ctxGroup+first+context(g), yes); yes {
			w.group(z, g, s)
		}
	}
}

func (r *reader) ship(z *zone, first context, s *game.Ship) {
	for g := range groups {
		if r.bit(ctxGroup + first + context(g)) {
			r.group(z, g, s)
		}
	}
}

func (w *writer) group(z *zone, group int, s *game.Ship) {
	switch group {
	case groupMotion:
		w.place(z, s.Pos)
		w.sized(zigzag(s.Vel.X), 5)
		w.sized(zigzag(s.Vel.Y), 5)
	case groupHands:
		w.raw(uint32(s.Aim), 12)
		w.raw(uint32(s.Thrust), 5)
		w.flag(s.Mirror)
	case groupHarm:
		w.flag(s.Alive)
		w.raw(uint32(s.Health), 7)
		w.raw(uint32(s.Shield), 7)
		w.raw(uint32(s.RespawnIn), 7)
	case groupBlame:
		w.seat(s.HitBy)
		if s.HitBy != game.NoSeat {
			w.raw(uint32(z.now-s.HitTick), 8)
		}
		w.seat(s.KilledBy)
	case groupArms:
		w.raw(uint32(s.Weapon), weaponBits)
		w.sized(uint32(s.Ammo), 4)
		w.sized(uint32(s.Charge), 4)
	case groupDash:
		w.raw(uint32(s.DashLeft), 4)
		w.raw(uint32(s.DashDir), 12)
	case groupWarp:
		w.raw(uint32(s.Portal), 6)
		w.since(z, s.WarpTick)
	case groupScore:
		w.sized(zigzag(int32(s.Score)), 5)
		w.sized(uint32(s.Kills), 5)
		w.sized(uint32(s.Deaths), 5)
		w.sized(uint32(s.Streak), 4)
	case groupLag:
		w.raw(uint32(s.Lag), 6)
	default:
		w.flag(s.Pilot)
		if w.bit(ctxTeam, s.Team != game.NoTeam); s.Team != game.NoTeam {
			w.raw(uint32(s.Team), 2)
		}
		w.since(z, s.SpawnTick)
		w.label(s.Name)
	}
}

func (r *reader) group(z *zone, group int, s *game.Ship) {
	switch group {
	case groupMotion:
		s.Pos = r.place(z)
		s.Vel = game.Vec{X: unzigzag(r.sized(5)), Y: unzigzag(r.sized(5))}
	case groupHands:
		s.Aim, s.Thrust, s.Mirror = uint16(r.raw(12)), uint8(r.raw(5)), r.raw(1) != 0
	case groupHarm:
		s.Alive, s.Health, s.Shield, s.RespawnIn = r.raw(1) != 0, uint8(r.raw(7)), uint8(r.raw(7)), uint8(r.raw(7))
	case groupBlame:
		if s.HitBy, s.HitTick = r.seat(), 0; s.HitBy != game.NoSeat {
			s.HitTick = z.now - game.Tick(r.raw(8))
		}
		s.KilledBy = r.seat()
	case groupArms:
		s.Weapon = game.WeaponKind(r.raw(weaponBits))
		s.Ammo, s.Charge = r.byte(), r.byte()
	case groupDash:
		s.DashLeft, s.DashDir = uint8(r.raw(4)), uint16(r.raw(12))
	case groupWarp:
		s.Portal, s.WarpTick = uint8(r.raw(6)), r.since(z)
	case groupScore:
		s.Score = int16(unzigzag(r.sized(5)))
		s.Kills, s.Deaths = uint16(r.sized(5)), uint16(r.sized(5))
		s.Streak = r.byte()
	case groupLag:
		if s.Lag = uint8(r.raw(6)); s.Lag > game.MaxLag {
			r.wrong = true
		}
	default:
		if s.Pilot, s.Team = r.raw(1) != 0, game.NoTeam; r.bit(ctxTeam) {
			s.Team = uint8(r.raw(2))
		}
		s.SpawnTick = r.since(z)
		s.Name = r.label()
	}
}
