package arena

import (
	"fmt"
	"strings"
)

// The fewest spawns of any arena, and of one for eight ships in free-for-all.
const (
	MinSpawns        = 2
	FreeForAllSpawns = 8
)

// ValidRadius is the radius of the ship that Validate sends around, in 1/256 unit.
const ValidRadius = 14 * 256

// GapTiles is how wide a way must be to be one.
const GapTiles = 3

// Problem is one thing wrong with an arena.
type Problem struct {
	// At is the tile, or (-1,-1) when it is about the whole.
	At     Cell
	Reason string
}

func (p Problem) Error() string {
	if p.At == nowhere {
		return "arena: " + p.Reason
	}
	return fmt.Sprintf("arena: tile (%d,%d): %s", p.At.X, p.At.Y, p.Reason)
}

var nowhere = Cell{-1, -1}

// Problems is all that is wrong with an arena, at most maxProblems of them.
type Problems []Problem

const maxProblems = 32

func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, one := range p {
		lines[i] = one.Error()
	}
	return strings.Join(lines, "\n")
}

func (p *Problems) add(at Cell, format string, args ...any) {
	if len(*p) < maxProblems {
		*p = append(*p, Problem{at, fmt.Sprintf(format, args...)})
	}
}

// Validate says whether ships can play here: closed, with at least minSpawns places to appear, all of them connected
// by ways of GapTiles, and without tiles that serve nothing. The error is a Problems.
func Validate(a *Arena, minSpawns int) error {
	var p Problems
	if !a.checkShape(&p) {
		return p
	}
	a.checkBorder(&p)
	a.checkSpawns(&p, max(minSpawns, MinSpawns))
	a.checkWays(&p)
	a.checkHalfWalls(&p)
	a.checkPlaces(&p)
	a.checkModes(&p)
	if len(p) > 0 {
		return p
	}
	return nil
}

// checkShape looks at what the other checks build on.
func (a *Arena) checkShape(p *Problems) bool {
	if err := checkName(a.Name); err != nil {
		p.add(nowhere, "%v", err)
	}
	if err := a.checkSize(); err != nil {
		p.add(nowhere, "%v", err)
		return false
	}
	if len(a.Tiles) != a.W*a.H {
		p.add(nowhere, "holds %d tiles, %d x %d are %d", len(a.Tiles), a.W, a.H, a.W*a.H)
		return false
	}
	for i, t := range a.Tiles {
		if t >= TileKinds {
			p.add(Cell{i % a.W, i / a.W}, "is of the unknown kind %d", t)
		}
	}
	if len(*p) == 0 {
		if n := len(a.AppendBinary(nil)); n > MaxBinary {
			p.add(nowhere, "takes %d bytes on the wire, at most %d: draw it with longer runs of the same tile", n, MaxBinary)
		}
	}
	return len(*p) == 0
}

func (a *Arena) checkBorder(p *Problems) {
	for i, t := range a.Tiles {
		x, y := i%a.W, i/a.W
		if t != Wall && (x == 0 || y == 0 || x == a.W-1 || y == a.H-1) {
			p.add(Cell{x, y}, "is on the border and must be wall")
		}
	}
}

func (a *Arena) checkSpawns(p *Problems, least int) {
	if n := len(a.Spawns); n < least || n > a.mostSpawns() {
		p.add(nowhere, "has %d spawns, must have %d to %d", n, least, a.mostSpawns())
	}
	before := -1
	for _, s := range a.Spawns {
		if s.X < 0 || s.Y < 0 || s.X >= a.W || s.Y >= a.H {
			p.add(s, "is a spawn outside the map")
			continue
		}
		if at := s.Y*a.W + s.X; at <= before {
			p.add(s, "is a spawn out of order: they ascend by row, then column")
		} else {
			before = at
		}
		switch {
		case !a.Fits(s.Centre(), ValidRadius):
			p.add(s, "is a spawn where no ship fits")
		case !a.wide(s):
			p.add(s, "is a spawn in or next to a wall")
		}
	}
}

func (a *Arena) checkHalfWalls(p *Problems) {
	for i, t := range a.Tiles {
		x, y := i%a.W, i/a.W
		if t.Half() && a.walledIn(Cell{x, y}) {
			p.add(Cell{x, y}, "is a half-wall whose face is walled in: make it wall")
		}
	}
}

// walledIn says whether solid sides of its neighbours hide the whole face of the half-wall at c.
func (a *Arena) walledIn(c Cell) bool {
	t := a.At(c.X, c.Y)
	for s, next := range [4]Cell{west: {c.X - 1, c.Y}, north: {c.X, c.Y - 1}, east: {c.X + 1, c.Y}, south: {c.X, c.Y + 1}} {
		if !t.solidAt(side(s)) && !a.At(next.X, next.Y).solidAt(opposite(side(s))) {
			return false
		}
	}
	return true
}
