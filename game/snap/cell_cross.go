package snap

import (
	"cmp"
	"slices"

	"bankshot/game"
	"bankshot/game/arena"
)

// Crossed are ships and shots that have left their cell in an interval, as that cell alone has it.
type Crossed struct {
	Ships   []game.Ship
	Private []game.Private
	Shots   []game.Shot
}

func (o *Crossed) any() bool { return len(o.Ships)+len(o.Shots) > 0 }

func (o *Crossed) clear() {
	o.Ships, o.Private, o.Shots = o.Ships[:0], o.Private[:0], o.Shots[:0]
}

// cross puts aside what is outside of its cell now.
func (z *zone) cross(c *CellState) {
	c.Crossed.clear()
	n := 0
	for i := range c.Ships {
		if !z.holds(c.Ships[i].Pos) {
			c.Crossed.Ships, c.Crossed.Private = append(c.Crossed.Ships, c.Ships[i]), append(c.Crossed.Private, c.Private[i])
			continue
		}
		if n != i {
			c.Ships[n], c.Private[n] = c.Ships[i], c.Private[i]
		}
		n++
	}
	c.Ships, c.Private = c.Ships[:n], c.Private[:n]
	n = 0
	for i := range c.Shots {
		if !z.holds(c.Shots[i].Pos) {
			c.Crossed.Shots = append(c.Crossed.Shots, c.Shots[i])
			continue
		}
		if n != i {
			c.Shots[n] = c.Shots[i]
		}
		n++
	}
	c.Shots = c.Shots[:n]
	c.Broken = slices.DeleteFunc(c.Broken, func(p arena.Pane) bool { return !z.holdsPane(p) })
}

// addShip adds a ship where its seat belongs, unless it is there already.
func (c *CellState) addShip(s *game.Ship, private game.Private) bool {
	i, found := findShip(c.Ships, s.Seat)
	if !found {
		c.Ships, c.Private = slices.Insert(c.Ships, i, *s), slices.Insert(c.Private, i, private)
	}
	return !found
}

// addShot adds a shot where its id belongs, unless it is there already.
func (c *CellState) addShot(s *game.Shot) bool {
	i, found := findShot(c.Shots, s.ID)
	if !found {
		c.Shots = slices.Insert(c.Shots, i, *s)
	}
	return !found
}

// findShip is where a seat's ship stands among ships, or would.
func findShip(ships []game.Ship, seat game.Seat) (int, bool) {
	return slices.BinarySearchFunc(ships, seat, func(p game.Ship, seat game.Seat) int { return cmp.Compare(p.Seat, seat) })
}

// findShot is where a shot stands among shots, or would.
func findShot(shots []game.Shot, id game.ShotID) (int, bool) {
	return slices.BinarySearchFunc(shots, id, func(p game.Shot, id game.ShotID) int { return cmp.Compare(p.ID, id) })
}

// Sides is how many cells are around one: 0..7 from the upper left, row by row.
const Sides = 8

// Around are the cells around one, by side: itself where there is none.
func Around(g game.Grid, c game.Cell) (around [Sides]game.Cell) {
	column, row := g.Column(c), g.Row(c)
	side := 0
	for y := row - 1; y <= row+1; y++ {
		for x := column - 1; x <= column+1; x++ {
			if x == column && y == row {
				continue
			}
			around[side] = c
			if x >= 0 && y >= 0 && x < g.Columns && y < g.Rows {
				around[side] = g.At(x, y)
			}
			side++
		}
	}
	return around
}

// beside says whether two cells touch.
func beside(g game.Grid, p, q game.Cell) bool {
	x, y := g.Column(p)-g.Column(q), g.Row(p)-g.Row(q)
	return p != q && max(x, -x, y, -y) <= 1
}
