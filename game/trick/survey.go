package trick

import (
	"bankshot/game"
	"bankshot/game/arena"
)

// never marks an aim that does not lead somewhere.
const never = 0xFF

// nearTiles is how near to the cannon a target may be, apartTiles how near to each other two may.
const (
	nearTiles  = 6
	apartTiles = 5
	// mostBanks is the most that a target may take: a way with more nobody foresees.
	mostBanks = 3
)

// survey is where all aims lead: which places they pass, and after how many banks they do so first.
type survey struct {
	cells []arena.Cell
	// banks holds, for each of the cells, the banks of each aim.
	banks [][game.AimSteps]uint8
	// at is the index in cells of each tile, -1 for none.
	at [hallH][hallW]int16
	// fewest is the least number of banks that lead to a cell, total how many aims do, steady how many side by side.
	fewest        []uint8
	total, steady []int
}

// fly surveys an arena from its cannon. What it finds after a bank is a promise, since glass that the shot itself breaks
// may be in its way again; that no shot leads there without one is certain.
func (s *survey) fly(c *Challenge) {
	s.list(c)
	t := NewTry(c)
	for aim := range game.AimSteps {
		t.State.Shots, t.State.Broken = t.State.Shots[:0], t.State.Broken[:0]
		t.launch(uint16(aim))
		if c.Arena.Count(arena.PortalPlace) > 0 {
			s.wholly(t, aim)
		} else {
			s.swiftly(t, aim)
		}
	}
	for i := range s.cells {
		s.sum(i)
	}
}

// wholly follows a shot tick by tick, through portals.
func (s *survey) wholly(t *Try, aim int) {
	for t.flying {
		t.events = t.tick(t.events[:0])
		t.flying = t.trace(t.events, func(from, to game.Vec, banks uint8) { s.mark(aim, from, to, banks) })
	}
}

// swiftly follows a shot in one flight, ten times as fast. A flight in one piece ends like one in ticks.
func (s *survey) swiftly(t *Try, aim int) {
	t.events = t.tick(t.events[:0])
	t.flying = false
	at := t.Challenge.Cannon
	first := sub(t.State.Shots[0].Pos, at) // the cannon has room for a tick's way without a bank
	w := &game.Weapons[game.Basic]
	var corners [game.MaxBanks]arena.Leg
	flown, path := t.Challenge.Arena.Fly(at, scaled(first, int32(w.Life)), int(w.Banks), corners[:0])
	step := first
	for n, leg := range path {
		s.leg(aim, at, leg.At, step, uint8(n))
		at, step = leg.At, leg.Turn.Apply(first)
	}
	s.leg(aim, at, flown.End, step, uint8(len(path)))
}

// leg marks what a leg passes, piece by piece.
func (s *survey) leg(aim int, from, to, step game.Vec, banks uint8) {
	piece := scaled(step, 2)
	for left := sub(to, from); far(left) > far(piece); left = sub(to, from) {
		next := game.Vec{X: from.X + piece.X, Y: from.Y + piece.Y}
		s.mark(aim, from, next, banks)
		from = next
	}
	s.mark(aim, from, to, banks)
}

func sub(a, b game.Vec) game.Vec           { return game.Vec{X: a.X - b.X, Y: a.Y - b.Y} }
func scaled(v game.Vec, by int32) game.Vec { return game.Vec{X: v.X * by, Y: v.Y * by} }

// far is how far a displacement leads along its longer axis.
func far(v game.Vec) int32 { return max(v.X, -v.X, v.Y, -v.Y) }

// list collects the places where a target might stand: floor with room around it, away from the cannon.
func (s *survey) list(c *Challenge) {
	a, cannon := c.Arena, arena.CellOf(c.Cannon)
	s.cells = s.cells[:0]
	for y := range hallH {
		for x := range hallW {
			s.at[y][x] = -1
			at := arena.Cell{X: x, Y: y}
			if !a.Fits(at.Centre(), arena.TileSub) || !a.At(x, y).Plain() || apart(at, cannon) < nearTiles*nearTiles {
				continue
			}
			s.at[y][x] = int16(len(s.cells))
			s.cells = append(s.cells, at)
		}
	}
	for len(s.banks) < len(s.cells) {
		s.banks = append(s.banks, [game.AimSteps]uint8{})
	}
	for i := range s.cells {
		for aim := range s.banks[i] {
			s.banks[i][aim] = never
		}
	}
	s.fewest = append(s.fewest[:0], make([]uint8, len(s.cells))...)
	s.total = append(s.total[:0], make([]int, len(s.cells))...)
	s.steady = append(s.steady[:0], make([]int, len(s.cells))...)
}

// apart is the distance of two cells, squared.
func apart(a, b arena.Cell) int { return (a.X-b.X)*(a.X-b.X) + (a.Y-b.Y)*(a.Y-b.Y) }

// mark notes what a piece of a way passes. A piece is shorter than a tile less the reach, so that only the tiles around
// its end matter.
func (s *survey) mark(aim int, from, to game.Vec, banks uint8) {
	mid := arena.CellOf(to)
	for y := max(mid.Y-1, 0); y <= min(mid.Y+1, hallH-1); y++ {
		for x := max(mid.X-1, 0); x <= min(mid.X+1, hallW-1); x++ {
			i := s.at[y][x]
			if i >= 0 && s.banks[i][aim] == never && touches(from, to, arena.Cell{X: x, Y: y}.Centre()) {
				s.banks[i][aim] = banks
			}
		}
	}
}

func (s *survey) sum(i int) {
	s.fewest[i] = never
	run := 0
	for _, banks := range s.banks[i] {
		if banks == never {
			run = 0
			continue
		}
		run++
		s.total[i]++
		s.steady[i] = max(s.steady[i], run)
		s.fewest[i] = min(s.fewest[i], banks)
	}
}

// fits says whether a target may stand there: banks lead to it, nothing else does, and a hand can do it.
func (s *survey) fits(i int) bool {
	return s.fewest[i] > 0 && s.fewest[i] <= mostBanks && s.steady[i] >= steadyAims
}
