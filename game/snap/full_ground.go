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

// appendGoals appends what the mode counts beside the ships. Which goals there are says the mode.
func appendGoals(dst []byte, p *game.Public) []byte {
	dst = append(dst, byte(p.Mode))
	dst = binary.AppendVarint(binary.AppendVarint(dst, int64(p.TeamScore[0])), int64(p.TeamScore[1]))
	for i := range p.Goals {
		g := &p.Goals[i]
		dst = append(dst, g.Place<<goalPlaceShift|g.Team<<goalTeamShift|byte(oneIf(g.Away)))
		dst = appendSeat(dst, g.Holder)
		if g.Away {
			dst = appendVec(dst, g.Pos)
		}
		dst = appendWhen(dst, g.Due, p.Tick)
	}
	return dst
}

// Where a goal's place and team stand in its first byte, over the bit that says that it is away.
const (
	goalTeamShift  = 1
	goalPlaceShift = 3
)

func (c *cursor) goals(p *game.Public) {
	p.Mode = game.Mode(c.byteUpTo(uint8(arena.Modes - 1)))
	p.TeamScore = [2]int16{c.score(), c.score()}
	p.Goals = p.Goals[:0]
	for _, g := range game.Modes[p.Mode].Goals {
		is := c.byteUpTo(arena.Groups<<goalPlaceShift - 1)
		g.Place, g.Team, g.Away = is>>goalPlaceShift, is>>goalTeamShift&3, is&1 != 0
		g.Holder = c.seat()
		g.Pos = game.Vec{}
		if g.Away {
			g.Pos = c.place()
		}
		g.Due = c.when(p.Tick)
		p.Goals = append(p.Goals, g)
	}
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
