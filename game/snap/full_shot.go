package snap

import (
	"encoding/binary"

	"bankshot/game"
)

// returnedBit marks a returned shot beside its weapon.
const returnedBit = 0x80

func appendShot(dst []byte, s *game.Shot, now game.Tick) []byte {
	dst = binary.AppendUvarint(dst, uint64(now-s.ID.Tick()))
	dst = binary.AppendUvarint(dst, uint64(s.ID.Seat()))
	dst = append(dst, byte(s.ID), byte(s.Weapon)|byte(oneIf(s.Returned)*returnedBit))
	dst = appendSeat(dst, s.Owner)
	dst = binary.AppendUvarint(dst, uint64(now-s.Since))
	dst = append(dst, s.Banks, s.Portal)
	dst = appendVec(appendVec(dst, s.Pos), s.Vel)
	return appendVec(dst, game.Vec{X: s.Born.X - s.Pos.X, Y: s.Born.Y - s.Pos.Y})
}

func (c *cursor) shot(now game.Tick) game.Shot {
	birth := now - game.Tick(c.uint32())
	seat := game.Seat(c.upTo(uint64(game.NoSeat)))
	s := game.Shot{ID: game.NewShotID(birth, seat, c.byteUpTo(255))}
	weapon := c.byteUpTo(255)
	s.Weapon, s.Returned = game.WeaponKind(weapon&^returnedBit), weapon&returnedBit != 0
	if s.Weapon >= game.WeaponKinds {
		c.fail(ErrRange)
		return s
	}
	s.Owner = c.seat()
	s.Since = now - game.Tick(c.uint32())
	s.Banks = c.byteUpTo(game.Weapons[s.Weapon].Banks)
	s.Portal = c.byteUpTo(game.ShotPortalTicks)
	s.Pos, s.Vel = c.place(), c.velocity()
	away := c.vec()
	s.Born = game.Vec{X: s.Pos.X + away.X, Y: s.Pos.Y + away.Y}
	if !inside(s.Born) {
		c.fail(ErrRange)
	}
	return s
}
