package snap

import (
	"encoding/binary"
	"slices"

	"bankshot/game"
	"bankshot/game/arena"
)

// The fewest bytes that a pick-up and a pane can take.
const (
	minPickupBytes = 2
	minPaneBytes   = 2
)

// appendGoals appends what the mode counts beside the ships.
func appendGoals(dst []byte, p *game.Public) []byte {
	dst = append(dst, byte(p.Mode))
	dst = binary.AppendVarint(binary.AppendVarint(dst, int64(p.TeamScore[0])), int64(p.TeamScore[1]))
	for i := range p.Flags {
		f := &p.Flags[i]
		dst = append(appendSeat(dst, f.Carrier), byte(oneIf(f.Away)))
		if f.Away {
			dst = appendVec(dst, f.Pos)
		}
		dst = appendWhen(dst, f.Back, p.Tick)
	}
	dst = appendSeat(append(dst, p.Hill), p.HillHolder)
	return appendWhen(dst, p.HillEnd, p.Tick)
}

func (c *cursor) goals(p *game.Public) {
	p.Mode = game.Mode(c.byteUpTo(uint8(arena.Modes - 1)))
	p.TeamScore = [2]int16{c.score(), c.score()}
	for i := range p.Flags {
		f := game.Flag{Carrier: c.seat(), Away: c.byteUpTo(1) != 0}
		if f.Away {
			f.Pos = c.place()
		}
		f.Back = c.when(p.Tick)
		p.Flags[i] = f
	}
	p.Hill = c.byteUpTo(arena.Groups - 1)
	p.HillHolder = c.seat()
	p.HillEnd = c.when(p.Tick)
}

func appendPickup(dst []byte, p *game.Pickup, now game.Tick) []byte {
	return appendWhen(append(dst, byte(p.Kind)), p.Due, now)
}

func (c *cursor) pickup(now game.Tick) game.Pickup {
	return game.Pickup{Kind: game.PickupKind(c.byteUpTo(uint8(game.PickupKinds - 1))), Due: c.when(now)}
}

func appendPanes(dst []byte, panes []arena.Pane, now game.Tick) []byte {
	before := int32(0)
	for _, pane := range panes {
		dst = binary.AppendUvarint(dst, uint64(pane.Index-before))
		dst = appendWhen(dst, game.Tick(pane.Back), now)
		before = pane.Index
	}
	return dst
}

// panes reads so many; the arena alone can tell whether they are glass.
func (c *cursor) panes(dst []arena.Pane, n int, now game.Tick) []arena.Pane {
	dst = slices.Grow(dst, n)
	before := int32(0)
	for i := range n {
		step := int32(c.upTo(arena.MaxSide * arena.MaxSide))
		if i > 0 && step == 0 {
			c.fail(ErrOrder)
		}
		before += step
		dst = append(dst, arena.Pane{Index: before, Back: uint32(c.when(now))})
	}
	return dst
}

// appendSeat appends a seat, or nobody as 0.
func appendSeat(dst []byte, s game.Seat) []byte { return binary.AppendUvarint(dst, uint64(s+1)) }

func (c *cursor) seat() game.Seat { return game.Seat(c.upTo(uint64(game.NoSeat))) - 1 }

// appendWhen appends a tick that may be past or to come.
func appendWhen(dst []byte, t, now game.Tick) []byte {
	return binary.AppendVarint(dst, int64(int32(t-now)))
}

func (c *cursor) when(now game.Tick) game.Tick { return now + game.Tick(c.int32()) }

func (c *cursor) score() int16 {
	score := c.int32()
	if score != int32(int16(score)) {
		c.fail(ErrRange)
	}
	return int16(score)
}
