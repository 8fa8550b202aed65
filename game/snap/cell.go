package snap

import (
	"errors"

	"bankshot/game"
	"bankshot/game/arena"
)

// What can be wrong with a cell, beside what can be with any body.
var (
	ErrCell  = errors.New("snap: no such cell, or cells out of order")
	ErrTwice = errors.New("snap: something is there already")
	ErrHash  = errors.New("snap: a cell holds something else than it should")
)

// CellState is a cell's content as everybody holds it who sees the cell: a state of the rules with nothing in it but the
// ships, shots, pick-ups and broken panes that lie there. game.Step steps it as it does a whole one.
type CellState struct {
	Cell game.Cell
	game.State
	// Crossed is what has left the cell in the last interval.
	Crossed Crossed
}

// Begin empties the cell and takes over from head what is the same in all of the world: its tick, seed, round, phase,
// arena and mode.
func (c *CellState) Begin(cell game.Cell, head *game.Public) {
	c.Cell = cell
	c.Tick, c.Seed, c.Round, c.Phase, c.PhaseEnd = head.Tick, head.Seed, head.Round, head.Phase, head.PhaseEnd
	c.Arena, c.Mode = head.Arena, head.Mode
	c.TeamScore, c.Goals = [2]int16{}, c.Goals[:0]
	c.Ships, c.Been, c.Private, c.Shots = c.Ships[:0], c.Been[:0], c.Private[:0], c.Shots[:0]
	c.Pickups, c.Broken = c.Pickups[:0], c.Broken[:0]
	c.Crossed.clear()
}

// Head is what Begin wants of the world, as the shared part of a wire.Full tells it: a state without ships.
func Head(p *game.Public) game.Public {
	return game.Public{
		Tick: p.Tick, Seed: p.Seed, Round: p.Round, Phase: p.Phase, PhaseEnd: p.PhaseEnd, Arena: p.Arena, Mode: p.Mode,
	}
}

// oldTicks is how long a cell tells when something happened. What is longer ago is the same to everybody: never.
const oldTicks = 255

// Told brings a cell's content to what cells tell. Of what only tables of a finished round are made of nobody is told, nor of
// what is long past: it would be most of a ship's record, and nobody's screen shows it. Both sides do this to what they
// hold at the end of every interval, so that they go on from the same. Where ships have been is not told either: a cell
// expects its shots to meet them as if they had stood still before the interval.
func (c *CellState) Told() {
	c.Been = c.Been[:0]
	for i := range c.Ships {
		s := &c.Ships[i]
		s.Assists, s.Goals, s.Banked, s.Longest, s.Mirrored, s.BestStreak = 0, 0, 0, 0, 0, 0
		if s.HitBy == game.NoSeat || c.Tick-s.HitTick > oldTicks {
			s.HitBy, s.HitTick = game.NoSeat, 0
		}
		if c.Tick-s.SpawnTick > oldTicks {
			s.SpawnTick = 0
		}
		if c.Tick-s.WarpTick > oldTicks {
			s.WarpTick = 0
		}
		if s.DashLeft == 0 {
			s.DashDir = 0
		}
	}
	for i := range c.Shots {
		shotTold(&c.Shots[i], c.Tick)
	}
}

// Check says whether the content can be a cell's of arena a. What was decoded has passed it.
func (c *CellState) Check(a *arena.Arena) error {
	return c.State.CheckCell(a, c.Cell)
}
