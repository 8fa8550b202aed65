package snap

import (
	"encoding/binary"
	"slices"
	"unicode/utf8"

	"bankshot/game"
)

// The whole public state. u is an unsigned varint (7 bits a byte, lowest first, the top bit says that more follow); s is
// one of a signed number, doubled, and made odd where it is negative (-1 is 1, 1 is 2); le is little-endian.
//
//	u tick   4 bytes le seed   u round   1 byte phase   s end of phase - tick   8 bytes le arena   u ships   u shots
//	ship:  u seat   u length, name   1 byte flags (1 pilot, 2 alive)   s x, y, vx, vy   u aim   1 byte thrust, health,
//	       dash left   u dash direction   1 byte shield, respawn in   u hit by   u hit tick   s score   u kills, deaths
//	       u spawn tick
//	shot:  u tick of birth   u seat   1 byte n   u owner   1 byte banks   s x, y, vx, vy   s x, y of birth - x, y
//
// "hit by" and "owner" are 0 for nobody, else the seat + 1. Ticks within ships and shots count back from tick, in 32
// bits. Ships come in ascending order of seat, shots in ascending order of id (tick of birth, seat, n).

// The fewest bytes that a ship and a shot can take: what is announced must at least be able to be there.
const (
	minShipBytes = 21
	minShotBytes = 11
)

// AppendFull appends the whole public state.
func AppendFull(dst []byte, p *game.Public) []byte {
	dst = binary.AppendUvarint(dst, uint64(p.Tick))
	dst = binary.LittleEndian.AppendUint32(dst, p.Seed)
	dst = binary.AppendUvarint(dst, uint64(p.Round))
	dst = append(dst, byte(p.Phase))
	dst = binary.AppendVarint(dst, int64(int32(p.PhaseEnd-p.Tick)))
	dst = binary.LittleEndian.AppendUint64(dst, p.Arena)
	dst = binary.AppendUvarint(dst, uint64(len(p.Ships)))
	dst = binary.AppendUvarint(dst, uint64(len(p.Shots)))
	for i := range p.Ships {
		dst = appendShip(dst, &p.Ships[i], p.Tick)
	}
	for i := range p.Shots {
		dst = appendShot(dst, &p.Shots[i], p.Tick)
	}
	return dst
}

// DecodeFull reads what AppendFull wrote into p, whose memory it reuses. What it accepts is a state that the rules can
// step. After an error p means nothing.
func DecodeFull(body []byte, p *game.Public) error {
	c := cursor{b: body}
	p.Tick = game.Tick(c.uint32())
	p.Seed = uint32(c.fixed(4))
	p.Round = c.uint32()
	p.Phase = game.Phase(c.upTo(uint64(game.Phases - 1)))
	p.PhaseEnd = p.Tick + game.Tick(c.int32())
	p.Arena = c.fixed(8)
	ships, shots := c.uint32(), c.uint32()
	p.Ships, p.Shots = p.Ships[:0], p.Shots[:0]
	switch {
	case c.err != nil:
		return &Error{Err: c.err, Part: "head, byte", Index: c.at}
	case ships > game.MaxShips:
		return ErrShips
	case shots > game.MaxShots:
		return ErrShots
	case int(ships*minShipBytes+shots*minShotBytes) > len(body)-c.at:
		return ErrTruncated
	}
	p.Ships, p.Shots = slices.Grow(p.Ships, int(ships)), slices.Grow(p.Shots, int(shots))
	for i := range int(ships) {
		s := c.ship(p.Tick)
		if i > 0 && c.err == nil && p.Ships[i-1].Seat >= s.Seat {
			c.err = ErrOrder
		}
		if c.err != nil {
			return &Error{Err: c.err, Part: "ship", Index: i}
		}
		p.Ships = append(p.Ships, s)
	}
	for i := range int(shots) {
		s := c.shot(p.Tick)
		if i > 0 && c.err == nil && p.Shots[i-1].ID >= s.ID {
			c.err = ErrOrder
		}
		if c.err != nil {
			return &Error{Err: c.err, Part: "shot", Index: i}
		}
		p.Shots = append(p.Shots, s)
	}
	if c.at < len(body) {
		return &Error{Err: ErrTrailing, Part: "byte", Index: c.at}
	}
	return nil
}

func appendShip(dst []byte, s *game.Ship, now game.Tick) []byte {
	dst = binary.AppendUvarint(dst, uint64(s.Seat))
	dst = binary.AppendUvarint(dst, uint64(len(s.Name)))
	dst = append(dst, s.Name...)
	dst = append(dst, byte(oneIf(s.Pilot)|oneIf(s.Alive)<<1))
	dst = appendVec(appendVec(dst, s.Pos), s.Vel)
	dst = binary.AppendUvarint(dst, uint64(s.Aim))
	dst = append(dst, s.Thrust, s.Health, s.DashLeft)
	dst = binary.AppendUvarint(dst, uint64(s.DashDir))
	dst = append(dst, s.Shield, s.RespawnIn)
	dst = binary.AppendUvarint(dst, uint64(s.HitBy+1))
	dst = binary.AppendUvarint(dst, uint64(now-s.HitTick))
	dst = binary.AppendVarint(dst, int64(s.Score))
	dst = binary.AppendUvarint(dst, uint64(s.Kills))
	dst = binary.AppendUvarint(dst, uint64(s.Deaths))
	return binary.AppendUvarint(dst, uint64(now-s.SpawnTick))
}

func (c *cursor) ship(now game.Tick) game.Ship {
	var s game.Ship
	s.Seat = game.Seat(c.upTo(uint64(game.NoSeat - 1)))
	s.Name = c.name()
	flags := c.byteUpTo(3)
	s.Pilot, s.Alive = flags&1 != 0, flags&2 != 0
	s.Pos, s.Vel = c.place(), c.velocity()
	s.Aim = uint16(c.upTo(aimMask))
	s.Thrust = c.byteUpTo(game.Thrusts - 1)
	s.Health = c.byteUpTo(game.MaxHealth)
	s.DashLeft = c.byteUpTo(game.DashTicks)
	s.DashDir = uint16(c.upTo(aimMask))
	s.Shield = c.byteUpTo(game.SpawnShieldTicks)
	s.RespawnIn = c.byteUpTo(game.RespawnTicks)
	s.HitBy = game.Seat(c.upTo(uint64(game.NoSeat))) - 1
	s.HitTick = now - game.Tick(c.uint32())
	score := c.int32()
	if score != int32(int16(score)) {
		c.fail(ErrRange)
	}
	s.Score = int16(score)
	s.Kills = uint16(c.upTo(1<<16 - 1))
	s.Deaths = uint16(c.upTo(1<<16 - 1))
	s.SpawnTick = now - game.Tick(c.uint32())
	if s.Alive != (s.Health > 0) {
		c.fail(ErrRange)
	}
	return s
}

func appendShot(dst []byte, s *game.Shot, now game.Tick) []byte {
	dst = binary.AppendUvarint(dst, uint64(now-s.ID.Tick()))
	dst = binary.AppendUvarint(dst, uint64(s.ID.Seat()))
	dst = append(dst, byte(s.ID))
	dst = binary.AppendUvarint(dst, uint64(s.Owner+1))
	dst = append(dst, s.Banks)
	dst = appendVec(appendVec(dst, s.Pos), s.Vel)
	return appendVec(dst, game.Vec{X: s.Born.X - s.Pos.X, Y: s.Born.Y - s.Pos.Y})
}

func (c *cursor) shot(now game.Tick) game.Shot {
	birth := now - game.Tick(c.uint32())
	seat := game.Seat(c.upTo(uint64(game.NoSeat)))
	s := game.Shot{ID: game.NewShotID(birth, seat, c.byteUpTo(255))}
	s.Owner = game.Seat(c.upTo(uint64(game.NoSeat))) - 1
	s.Banks = c.byteUpTo(game.PulseBanks)
	s.Pos, s.Vel = c.place(), c.velocity()
	away := c.vec()
	s.Born = game.Vec{X: s.Pos.X + away.X, Y: s.Pos.Y + away.Y}
	if !inside(s.Born) {
		c.fail(ErrRange)
	}
	return s
}

func appendVec(dst []byte, v game.Vec) []byte {
	return binary.AppendVarint(binary.AppendVarint(dst, int64(v.X)), int64(v.Y))
}

// cursor reads the fields one after another. The first error stays; later reads give zero values.
type cursor struct {
	b   []byte
	at  int
	err error
}

func (c *cursor) fail(err error) {
	if c.err == nil {
		c.err = err
	}
}

// upTo reads an unsigned varint that is at most high.
func (c *cursor) upTo(high uint64) uint64 {
	if c.err != nil {
		return 0
	}
	v, n := binary.Uvarint(c.b[c.at:])
	switch {
	case n == 0:
		c.fail(ErrTruncated)
		return 0
	case n < 0 || v > high:
		c.fail(ErrRange)
		return 0
	}
	c.at += n
	return v
}

func (c *cursor) uint32() uint32 { return uint32(c.upTo(1<<32 - 1)) }

func (c *cursor) int32() int32 { return unzigzag(c.uint32()) }

func (c *cursor) byteUpTo(high uint8) uint8 {
	v := c.fixed(1)
	if v > uint64(high) {
		c.fail(ErrRange)
		return 0
	}
	return uint8(v)
}

// fixed reads n bytes, the lowest first.
func (c *cursor) fixed(n int) uint64 {
	if c.err == nil && n > len(c.b)-c.at {
		c.fail(ErrTruncated)
	}
	if c.err != nil {
		return 0
	}
	var v uint64
	for i := range n {
		v |= uint64(c.b[c.at+i]) << (8 * i)
	}
	c.at += n
	return v
}

func (c *cursor) name() string {
	n := int(c.upTo(game.MaxNameBytes))
	if c.err == nil && n > len(c.b)-c.at {
		c.fail(ErrTruncated)
	}
	if c.err != nil {
		return ""
	}
	b := c.b[c.at : c.at+n]
	c.at += n
	if n == 0 || !utf8.Valid(b) {
		c.fail(ErrName)
		return ""
	}
	return string(b)
}

func (c *cursor) vec() game.Vec { return game.Vec{X: c.int32(), Y: c.int32()} }

func (c *cursor) place() game.Vec {
	v := c.vec()
	if !inside(v) {
		c.fail(ErrRange)
	}
	return v
}

// fastest is a velocity that nothing reaches.
const fastest = 64 * game.VelUnit

func (c *cursor) velocity() game.Vec {
	v := c.vec()
	if v.X < -fastest || v.Y < -fastest || v.X > fastest || v.Y > fastest {
		c.fail(ErrRange)
	}
	return v
}
