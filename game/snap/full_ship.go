package snap

import (
	"encoding/binary"

	"bankshot/game"
)

func appendShip(dst []byte, s *game.Ship, now game.Tick) []byte {
	dst = binary.AppendUvarint(dst, uint64(s.Seat))
	dst = binary.AppendUvarint(dst, uint64(len(s.Name)))
	dst = append(dst, s.Name...)
	dst = append(dst, byte(oneIf(s.Pilot)|oneIf(s.Alive)<<1|oneIf(s.Mirror)<<2)|s.Team<<4)
	dst = appendVec(appendVec(dst, s.Pos), s.Vel)
	dst = binary.AppendUvarint(dst, uint64(s.Aim))
	dst = append(dst, s.Thrust, s.Lag, s.Health, s.DashLeft)
	dst = binary.AppendUvarint(dst, uint64(s.DashDir))
	dst = append(dst, s.Shield, s.RespawnIn)
	dst = appendSeat(dst, s.HitBy)
	dst = binary.AppendUvarint(dst, uint64(now-s.HitTick))
	dst = appendSeat(dst, s.KilledBy)
	dst = append(dst, byte(s.Weapon), s.Ammo, s.Charge, s.Portal)
	dst = binary.AppendUvarint(dst, uint64(now-s.WarpTick))
	dst = binary.AppendVarint(dst, int64(s.Score))
	for _, n := range [...]uint16{s.Kills, s.Deaths, s.Assists, s.Goals, s.Banked, s.Longest, s.Mirrored} {
		dst = binary.AppendUvarint(dst, uint64(n))
	}
	dst = append(dst, s.Streak, s.BestStreak)
	return binary.AppendUvarint(dst, uint64(now-s.SpawnTick))
}

func (c *cursor) ship(now game.Tick) game.Ship {
	var s game.Ship
	s.Seat = game.Seat(c.upTo(uint64(game.NoSeat - 1)))
	s.Name = c.name()
	flags := c.byteUpTo(7 | game.TeamTwo<<4)
	if flags&8 != 0 {
		c.fail(ErrRange)
	}
	s.Pilot, s.Alive, s.Mirror, s.Team = flags&1 != 0, flags&2 != 0, flags&4 != 0, flags>>4
	s.Pos, s.Vel = c.place(), c.velocity()
	s.Aim = uint16(c.upTo(aimMask))
	s.Thrust = c.byteUpTo(game.Thrusts - 1)
	s.Lag = c.byteUpTo(game.MaxLag)
	s.Health = c.byteUpTo(game.MaxHealth)
	s.DashLeft = c.byteUpTo(game.DashTicks)
	s.DashDir = uint16(c.upTo(aimMask))
	s.Shield = c.byteUpTo(game.SpawnShieldTicks)
	s.RespawnIn = c.byteUpTo(game.RespawnTicks)
	s.HitBy = c.seat()
	s.HitTick = now - game.Tick(c.uint32())
	s.KilledBy = c.seat()
	s.Weapon = game.WeaponKind(c.byteUpTo(uint8(game.WeaponKinds - 1)))
	s.Ammo = c.byteUpTo(game.Weapons[s.Weapon].Ammo)
	s.Charge = c.byteUpTo(game.Weapons[s.Weapon].Charge)
	s.Portal = c.byteUpTo(game.ShipPortalTicks)
	s.WarpTick = now - game.Tick(c.uint32())
	s.Score = c.score()
	for _, n := range [...]*uint16{&s.Kills, &s.Deaths, &s.Assists, &s.Goals, &s.Banked, &s.Longest, &s.Mirrored} {
		*n = uint16(c.upTo(1<<16 - 1))
	}
	s.Streak, s.BestStreak = c.byteUpTo(255), c.byteUpTo(255)
	s.SpawnTick = now - game.Tick(c.uint32())
	if s.Alive != (s.Health > 0) {
		c.fail(ErrRange)
	}
	return s
}
