package snap

import (
	"encoding/binary"

	"bankshot/game"
)

// Where a ship was at the end of each of the last game.BeenTicks ticks, the newest first:
//
//	1 byte    what it did: 1 there, 2 dashing, 4 mirror raised, 8 come through a portal; and 16 if its aim was another than
//	          in the tick after. 0 where it was not there: nothing follows
//	s x, y    of its way to the tick after, less that of the way from there on to the one after that: it flies evenly. The
//	          tick after the newest, and those in which it was not there, count as the place 0, 0; the way to and from there
//	          as none
//	s aim     where it differs, from that in the tick after (0 after the newest, and where it was not there)
const aimTurned = 16

// trace is what is known of the tick after, while the ticks are gone through.
type trace struct {
	pos, way game.Vec
	aim      uint16
	there    bool
}

// expected is where the ship was if it flew evenly.
func (t *trace) expected() game.Vec { return game.Vec{X: t.pos.X - t.way.X, Y: t.pos.Y - t.way.Y} }

func (t *trace) follow(was *game.Was) {
	if was.State&game.WasThere == 0 {
		*t = trace{}
		return
	}
	if t.there {
		t.way = game.Vec{X: t.pos.X - was.Pos.X, Y: t.pos.Y - was.Pos.Y}
	}
	t.pos, t.aim, t.there = was.Pos, was.Aim, true
}

func appendBeen(dst []byte, b *game.Been, now game.Tick) []byte {
	var t trace
	for back := range game.Tick(game.BeenTicks) {
		was := &b[(now-back)%game.BeenTicks]
		state := byte(was.State)
		if state != 0 && was.Aim != t.aim {
			state |= aimTurned
		}
		dst = append(dst, state)
		if state != 0 {
			at := t.expected()
			dst = appendVec(dst, game.Vec{X: was.Pos.X - at.X, Y: was.Pos.Y - at.Y})
		}
		if state&aimTurned != 0 {
			dst = binary.AppendVarint(dst, int64(was.Aim)-int64(t.aim))
		}
		t.follow(was)
	}
	return dst
}

func (c *cursor) been(now game.Tick) (b game.Been) {
	var t trace
	for back := range game.Tick(game.BeenTicks) {
		var was game.Was
		state := c.byteUpTo(byte(game.WasAll) | aimTurned)
		was.State = game.WasState(state &^ aimTurned)
		if state != 0 {
			if was.State&game.WasThere == 0 {
				c.fail(ErrRange)
			}
			at, off := t.expected(), c.vec()
			was.Pos, was.Aim = game.Vec{X: at.X + off.X, Y: at.Y + off.Y}, t.aim
			if !inside(was.Pos) {
				c.fail(ErrRange)
			}
		}
		if state&aimTurned != 0 {
			aim := int64(t.aim) + int64(c.int32())
			if aim < 0 || aim > aimMask {
				c.fail(ErrRange)
			}
			was.Aim = uint16(aim & aimMask)
		}
		b[(now-back)%game.BeenTicks] = was
		t.follow(&was)
	}
	return b
}
