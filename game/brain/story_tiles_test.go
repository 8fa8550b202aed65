package brain

import (
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
)

// walk follows the way to a post from tile to tile and through portals, and returns the tiles.
func walk(t *testing.T, c *Chart, from, to arena.Cell) []arena.Cell {
	t.Helper()
	post := -1
	for p := range c.posts {
		if c.posts[p] == to.Centre() {
			post = p
		}
	}
	if post < 0 {
		t.Fatalf("no post at %v", to)
	}
	var tiles []arena.Cell
	for at := c.arena.Index(from); ; {
		tiles = append(tiles, c.arena.CellAt(at))
		next := c.next[post][at]
		if next == noStep || len(tiles) > len(c.step) {
			return tiles
		}
		d := neighbours[next]
		at = c.behind(at + d.Y*c.arena.W + d.X)
	}
}

// over counts the tiles of a kind on a way.
func over(c *Chart, tiles []arena.Cell, kind arena.Tile) int {
	n := 0
	for _, cell := range tiles {
		if c.arena.At(cell.X, cell.Y) == kind {
			n++
		}
	}
	return n
}

func TestWaysLeadAroundWhatHurts(t *testing.T) {
	const swamp = `
########################
#......................#
#......................#
#.........!!!!.........#
#.........!!!!.........#
#..S..P...!!!!......+..#
#.........!!!!.........#
#.........!!!!.........#
#......................#
#..S..............S....#
########################
`
	g := newStage(t, swamp[1:], Regular, 1)
	if tiles := walk(t, g.chart, arena.Cell{X: 6, Y: 5}, arena.Cell{X: 20, Y: 5}); over(g.chart, tiles, arena.Hazard) > 0 {
		t.Errorf("the way leads through it: %v", tiles)
	}
	for seed := range uint64(6) {
		g := newStage(t, swamp[1:], Regular, seed)
		stay := 0
		for range 20 * game.TickHz {
			g.run(1)
			if at := arena.CellOf(g.of(me).Pos); g.of(me).Alive && g.arena.At(at.X, at.Y) == arena.Hazard && g.of(me).DashLeft == 0 {
				stay++
			}
		}
		if stay > 20 {
			t.Errorf("seed %d: for %d ticks it was over what hurts", seed, stay)
		}
	}
}

func TestWhoIsPushedOntoWhatHurtsLeavesIt(t *testing.T) {
	const lake = `
########################
#......................#
#..S...!!!!!!!.........#
#......!!!!!!!.........#
#......!!!P!!!.........#
#......!!!!!!!.........#
#......!!!!!!!.........#
#..S..............S....#
########################
`
	for seed := range uint64(6) {
		g := newStage(t, lake[1:], Regular, seed)
		g.run(game.TickHz)
		if at := arena.CellOf(g.of(me).Pos); g.arena.At(at.X, at.Y) == arena.Hazard || at == (arena.Cell{X: 10, Y: 4}) {
			t.Errorf("seed %d: after a second it is at %v yet", seed, at)
		}
	}
}

func TestAWayThroughAPortalIsTakenWhereItIsShorter(t *testing.T) {
	const rooms = `
#####################################
#........#.................#........#
#........#.................#........#
#.+...Q..#.................#..Q..+..#
#........#.................#........#
#........#.................#........#
#........#.................#........#
#..P................................#
#.....S......S........S.........S...#
#...................................#
#####################################
`
	g := newStage(t, rooms[1:], Regular, 1).alone()
	tiles := walk(t, g.chart, arena.Cell{X: 2, Y: 3}, arena.Cell{X: 33, Y: 3})
	if over(g.chart, tiles, arena.Portal) == 0 || len(tiles) > 14 {
		t.Errorf("the way to the other room has %d tiles: %v", len(tiles), tiles)
	}
	if tiles := walk(t, g.chart, arena.Cell{X: 2, Y: 8}, arena.Cell{X: 2, Y: 3}); over(g.chart, tiles, arena.Portal) > 0 {
		t.Errorf("a short way leads through a portal: %v", tiles)
	}
	// And it is flown so.
	g.of(me).Pos = arena.Cell{X: 2, Y: 3}.Centre()
	for n := range 4 * game.TickHz {
		g.asleep = true
		to := g.chart.guide(g.of(me).Pos, arena.Cell{X: 33, Y: 3}.Centre())
		g.inputs[me] = game.Input{Thrust: g.pilot.steer(g.chart, g.of(me), offset(g.of(me).Pos, to), nil)}
		g.run(1)
		if distance(g.of(me).Pos, arena.Cell{X: 33, Y: 3}.Centre()) < game.PickupRadius+game.ShipRadius {
			return
		}
		if n == 4*game.TickHz-1 {
			t.Errorf("it is at %v", arena.CellOf(g.of(me).Pos))
		}
	}
}

func TestWaysLeadAlongBoostersAndNotAgainstThem(t *testing.T) {
	const river = `
####################################
#..................................#
#..................................#
#.+..>>>>>>>>>>>>>>>>>>>>>>>>>>>.+.#
#..................................#
#..S..P.......................S....#
#..S..........................S....#
####################################
`
	g := newStage(t, river[1:], Regular, 1)
	left, right := arena.Cell{X: 2, Y: 3}, arena.Cell{X: 33, Y: 3}
	if n := over(g.chart, walk(t, g.chart, left, right), arena.BoostE); n < 20 {
		t.Errorf("downstream the way has %d boosters", n)
	}
	if n := over(g.chart, walk(t, g.chart, right, left), arena.BoostE); n > 0 {
		t.Errorf("upstream the way has %d boosters", n)
	}
}

func TestWaysDoNotRelyOnBrokenGlass(t *testing.T) {
	for _, a := range realArenas(t) {
		c := Survey(a)
		for i, tile := range a.Tiles {
			if tile == arena.Glass && c.step[i] != 0 {
				t.Fatalf("%s: a way leads over glass at %v", a.Name, a.CellAt(i))
			}
		}
	}
}

func TestAPilotSeesThroughBrokenGlass(t *testing.T) {
	const window = `
######################
#....................#
#..S..............S..#
#%%%%%%%%%%%%%%%%%%%%#
#.........%..........#
#.....P...=...A......#
#.........%..........#
#%%%%%%%%%%%%%%%%%%%%#
#..S..............S..#
######################
`
	for _, broken := range []bool{false, true} {
		g := newStage(t, window[1:], oneBank, 1).pin(me, them)
		if broken {
			g.s.Broken = []arena.Pane{{Index: int32(g.arena.Index(arena.Cell{X: 10, Y: 5})), Back: 1 << 30}}
		}
		all := g.run(2 * game.TickHz)
		if len(hits(all, them)) == 0 {
			t.Errorf("broken %v: no hit", broken)
		}
		if shattered := happened(all, game.EventShattered, game.NoSeat); shattered == broken {
			t.Errorf("glass broken before %v, by the pilot %v", broken, shattered)
		}
	}
}
