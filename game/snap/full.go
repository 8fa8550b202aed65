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
//	u tick   4 bytes le seed   u round   1 byte phase   s end of phase - tick   8 bytes le arena   1 byte mode
//	s score of team one, two
//	each goal of the mode: 1 byte (1 away; 2 team one, 4 team two; its place over these 3 bits)   u holder
//	        if it is away: s x, y   s due - tick
//	u ships   u shots   u pick-ups   u panes
//	ship:  u seat   u length, name   1 byte flags (1 pilot, 2 alive, 4 mirror; 16 team one, 32 team two)
//	       s x, y, vx, vy   u aim   1 byte thrust, lag, health, dash left   u dash direction   1 byte shield, respawn in
//	       u hit by   u hit tick   u killed by   1 byte weapon, ammo, charge, portal   u warp tick   s score
//	       u kills, deaths, assists, goals, banked, longest, mirrored   1 byte streak, best streak   u spawn tick
//	       its past (full_been.go)
//	shot:  u tick of birth   u seat   1 byte n   1 byte weapon, and 128 if it was returned   u owner   u since
//	       1 byte banks, portal   s x, y, vx, vy   s x, y of birth - x, y
//	pick-up: 1 byte kind   s due - tick
//	pane:  u tile, less that of the one before   s back - tick
//
// "hit by", "killed by", "holder" and "owner" are 0 for nobody, else the seat + 1. Ticks within ships and shots
// count back from tick, in 32 bits. Ships come in ascending order of seat, shots in ascending order of id (tick of birth,
// seat, n).

// The fewest bytes that a ship and a shot can take: what is announced must at least be able to be there.
const (
	minShipBytes = 36 + game.BeenTicks
	minShotBytes = 14
)

// AppendFull appends the whole public state.
func AppendFull(dst []byte, p *game.Public) []byte {
	dst = binary.AppendUvarint(dst, uint64(p.Tick))
	dst = binary.LittleEndian.AppendUint32(dst, p.Seed)
	dst = binary.AppendUvarint(dst, uint64(p.Round))
	dst = append(dst, byte(p.Phase))
	dst = binary.AppendVarint(dst, int64(int32(p.PhaseEnd-p.Tick)))
	dst = binary.LittleEndian.AppendUint64(dst, p.Arena)
	dst = appendGoals(dst, p)
	for _, n := range [...]int{len(p.Ships), len(p.Shots), len(p.Pickups), len(p.Broken)} {
		dst = binary.AppendUvarint(dst, uint64(n))
	}
	for i := range p.Ships {
		dst = appendShip(dst, &p.Ships[i], p.Tick)
		dst = appendBeen(dst, &p.Been[i], p.Tick)
	}
	for i := range p.Shots {
		dst = appendShot(dst, &p.Shots[i], p.Tick)
	}
	for i := range p.Pickups {
		dst = appendPickup(dst, &p.Pickups[i], p.Tick)
	}
	return appendPanes(dst, p.Broken, p.Tick)
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
	c.goals(p)
	ships, shots, pickups, panes := c.uint32(), c.uint32(), c.uint32(), c.uint32()
	p.Ships, p.Been, p.Shots, p.Pickups, p.Broken = p.Ships[:0], p.Been[:0], p.Shots[:0], p.Pickups[:0], p.Broken[:0]
	switch {
	case c.err != nil:
		return &Error{Err: c.err, Part: "head, byte", Index: c.at}
	case ships > game.MaxShips:
		return ErrShips
	case shots > game.MaxShots:
		return ErrShots
	case pickups > game.MaxPickups || panes > game.MaxBroken:
		return ErrGround
	case int(ships*minShipBytes+shots*minShotBytes+pickups*minPickupBytes+panes*minPaneBytes) > len(body)-c.at:
		return ErrTruncated
	}
	p.Ships, p.Been = slices.Grow(p.Ships, int(ships)), slices.Grow(p.Been, int(ships))
	p.Shots = slices.Grow(p.Shots, int(shots))
	for i := range int(ships) {
		s, been := c.ship(p.Tick), c.been(p.Tick)
		if i > 0 && c.err == nil && p.Ships[i-1].Seat >= s.Seat {
			c.err = ErrOrder
		}
		if c.err != nil {
			return &Error{Err: c.err, Part: "ship", Index: i}
		}
		p.Ships, p.Been = append(p.Ships, s), append(p.Been, been)
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
	for n := range int(pickups) {
		pick := c.pickup(p.Tick)
		pick.Place = uint16(n)
		p.Pickups = append(p.Pickups, pick)
	}
	p.Broken = c.panes(p.Broken, int(panes), p.Tick)
	if c.err != nil {
		return &Error{Err: c.err, Part: "ground, byte", Index: c.at}
	}
	if c.at < len(body) {
		return &Error{Err: ErrTrailing, Part: "byte", Index: c.at}
	}
	return nil
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
